//! Tokens: words, numbers and punctuation marks, each with its place in the untouched text.

use super::abbreviation::abbreviation;
use super::chars::{char_at, char_before, is_apostrophe, is_hyphen, is_space, is_word};
use super::scan::{BLOCK, Masks, classify};
use super::span::{Span, offset};
use crate::named::named;

/// A word, a number or a punctuation mark.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

named! {
    /// What a token is.
    pub enum TokenKind("token kind") {
        /// A word: "Kerry", "well-known", "U.S.", "Mr.".
        Word = "word",
        /// What is left of a word after an apostrophe: "'s", "n't", "’ll".
        Clitic = "clitic",
        /// A number: "1,000", "3.5", "19:18", "90s".
        Number = "number",
        /// An address on the web or of a mailbox, a handle ("@name") or a tag ("#name").
        Address = "address",
        /// A character, or a run of them, that could open or close a quotation.
        QuotationMark = "quotation-mark",
        /// Any other punctuation mark or symbol.
        Punctuation = "punctuation",
    }
}

/// Splits a text into tokens.
///
/// Possessive and contracted endings are tokens of their own ("did" "n't"); hyphenated words are
/// one; abbreviations, initials and numbers keep their stops. Every character that is not white
/// space is in exactly one token.
///
/// ```
/// use inquit::tokenize;
///
/// let text = "Mr. Kerry's plan didn't cost $1,000.";
/// let words: Vec<&str> = tokenize(text).iter().map(|token| &text[token.span]).collect();
/// assert_eq!(words, ["Mr.", "Kerry", "'s", "plan", "did", "n't", "cost", "$", "1,000", "."]);
/// ```
pub fn tokenize(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let runs = Runs::of(bytes);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' || byte == b'\n' {
            at += 1;
            continue;
        }
        let stop = at + runs.length(at);
        if stop > at {
            at = match bytes.get(stop) {
                // Most words end so, and nothing can be joined to them.
                None | Some(b' ' | b'\n') => {
                    push_word(bytes, at, stop, &mut tokens);
                    stop + 1
                }
                _ => word(text, at, stop, &mut tokens),
            };
            continue;
        }
        let Some(c) = char_at(text, at) else { break };
        at = if is_space(c) {
            at + c.len_utf8()
        } else if !c.is_ascii() && is_word(c) {
            word(text, at, at, &mut tokens)
        } else {
            symbol(text, at, c, &mut tokens)
        };
    }
    tokens
}

/// The runs of ASCII characters of words in a text.
struct Runs(Vec<Masks>);

impl Runs {
    fn of(bytes: &[u8]) -> Runs {
        let mut masks = Vec::with_capacity(bytes.len().div_ceil(BLOCK));
        classify(bytes, &mut masks);
        Runs(masks)
    }

    /// How many such characters stand from a byte on.
    #[inline]
    fn length(&self, at: usize) -> usize {
        let mut length = 0;
        loop {
            let (block, place) = ((at + length) / BLOCK, (at + length) % BLOCK);
            let Some(masks) = self.0.get(block) else { return length };
            let ones = (masks.word >> place).trailing_ones() as usize;
            length += ones;
            if ones < BLOCK - place {
                return length;
            }
        }
    }
}

fn push(tokens: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind) {
    tokens.push(Token { span: Span::new(offset(start), offset(end)), kind });
}

/// What the scan of a word has seen so far.
#[derive(Default)]
struct Shape {
    /// Letters with stops between, as in "U.S".
    dotted: bool,
    /// Where the last part, after a stop, hyphen or the start, begins.
    part: usize,
}

/// Pushes the word that begins here, and its clitic; returns where the next token begins. What stands
/// before `at` is known to be ASCII characters of words.
fn word(text: &str, start: usize, mut at: usize, tokens: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    if let Some(b'.' | b':') = bytes.get(at)
        && let Some(stop) = web_address(text, start)
    {
        push(tokens, start, stop, TokenKind::Address);
        return stop;
    }
    at = skip_word_characters(text, at);
    let mut shape = Shape { dotted: false, part: start };
    while let Some(c) = char_at(text, at) {
        let next_at = at + c.len_utf8();
        let Some(next) = char_at(text, next_at).filter(|&next| is_word(next)) else { break };
        let before = bytes.get(at.wrapping_sub(1)).copied().unwrap_or(b' ');
        let joined = match c {
            _ if is_apostrophe(c) || c == '‘' => {
                if let Some(stop) = clitic(text, start, at, tokens) {
                    return stop;
                }
                !before.is_ascii_digit()
            }
            _ if is_hyphen(c) => true,
            '.' => {
                let initial = at - shape.part == 1 && before.is_ascii_alphabetic();
                let lower = next.is_lowercase() && before.is_ascii_lowercase();
                let digits = before.is_ascii_digit() && next.is_ascii_digit();
                if initial && next.is_alphabetic() {
                    shape.dotted = true;
                }
                initial || lower || digits
            }
            ',' => before.is_ascii_digit() && groups_of_three(bytes, next_at),
            ':' => before.is_ascii_digit() && next.is_ascii_digit(),
            '&' => before.is_ascii_uppercase() && next.is_uppercase(),
            '@' => {
                let stop = address_end(text, next_at);
                push(tokens, start, stop, TokenKind::Address);
                return stop;
            }
            _ => false,
        };
        if !joined {
            break;
        }
        shape.part = next_at;
        at = skip_word_characters(text, next_at);
    }
    if bytes.get(at) == Some(&b'.') && keeps_stop(text, start, at, &shape) {
        at += 1;
    }
    push_word(bytes, start, at, tokens);
    at
}

fn push_word(bytes: &[u8], start: usize, end: usize, tokens: &mut Vec<Token>) {
    let numeric = bytes.get(start).is_some_and(u8::is_ascii_digit);
    push(tokens, start, end, if numeric { TokenKind::Number } else { TokenKind::Word });
}

fn skip_word_characters(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at = skip_ascii_word(bytes, at);
        match bytes.get(at) {
            Some(byte) if !byte.is_ascii() => match char_at(text, at) {
                Some(c) if is_word(c) => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// The end of the ASCII characters of words that begin here.
#[inline]
fn skip_ascii_word(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|&byte| is_ascii_word(byte)) {
        at += 1;
    }
    at
}

/// Whether a byte is an ASCII character of words.
fn is_ascii_word(byte: u8) -> bool {
    const TABLE: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0_u8;
        while byte < 128 {
            table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
            byte += 1;
        }
        table
    };
    TABLE[usize::from(byte)]
}

/// Whether three digits, and no fourth, stand here: the comma before them is inside a number.
fn groups_of_three(bytes: &[u8], at: usize) -> bool {
    let digits =
        |range| bytes.get(range).is_some_and(|it: &[u8]| it.iter().all(u8::is_ascii_digit));
    digits(at..at + 3) && !digits(at + 3..at + 4)
}

/// Whether a stop after the word belongs to it: initials, dotted letters, abbreviations.
fn keeps_stop(text: &str, start: usize, at: usize, shape: &Shape) -> bool {
    let Some(word) = text.get(start..at) else { return false };
    if shape.dotted {
        return true;
    }
    let after = text.as_bytes().get(at + 1);
    if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word != "I" {
        // An initial: a capital follows, at once or after a space.
        let rest = text.get(at + 1..text.len().min(at + 8)).unwrap_or_default();
        return after != Some(&b'.') && rest.trim_start().starts_with(char::is_uppercase);
    }
    if matches!(word, "No" | "Nos" | "no") {
        let rest = text.get(at + 1..text.len().min(at + 4)).unwrap_or_default();
        return rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    }
    after != Some(&b'.') && abbreviation(word).is_some()
}

/// Pushes the word before an apostrophe and the clitic behind it, if that is what it is.
fn clitic(text: &str, start: usize, apostrophe: usize, tokens: &mut Vec<Token>) -> Option<usize> {
    let tail_start = apostrophe + char_at(text, apostrophe)?.len_utf8();
    let tail_end = skip_word_characters(text, tail_start);
    let tail = text.get(tail_start..tail_end)?;
    // "o'clock's": only the end of a word is a clitic.
    if char_at(text, tail_end).is_some_and(|c| {
        is_apostrophe(c) && char_at(text, tail_end + c.len_utf8()).is_some_and(is_word)
    }) {
        return None;
    }
    let is = |ending: &str| tail.eq_ignore_ascii_case(ending);
    let split = if is("t") {
        let n = apostrophe.checked_sub(1).filter(|&n| n > start)?;
        text.get(n..apostrophe).filter(|n| n.eq_ignore_ascii_case("n"))?;
        n
    } else if ["s", "re", "ve", "ll", "d", "m"].iter().any(|ending| is(ending)) {
        apostrophe
    } else {
        return None;
    };
    push_word(text.as_bytes(), start, split, tokens);
    push(tokens, split, tail_end, TokenKind::Clitic);
    Some(tail_end)
}

/// The end of a web address that begins here, if one does.
fn web_address(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !matches!(bytes.get(start), Some(b'h' | b'H' | b'w' | b'W')) {
        return None;
    }
    let head = bytes.get(start..bytes.len().min(start + 8))?;
    let begins = |prefix: &[u8]| {
        head.len() >= prefix.len()
            && head.iter().zip(prefix).all(|(a, b)| a.eq_ignore_ascii_case(b))
    };
    let known = begins(b"http://") || begins(b"https://") || begins(b"www.");
    known.then(|| address_end(text, start))
}

/// The end of an address: white space or a quotation mark, less the punctuation before it.
fn address_end(text: &str, start: usize) -> usize {
    let Some(rest) = text.get(start..) else { return start };
    let stop = rest
        .find(|c: char| {
            is_space(c) || matches!(c, '"' | '“' | '”' | '‘' | '’' | '<' | '>' | '«' | '»')
        })
        .map_or(text.len(), |i| start + i);
    let address = text.get(start..stop).unwrap_or_default();
    let kept = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
    start + kept.len()
}

/// Pushes the token that begins with a character that is not part of a word.
fn symbol(text: &str, start: usize, c: char, tokens: &mut Vec<Token>) -> usize {
    let next_at = start + c.len_utf8();
    let next = char_at(text, next_at);
    let glued = || char_before(text, start).is_some_and(is_word);
    if matches!(c, '@' | '#') && !glued() && next.is_some_and(|c| c.is_alphabetic() || c == '_') {
        let stop = skip_word_characters(text, next_at);
        push(tokens, start, stop, TokenKind::Address);
        return stop;
    }
    let run =
        |c: char| text.get(start..).unwrap_or_default().chars().take_while(|&d| d == c).count();
    match c {
        // An ellipsis, a long dash in ASCII, and quotation marks in ASCII are one token each.
        '.' | '-' if next == Some(c) => {
            let stop = start + run(c);
            push(tokens, start, stop, TokenKind::Punctuation);
            stop
        }
        '`' | '\'' if next == Some(c) => {
            push(tokens, start, next_at + 1, TokenKind::QuotationMark);
            next_at + 1
        }
        _ => {
            let kind = if is_quotation_mark(c) {
                TokenKind::QuotationMark
            } else {
                TokenKind::Punctuation
            };
            push(tokens, start, next_at, kind);
            next_at
        }
    }
}

/// Whether a character could open or close a quotation.
fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '「'..='』' | '＂' | '＇' | 'ʼ' | '〝'..='〟')
}

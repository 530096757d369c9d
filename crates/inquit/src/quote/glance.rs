//! What each token of a document is at a glance, so that the rules need not look at its letters, nor
//! up its word, again and again.

use crate::lexicon::{Class, WordId, lexicon};
use crate::text::{Token, TokenKind};

/// A set of things that a token can be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sign(u32);

impl Sign {
    /// A word, a number, a handle: no punctuation mark.
    pub(crate) const WORD: Sign = Sign(1);
    /// The same, but no ending of a word.
    pub(crate) const WHOLE: Sign = Sign(1 << 1);
    /// It begins with a capital.
    pub(crate) const CAPITAL: Sign = Sign(1 << 2);
    /// Its word can report.
    pub(crate) const CUE: Sign = Sign(1 << 3);
    pub(crate) const COMMA: Sign = Sign(1 << 4);
    pub(crate) const COLON: Sign = Sign(1 << 5);
    /// Full stops and the like.
    pub(crate) const STOP: Sign = Sign(1 << 6);
    pub(crate) const DASH: Sign = Sign(1 << 7);
    /// Between clauses: a comma, a semicolon, or a word that joins them.
    pub(crate) const BORDER: Sign = Sign(1 << 8);
    /// "according"
    pub(crate) const ACCORDING: Sign = Sign(1 << 9);

    /// Whether the sets share a member.
    pub(crate) const fn any(self, other: Sign) -> bool {
        self.0 & other.0 != 0
    }

    /// The union.
    pub(crate) const fn or(self, other: Sign) -> Sign {
        Sign(self.0 | other.0)
    }
}

/// What a token is at a glance.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// What its word can be.
    pub(crate) classes: Class,
    pub(crate) signs: Sign,
}

impl Glance {
    /// What one of two is.
    pub(crate) fn or(self, other: Glance) -> Glance {
        Glance { classes: self.classes.or(other.classes), signs: self.signs.or(other.signs) }
    }

    fn of(bytes: &[u8], token: &Token, word: WordId) -> Glance {
        let word = lexicon().word(word);
        let mut signs = match token.kind {
            TokenKind::Word => of_word(bytes),
            TokenKind::Number | TokenKind::Address => Sign::WORD.or(Sign::WHOLE),
            TokenKind::Clitic => Sign::WORD,
            TokenKind::Punctuation => of_mark(bytes),
            TokenKind::QuotationMark => Sign::default(),
        };
        let capital = match bytes {
            [first, ..] if first.is_ascii() => first.is_ascii_uppercase(),
            _ => std::str::from_utf8(bytes).is_ok_and(|it| it.starts_with(char::is_uppercase)),
        };
        if capital {
            signs = signs.or(Sign::CAPITAL);
        }
        if !word.cues.is_empty() {
            signs = signs.or(Sign::CUE);
        }
        Glance { classes: word.classes, signs }
    }
}

/// What the tokens of a text are; `words` are their numbers in the lexicon.
pub(crate) fn glances(text: &str, tokens: &[Token], words: &[WordId]) -> Vec<Glance> {
    let bytes = |token: &Token| text.as_bytes().get(token.span.range()).unwrap_or_default();
    let tokens = tokens.iter().zip(words);
    tokens.map(|(token, &word)| Glance::of(bytes(token), token, word)).collect()
}

fn of_word(bytes: &[u8]) -> Sign {
    let signs = Sign::WORD.or(Sign::WHOLE);
    let is = |word: &str| bytes.eq_ignore_ascii_case(word.as_bytes());
    match bytes.len() {
        3 if is("and") || is("but") => signs.or(Sign::BORDER),
        5 if is("while") => signs.or(Sign::BORDER),
        9 if is("according") => signs.or(Sign::ACCORDING),
        _ => signs,
    }
}

fn of_mark(bytes: &[u8]) -> Sign {
    match bytes {
        b"," => Sign::COMMA.or(Sign::BORDER),
        b"." | b"!" | b"?" | b"..." => Sign::STOP,
        b";" => Sign::STOP.or(Sign::BORDER),
        b":" => Sign::COLON,
        b"-" => Sign::DASH,
        b"--" => Sign::DASH.or(Sign::BORDER),
        _ => match std::str::from_utf8(bytes) {
            Ok("…") => Sign::STOP,
            Ok("—" | "–") => Sign::DASH.or(Sign::BORDER),
            Ok("―") => Sign::DASH,
            _ => Sign::default(),
        },
    }
}

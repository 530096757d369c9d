//! Words as they are compared: what differs between outlets in print, but not in what was said, is
//! the same here.
//!
//! Names of one place, organisation or group are one word, and so are the words for its people
//! ("Russian" and "Russia"); contractions are opened, numbers are in digits, spellings are one.
//! Nothing of this is ever shown.

use super::number::in_digits;
use super::spelling::one_spelling;
use super::stem::stem;
use crate::lexicon::{Role, WordKey, first_keys, listed_at, listed_of, role};
use crate::text::{Token, TokenKind, fold_accent, fold_case, fold_sign, tokenize};

/// A word as it is compared; equal words have equal keys.
///
/// A hash of 32 bits, the last two of which say how much the word tells. A chance collision makes two
/// words look alike to the alignment, which still prints both.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct CanonicalKey(u32);

impl CanonicalKey {
    const LIGHT: u32 = 1;
    const NAME: u32 = 2;
    const ENDING: u32 = 3;

    fn new(word: &str, sort: u32) -> CanonicalKey {
        CanonicalKey(hash(word) & !3 | sort)
    }

    /// As a number.
    pub(crate) const fn number(self) -> u32 {
        self.0
    }

    /// Whether it is a word of the grammar, which says little of what was said.
    pub(crate) const fn is_light(self) -> bool {
        matches!(self.0 & 3, CanonicalKey::LIGHT | CanonicalKey::ENDING)
    }

    /// Whether it is the name of a place, organisation or group.
    pub(crate) const fn is_name(self) -> bool {
        self.0 & 3 == CanonicalKey::NAME
    }

    /// Whether it is "'s", which stands for "is", "has" or a genitive.
    const fn is_ending(self) -> bool {
        self.0 & 3 == CanonicalKey::ENDING
    }

    /// Whether the two are the same in a wording.
    pub(crate) fn equals(self, other: CanonicalKey) -> bool {
        let opened = |a: CanonicalKey, b: CanonicalKey| {
            a.is_ending() && (b == CanonicalKey::light("is") || b == CanonicalKey::light("has"))
        };
        self == other || opened(self, other) || opened(other, self)
    }

    fn light(word: &str) -> CanonicalKey {
        CanonicalKey::new(word, CanonicalKey::LIGHT)
    }
}

/// FNV-1a, with the higher half mixed in.
fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    let mixed = hash ^ (hash >> 32);
    u32::try_from(mixed & u64::from(u32::MAX)).unwrap_or(0)
}

/// A word to compare, and which tokens it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Canonical {
    pub(crate) key: CanonicalKey,
    /// The same for all forms of the word.
    pub(crate) stem: u32,
    /// The first and the last token.
    pub(super) tokens: (usize, usize),
    /// Whether it was opened out of a contraction.
    pub(crate) is_contracted: bool,
}

/// The words to compare in a text with these tokens.
pub(super) fn canonical(text: &str, tokens: &[Token]) -> Vec<Canonical> {
    let mut found = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let surface = token.span.get(text).unwrap_or_default();
        let rest = tokens.get(at..).unwrap_or_default();
        at += match token.kind {
            TokenKind::Word => word(text, surface, at, rest, &mut found),
            TokenKind::Clitic => {
                found.push(clitic(surface, at, tokens.get(at.wrapping_sub(1)), text));
                1
            }
            TokenKind::Number => {
                let digits: String = surface.chars().filter(|c| *c != ',').collect();
                found.push(one(plain(&digits), &digits, at));
                1
            }
            TokenKind::Address => {
                found.push(one(plain(surface), surface, at));
                1
            }
            TokenKind::Punctuation | TokenKind::QuotationMark => {
                match surface {
                    "%" => found.push(one(plain("percent"), "percent", at)),
                    "&" => found.push(one(CanonicalKey::light("and"), "and", at)),
                    _ => {}
                }
                1
            }
        };
    }
    found
}

fn plain(word: &str) -> CanonicalKey {
    CanonicalKey::new(word, 0)
}

fn one(key: CanonicalKey, stem: &str, at: usize) -> Canonical {
    Canonical { key, stem: hash(stem), tokens: (at, at), is_contracted: false }
}

/// Pushes what a word stands for; returns how many tokens that took.
fn word(text: &str, surface: &str, at: usize, rest: &[Token], found: &mut Vec<Canonical>) -> usize {
    let key = WordKey::of(surface);
    let known = role(key);
    if known.any(Role::BEGINS_LISTED)
        && let Some((count, listed)) = listed_at(first_keys(text, rest), text, rest)
    {
        found.push(name(listed.name, (at, at + count.max(1) - 1)));
        return count.max(1);
    }
    let next = rest.get(1).and_then(|token| token.span.get(text)).unwrap_or_default();
    let folded = folded(surface);
    match (&*folded, next) {
        ("cannot", _) => {
            found.push(one(CanonicalKey::light("can"), "can", at));
            found.push(Canonical {
                is_contracted: true,
                ..one(CanonicalKey::light("not"), "not", at)
            });
            return 1;
        }
        ("per", "cent") => {
            found.push(Canonical { tokens: (at, at + 1), ..one(plain("percent"), "percent", at) });
            return 2;
        }
        _ => {}
    }
    if folded.contains('-') {
        let begin = found.len();
        for part in folded.split('-').filter(|part| !part.is_empty()) {
            single(part, at, found);
        }
        if let Some(first) = surface.split('-').next()
            && let Some(listed) = listed_of(first, &tokenize(first))
            && let Some(begin) = found.get_mut(begin)
        {
            *begin = name(listed.name, (at, at));
        }
        return 1;
    }
    let is_negated = next.len() > 2 && next.ends_with(['t', 'T']);
    let base = match &*folded {
        "ca" if is_negated => "can",
        "wo" if is_negated => "will",
        "sha" if is_negated => "shall",
        word => word,
    };
    single(base, at, found);
    1
}

/// Pushes a word without hyphens, in small letters.
fn single(word: &str, at: usize, found: &mut Vec<Canonical>) {
    let word = one_spelling(word.trim_end_matches('.').to_owned());
    if let Some(digits) = in_digits(&word) {
        // Light words among them ("one", "first") stay light.
        let sort = if is_light(&word) { CanonicalKey::LIGHT } else { 0 };
        found.push(one(CanonicalKey::new(digits, sort), digits, at));
        return;
    }
    let sort = if is_light(&word) { CanonicalKey::LIGHT } else { 0 };
    found.push(one(CanonicalKey::new(&word, sort), stem(&word), at));
}

fn is_light(word: &str) -> bool {
    matches!(word, "not" | "going" | "got" | "thing" | "things" | "said" | "say" | "says")
        || role(WordKey::of(word)).any(Role::STOP)
}

fn name(listed: &str, tokens: (usize, usize)) -> Canonical {
    let key = CanonicalKey::new(listed, CanonicalKey::NAME);
    // "Parliament" is a parliament too.
    let folded = folded(listed);
    let stem = if listed.contains(' ') { &folded } else { stem(&folded) };
    Canonical { key, stem: hash(stem), tokens, is_contracted: false }
}

/// What a clitic stands for.
fn clitic(surface: &str, at: usize, before: Option<&Token>, text: &str) -> Canonical {
    let folded = folded(surface);
    let before = before.and_then(|token| token.span.get(text)).unwrap_or_default();
    let word = match folded.trim_start_matches('\'') {
        "n't" => "not",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "m" => "am",
        "s" if before.eq_ignore_ascii_case("let") => "us",
        _ => "'s",
    };
    let sort = if word == "'s" { CanonicalKey::ENDING } else { CanonicalKey::LIGHT };
    Canonical { is_contracted: word != "'s", ..one(CanonicalKey::new(word, sort), word, at) }
}

/// A word in small letters without accents, its apostrophes and hyphens in ASCII.
fn folded(surface: &str) -> String {
    if surface.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return surface.to_owned();
    }
    let mut word = String::with_capacity(surface.len());
    for c in surface.chars().filter_map(fold_sign).filter_map(fold_accent) {
        fold_case(c, |c| word.push(c));
    }
    word
}

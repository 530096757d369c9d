//! What is asked of the tokens of a text again and again, looked up once.

use std::ops::Range;

use crate::lexicon::{Role, WordId, WordKey, lexicon};
use crate::text::{Token, TokenKind};

/// What the tokens of a text are, each by its place.
#[derive(Debug, Default)]
pub(crate) struct LookedUp {
    /// Their numbers in the lexicon.
    pub(crate) ids: Vec<WordId>,
    pub(super) keys: Vec<WordKey>,
    /// The parts that words can play in a name.
    pub(super) roles: Vec<Role>,
    /// Those that are written as names are.
    pub(super) capitals: Places,
    /// Those with a hyphen or apostrophe, or what may be one.
    pub(super) joined: Places,
}

impl LookedUp {
    pub(crate) fn of(text: &str, tokens: &[Token]) -> LookedUp {
        let mut known = LookedUp {
            ids: Vec::with_capacity(tokens.len()),
            keys: Vec::with_capacity(tokens.len()),
            roles: Vec::with_capacity(tokens.len()),
            capitals: Places::with_room(tokens.len()),
            joined: Places::with_room(tokens.len()),
        };
        for tokens in tokens.chunks(BLOCK) {
            known.spell(text, tokens);
        }
        for (at, tokens) in tokens.chunks(BLOCK).enumerate() {
            known.find(text, tokens, BLOCK * at);
        }
        known
    }

    /// Appends the keys of some tokens, and which of them are joined.
    fn spell(&mut self, text: &str, tokens: &[Token]) {
        let mut block = 0;
        self.keys.extend(tokens.iter().enumerate().map(|(bit, token)| {
            let (key, joined) = WordKey::read(text, token.span);
            block |= u64::from(joined) << bit;
            key
        }));
        self.joined.0.push(block);
    }

    /// Appends what some tokens with known keys are, the first of which has this place.
    fn find(&mut self, text: &str, tokens: &[Token], first: usize) {
        let lexicon = lexicon();
        let keys = self.keys.get(first..).unwrap_or_default();
        let joined = self.joined.0.get(first / BLOCK).copied().unwrap_or(0);
        let mut block = 0;
        self.ids.extend(tokens.iter().zip(keys).enumerate().map(|(bit, (token, &key))| {
            if let Some(&soon) = keys.get(bit + AHEAD) {
                lexicon.expect(soon);
            }
            if !matches!(token.kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Number) {
                return WordId::default();
            }
            let bytes = text.as_bytes().get(token.span.range()).unwrap_or_default();
            let capital = bytes.first().is_some_and(u8::is_ascii_uppercase)
                || joined >> bit & 1 != 0 && is_capitalized(bytes);
            block |= u64::from(capital && token.kind == TokenKind::Word) << bit;
            lexicon.find_key(bytes, key)
        }));
        self.capitals.0.push(block);
        let ids = self.ids.get(first..).unwrap_or_default();
        self.roles.extend(tokens.iter().zip(ids).map(|(token, &id)| match token.kind {
            TokenKind::Word => lexicon.word(id).role,
            _ => Role::NONE,
        }));
    }
}

/// The place of a word in the lexicon is asked for so many words before it is needed.
const AHEAD: usize = 8;

/// So many tokens are a bit each of one number.
const BLOCK: usize = u64::BITS as usize;

/// Some of the tokens of a text, a bit each.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<u64>);

impl Places {
    fn with_room(tokens: usize) -> Places {
        Places(Vec::with_capacity(tokens.div_ceil(BLOCK)))
    }

    #[inline]
    pub(super) fn has(&self, at: usize) -> bool {
        self.0.get(at / BLOCK).is_some_and(|block| block >> (at % BLOCK) & 1 != 0)
    }

    /// The first of them in a range. What stands behind it is not looked at, for most ranges of a text
    /// may have none.
    pub(super) fn first(&self, range: Range<usize>) -> Option<usize> {
        let mut block = range.start / BLOCK;
        let mut bits = self.0.get(block)? >> (range.start % BLOCK) << (range.start % BLOCK);
        while bits == 0 {
            block += 1;
            if block * BLOCK >= range.end {
                return None;
            }
            bits = *self.0.get(block)?;
        }
        Some(block * BLOCK + bits.trailing_zeros() as usize).filter(|&at| at < range.end)
    }
}

/// Longest of [`PREFIXES`].
const LONGEST_PREFIX: usize = 4;

/// Letters that stand before the hyphen or apostrophe of a family name.
const PREFIXES: [&str; 18] = [
    "al", "el", "as", "ad", "an", "ar", "at", "az", "ash", "ur", "ul", "bin", "d", "l", "de",
    "abu", "ould", "ben",
];

/// Whether a word is written as names are: "Kerry", "al-Assad", "d'Ivoire".
pub(super) fn is_capitalized(word: &[u8]) -> bool {
    match word {
        [first, ..] if first.is_ascii_uppercase() => true,
        // Most words are in small letters and begin with no prefix.
        [b'a' | b'b' | b'd' | b'e' | b'l' | b'o' | b'u', rest @ ..] => {
            let head = rest.get(..LONGEST_PREFIX).unwrap_or(rest);
            head.iter().any(|&byte| matches!(byte, b'-' | b'\'' | 0xE2)) && has_prefix(word)
        }
        [first, ..] if first.is_ascii() => false,
        _ => str::from_utf8(word).is_ok_and(|word| word.starts_with(char::is_uppercase)),
    }
}

fn has_prefix(word: &[u8]) -> bool {
    let Ok(word) = str::from_utf8(word) else { return false };
    let Some((prefix, rest)) = word.split_once(['-', '\'', '’']) else { return false };
    rest.starts_with(char::is_uppercase) && PREFIXES.contains(&prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        for word in ["Kerry", "al-Assad", "d'Ivoire", "d’Arc", "Élan", "NATO", "F."] {
            assert!(is_capitalized(word.as_bytes()), "{word}");
        }
        for prefix in PREFIXES {
            assert!(is_capitalized(format!("{prefix}-Weir").as_bytes()), "{prefix}");
        }
        for word in ["kerry", "pro-Assad", "iPhone", "non-US", "e-Mail", "", "mid-July", "élan"] {
            assert!(!is_capitalized(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn places_are_found_in_order() {
        let places = Places(vec![1 | 1 << 3 | 1 << 63, 1, 0, 1 << 7]);
        let from = |from| places.first(from..2000);
        assert_eq!([from(0), from(1), from(4), from(64)], [Some(0), Some(3), Some(63), Some(64)]);
        assert_eq!([from(65), from(200), from(1000)], [Some(199), None, None]);
        let before = |end| places.first(65..end);
        assert_eq!(
            [before(65), before(128), before(199), before(200)],
            [None, None, None, Some(199)]
        );
        assert!(places.has(63) && !places.has(62) && !places.has(500));
    }
}

//! What is asked of the tokens of a text again and again, looked up once.

use super::offices::{TitleHere, title_here};
use super::words::Words;
use crate::lexicon::{Listed, Role, WordId, WordKey, lexicon};
use crate::text::{HIGH, Span, Token, TokenKind, equal};

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
    /// The listed names that begin with a capital, and how many tokens they take.
    pub(super) listed: Option<Begun<(usize, Listed)>>,
    pub(super) titles: Option<Begun<TitleHere>>,
}

impl LookedUp {
    pub(crate) fn of(text: &str, tokens: &[Token]) -> LookedUp {
        let lexicon = lexicon();
        let keys: Vec<WordKey> = tokens.iter().map(|token| WordKey::at(text, token.span)).collect();
        let mut known = LookedUp {
            ids: Vec::with_capacity(tokens.len()),
            roles: Vec::with_capacity(tokens.len()),
            capitals: Places::with_room(tokens.len()),
            joined: Places::with_room(tokens.len()),
            keys: Vec::new(),
            listed: None,
            titles: None,
        };
        let mut begin = Vec::new();
        for (at, (token, &key)) in tokens.iter().zip(&keys).enumerate() {
            if let Some(&soon) = keys.get(at + AHEAD) {
                lexicon.expect(soon);
            }
            let bytes = text.as_bytes().get(token.span.range()).unwrap_or_default();
            let id = match token.kind {
                TokenKind::Word | TokenKind::Clitic | TokenKind::Number => {
                    lexicon.find_key(bytes, key)
                }
                _ => WordId::default(),
            };
            known.ids.push(id);
            let is_word = token.kind == TokenKind::Word;
            let role = if is_word { lexicon.word(id).role } else { Role::NONE };
            known.roles.push(role);
            if is_word {
                let joined = may_be_joined(text, token.span);
                if joined {
                    known.joined.add(at);
                }
                if joined || role.any(BEGINS) {
                    begin.push(at);
                }
                if bytes.first().is_some_and(u8::is_ascii_uppercase)
                    || joined && is_capitalized(bytes)
                {
                    known.capitals.add(at);
                }
            }
        }
        known.keys = keys;
        let words = Words::new(text, tokens).with_known(&known);
        let capitals = begin.iter().filter(|&&at| words.is_capitalized(at));
        let listed = capitals.filter_map(|&at| Some((at, words.listed(at)?))).collect();
        let titles = begin.iter().filter_map(|&at| Some((at, title_here(words, at)?))).collect();
        LookedUp { listed: Some(Begun(listed)), titles: Some(Begun(titles)), ..known }
    }
}

/// What a listed name or a title may begin with.
const BEGINS: Role = Role::BEGINS_LISTED.or(Role::BEGINS_TITLE).or(Role::OFFICE_MODIFIER);

/// What begins at some tokens, in their order.
#[derive(Debug)]
pub(super) struct Begun<T>(Vec<(usize, T)>);

impl<T: Copy> Begun<T> {
    /// What begins at a token.
    pub(super) fn at(&self, at: usize) -> Option<T> {
        let place = self.0.binary_search_by_key(&at, |it| it.0).ok()?;
        self.0.get(place).map(|it| it.1)
    }
}

/// Whether a word may have a hyphen or an apostrophe: it has, or a letter beyond ASCII.
#[inline]
fn may_be_joined(text: &str, span: Span) -> bool {
    let bytes = text.as_bytes().get(span.start as usize..).unwrap_or_default();
    let len = span.len() as usize;
    match bytes.first_chunk().filter(|_| len < 8) {
        Some(eight) => {
            let eight = u64::from_le_bytes(*eight) & !(u64::MAX << (8 * len));
            (equal(eight, b'-') | equal(eight, b'\'') | eight) & HIGH != 0
        }
        None => bytes.iter().take(len).any(|byte| matches!(byte, b'-' | b'\'' | 0x80..)),
    }
}

/// The place of a word in the lexicon is asked for so many words before it is needed.
const AHEAD: usize = 8;

/// Some of the tokens of a text, a bit each.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<u64>);

impl Places {
    fn with_room(tokens: usize) -> Places {
        Places(vec![0; tokens.div_ceil(64)])
    }

    #[inline]
    fn add(&mut self, at: usize) {
        if let Some(block) = self.0.get_mut(at / 64) {
            *block |= 1 << (at % 64);
        }
    }

    #[inline]
    pub(super) fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|block| block >> (at % 64) & 1 != 0)
    }

    /// The first of them from this one on.
    pub(super) fn next(&self, from: usize) -> Option<usize> {
        let mut at = from / 64;
        let mut block = self.0.get(at)? >> (from % 64) << (from % 64);
        while block == 0 {
            at += 1;
            block = *self.0.get(at)?;
        }
        Some(at * 64 + block.trailing_zeros() as usize)
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
        let mut places = Places::with_room(200);
        for at in [0, 3, 63, 64, 199, 500] {
            places.add(at);
        }
        let from = |from| places.next(from);
        assert_eq!([from(0), from(1), from(4), from(64)], [Some(0), Some(3), Some(63), Some(64)]);
        assert_eq!([from(65), from(200), from(1000)], [Some(199), None, None]);
        assert!(places.has(63) && !places.has(62) && !places.has(500));
    }
}

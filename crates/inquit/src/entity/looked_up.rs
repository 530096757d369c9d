//! What is asked of the tokens of a text again and again, looked up once.

use crate::lexicon::{WordId, WordKey, lexicon};
use crate::text::{Token, TokenKind};

/// What the tokens of a text are, each by its place.
#[derive(Debug, Default)]
pub(crate) struct LookedUp {
    /// Their numbers in the lexicon.
    pub(crate) ids: Vec<WordId>,
    pub(super) keys: Vec<WordKey>,
    /// Whether they are written as names are.
    pub(super) capitals: Vec<bool>,
}

impl LookedUp {
    pub(crate) fn of(text: &str, tokens: &[Token]) -> LookedUp {
        let lexicon = lexicon();
        let keys: Vec<WordKey> =
            tokens.iter().map(|token| WordKey::of(&text[token.span])).collect();
        let mut ids = Vec::with_capacity(tokens.len());
        let mut capitals = Vec::with_capacity(tokens.len());
        for (at, (token, &key)) in tokens.iter().zip(&keys).enumerate() {
            if let Some(&soon) = keys.get(at + AHEAD) {
                lexicon.expect(soon);
            }
            let surface = &text[token.span];
            ids.push(match token.kind {
                TokenKind::Word | TokenKind::Clitic | TokenKind::Number => {
                    lexicon.find_key(surface, key)
                }
                _ => WordId::default(),
            });
            capitals.push(token.kind == TokenKind::Word && is_capitalized(surface));
        }
        LookedUp { ids, keys, capitals }
    }
}

/// The place of a word in the lexicon is asked for so many words before it is needed.
const AHEAD: usize = 8;

/// Longest of [`PREFIXES`].
const LONGEST_PREFIX: usize = 4;

/// Letters that stand before the hyphen or apostrophe of a family name.
const PREFIXES: [&str; 18] = [
    "al", "el", "as", "ad", "an", "ar", "at", "az", "ash", "ur", "ul", "bin", "d", "l", "de",
    "abu", "ould", "ben",
];

/// Whether a word is written as names are: "Kerry", "al-Assad", "d'Ivoire".
#[inline]
pub(super) fn is_capitalized(word: &str) -> bool {
    match word.as_bytes() {
        [first, ..] if first.is_ascii_uppercase() => true,
        // Most words are in small letters and begin with no prefix.
        [b'a' | b'b' | b'd' | b'e' | b'l' | b'o' | b'u', rest @ ..] => {
            let head = rest.get(..LONGEST_PREFIX).unwrap_or(rest);
            head.iter().any(|&byte| matches!(byte, b'-' | b'\'' | 0xE2)) && has_prefix(word)
        }
        [first, ..] if first.is_ascii() => false,
        _ => word.starts_with(char::is_uppercase),
    }
}

fn has_prefix(word: &str) -> bool {
    let Some((prefix, rest)) = word.split_once(['-', '\'', '’']) else { return false };
    rest.starts_with(char::is_uppercase) && PREFIXES.contains(&prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        for word in ["Kerry", "al-Assad", "d'Ivoire", "d’Arc", "Élan", "NATO", "F."] {
            assert!(is_capitalized(word), "{word}");
        }
        for prefix in PREFIXES {
            assert!(is_capitalized(&format!("{prefix}-Weir")), "{prefix}");
        }
        for word in ["kerry", "pro-Assad", "iPhone", "non-US", "e-Mail", "", "mid-July", "élan"] {
            assert!(!is_capitalized(word), "{word}");
        }
    }
}

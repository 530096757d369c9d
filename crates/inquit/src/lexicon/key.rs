//! Numbers that stand for words and phrases, so that tables need no text as key.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word or phrase without regard to letter case, a stop at its end, or the form of apostrophes.
///
/// Two words with one key are the same word for every purpose here; a chance collision would need
/// billions of words.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct WordKey(u64);

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const ONES: u64 = 0x0101_0101_0101_0101;

impl WordKey {
    /// The key of one word.
    pub(crate) fn of(word: &str) -> WordKey {
        let word = match word.strip_suffix('.') {
            Some(stem) if !stem.is_empty() => stem,
            _ => word,
        };
        if !word.is_ascii() {
            return WordKey::of_letters(word);
        }
        let mut hash = 0;
        let mut chunks = word.as_bytes().chunks_exact(8);
        for chunk in &mut chunks {
            hash = mixed(hash, lower(chunk.iter().rev().fold(0, |it, &b| it << 8 | u64::from(b))));
        }
        let tail = chunks.remainder().iter().rev().fold(0, |it, &b| it << 8 | u64::from(b));
        WordKey(finished(mixed(hash, lower(tail)), word.len()))
    }

    /// The same for words with letters beyond ASCII.
    fn of_letters(word: &str) -> WordKey {
        let (mut hash, mut chunk, mut filled, mut len) = (0, 0_u64, 0, 0);
        let mut buffer = [0; 4];
        for c in word.chars() {
            let c = if matches!(c, '’' | 'ʼ') { '\'' } else { c };
            for lower in c.to_lowercase() {
                for &byte in lower.encode_utf8(&mut buffer).as_bytes() {
                    chunk |= u64::from(byte) << (8 * filled);
                    filled += 1;
                    len += 1;
                    if filled == 8 {
                        hash = mixed(hash, chunk);
                        (chunk, filled) = (0, 0);
                    }
                }
            }
        }
        WordKey(finished(mixed(hash, chunk), len))
    }

    /// The key of the phrase that this key and then one more word make.
    pub(crate) fn then(self, word: WordKey) -> WordKey {
        WordKey(mixed(self.0.rotate_left(17), word.0))
    }

    /// The key of the words between the spaces of a name; `None` where there are none.
    pub(crate) fn of_phrase(phrase: &str) -> Option<WordKey> {
        phrase.split_whitespace().map(WordKey::of).reduce(WordKey::then)
    }
}

fn mixed(hash: u64, chunk: u64) -> u64 {
    let product = (hash ^ chunk).wrapping_mul(MULTIPLIER);
    product ^ (product >> 32)
}

fn finished(hash: u64, len: usize) -> u64 {
    mixed(hash, len as u64 ^ MULTIPLIER)
}

/// Eight ASCII bytes in lower case.
fn lower(bytes: u64) -> u64 {
    let above_z = bytes + ONES * u64::from(0x7F - b'Z');
    let from_a = bytes + ONES * u64::from(0x80 - b'A');
    let upper = (above_z ^ from_a) & (ONES << 7);
    bytes | upper >> 2
}

/// A table by key for fixed lists. Tables filled from a text use the keyed hasher of the standard
/// library instead, which no text can be written against.
pub(super) type Table<T> = HashMap<WordKey, T, BuildHasherDefault<KeyHasher>>;

/// Passes a key through, since it is a hash already.
#[derive(Default)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mixed(self.0, u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_stops_and_apostrophes_do_not_matter() {
        for (a, b) in [
            ("Kerry", "KERRY"),
            ("Mr.", "mr"),
            ("Constantinople", "CONSTANTINOPLE"),
            ("ÉMILE", "émile"),
            ("d’Ivoire", "D'ivoire"),
            ("Þórðarson", "þÓRÐARSON"),
        ] {
            assert_eq!(WordKey::of(a), WordKey::of(b), "{a} {b}");
        }
    }

    #[test]
    fn other_words_have_other_keys() {
        let words = [
            "a", "b", "ab", "ba", "aa", "kerry", "kerr", "kerr0", "@", "`", "[", "{", "é", "e",
            "abcdefgh", "abcdefghi", "abcdefg", "Äbcdefgh",
        ];
        for (i, a) in words.iter().enumerate() {
            for b in words.iter().skip(i + 1) {
                assert_ne!(WordKey::of(a), WordKey::of(b), "{a} {b}");
            }
        }
    }

    #[test]
    fn the_order_of_words_matters() {
        assert_ne!(WordKey::of_phrase("New York"), WordKey::of_phrase("York New"));
        assert_eq!(WordKey::of_phrase("New York"), WordKey::of_phrase("  NEW\nYORK "));
        assert_eq!(WordKey::of_phrase(" "), None);
    }
}

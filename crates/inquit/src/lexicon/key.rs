//! Numbers that stand for words and phrases, so that tables need no text as key.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::LazyLock;

use crate::text::{HIGH, ONES, Span, eight, equal, rest};

/// A word or phrase without regard to letter case, a stop at its end, or the form of apostrophes.
///
/// Two words with one key are the same word for every purpose here. By chance that would need billions
/// of words; who writes words to have one key makes them one.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct WordKey(u64);

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

impl WordKey {
    /// The key of one word.
    pub(crate) fn of(word: &str) -> WordKey {
        WordKey::of_ascii(word.as_bytes()).unwrap_or_else(|| {
            let bare = word.strip_suffix('.').filter(|bare| !bare.is_empty());
            WordKey(hash_letters(bare.unwrap_or(word)))
        })
    }

    /// The same of the bytes of a word; `None` if it has letters beyond ASCII.
    #[inline]
    fn of_ascii(word: &[u8]) -> Option<WordKey> {
        let bare = match word {
            [bare @ .., b'.'] if !bare.is_empty() => bare,
            _ => word,
        };
        hash_ascii(bare).map(WordKey)
    }

    /// The key of the word that stands there in a text.
    pub(crate) fn at(text: &str, span: Span) -> WordKey {
        WordKey::read(text, span).0
    }

    /// The same, and whether the word may have a hyphen or an apostrophe: it has, or a letter beyond
    /// ASCII.
    #[inline]
    pub(crate) fn read(text: &str, span: Span) -> (WordKey, bool) {
        read_short(text, span).unwrap_or_else(|| read_any(text, span))
    }

    /// The key of the phrase that this key and then one more word make.
    pub(crate) fn then(self, word: WordKey) -> WordKey {
        WordKey(mixed(self.0.rotate_left(17), word.0))
    }

    /// The key of the same word where it can only be a name.
    pub(super) fn of_name(self) -> WordKey {
        self.then(WordKey(ONES))
    }

    /// The key as a number, the same on every machine.
    pub(crate) fn number(self) -> u64 {
        self.0
    }

    /// Spreads keys over a table.
    pub(super) fn hash(self) -> usize {
        usize::try_from(self.0 >> 32).unwrap_or(0)
    }

    /// The upper half of the key, which depends on every letter.
    pub(crate) fn upper_half(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// The key but for 16 bits.
    pub(super) fn without_last_bits(self) -> u64 {
        self.0 & !u64::from(u16::MAX)
    }

    /// The key of the words between the spaces of a name; `None` where there are none.
    pub(crate) fn of_phrase(phrase: &str) -> Option<WordKey> {
        let words = phrase.as_bytes().split(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
        let mut key: Option<WordKey> = None;
        for word in words.filter(|word| !word.is_empty()) {
            let Some(next) = WordKey::of_ascii(word) else {
                return phrase.split_whitespace().map(WordKey::of).reduce(WordKey::then);
            };
            key = Some(key.map_or(next, |key| key.then(next)));
        }
        key
    }
}

fn mixed(hash: u64, chunk: u64) -> u64 {
    let product = (hash ^ chunk).wrapping_mul(MULTIPLIER);
    product ^ (product >> 32)
}

/// What [`WordKey::read`] reads of a word of ASCII of up to fifteen bytes, as nearly all are: it is
/// read with what stands behind it, which is cut off.
#[inline]
fn read_short(text: &str, span: Span) -> Option<(WordKey, bool)> {
    let bytes: &[u8; 16] = text.as_bytes().get(span.start as usize..)?.first_chunk()?;
    let mut len = span.len();
    if len > 15 {
        return None;
    }
    if len > 1 && bytes.get(len as usize - 1) == Some(&b'.') {
        len -= 1;
    }
    let joins = |eight: u64| equal(eight, b'-') | equal(eight, b'\'');
    let (mut hash, mut tail, mut joined) = (u64::from(len) ^ MULTIPLIER, eight(bytes, 0), 0);
    if len > 7 {
        hash = mixed(hash, lower(tail)?);
        joined = joins(tail);
        (tail, len) = (eight(bytes, 8), len - 8);
    }
    tail &= !(u64::MAX << (8 * len));
    joined |= joins(tail);
    let letters = lower(tail)?;
    let tail = match len.checked_sub(4) {
        Some(more) => letters & u64::from(u32::MAX) | letters >> (8 * more) << 32,
        None => letters,
    };
    Some((WordKey(mixed(hash, tail)), joined & HIGH != 0))
}

#[cold]
fn read_any(text: &str, span: Span) -> (WordKey, bool) {
    let word = span.get(text).unwrap_or_default();
    let joined = word.bytes().any(|byte| matches!(byte, b'-' | b'\'' | 0x80..));
    (WordKey::of(word), joined)
}

/// The hash of a word in lower case; `None` if it has letters beyond ASCII.
fn hash_ascii(word: &[u8]) -> Option<u64> {
    let mut hash = word.len() as u64 ^ MULTIPLIER;
    let (chunks, tail) = word.as_chunks::<8>();
    for chunk in chunks {
        hash = mixed(hash, lower(u64::from_le_bytes(*chunk))?);
    }
    Some(mixed(hash, lower(rest(tail, 0))?))
}

/// The same for any letters, which few words have.
#[cold]
fn hash_letters(word: &str) -> u64 {
    let lower = word.chars().flat_map(|c| {
        let c = if matches!(c, '’' | 'ʼ') { '\'' } else { c };
        c.to_lowercase()
    });
    let mut hash = MULTIPLIER;
    let mut ascii = true;
    let mut bytes: Vec<u8> = Vec::new();
    for c in lower {
        ascii &= c.is_ascii();
        hash = mixed(hash, u64::from(u32::from(c)));
        bytes.extend(u8::try_from(c).ok().filter(u8::is_ascii));
    }
    // "d’Ivoire" is "d'Ivoire".
    if ascii { hash_ascii(&bytes).unwrap_or(hash) } else { hash }
}

/// Eight ASCII bytes in lower case.
fn lower(bytes: u64) -> Option<u64> {
    if bytes & HIGH != 0 {
        return None;
    }
    let above_z = bytes + ONES * u64::from(0x7F - b'Z');
    let from_a = bytes + ONES * u64::from(0x80 - b'A');
    let upper = (above_z ^ from_a) & HIGH;
    Some(bytes | upper >> 2)
}

/// A table by key for fixed lists.
pub(super) type Table<T> = HashMap<WordKey, T, BuildHasherDefault<KeyHasher>>;

/// A table by key that is filled from a text. Where a key goes depends on a number drawn anew by
/// each process, so that no text can be written to fill one place of the table.
pub(crate) type TextTable<T> = HashMap<WordKey, T, Seeded>;

/// A set of keys, filled in the same way.
pub(crate) type TextSet = HashSet<WordKey, Seeded>;

/// Hashes keys with the number of the process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seeded(u64);

impl Default for Seeded {
    fn default() -> Seeded {
        static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0_u64));
        Seeded(*SEED)
    }
}

impl BuildHasher for Seeded {
    type Hasher = SeededHasher;

    fn build_hasher(&self) -> SeededHasher {
        SeededHasher { seed: self.0, hash: 0 }
    }
}

/// Folds the product of a key and the number of the process.
#[derive(Debug)]
pub(crate) struct SeededHasher {
    seed: u64,
    hash: u64,
}

impl Hasher for SeededHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, tail) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.write_u64(u64::from_le_bytes(*chunk));
        }
        let tail = tail.iter().rev().fold(1, |sum, &byte| sum << 8 | u64::from(byte));
        self.write_u64(tail);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, key: u64) {
        let product = u128::from(key ^ self.hash ^ self.seed) * u128::from(self.seed | 1);
        let bytes = product.to_le_bytes();
        let (halves, _) = bytes.as_chunks::<8>();
        self.hash = halves.iter().fold(0, |hash, half| hash ^ u64::from_le_bytes(*half));
    }

    fn finish(&self) -> u64 {
        self.hash
    }
}

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
    fn a_word_has_one_key_wherever_it_stands() {
        let words =
            "a Mr. to Ada Weir “No” Zorvan Quillan Harbours é harbour-masters. Unreadablenesses";
        for word in words.split(' ').chain([""]) {
            for text in [format!("{word}.X-é' said so"), word.to_owned()] {
                let joined = word.contains('-') || !word.is_ascii();
                let span = Span::of(0..word.len());
                assert_eq!(WordKey::read(&text, span), (WordKey::of(word), joined), "{text}");
            }
        }
    }

    #[test]
    fn other_words_have_other_keys() {
        let words = [
            "a",
            "b",
            "ab",
            "ba",
            "aa",
            "kerry",
            "kerr",
            "kerr0",
            "@",
            "`",
            "[",
            "{",
            "é",
            "e",
            "abcdefgh",
            "abcdefghi",
            "abcdefg",
            "Äbcdefgh",
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

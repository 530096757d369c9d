//! Hashes of words and of what they make up.
//!
//! They only ever serve to find a place to look at: whatever is found there is compared with the
//! text, letter by letter. So a text cannot be made that matches by its hash alone.
//!
//! There are two hashes of a word: one of its first eight letters and its length, which is all that
//! the filters need and which takes two loads and a product; and one of all its letters, for aliases
//! whose beginning many others share. A hash is the two halves of a product of 128 bits laid over
//! each other. The highest byte of each key is in no UTF-8 text, so that no factor is ever zero.

const KEYS: [u64; 4] =
    [0xFF9E_3779_B97F_4A7C, 0xFFD6_E8FE_B866_59FD, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB];

/// The hash of white space between words.
pub(super) const SPACE: u64 = KEYS[2];

/// Marks the heads that have a second word. Neither the places in tables and filters nor the bits
/// set there depend on it.
pub(super) const PAIR: u64 = 1 << 20;

/// What a hash is mixed with in filters if the word begins with a small letter of ASCII: such words
/// begin fewer aliases.
const SMALL: u64 = 0x8EBC_6AF0_9C88_C6E3;

#[inline(always)]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let low = product as u64;
    low ^ (product >> 64) as u64
}

/// Letters of ASCII in small and in capitals made alike, and a few signs with them.
#[inline(always)]
fn alike(bytes: u64) -> u64 {
    const BIT: u64 = u64::from_le_bytes([0x20; 8]);
    bytes | (BIT & !(bytes >> 2))
}

/// The first eight bytes of a text, or as many as there are and zeros.
#[inline(always)]
pub(super) fn first_bytes(text: &[u8]) -> u64 {
    text.first_chunk().map_or_else(|| last_bytes(text), |bytes| u64::from_le_bytes(*bytes))
}

/// Whether the first of eight bytes is a small letter of ASCII.
#[inline(always)]
pub(super) fn is_small(bytes: u64) -> bool {
    bytes.to_le_bytes()[0].is_ascii_lowercase()
}

/// The hash of the beginning of a word and its length, without regard to the case of letters of
/// ASCII; from the eight bytes that it begins with.
#[inline(always)]
pub(super) fn of_beginning(bytes: u64, length: u32) -> u64 {
    let mask = u64::MAX >> (64 - 8 * length.clamp(1, 8));
    fold(alike(bytes) & mask ^ KEYS[0], u64::from(length) ^ KEYS[1])
}

/// Fewer than eight bytes, at the end of a text.
#[cold]
#[inline(never)]
fn last_bytes(rest: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    u64::from_le_bytes(bytes)
}

/// A hash as filters hold it, for words that begin with a small letter of ASCII or do not.
#[inline(always)]
pub(super) fn in_filter(hash: u64, is_small: bool) -> u64 {
    hash ^ SMALL & 0_u64.wrapping_sub(u64::from(is_small))
}

/// The hash of all these bytes, without regard to the case of letters of ASCII.
pub(in crate::entity) fn of_bytes(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64 ^ KEYS[1];
    let (whole, rest) = bytes.as_chunks::<8>();
    for chunk in whole {
        hash = fold(alike(u64::from_le_bytes(*chunk)) ^ KEYS[0], hash);
    }
    if !rest.is_empty() {
        let mask = u64::MAX >> (64 - 8 * rest.len());
        hash = fold(alike(last_bytes(rest)) & mask ^ KEYS[0], hash);
    }
    hash
}

/// The hash of a sequence, from that of all but its last and that of its last.
#[inline(always)]
pub(super) fn chain(sequence: u64, next: u64) -> u64 {
    fold(sequence ^ KEYS[2], next ^ KEYS[3])
}

/// The head of aliases that have this first unit and no further word.
#[inline(always)]
pub(super) fn single(first: u64) -> u64 {
    first & !PAIR
}

/// The head of aliases that have this first unit and this word next after it.
#[inline(always)]
pub(super) fn pair(first: u64, second: u64) -> u64 {
    chain(first, second) | PAIR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_same_hash_wherever_it_stands() {
        let text = "Kerry, KERRY and an internationalisation: INTERNATIONALISATION of kerry";
        let small = text.to_ascii_lowercase();
        let beginning = |text: &[u8], length| of_beginning(first_bytes(text), length);
        for (word, length) in [("kerry", 5), ("an", 2), ("internationalisation", 20)] {
            let expected = beginning(word.as_bytes(), length);
            let mut count = 0;
            for (at, _) in small.match_indices(word) {
                assert_eq!(beginning(&text.as_bytes()[at..], length), expected, "{word} at {at}");
                let found = &text.as_bytes()[at..at + word.len()];
                assert_eq!(of_bytes(found), of_bytes(word.as_bytes()));
                count += 1;
            }
            assert!(count > 1, "{word}");
        }
        assert_ne!(of_bytes(b"a"), of_bytes(b"a\0"));
        assert_ne!(of_bytes(&[b'a'; 16]), of_bytes(&[b'a'; 17]));
        assert_ne!(beginning(b"aaaaaaaaa", 8), beginning(b"aaaaaaaaa", 9));
    }
}

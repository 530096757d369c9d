//! Hashes of words and of what they make up.
//!
//! They only ever serve to find a place to look at: whatever is found there is compared with the
//! text, letter by letter. So a text cannot be made that matches by its hash alone.
//!
//! There are two hashes of a word: one of its first eight letters and its length, [`hash_word`],
//! which is all that the filters need; and one of all its letters, for aliases whose beginning many
//! others share. That one is the two halves of a product of 128 bits laid over each other. The
//! highest byte of each key is in no UTF-8 text, so that no factor is ever zero.
//!
//! [`hash_word`]: crate::text::hash_word

use crate::text::{hash_word, last_bytes};

const KEYS: [u64; 4] =
    [0xFF9E_3779_B97F_4A7C, 0xFFD6_E8FE_B866_59FD, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB];

/// The hash of white space between words.
pub(super) const SPACE: u64 = KEYS[2];

/// Marks the heads that have a second word. Neither the places in tables and filters nor the bits
/// set there depend on it.
pub(super) const PAIR: u64 = 1 << 20;

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let low = product as u64;
    low ^ (product >> 64) as u64
}

/// Letters of ASCII in small and in capitals made alike, and a few signs with them.
#[inline]
fn alike(bytes: u64) -> u64 {
    const BIT: u64 = u64::from_le_bytes([0x20; 8]);
    bytes | (BIT & !(bytes >> 2))
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

/// The hash of the beginning of a word or sign: as [`hash_word`] has it, but of all these bytes.
pub(super) fn beginning(bytes: &[u8]) -> u64 {
    hash_word(bytes, u32::try_from(bytes.len()).unwrap_or(u32::MAX))
}

/// The hash of a sequence, from that of all but its last and that of its last.
#[inline]
pub(super) fn chain(sequence: u64, next: u64) -> u64 {
    fold(sequence ^ KEYS[2], next ^ KEYS[3])
}

/// The head of aliases that have this first unit and no further word.
#[inline]
pub(super) fn single(first: u64) -> u64 {
    first & !PAIR
}

/// The head of aliases that have this first unit and this word next after it.
#[inline]
pub(super) fn pair(first: u64, second: u64) -> u64 {
    chain(first, second) | PAIR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_letters_count_but_not_their_case() {
        assert_eq!(of_bytes(b"internationalisation"), of_bytes(b"INTERnationalISATION"));
        assert_ne!(of_bytes(b"internationalisation"), of_bytes(b"internationalisatiom"));
        assert_ne!(of_bytes(b"a"), of_bytes(b"a\0"));
        assert_ne!(of_bytes(&[b'a'; 16]), of_bytes(&[b'a'; 17]));
    }
}

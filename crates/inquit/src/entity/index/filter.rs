//! Bloom filters of one word each: two bits in 64 tell that a hash is not among those entered.
//!
//! F. Putze, P. Sanders, J. Singler: Cache-, Hash- and Space-Efficient Bloom Filters (2007). With
//! twelve bits an entry, one hash in thirty that was not entered passes.

use crate::text::{filter_bits, filter_place};

const BITS_PER_ENTRY: usize = 12;

/// A filter, as it stands in a file.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::entity) struct Filter<'d> {
    words: &'d [[u8; 8]],
}

impl<'d> Filter<'d> {
    pub(in crate::entity) fn new(words: &'d [[u8; 8]]) -> Filter<'d> {
        Filter { words }
    }

    /// All of it.
    #[inline]
    pub(super) fn words(self) -> &'d [[u8; 8]] {
        self.words
    }

    /// Where a hash would be entered.
    #[inline]
    pub(super) fn word(self, hash: u64) -> u64 {
        let word = self.words.get(filter_place(hash, self.words.len()));
        word.map_or(0, |word| u64::from_le_bytes(*word))
    }
}

/// `false` if a hash was not entered where it would be, and `true` if it was or, rarely, else.
#[inline]
pub(super) fn may_hold(word: u64, hash: u64) -> bool {
    word & filter_bits(hash) == filter_bits(hash)
}

/// The same, of a hash entered as special.
#[inline]
pub(super) fn may_hold_special(word: u64, hash: u64) -> bool {
    word & special_bits(hash) == special_bits(hash)
}

/// The words of a filter for these hashes, each of which may be special, with room for so many
/// different ones; those that are special count twice.
pub(super) fn filter(hashes: impl Iterator<Item = (u64, bool)>, room: usize) -> Vec<u8> {
    let words = (room * BITS_PER_ENTRY).div_ceil(64);
    let mut filter = vec![0_u64; words];
    for (hash, is_special) in hashes {
        if let Some(word) = filter.get_mut(filter_place(hash, words)) {
            *word |= filter_bits(hash) | if is_special { special_bits(hash) } else { 0 };
        }
    }
    filter.into_iter().map(u64::to_le_bytes).collect::<Vec<_>>().into_flattened()
}

/// About how many different hashes there are: how many of eight times as many places they strike.
pub(super) fn distinct(hashes: impl Iterator<Item = u64> + Clone) -> usize {
    let places = 8 * hashes.clone().count();
    let mut struck = vec![0_u64; places.div_ceil(64)];
    for hash in hashes {
        let at = filter_place(hash, places);
        if let Some(word) = struck.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }
    struck.iter().map(|word| word.count_ones() as usize).sum()
}

#[inline]
fn special_bits(hash: u64) -> u64 {
    filter_bits(hash >> 12)
}

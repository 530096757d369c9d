//! Bloom filters of one word each: two bits in 64 tell that a hash is not among those entered.
//!
//! F. Putze, P. Sanders, J. Singler: Cache-, Hash- and Space-Efficient Bloom Filters (2007). With
//! twelve bits an entry, one hash in thirty that was not entered passes.

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

    /// Where a hash would be entered.
    #[inline(always)]
    pub(super) fn word(self, hash: u64) -> u64 {
        let word = self.words.get(place(hash, self.words.len()));
        word.map_or(0, |word| u64::from_le_bytes(*word))
    }
}

/// `false` if a hash was not entered where it would be, and `true` if it was or, rarely, else.
#[inline(always)]
pub(super) fn may_hold(word: u64, hash: u64) -> bool {
    word & bits(hash) == bits(hash)
}

/// The same, of a hash entered as special.
#[inline(always)]
pub(super) fn may_hold_special(word: u64, hash: u64) -> bool {
    word & special_bits(hash) == special_bits(hash)
}

/// The words of a filter for these hashes, each of which may be special.
pub(super) fn filter(hashes: impl Iterator<Item = (u64, bool)> + Clone) -> Vec<u8> {
    let all = distinct(hashes.clone().map(|(hash, _)| hash));
    let special = hashes.clone().filter(|(_, is_special)| *is_special);
    let special = distinct(special.map(|(hash, _)| hash));
    let words = ((all + special) * BITS_PER_ENTRY).div_ceil(64);
    let mut filter = vec![0_u64; words];
    for (hash, is_special) in hashes {
        if let Some(word) = filter.get_mut(place(hash, words)) {
            *word |= bits(hash) | if is_special { special_bits(hash) } else { 0 };
        }
    }
    filter.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// About how many different hashes there are, and never less than one if there are any.
///
/// Linear counting: hashes strike places at random, and the share of places not struck tells how
/// many there were.
fn distinct(hashes: impl Iterator<Item = u64> + Clone) -> usize {
    let places = hashes.clone().count().next_power_of_two();
    let mut struck = vec![0_u64; places.div_ceil(64)];
    let mut free = places as u64;
    for hash in hashes {
        let at = place(hash, places);
        if let Some(word) = struck.get_mut(at / 64) {
            free -= u64::from(*word >> (at % 64) & 1 == 0);
            *word |= 1 << (at % 64);
        }
    }
    // -places * ln(free / places), with the logarithm of an integer as a sum of a series that both
    // ends need few terms of: 2 * (z + z^3/3 + z^5/5 + ...) where z = (places-free) / (places+free).
    let (all, free) = (places as f64, free.max(1) as f64);
    let z = (all - free) / (all + free);
    let mut term = z;
    let mut sum = 0.0;
    for odd in 0..16 {
        sum += term / f64::from(2 * odd + 1);
        term *= z * z;
    }
    (2.0 * sum * all) as usize + 1
}

/// The word for a hash, among so many.
#[inline(always)]
fn place(hash: u64, words: usize) -> usize {
    ((hash >> 32) * words as u64 >> 32) as usize
}

#[inline(always)]
fn bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
}

#[inline(always)]
fn special_bits(hash: u64) -> u64 {
    bits(hash >> 12)
}

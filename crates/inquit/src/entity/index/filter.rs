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

    /// `false` if the hash was not entered, and `true` if it was or, rarely, else.
    #[inline]
    pub(in crate::entity) fn may_hold(self, hash: u64) -> bool {
        let word = self.words.get(place(hash, self.words.len()));
        let bits = bits(hash);
        word.is_some_and(|word| u64::from_le_bytes(*word) & bits == bits)
    }
}

/// The words of a filter for these hashes.
pub(super) fn filter(hashes: impl Iterator<Item = u64> + Clone) -> Vec<u8> {
    let words = (distinct(hashes.clone()) * BITS_PER_ENTRY).div_ceil(64);
    let mut filter = vec![0_u64; words];
    for hash in hashes {
        if let Some(word) = filter.get_mut(place(hash, words)) {
            *word |= bits(hash);
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
#[inline]
fn place(hash: u64, words: usize) -> usize {
    ((hash >> 32) * words as u64 >> 32) as usize
}

#[inline]
fn bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
}

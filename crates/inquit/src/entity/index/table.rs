//! A flat hash table of numbers: the one structure that finds aliases by their words and entities by
//! their ids.
//!
//! A place holds 32 bits: a number plus one, and above it as much of the hash as there is room for;
//! zero is empty. What is found is a number that may belong to the hash: whoever asks compares the
//! thing itself. Sixteen places share a line of cache, and a number stands at most [`MOST_REACH`]
//! places behind the one its hash leads to, so that no search is ever long.

/// How far behind its place a number may stand.
const MOST_REACH: usize = 512;

/// A table, as it stands in a file.
#[derive(Clone, Copy, Debug)]
pub(in crate::entity) struct Table<'d> {
    places: &'d [[u8; 4]],
    number_bits: u32,
}

/// Fills a table.
pub(in crate::entity) struct TableBuilder {
    places: Vec<u32>,
    number_bits: u32,
}

impl<'d> Table<'d> {
    /// A table of numbers of so many bits.
    pub(in crate::entity) fn new(places: &'d [[u8; 4]], number_bits: u32) -> Table<'d> {
        Table { places, number_bits: number_bits.clamp(1, 32) }
    }

    /// The numbers that may have been entered under this hash.
    #[inline]
    pub(in crate::entity) fn find(self, hash: u64) -> impl Iterator<Item = u32> + use<'d> {
        let check = check(hash, self.number_bits);
        let mask = u32::MAX >> (32 - self.number_bits);
        let first = first_place(hash, self.places.len());
        let reach = self.places.get(first..first + MOST_REACH).unwrap_or_default();
        reach
            .iter()
            .map(|place| u32::from_le_bytes(*place))
            .take_while(|&place| place != 0)
            .filter(move |place| (place ^ check) & !mask == 0)
            .map(move |place| (place & mask).wrapping_sub(1))
    }

    /// Where a search for this hash begins.
    #[inline]
    pub(in crate::entity) fn place(self, hash: u64) -> Option<&'d [u8; 4]> {
        self.places.get(first_place(hash, self.places.len()))
    }
}

impl TableBuilder {
    /// A table for so many numbers, all below `bound`; `None` if the numbers are too large.
    pub(in crate::entity) fn new(count: usize, bound: usize) -> Option<TableBuilder> {
        let largest = u32::try_from(bound).ok().filter(|&bound| bound < u32::MAX)?;
        let number_bits = u32::BITS - largest.leading_zeros();
        let places = count + count / 2 + MOST_REACH;
        Some(TableBuilder { places: vec![0; places], number_bits: number_bits.max(1) })
    }

    pub(in crate::entity) fn number_bits(&self) -> u32 {
        self.number_bits
    }

    /// Enters a number; `false` if there is no place for it near that of its hash.
    pub(in crate::entity) fn insert(&mut self, hash: u64, number: u32) -> bool {
        let value =
            (number + 1) | check(hash, self.number_bits) & !(u32::MAX >> (32 - self.number_bits));
        let first = first_place(hash, self.places.len());
        let reach = self.places.get_mut(first..first + MOST_REACH).unwrap_or_default();
        let free = reach.iter_mut().find(|place| **place == 0);
        free.map(|place| *place = value).is_some()
    }

    /// The numbers that may have been entered under this hash.
    pub(in crate::entity) fn find(&self, hash: u64) -> impl Iterator<Item = u32> {
        let mask = u32::MAX >> (32 - self.number_bits);
        let check = check(hash, self.number_bits);
        let first = first_place(hash, self.places.len());
        let reach = self.places.get(first..first + MOST_REACH).unwrap_or_default();
        reach
            .iter()
            .take_while(|place| **place != 0)
            .filter(move |place| (**place ^ check) & !mask == 0)
            .map(move |place| (place & mask).wrapping_sub(1))
    }

    /// Where a search for this hash begins.
    pub(in crate::entity) fn place(&self, hash: u64) -> Option<&u32> {
        self.places.get(first_place(hash, self.places.len()))
    }

    /// Its places, as they stand in a file.
    pub(in crate::entity) fn into_places(self) -> Vec<u32> {
        self.places
    }
}

/// The bits of a hash that stand beside a number; those of the number itself do not count.
#[inline]
fn check(hash: u64, number_bits: u32) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let low = hash as u32;
    // The place depends on the upper half; the lowest bits are the best of the lower.
    low.checked_shl(number_bits).unwrap_or(0)
}

/// Where a search begins: far enough from the end for the longest.
#[inline]
fn first_place(hash: u64, places: usize) -> usize {
    let places = places.saturating_sub(MOST_REACH);
    (((hash >> 32) * places as u64) >> 32) as usize
}

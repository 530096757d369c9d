//! The weights of features: a table from the hash of a feature to its row of weights.
//!
//! Every feature that has a row has a place of its own: features fall into small buckets, and the
//! pilot of a bucket moves its features to places that no other takes. A feature without a row
//! falls on the place of another, whose fingerprint tells the two apart 255 times in 256; the model
//! was trained with the rest.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::sum::Row;
use crate::text::prefetch;

/// The weights of all features that have any.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    pilots: Box<[u8]>,
    /// Each row as one number, its first weight in the lowest byte.
    slots: Box<[u64]>,
}

impl Rows {
    /// The table that these parts make; `None` if they cannot be one.
    pub(crate) fn from_parts(pilots: Box<[u8]>, slots: Box<[u64]>) -> Option<Rows> {
        let fits = |len: usize| len > 0 && u32::try_from(len).is_ok();
        (fits(pilots.len()) && fits(slots.len())).then_some(Rows { pilots, slots })
    }

    /// The pilots of the buckets, and the rows.
    #[cfg(feature = "training")]
    pub(crate) fn parts(&self) -> (&[u8], &[u64]) {
        (&self.pilots, &self.slots)
    }

    /// Asks for the memory of the rows of features, so that it is there when they are fetched.
    #[inline(always)]
    pub(crate) fn expect<const N: usize>(&self, hashes: [u64; N], expected: &mut Expected<N>) {
        for (place, &hash) in expected.places.iter_mut().zip(&hashes) {
            let pilot = self.pilots.get(bucket(hash, self.pilots.len())).copied().unwrap_or(0);
            *place = slot(hash, pilot, self.slots.len());
            prefetch(self.slots.get(*place as usize));
        }
        for (mark, &hash) in expected.fingerprints.iter_mut().zip(&hashes) {
            *mark = fingerprint(hash);
        }
    }

    /// The row of one of some features; 0 for a feature that has none.
    #[inline(always)]
    pub(crate) fn fetch<const N: usize>(&self, expected: &Expected<N>, number: usize) -> Row {
        let found = self.slots.get(expected.places[number] as usize).copied().unwrap_or(0);
        // No branch: whether a feature has a row cannot be foretold.
        let same = u64::from(found >> 56 == u64::from(expected.fingerprints[number]));
        Row(found & same.wrapping_neg())
    }
}

/// Features whose rows are on their way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expected<const N: usize> {
    places: [u32; N],
    fingerprints: [u8; N],
}

impl<const N: usize> Expected<N> {
    pub(crate) const fn none() -> Expected<N> {
        Expected { places: [0; N], fingerprints: [0; N] }
    }
}

/// The place among `len` that 32 bits of a hash choose.
#[inline]
fn scaled(bits: u32, len: usize) -> u32 {
    upper(u64::from(bits) * len as u64)
}

#[inline]
pub(super) fn bucket(hash: u64, buckets: usize) -> usize {
    scaled(upper(hash), buckets) as usize
}

#[inline]
pub(super) fn slot(hash: u64, pilot: u8, slots: usize) -> u32 {
    let mixed =
        (lower(hash) ^ u32::from(pilot).wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
    scaled(mixed ^ mixed >> 15, slots)
}

/// Never 0, so that a place that no feature has matches none.
#[inline]
pub(super) fn fingerprint(hash: u64) -> u8 {
    (upper(hash) & 0xFF).max(1) as u8
}

#[inline]
fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[inline]
fn lower(hash: u64) -> u32 {
    (hash & 0xFFFF_FFFF) as u32
}

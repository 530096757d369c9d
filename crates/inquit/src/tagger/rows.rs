//! The weights of features: a table from the hash of a feature to its row of weights.
//!
//! Every feature that has a row has a place of its own: features fall into small buckets, and the
//! pilot of a bucket moves its features to places that no other takes. A feature without a row
//! falls on the place of another, whose fingerprint tells the two apart 255 times in 256; the model
//! was trained with the rest.

use super::chain::LANES;

/// The weights of one feature, one a label; the last lane holds the fingerprint.
pub(crate) type Row = [i8; LANES];

/// The weights of all features that have any.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    pilots: Box<[u8]>,
    /// Each row as one number, its first weight in the lowest byte.
    slots: Box<[u64]>,
}

/// The lane of the fingerprint.
const MARK: usize = LANES - 1;
/// How many features a bucket holds on average.
const BUCKET: usize = 4;

impl Rows {
    /// The table that these parts make; `None` if they cannot be one.
    pub(crate) fn from_parts(pilots: Box<[u8]>, slots: Box<[u64]>) -> Option<Rows> {
        let fits = |len: usize| len > 0 && u32::try_from(len).is_ok();
        (fits(pilots.len()) && fits(slots.len())).then_some(Rows { pilots, slots })
    }

    /// The pilots of the buckets, and the rows.
    pub(crate) fn parts(&self) -> (&[u8], &[u64]) {
        (&self.pilots, &self.slots)
    }

    /// The rows of features, each as bytes; zeros for a feature that has none.
    #[inline]
    pub(crate) fn fetch<const N: usize>(&self, hashes: &[u64; N]) -> [[u8; LANES]; N] {
        let mut places = [0_u32; N];
        for (place, &hash) in places.iter_mut().zip(hashes) {
            let pilot = self.pilots.get(bucket(hash, self.pilots.len())).copied().unwrap_or(0);
            *place = slot(hash, pilot, self.slots.len()) as u32;
        }
        let mut rows = [[0; LANES]; N];
        for ((row, place), &hash) in rows.iter_mut().zip(places).zip(hashes) {
            let found = self.slots.get(place as usize).copied().unwrap_or(0);
            // No branch: whether a feature has a row cannot be foretold.
            let same = u64::from(found >> 56 == u64::from(fingerprint(hash)));
            *row = (found & same.wrapping_neg()).to_le_bytes();
        }
        rows
    }

    /// A table of these rows, whose hashes are all different.
    ///
    /// The rows with the most features in their bucket find a place first, while most are free.
    pub(crate) fn build(rows: &[(u64, Row)]) -> Option<Rows> {
        let buckets = rows.len() / BUCKET + 1;
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); buckets];
        for (number, (hash, _)) in rows.iter().enumerate() {
            members.get_mut(bucket(*hash, buckets))?.push(number);
        }
        let mut order: Vec<usize> = (0..buckets).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(members.get(at).map_or(0, Vec::len)));
        // Each try has a little more room.
        (0..40).find_map(|attempt| {
            let len = rows.len() + rows.len() / 5 + rows.len() * attempt / 20 + 1;
            place(rows, &members, &order, len)
        })
    }
}

fn place(rows: &[(u64, Row)], members: &[Vec<usize>], order: &[usize], len: usize) -> Option<Rows> {
    let mut pilots = vec![0_u8; members.len()];
    let mut slots = vec![0_u64; len];
    let mut taken = vec![false; len];
    let mut places = Vec::new();
    for &at in order {
        let inside = members.get(at)?;
        let pilot = (0..=u8::MAX).find(|&pilot| {
            places.clear();
            places.extend(
                inside
                    .iter()
                    .filter_map(|&number| rows.get(number))
                    .map(|(hash, _)| slot(*hash, pilot, len)),
            );
            let free = places.iter().all(|&place| taken.get(place) == Some(&false));
            places.sort_unstable();
            free && places.windows(2).all(|pair| pair.first() != pair.last())
        })?;
        *pilots.get_mut(at)? = pilot;
        for (hash, row) in inside.iter().filter_map(|&number| rows.get(number)) {
            let place = slot(*hash, pilot, len);
            let mut row = row.map(i8::cast_unsigned);
            row[MARK] = fingerprint(*hash);
            *taken.get_mut(place)? = true;
            *slots.get_mut(place)? = u64::from_le_bytes(row);
        }
    }
    Rows::from_parts(pilots.into(), slots.into())
}

/// The place among `len` that 32 bits of a hash choose.
#[inline]
fn scaled(bits: u32, len: usize) -> usize {
    usize::try_from((u64::from(bits) * len as u64) >> 32).unwrap_or(0)
}

#[inline]
fn bucket(hash: u64, buckets: usize) -> usize {
    scaled(upper(hash), buckets)
}

#[inline]
fn slot(hash: u64, pilot: u8, slots: usize) -> usize {
    let mixed =
        (lower(hash) ^ u32::from(pilot).wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
    scaled(mixed ^ mixed >> 15, slots)
}

/// Never 0, so that a place that no feature has matches none.
#[inline]
fn fingerprint(hash: u64) -> u8 {
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

//! Builds the table of rows: finds a pilot for each bucket.

use super::chain::LANES;
use super::rows::{Rows, bucket, fingerprint, slot};

/// The weights of one feature, one a label; the last lane is free for the fingerprint.
pub(crate) type Row = [i8; LANES];

/// The lane of the fingerprint.
const MARK: usize = LANES - 1;
/// How many features a bucket holds on average.
const BUCKET: usize = 4;

impl Rows {
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
                    .map(|(hash, _)| slot(*hash, pilot, len) as usize),
            );
            let free = places.iter().all(|&place| taken.get(place) == Some(&false));
            places.sort_unstable();
            free && places.windows(2).all(|pair| pair.first() != pair.last())
        })?;
        *pilots.get_mut(at)? = pilot;
        for (hash, row) in inside.iter().filter_map(|&number| rows.get(number)) {
            let place = slot(*hash, pilot, len) as usize;
            let mut row = row.map(i8::cast_unsigned);
            row[MARK] = fingerprint(*hash);
            *taken.get_mut(place)? = true;
            *slots.get_mut(place)? = u64::from_le_bytes(row);
        }
    }
    Rows::from_parts(pilots.into(), slots.into())
}

//! Sums of rows of weights: four at a time as parts of one number.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::chain::Scores;

/// The weights of a feature, one a label, from the lowest byte on; the highest byte is none, and what it
/// adds to the last lane of scores is not looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Row(pub(super) u64);

/// A sum of rows. Up to 256 may be added.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    /// Of the first label, the third and so on, and of the others: 16 bits each. Each weight is
    /// counted as 128 more than it is, so that none is below 0.
    parts: [u64; 2],
    rows: i16,
}

/// The lower half of each 16 bits.
const LOWER: u64 = 0x00FF_00FF_00FF_00FF;
/// The sign of each weight.
const SIGNS: u64 = 0x8080_8080_8080_8080;

impl Sum {
    /// The sum with one more row.
    #[inline(always)]
    #[must_use]
    pub(crate) fn with(self, Row(row): Row) -> Sum {
        let row = row ^ SIGNS;
        let [even, odd] = self.parts;
        Sum { parts: [even + (row & LOWER), odd + (row >> 8 & LOWER)], rows: self.rows + 1 }
    }

    /// Scores with the sum.
    #[inline(always)]
    pub(crate) fn added_to(self, mut scores: Scores) -> Scores {
        let [even, odd] = self.parts;
        let too_much = self.rows << 7;
        for (lane, score) in scores.iter_mut().enumerate() {
            let part = if lane.is_multiple_of(2) { even } else { odd } >> (lane / 2 * 16);
            let sum = ((part & 0xFFFF) as u16).cast_signed();
            *score = score.wrapping_add(sum.wrapping_sub(too_much));
        }
        scores
    }
}

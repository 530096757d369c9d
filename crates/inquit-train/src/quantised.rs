//! Weights as a model holds them: whole numbers, and no rows that say next to nothing.

use inquit::training::CONTEXT_COUNT;

use crate::chain::Weights;

/// Weights count in 64ths.
const UNIT: f32 = 64.0;

/// The weights of a chain as a model holds them.
pub(crate) struct Quantised {
    /// Hashes of features with their rows.
    pub(crate) rows: Vec<(u64, [i8; 8])>,
    /// The scores of pairs of labels, by context.
    pub(crate) pairs: Vec<[[i16; 8]; 8]>,
}

impl Weights {
    /// The size of the largest weight of the row that has the `nth` largest.
    pub(crate) fn size_of_nth(&self, nth: usize) -> f32 {
        let mut sizes: Vec<f32> = self.rows.iter().map(size).collect();
        sizes.sort_unstable_by(|a, b| b.total_cmp(a));
        sizes.get(nth).or(sizes.last()).copied().unwrap_or(0.0)
    }

    /// Rounded, without rows in which no weight is of the size `least`; `hashes` are those of the
    /// features.
    pub(crate) fn quantised(&self, hashes: &[u64], least: f32) -> Quantised {
        let rows = hashes
            .iter()
            .zip(&self.rows)
            .filter(|(_, row)| size(row) >= least)
            .map(|(&hash, row)| (hash, row.map(|weight| rounded(weight).clamp(-127, 127) as i8)))
            .collect();
        let mut pairs = vec![[[0; 8]; 8]; CONTEXT_COUNT];
        for (to, from) in
            pairs.iter_mut().flatten().flatten().zip(self.pairs.iter().flatten().flatten())
        {
            *to = rounded(*from);
        }
        Quantised { rows, pairs }
    }
}

/// The size of the largest weight of a row.
fn size(row: &[f32; 8]) -> f32 {
    row.iter().fold(0.0, |most, weight| weight.abs().max(most))
}

fn rounded(weight: f32) -> i16 {
    let units = weight * UNIT;
    (if units < 0.0 { units - 0.5 } else { units + 0.5 }) as i16
}

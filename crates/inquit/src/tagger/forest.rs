//! Decision trees whose answers add up. Whole numbers only: the same on every machine.

use super::flat_tree::{FlatTree, add_answers};

/// A branch of a tree: a question about one value.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Node {
    /// Which value.
    pub(crate) value: u16,
    /// Up to and with this it is `low`.
    pub(crate) threshold: i16,
    /// The next branch, or, if negative, -1 less the number of a leaf.
    pub(crate) low: i8,
    pub(crate) high: i8,
}

/// A tree: branches, the first of which is the root, and the answers of its leaves.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    pub(crate) leaves: Vec<i16>,
}

/// Trees whose answers add up to a score, and what a score means.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forest {
    base: i16,
    /// To be asked about many at once.
    trees: Vec<FlatTree>,
    /// The same trees, as they are written.
    #[cfg(feature = "training")]
    plain: Vec<Tree>,
    /// The probability, in thousandths, at score -1024, -896 and so on up to 1024: between two it
    /// rises evenly.
    calibration: Vec<u16>,
}

/// The lowest score that the calibration tells apart from lower ones.
const LOWEST: i32 = -1024;
/// How far apart the scores of the calibration are, and how many there are.
const STEP: i32 = 128;
pub(crate) const CALIBRATION: usize = 17;

impl Forest {
    /// A forest whose branches ask about so many values; `None` if a walk does not end in a leaf, or
    /// a tree has too many.
    pub(crate) fn new(
        base: i16,
        trees: &[Tree],
        calibration: Vec<u16>,
        values: usize,
    ) -> Option<Forest> {
        let flat = trees.iter().map(|tree| FlatTree::new(tree, values)).collect::<Option<_>>()?;
        Some(Forest {
            base,
            trees: flat,
            #[cfg(feature = "training")]
            plain: trees.to_vec(),
            calibration,
        })
    }

    /// The sum of the answers for each of many, in 128ths of the logarithm of the odds.
    pub(crate) fn scores<'v>(&self, all: impl Iterator<Item = &'v [i16]>) -> Vec<i32> {
        let all: Vec<&[i16]> = all.collect();
        let mut sums = vec![i32::from(self.base) * 8; all.len()];
        add_answers(&self.trees, &all, &mut sums);
        sums.into_iter().map(|sum| sum / 8).collect()
    }

    /// The probability that belongs to a score, in thousandths.
    pub(crate) fn probability(&self, score: i32) -> u16 {
        let place = (score - LOWEST).clamp(0, STEP * 16);
        let (at, part) = (place / STEP, place % STEP);
        let known = |at: i32| {
            let at = usize::try_from(at).unwrap_or(0);
            i32::from(self.calibration.get(at).or(self.calibration.last()).copied().unwrap_or(0))
        };
        let between = known(at) + (known(at + 1) - known(at)) * part / STEP;
        u16::try_from(between).unwrap_or(0).min(1000)
    }

    /// The score to begin with, the trees, and the probabilities.
    #[cfg(feature = "training")]
    pub(super) fn parts(&self) -> (i16, &[Tree], &[u16]) {
        (self.base, &self.plain, &self.calibration)
    }
}

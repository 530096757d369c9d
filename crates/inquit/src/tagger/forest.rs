//! Decision trees whose answers add up. Whole numbers only: the same on every machine.

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
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Forest {
    pub(crate) base: i16,
    pub(crate) trees: Vec<Tree>,
    /// The probability, in thousandths, at score -1024, -896 and so on up to 1024: between two it
    /// rises evenly.
    pub(crate) calibration: Vec<u16>,
}

/// The lowest score that the calibration tells apart from lower ones.
const LOWEST: i32 = -1024;
/// A score that is lower than this, in 1024ths, after so many trees stays as it is: the others
/// would hardly raise it.
const HOPELESS: i32 = -3 * 1024;
const EARLY: usize = 63;
/// How far apart the scores of the calibration are, and how many there are.
const STEP: i32 = 128;
pub(crate) const CALIBRATION: usize = 17;

impl Tree {
    /// Whether every walk from the root ends in a leaf.
    pub(crate) fn is_sound(&self, values: usize) -> bool {
        let ahead = |at: usize, next: i8| match usize::try_from(next) {
            Ok(next) => next > at && next < self.nodes.len(),
            Err(_) => leaf(next) < self.leaves.len(),
        };
        !self.leaves.is_empty()
            && self.nodes.iter().enumerate().all(|(at, node)| {
                usize::from(node.value) < values && ahead(at, node.low) && ahead(at, node.high)
            })
    }

    fn answer(&self, values: &[i16]) -> i16 {
        let mut next = if self.nodes.is_empty() { -1 } else { 0 };
        while let Ok(at) = usize::try_from(next) {
            let Some(node) = self.nodes.get(at) else { return 0 };
            let value = values.get(usize::from(node.value)).copied().unwrap_or(0);
            next = if value <= node.threshold { node.low } else { node.high };
        }
        self.leaves.get(leaf(next)).copied().unwrap_or(0)
    }
}

fn leaf(next: i8) -> usize {
    usize::from((-1 - next).unsigned_abs())
}

impl Forest {
    /// The sum of the answers for each of many, in 128ths of the logarithm of the odds. Tree by
    /// tree, so that each is fetched once.
    pub(crate) fn scores<'v>(&self, all: impl Iterator<Item = &'v [i16]>) -> Vec<i32> {
        let all: Vec<&[i16]> = all.collect();
        let mut sums = vec![i32::from(self.base) * 8; all.len()];
        // The places of those that go on.
        let mut open: Vec<usize> = (0..all.len()).collect();
        for (number, tree) in self.trees.iter().enumerate() {
            for &at in &open {
                if let (Some(sum), Some(values)) = (sums.get_mut(at), all.get(at)) {
                    *sum += i32::from(tree.answer(values));
                }
            }
            if number == EARLY {
                open.retain(|&at| sums.get(at).is_some_and(|sum| *sum >= HOPELESS));
            }
        }
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
}

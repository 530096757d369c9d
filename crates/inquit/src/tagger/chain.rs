//! A linear chain: scores of labels from the features of a token, and of pairs of labels from what
//! the token is.

use super::exponential::exponential;
use super::rows::{Expected, Rows};

/// The lanes of a row: at most seven labels, and the fingerprint.
pub(crate) const LANES: usize = 8;
/// No more tokens are labelled as one sequence; longer ones are cut.
pub(crate) const LONGEST_WINDOW: usize = 512;

/// A score for each label, in 64ths. Only sums of weights: the same on every machine.
pub(crate) type Scores = [i16; LANES];
/// What a token is to the scores of pairs of labels.
pub(crate) type Context = u8;
/// By the label before (the last lane is the start), then by label.
pub(crate) type Pairs<T> = [[T; LANES]; LANES];

/// The lane of the start among the labels before.
pub(crate) const START: usize = LANES - 1;
/// The score of what cannot be.
pub(crate) const NEVER: i16 = -12_000;

/// Which label may follow which.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Constraints {
    /// Label 0 is outside; after it labels come in pairs, the first beginning a stretch, the second
    /// going on with it.
    BeginInside,
}

impl Constraints {
    fn allows(self, before: usize, label: usize) -> bool {
        match self {
            Constraints::BeginInside => {
                let inside = label > 0 && label.is_multiple_of(2);
                !inside || before == label || before + 1 == label
            }
        }
    }
}

/// A model of label sequences.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    labels: usize,
    rows: Rows,
    #[cfg(feature = "training")]
    pairs: Box<[Pairs<i16>]>,
    /// The scores of pairs of labels, with `NEVER` where the constraints forbid it.
    allowed: Box<[Pairs<i16>]>,
    /// The same by label, then by the label before.
    arriving: Box<[Pairs<i16>]>,
    /// The exponentials of `pairs`.
    weights: Box<[Pairs<f32>]>,
}

impl Chain {
    /// A chain over `labels` labels; `None` if there are too many, or no contexts.
    pub(crate) fn new(
        labels: usize,
        rows: Rows,
        pairs: &[Pairs<i16>],
        constraints: Constraints,
    ) -> Option<Chain> {
        if !(2..LANES).contains(&labels) || pairs.is_empty() {
            return None;
        }
        let lanes = |keep: &dyn Fn(usize, usize) -> bool| -> Box<[Pairs<i16>]> {
            let masked = pairs.iter().map(|pairs| {
                let mut masked = *pairs;
                for (before, scores) in masked.iter_mut().enumerate() {
                    for (label, score) in scores.iter_mut().enumerate() {
                        if label >= labels || !keep(before, label) {
                            *score = NEVER;
                        }
                    }
                }
                masked
            });
            masked.collect()
        };
        let known = |before: usize| before < labels || before == START;
        let allowed = lanes(&|before, label| known(before) && constraints.allows(before, label));
        let weights = pairs.iter().map(|pairs| {
            let mut weights: Pairs<f32> = [[0.0; LANES]; LANES];
            for (before, (to, from)) in weights.iter_mut().zip(pairs).enumerate() {
                for (label, (to, from)) in to.iter_mut().zip(from).enumerate() {
                    if label < labels && known(before) {
                        *to = exponential(*from);
                    }
                }
            }
            weights
        });
        let weights = weights.collect();
        Some(Chain {
            labels,
            rows,
            #[cfg(feature = "training")]
            pairs: pairs.into(),
            arriving: allowed.iter().map(turned).collect(),
            allowed,
            weights,
        })
    }

    pub(crate) fn labels(&self) -> usize {
        self.labels
    }

    #[cfg(feature = "training")]
    pub(crate) fn rows(&self) -> &Rows {
        &self.rows
    }

    #[cfg(feature = "training")]
    pub(crate) fn pairs(&self) -> &[Pairs<i16>] {
        &self.pairs
    }

    /// The scores of pairs at a token, forbidden ones `NEVER`.
    #[inline]
    pub(super) fn allowed(&self, context: Context) -> Option<&Pairs<i16>> {
        self.allowed.get(usize::from(context)).or(self.allowed.first())
    }

    /// The same by label, then by the label before.
    #[inline]
    pub(super) fn arriving(&self, context: Context) -> Option<&Pairs<i16>> {
        self.arriving.get(usize::from(context)).or(self.arriving.first())
    }

    #[inline]
    pub(super) fn weights(&self, context: Context) -> Option<&Pairs<f32>> {
        self.weights.get(usize::from(context)).or(self.weights.first())
    }

    /// The scores of the labels of tokens, from the hashes of the features of each.
    #[inline]
    pub(crate) fn score<const N: usize>(
        &self,
        tokens: usize,
        hashes: impl Fn(usize) -> [u64; N],
        scores: &mut Vec<Scores>,
    ) {
        scores.reserve(tokens);
        let (mut ahead, mut behind) = (&mut Expected::none(), &mut Expected::none());
        // What is fetched for one token is added when that for the next is on its way.
        for at in 0..=tokens {
            std::mem::swap(&mut ahead, &mut behind);
            if at < tokens {
                self.rows.expect(hashes(at), ahead);
            }
            if at > 0 {
                scores.push(self.sum(behind));
            }
        }
    }

    /// The sum of the weights of features.
    #[inline]
    fn sum<const N: usize>(&self, features: &Expected<N>) -> Scores {
        let mut sum = [0_i16; LANES];
        for row in &self.rows.fetch(features) {
            for (score, weight) in sum.iter_mut().zip(row) {
                *score = score.wrapping_add(i16::from(weight.cast_signed()));
            }
        }
        sum
    }
}

/// What was by label before, then by label, the other way round.
fn turned(pairs: &Pairs<i16>) -> Pairs<i16> {
    std::array::from_fn(|label| std::array::from_fn(|before| pairs[before][label]))
}

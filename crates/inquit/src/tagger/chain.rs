//! A linear chain: scores of labels from the features of a token, and of pairs of labels from what
//! the token is.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::exponential::exponential;
use super::feature::Feature;
use super::rows::{Expected, Rows};
use super::sum::{Row, Sum};
use crate::text::{Work, with_best_instructions};

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
/// By label, then by the label before; each as often as there are lanes.
pub(super) type Far = Pairs<[i16; LANES]>;

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
    arriving: Box<[Far]>,
    /// The exponentials of the same, 0 where the constraints forbid it: by the label before, and by
    /// label.
    weights: Box<[[Pairs<f32>; 2]]>,
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
        let known = |before: usize| before < labels || before == START;
        let allows = |before: usize, label: usize| {
            label < labels && known(before) && constraints.allows(before, label)
        };
        let arriving = pairs.iter().map(|pairs| {
            filled(|label, before| {
                [if allows(before, label) { pairs[before][label] } else { NEVER }; LANES]
            })
        });
        let weights = pairs.iter().map(|pairs| {
            let weight = |before: usize, label: usize| {
                if allows(before, label) { exponential(pairs[before][label]) } else { 0.0 }
            };
            [filled(weight), filled(|label, before| weight(before, label))]
        });
        Some(Chain {
            labels,
            rows,
            #[cfg(feature = "training")]
            pairs: pairs.into(),
            arriving: arriving.collect(),
            weights: weights.collect(),
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
    pub(super) fn arriving(&self, context: Context) -> Option<&Far> {
        self.arriving.get(usize::from(context)).or(self.arriving.first())
    }

    /// Their exponentials by the label before, and by label.
    #[inline]
    pub(super) fn weights(&self, context: Context) -> Option<&[Pairs<f32>; 2]> {
        self.weights.get(usize::from(context)).or(self.weights.first())
    }

    /// The scores of the labels of tokens, pushed to `scores`.
    pub(crate) fn score<const N: usize>(&self, tokens: &impl Scored<N>, scores: &mut Vec<Scores>) {
        with_best_instructions(Scoring { rows: &self.rows, tokens, scores });
    }

    /// The weights of features.
    pub(crate) fn rows_of<const N: usize>(&self, features: [Feature; N]) -> [Row; N] {
        let mut expected = Expected::none();
        self.rows.expect(features.map(Feature::hash), &mut expected);
        std::array::from_fn(|number| self.rows.fetch(&expected, number))
    }
}

/// Tokens with features. All of its functions are to be inlined always.
pub(crate) trait Scored<const N: usize> {
    fn len(&self) -> usize;

    /// The scores that a token has to begin with, and rows that are at hand.
    fn base(&self, at: usize) -> (Scores, Sum);

    /// The hashes of its features.
    fn hashes(&self, at: usize) -> [u64; N];
}

/// Scoring tokens.
struct Scoring<'a, T, const N: usize> {
    rows: &'a Rows,
    tokens: &'a T,
    scores: &'a mut Vec<Scores>,
}

impl<T, const N: usize> Work for Scoring<'_, T, N>
where
    T: Scored<N>,
{
    type Output = ();

    #[inline(always)]
    fn work(self) {
        let Scoring { rows, tokens, scores } = self;
        let mut expected = [Expected::none(); BLOCK];
        scores.reserve(tokens.len());
        for start in (0..tokens.len()).step_by(BLOCK) {
            let block = start..tokens.len().min(start + BLOCK);
            for (at, slot) in block.clone().zip(&mut expected) {
                rows.expect(tokens.hashes(at), slot);
            }
            // No closure: it would not be compiled for these instructions.
            for (at, expected) in block.zip(&expected) {
                let (base, mut sum) = tokens.base(at);
                for number in 0..N {
                    sum = sum.with(rows.fetch(expected, number));
                }
                scores.push(sum.added_to(base));
            }
        }
    }
}

/// For so many tokens at once rows are asked for before they are added.
const BLOCK: usize = 8;

fn filled<T>(of: impl Fn(usize, usize) -> T) -> Pairs<T> {
    std::array::from_fn(|row| std::array::from_fn(|lane| of(row, lane)))
}

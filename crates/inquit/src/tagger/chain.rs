//! A linear chain: scores of labels from the features of a token, and of pairs of labels from what
//! the token is.

use super::exponential::exponential;
use super::feature::Feature;
use super::rows::{Expected, Rows};
use crate::text::{Work, with_best_instructions};

/// The lanes of a row: at most seven labels, and the fingerprint.
pub(crate) const LANES: usize = 8;
/// No more tokens are labelled as one sequence; longer ones are cut.
pub(crate) const LONGEST_WINDOW: usize = 512;

/// A score for each label, in 64ths. Only sums of weights: the same on every machine.
pub(crate) type Scores = [i16; LANES];
/// The weights of a feature, one a label, as bytes.
pub(crate) type Row = [u8; LANES];
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

    /// The scores of the labels of tokens, from what each has to begin with and the hashes of its
    /// features.
    #[inline]
    pub(crate) fn score<const N: usize>(
        &self,
        tokens: usize,
        base: impl Fn(usize) -> Scores,
        hashes: impl Fn(usize) -> [u64; N],
        scores: &mut Vec<Scores>,
    ) {
        with_best_instructions(Scoring { rows: &self.rows, tokens, base, hashes, scores });
    }

    /// The weights of features.
    pub(crate) fn rows_of<const N: usize>(&self, features: [Feature; N]) -> [Row; N] {
        let mut expected = Expected::none();
        self.rows.expect(features.map(Feature::hash), &mut expected);
        self.rows.fetch(&expected)
    }
}

/// Scoring tokens.
struct Scoring<'a, B, H> {
    rows: &'a Rows,
    tokens: usize,
    base: B,
    hashes: H,
    scores: &'a mut Vec<Scores>,
}

/// What is fetched for one token is added when that for so many more is on its way.
const AHEAD: usize = 3;

impl<B, H, const N: usize> Work for Scoring<'_, B, H>
where
    B: Fn(usize) -> Scores,
    H: Fn(usize) -> [u64; N],
{
    type Output = ();

    #[inline(always)]
    fn work(self) {
        let Scoring { rows, tokens, base, hashes, scores } = self;
        scores.reserve(tokens);
        let mut expected = [Expected::none(); AHEAD + 1];
        for at in 0..tokens + AHEAD {
            if at < tokens
                && let Some(slot) = expected.get_mut(at % (AHEAD + 1))
            {
                rows.expect(hashes(at), slot);
            }
            if let Some(at) = at.checked_sub(AHEAD)
                && let Some(slot) = expected.get(at % (AHEAD + 1))
            {
                scores.push(rows.fetch(slot).into_iter().fold(base(at), plus));
            }
        }
    }
}

/// Scores with one more row.
#[inline]
pub(crate) fn plus(mut sum: Scores, row: Row) -> Scores {
    for lane in 0..LANES {
        sum[lane] = sum[lane].wrapping_add(i16::from(row[lane].cast_signed()));
    }
    sum
}

fn filled<T>(of: impl Fn(usize, usize) -> T) -> Pairs<T> {
    std::array::from_fn(|row| std::array::from_fn(|lane| of(row, lane)))
}

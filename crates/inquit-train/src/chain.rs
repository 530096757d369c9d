//! Trains a linear chain: gradient ascent on the likelihood with steps by `AdaGrad`, half of the
//! features of a token left out at random each time.

use inquit::training::{CONTEXT_COUNT, LABEL_COUNT};

use crate::number::{Random, exp};
use crate::sequences::{RARE, Sequence};

const LANES: usize = 8;
const START: usize = 7;
/// How long and how fast a chain learns.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    pub(crate) epochs: usize,
    /// The first step.
    pub(crate) step: f32,
    /// What each epoch makes of the step of the one before.
    pub(crate) decay: f32,
    /// A feature seen less often says nothing.
    pub(crate) least: u32,
}

/// Steps for pairs of labels, of which there are few and each is seen often, are smaller.
const PAIR_STEP: f32 = 0.3;
/// What the sums of squared gradients begin with.
const FIRST: f32 = 0.1;
/// Features left out at random make up for those kept.
const KEPT: f32 = 2.0;

type Lanes = [f32; LANES];
type Pairs = [[Lanes; LANES]; CONTEXT_COUNT];

/// A weight for each label, and the sums of the squares of its gradients, in one line of the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row {
    weights: Lanes,
    squares: Lanes,
}

/// What a chain has learnt.
pub(crate) struct Weights {
    pub(crate) rows: Vec<Lanes>,
    pub(crate) pairs: Box<Pairs>,
}

/// Trains on sequences; the weights of the later epochs are averaged.
pub(crate) fn train<const F: usize>(
    sequences: &[&Sequence<F>],
    features: usize,
    pace: Pace,
    seed: u64,
) -> Weights {
    let mut random = Random::new(seed + 1);
    let mut trainer = Trainer {
        rows: vec![Row { weights: [0.0; LANES], squares: [FIRST; LANES] }; features],
        pairs: Box::new([[[0.0; LANES]; LANES]; CONTEXT_COUNT]),
        pair_squares: Box::new([[[FIRST; LANES]; LANES]; CONTEXT_COUNT]),
        seen: vec![false; features],
    };
    trainer.count(sequences, pace.least);
    let mut sum = Weights {
        rows: vec![[0.0; LANES]; features],
        pairs: Box::new([[[0.0; LANES]; LANES]; CONTEXT_COUNT]),
    };
    let mut step = pace.step;
    for epoch in 0..pace.epochs {
        for at in random.order(sequences.len()) {
            trainer.learn(sequences[at], step, &mut random);
        }
        step *= pace.decay;
        if epoch >= pace.epochs / 2 {
            sum.add(trainer.rows.iter().map(|row| &row.weights), &trainer.pairs);
        }
    }
    sum.scale(1.0 / (pace.epochs - pace.epochs / 2) as f32);
    sum
}

impl Weights {
    fn add<'a>(&mut self, rows: impl Iterator<Item = &'a Lanes>, pairs: &Pairs) {
        for (sum, row) in self.rows.iter_mut().zip(rows) {
            add(sum, row);
        }
        for (sum, row) in self.pairs.iter_mut().flatten().zip(pairs.iter().flatten()) {
            add(sum, row);
        }
    }

    fn scale(&mut self, factor: f32) {
        let pairs = self.pairs.iter_mut().flatten();
        for weight in self.rows.iter_mut().chain(pairs).flatten() {
            *weight *= factor;
        }
    }

    /// The mean of several.
    pub(crate) fn mean(all: impl IntoIterator<Item = Weights>) -> Option<Weights> {
        let mut all = all.into_iter();
        let mut mean = all.next()?;
        let mut count = 1;
        for more in all {
            mean.add(more.rows.iter(), &more.pairs);
            count += 1;
        }
        mean.scale(1.0 / count as f32);
        Some(mean)
    }
}

fn add(sum: &mut Lanes, more: &Lanes) {
    for lane in 0..LANES {
        sum[lane] += more[lane];
    }
}

struct Trainer {
    rows: Vec<Row>,
    pairs: Box<Pairs>,
    pair_squares: Box<Pairs>,
    /// Whether a feature is seen often enough in these sequences.
    seen: Vec<bool>,
}

impl Trainer {
    fn count<const F: usize>(&mut self, sequences: &[&Sequence<F>], least: u32) {
        let mut counts = vec![0_u32; self.rows.len()];
        for &feature in sequences.iter().flat_map(|it| &it.features).flatten() {
            if let Some(count) = counts.get_mut(feature as usize) {
                *count += 1;
            }
        }
        self.seen = counts.iter().map(|&count| count >= least).collect();
    }

    fn learn<const F: usize>(&mut self, sequence: &Sequence<F>, step: f32, random: &mut Random) {
        let length = sequence.labels.len();
        // The features of each token that are not left out.
        let mut active: Vec<u32> = Vec::with_capacity(length * F / 2 + 64);
        let mut ends: Vec<usize> = Vec::with_capacity(length);
        let mut local: Vec<Lanes> = Vec::with_capacity(length);
        for features in &sequence.features {
            let start = active.len();
            let coins = random.bits();
            for (at, &feature) in features.iter().enumerate() {
                let known = feature != RARE && self.seen[feature as usize];
                if known && coins >> at & 1 == 1 {
                    active.push(feature);
                }
            }
            let mut scores: Lanes = [0.0; LANES];
            for &feature in &active[start..] {
                add(&mut scores, &self.rows[feature as usize].weights);
            }
            ends.push(active.len());
            local.push(exponentials(scores.map(|score| score * KEPT)));
        }
        let mut gradients = self.pairs_and_gradients(sequence, &local, step);
        for (gradient, &label) in gradients.iter_mut().zip(&sequence.labels) {
            gradient[usize::from(label)] -= 1.0;
        }
        let mut start = 0;
        for (gradient, end) in gradients.iter().zip(ends) {
            let own = &active[start..end];
            start = end;
            if gradient.iter().all(|it| it.abs() <= 0.001) {
                continue;
            }
            let gradient = gradient.map(|it| it * KEPT);
            for &feature in own {
                let row = &mut self.rows[feature as usize];
                for lane in 0..LANES {
                    row.squares[lane] += gradient[lane] * gradient[lane];
                    row.weights[lane] -= step * gradient[lane] / (row.squares[lane] + 1e-6).sqrt();
                }
            }
        }
    }

    /// Learns the pairs of labels; returns the probability of each label at each token.
    fn pairs_and_gradients<const F: usize>(
        &mut self,
        sequence: &Sequence<F>,
        local: &[Lanes],
        step: f32,
    ) -> Vec<Lanes> {
        let mut weights: Box<Pairs> = self.pairs.clone();
        for pairs in weights.iter_mut() {
            for (before, row) in pairs.iter_mut().enumerate() {
                for (label, weight) in row.iter_mut().enumerate() {
                    *weight = if is_allowed(before, label) { exp(*weight) } else { 0.0 };
                }
            }
        }
        let context = |at: usize| usize::from(sequence.contexts[at]);
        let mut forward: Vec<Lanes> = Vec::with_capacity(local.len());
        let mut before: Lanes = [0.0; LANES];
        before[START] = 1.0;
        for (at, local) in local.iter().enumerate() {
            let mut now: Lanes = [0.0; LANES];
            for (before, row) in before.iter().zip(&weights[context(at)]) {
                for lane in 0..LANES {
                    now[lane] += before * row[lane];
                }
            }
            for lane in 0..LANES {
                now[lane] *= local[lane];
            }
            before = normalised(now);
            forward.push(before);
        }
        let mut marginals = vec![[0.0; LANES]; local.len()];
        let mut after: Lanes = [1.0; LANES];
        let mut start: Lanes = [0.0; LANES];
        start[START] = 1.0;
        for at in (0..local.len()).rev() {
            let mut arriving: Lanes = [0.0; LANES];
            for lane in 0..LANES {
                arriving[lane] = local[at][lane] * after[lane];
            }
            let before = at.checked_sub(1).map_or(&start, |at| &forward[at]);
            let mut pairs = weights[context(at)];
            let mut leaving: Lanes = [0.0; LANES];
            for (row, leaving) in pairs.iter_mut().zip(&mut leaving) {
                for lane in 0..LANES {
                    row[lane] *= arriving[lane];
                }
                *leaving = sum(row);
            }
            for (row, before) in pairs.iter_mut().zip(before) {
                for lane in row.iter_mut() {
                    *lane *= before;
                }
            }
            let total: f32 = pairs.iter().map(sum).sum();
            for row in &mut pairs {
                for lane in 0..LANES {
                    row[lane] /= total;
                    marginals[at][lane] += row[lane];
                }
            }
            let gold = usize::from(sequence.labels[at]);
            let gold_before =
                at.checked_sub(1).map_or(START, |at| usize::from(sequence.labels[at]));
            pairs[gold_before][gold] -= 1.0;
            self.learn_pairs(context(at), &pairs, step);
            after = normalised(leaving);
        }
        marginals
    }

    fn learn_pairs(&mut self, context: usize, gradients: &[Lanes; LANES], step: f32) {
        for (before, gradients) in gradients.iter().enumerate() {
            for (label, &gradient) in gradients.iter().enumerate().take(LABEL_COUNT) {
                if gradient.abs() > 1e-4 {
                    let square = &mut self.pair_squares[context][before][label];
                    *square += gradient * gradient;
                    self.pairs[context][before][label] -=
                        PAIR_STEP * step * gradient / (*square + 1e-8).sqrt();
                }
            }
        }
    }
}

/// Whether a label may follow another: labels come in pairs, the first beginning a stretch, the second
/// going on with it.
fn is_allowed(before: usize, label: usize) -> bool {
    let goes_on = label > 0 && label.is_multiple_of(2);
    !goes_on || before == label || before + 1 == label
}

/// The exponentials of the scores of the labels, the best as 1; nothing for other lanes.
fn exponentials(scores: Lanes) -> Lanes {
    let best = scores[..LABEL_COUNT].iter().copied().fold(f32::MIN, f32::max);
    let mut lanes = [0.0; LANES];
    for (lane, score) in lanes.iter_mut().zip(scores).take(LABEL_COUNT) {
        *lane = exp(score - best).max(1e-30);
    }
    lanes
}

fn sum(lanes: &Lanes) -> f32 {
    lanes.iter().sum()
}

fn normalised(lanes: Lanes) -> Lanes {
    let sum = sum(&lanes);
    lanes.map(|lane| lane / sum)
}

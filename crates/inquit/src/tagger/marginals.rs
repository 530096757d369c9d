//! How likely each label is at each token: the forward-backward algorithm.
//!
//! Sums, products and one quotient a token, of `f32` in fixed order: the same on every machine.

use super::chain::{Chain, Context, LANES, START, Scores};
use super::exponential::falling;

/// The probability of each label at a token, in thousandths.
pub(crate) type Marginals = [u16; LANES];

type Lanes = [f32; LANES];

/// The marginals of a sequence, pushed to `out`.
pub(crate) fn marginals(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    out: &mut Vec<Marginals>,
) {
    let local: Vec<Lanes> =
        scores.iter().map(|scores| exponentials(chain.labels(), scores)).collect();
    let mut forward: Vec<Lanes> = Vec::with_capacity(scores.len());
    let mut before: Lanes = [0.0; LANES];
    before[START] = 1.0;
    for (local, &context) in local.iter().zip(contexts) {
        let Some(pairs) = chain.weights(context) else { return };
        let mut now: Lanes = [0.0; LANES];
        for (before, row) in before.iter().zip(pairs) {
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
    let start = out.len();
    let mut after: Lanes = [1.0; LANES];
    for ((forward, local), &context) in forward.iter().zip(&local).zip(contexts).rev() {
        let mut here: Lanes = [0.0; LANES];
        let mut arriving: Lanes = [0.0; LANES];
        for lane in 0..LANES {
            here[lane] = forward[lane] * after[lane];
            arriving[lane] = local[lane] * after[lane];
        }
        out.push(normalised(here).map(thousandths));
        let Some(pairs) = chain.weights(context) else { return };
        let mut leaving: Lanes = [0.0; LANES];
        for (leaving, row) in leaving.iter_mut().zip(pairs) {
            let mut products: Lanes = [0.0; LANES];
            for lane in 0..LANES {
                products[lane] = row[lane] * arriving[lane];
            }
            *leaving = sum(products);
        }
        after = normalised(leaving);
    }
    if let Some(sequence) = out.get_mut(start..) {
        sequence.reverse();
    }
}

/// The exponentials of the scores of the labels, the best as 1.
fn exponentials(labels: usize, scores: &Scores) -> Lanes {
    let scores = scores.get(..labels).unwrap_or_default();
    let best = scores.iter().copied().max().unwrap_or(0);
    let mut lanes: Lanes = [0.0; LANES];
    for (lane, score) in lanes.iter_mut().zip(scores) {
        *lane = falling(best.abs_diff(*score));
    }
    lanes
}

/// The sum of the lanes, always added in the same order.
fn sum(lanes: Lanes) -> f32 {
    ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
        + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
}

fn normalised(lanes: Lanes) -> Lanes {
    let sum = sum(lanes);
    // Being outside may follow any label, so that a sum is never 0, unless a step underflows.
    if sum > 0.0 {
        let factor = 1.0 / sum;
        lanes.map(|lane| lane * factor)
    } else {
        lanes
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a probability is from 0 to 1"
)]
fn thousandths(probability: f32) -> u16 {
    (probability * 1000.0 + 0.5) as u16
}

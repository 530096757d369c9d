//! How likely each label is at each token: the forward-backward algorithm.
//!
//! Sums, products and one quotient a token, of `f32` in fixed order: the same on every machine.

use super::chain::{Chain, Context, LANES, Pairs, START, Scores};
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
    let weights = || contexts.iter().map(|&context| chain.weights(context));
    let mut forward = vec![[0.0; LANES]; local.len()];
    let mut backward = vec![[0.0; LANES]; local.len()];
    let mut before: Lanes = [0.0; LANES];
    before[START] = 1.0;
    let mut after: Lanes = [1.0; LANES];
    let ahead = forward.iter_mut().zip(&local).zip(weights());
    let back = backward.iter_mut().zip(&local).zip(weights()).rev();
    // Both ways at once: each waits for its own sums.
    for (((forward, here), pairs), ((backward, there), pairs_there)) in ahead.zip(back) {
        let (Some([leaving, _]), Some([_, arriving])) = (pairs, pairs_there) else { return };
        before = normalised(times(product(&before, leaving), *here));
        *forward = before;
        *backward = after;
        after = normalised(product(&times(after, *there), arriving));
    }
    let both = forward.into_iter().zip(backward);
    out.extend(both.map(|(before, after)| normalised(times(before, after)).map(thousandths)));
}

/// The sum of rows, each as often as its lane says.
fn product(lanes: &Lanes, rows: &Pairs<f32>) -> Lanes {
    let mut sum: Lanes = [0.0; LANES];
    for (factor, row) in lanes.iter().zip(rows) {
        for lane in 0..LANES {
            sum[lane] += factor * row[lane];
        }
    }
    sum
}

fn times(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|lane| a[lane] * b[lane])
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

//! How likely each label is at each token: the forward-backward algorithm.
//!
//! Sums, products and one quotient a token, of `f32` in fixed order: the same on every machine.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::chain::{Chain, Context, LANES, Pairs, START, Scores};
use super::exponential::falling;
use crate::text::{Work, with_best_instructions};

/// The probability of each label at a token, in thousandths.
pub(crate) type Marginals = [u16; LANES];

type Lanes = [f32; LANES];

/// The marginals of a sequence, pushed to `out`.
pub(crate) fn marginals(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    room: &mut Room,
    out: &mut Vec<Marginals>,
) {
    with_best_instructions(Weighing { chain, scores, contexts, room, out });
}

/// Finding marginals.
struct Weighing<'a> {
    chain: &'a Chain,
    scores: &'a [Scores],
    contexts: &'a [Context],
    room: &'a mut Room,
    out: &'a mut Vec<Marginals>,
}

/// Room for what is known of each token on the way: its scores, and what comes to it from before
/// and from behind.
#[derive(Debug, Default)]
pub(crate) struct Room([Vec<Lanes>; 3]);

impl Work for Weighing<'_> {
    type Output = ();

    #[inline(always)]
    fn work(self) {
        weigh(self);
    }
}

#[inline(always)]
fn weigh(Weighing { chain, scores, contexts, room, out }: Weighing<'_>) {
    let length = scores.len().min(contexts.len());
    if let ([scores], [context, ..]) = (scores, contexts) {
        // Many stand alone.
        let Some([leaving, _]) = chain.weights(*context) else { return };
        let all = normalised(times(leaving[START], exponentials(chain.labels(), scores)));
        return out.push(thousandths(normalised(all)));
    }
    let Room([local, forward, backward]) = room;
    for room in [&mut *local, forward, backward] {
        room.clear();
        room.resize(length, [0.0; LANES]);
    }
    for (slot, scores) in local.iter_mut().zip(scores) {
        *slot = exponentials(chain.labels(), scores);
    }
    let mut before: Lanes = [0.0; LANES];
    before[START] = 1.0;
    let mut after: Lanes = [1.0; LANES];
    let ahead = forward.iter_mut().zip(&*local).zip(contexts);
    let back = backward.iter_mut().zip(&*local).zip(contexts.iter().take(length)).rev();
    // Both ways at once: each waits for its own sums.
    for (((forward, here), &context), ((backward, there), &context_there)) in ahead.zip(back) {
        let weights = (chain.weights(context), chain.weights(context_there));
        let (Some([leaving, _]), Some([_, arriving])) = weights else { return };
        before = normalised(times(product(&before, leaving), *here));
        *forward = before;
        *backward = after;
        after = normalised(product(&times(after, *there), arriving));
    }
    out.reserve(length);
    for (before, after) in forward.iter().zip(&*backward) {
        out.push(thousandths(normalised(times(*before, *after))));
    }
}

/// The sum of rows, each as often as its lane says.
#[inline(always)]
fn product(lanes: &Lanes, rows: &Pairs<f32>) -> Lanes {
    let mut sum: Lanes = [0.0; LANES];
    for (factor, row) in lanes.iter().zip(rows) {
        for lane in 0..LANES {
            sum[lane] += factor * row[lane];
        }
    }
    sum
}

#[inline(always)]
fn times(mut a: Lanes, b: Lanes) -> Lanes {
    for lane in 0..LANES {
        a[lane] *= b[lane];
    }
    a
}

/// The exponentials of the scores of the labels, the best as 1.
#[inline(always)]
fn exponentials(labels: usize, scores: &Scores) -> Lanes {
    let mut known = *scores;
    let mut best = i16::MIN;
    for (lane, score) in known.iter_mut().enumerate() {
        *score = if lane < labels { *score } else { i16::MIN };
        best = best.max(*score);
    }
    let mut lanes: Lanes = [0.0; LANES];
    for lane in 0..LANES {
        let falling = falling(best.abs_diff(known[lane]));
        lanes[lane] = if lane < labels { falling } else { 0.0 };
    }
    lanes
}

/// The sum of the lanes, always added in the same order.
#[inline(always)]
fn sum(lanes: Lanes) -> f32 {
    ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
        + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
}

#[inline(always)]
fn normalised(mut lanes: Lanes) -> Lanes {
    let sum = sum(lanes);
    // Being outside may follow any label, so that a sum is never 0, unless a step underflows.
    if sum > 0.0 {
        let factor = 1.0 / sum;
        for lane in &mut lanes {
            *lane *= factor;
        }
    }
    lanes
}

#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a probability is from 0 to 1"
)]
fn thousandths(probabilities: Lanes) -> Marginals {
    let mut thousandths = [0; LANES];
    for lane in 0..LANES {
        thousandths[lane] = (probabilities[lane] * 1000.0 + 0.5) as u16;
    }
    thousandths
}

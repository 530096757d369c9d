//! The best sequence of labels.

use super::chain::{Chain, Context, LANES, NEVER, START, Scores};

/// What is added to the score of each label at every token.
pub(crate) type Bias = Scores;

/// The best labels of a sequence under the constraints of its chain, with a bias.
pub(crate) fn decode(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    bias: Bias,
    labels: &mut Vec<u8>,
) {
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(scores.len());
    let mut best: Scores = [NEVER; LANES];
    best[START] = 0;
    for (unary, &context) in scores.iter().zip(contexts) {
        let Some(pairs) = chain.allowed(context) else { return };
        let mut next = [i16::MIN; LANES];
        let mut from = [0_u8; LANES];
        for ((&before, number), row) in best.iter().zip(0_u8..).zip(pairs) {
            for lane in 0..LANES {
                let score = before.saturating_add(row[lane]);
                let better = score > next[lane];
                from[lane] = if better { number } else { from[lane] };
                next[lane] = if better { score } else { next[lane] };
            }
        }
        for lane in 0..LANES {
            next[lane] = next[lane].saturating_add(unary[lane].saturating_add(bias[lane]));
        }
        // Only differences count; they stay small.
        let zero = next[0];
        best = next.map(|score| score.saturating_sub(zero));
        // The start is behind, and lanes without a label never count.
        for score in best.iter_mut().skip(chain.labels()) {
            *score = i16::MIN;
        }
        back.push(from);
    }
    let mut label = (0..chain.labels()).rev().max_by_key(|&label| best.get(label)).unwrap_or(0);
    let start = labels.len();
    for from in back.iter().rev() {
        labels.push(u8::try_from(label).unwrap_or(0));
        label = from.get(label).map_or(0, |&label| usize::from(label));
    }
    if let Some(sequence) = labels.get_mut(start..) {
        sequence.reverse();
    }
}

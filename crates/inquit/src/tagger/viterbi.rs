//! The best sequence of labels.

use super::chain::{Chain, Context, LANES, NEVER, START, Scores};

/// What is added to the score of each label at every token.
pub(crate) type Bias = Scores;

/// The best labels of a sequence under the constraints of its chain, once with each bias. Searches
/// side by side take little more time than one, which waits for its own sums.
pub(crate) fn decode<const N: usize>(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    biases: [Bias; N],
) -> [Vec<u8>; N] {
    let befores = best_scores(chain, scores, contexts, biases);
    let mut labels = [(); N].map(|()| vec![0; befores.len().saturating_sub(1)]);
    let Some((last, befores)) = befores.split_last() else { return labels };
    let mut here = last
        .map(|best| (0..chain.labels()).rev().max_by_key(|&label| best.get(label)).unwrap_or(0));
    for (at, (before, &context)) in befores.iter().zip(contexts).enumerate().rev() {
        let arriving = chain.arriving(context);
        for ((label, before), labels) in here.iter_mut().zip(before).zip(&mut labels) {
            if let Some(slot) = labels.get_mut(at) {
                *slot = u8::try_from(*label).unwrap_or(0);
            }
            let arriving = arriving.and_then(|pairs| pairs.get(*label));
            *label = arriving.map_or(0, |arriving| best_before(before, arriving));
        }
    }
    labels
}

/// The best scores of each label before each token, and behind the last.
fn best_scores<const N: usize>(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    biases: [Bias; N],
) -> Vec<[Scores; N]> {
    let mut befores: Vec<[Scores; N]> = Vec::with_capacity(scores.len() + 1);
    let mut start: Scores = [NEVER; LANES];
    start[START] = 0;
    let mut best = [start; N];
    befores.push(best);
    // The start is behind all but the first token.
    let mut known = LANES;
    for (unary, &context) in scores.iter().zip(contexts) {
        let Some(pairs) = chain.allowed(context) else { break };
        for (best, bias) in best.iter_mut().zip(biases) {
            let mut next = [i16::MIN; LANES];
            for (&before, row) in best.iter().zip(pairs).take(known) {
                next = max(next, plus(*row, [before; LANES]));
            }
            next = plus(next, plus(*unary, bias));
            // Only differences count; they stay small.
            *best = minus(next, [next[0]; LANES]);
        }
        befores.push(best);
        known = chain.labels();
    }
    befores
}

// All lanes are equally wide, and nothing is asked, so that eight are done by one instruction.

fn plus(a: Scores, b: Scores) -> Scores {
    std::array::from_fn(|lane| a[lane].saturating_add(b[lane]))
}

fn minus(a: Scores, b: Scores) -> Scores {
    std::array::from_fn(|lane| a[lane].saturating_sub(b[lane]))
}

fn max(a: Scores, b: Scores) -> Scores {
    std::array::from_fn(|lane| a[lane].max(b[lane]))
}

/// The label by way of which another is reached best; of equals the first. `arriving` are the scores
/// of the pairs of which that other is the second.
fn best_before(before: &Scores, arriving: &Scores) -> usize {
    let scores = plus(*before, *arriving);
    let best = scores.iter().fold(i16::MIN, |best, score| best.max(*score));
    let is_best = |mask: u32, lane: usize| mask | u32::from(scores[lane] == best) << lane;
    (0..LANES).fold(0, is_best).trailing_zeros() as usize
}

#[cfg(all(test, feature = "training"))]
mod tests {
    use super::*;
    use crate::tagger::rows::Expected;
    use crate::tagger::{Constraints, Marginals, Rows, marginals};

    const LABELS: usize = 3;

    fn chain() -> Chain {
        let mut pairs = [[[0; LANES]; LANES]; 2];
        for (number, score) in (0_i16..).zip(pairs.iter_mut().flatten().flatten()) {
            *score = number * 37 % 101 - 50;
        }
        let rows = Rows::build(&[(1, [0; LANES])]).expect("a table");
        Chain::new(LABELS, rows, &pairs, Constraints::BeginInside).expect("a chain")
    }

    fn sequence() -> (Vec<Scores>, Vec<Context>) {
        let score = |at: i16, label: i16| (at * 53 + label * 29) % 97 - 48;
        let scores = (0..5).map(|at| [0, 1, 2, 3, 4, 5, 6, 7].map(|label| score(at, label)));
        (scores.collect(), vec![0, 1, 1, 0, 1])
    }

    /// Every sequence of labels.
    fn all() -> Vec<Vec<usize>> {
        (0..3_usize.pow(5))
            .map(|code| (0..5).map(|at| code / 3_usize.pow(at) % 3).collect())
            .collect()
    }

    fn total(chain: &Chain, labels: &[usize], bias: Bias) -> i32 {
        let (scores, contexts) = sequence();
        let mut before = START;
        let mut total = 0;
        for ((&label, scores), &context) in labels.iter().zip(&scores).zip(&contexts) {
            let pairs = chain.allowed(context).expect("pairs");
            total += i32::from(pairs[before][label]) + i32::from(scores[label] + bias[label]);
            before = label;
        }
        total
    }

    #[test]
    fn the_best_of_all_sequences_is_found() {
        let chain = chain();
        let (scores, contexts) = sequence();
        for bias in [[0; LANES], [-90, 60, 0, 0, 0, 0, 0, 0], [50, -80, 20, 0, 0, 0, 0, 0]] {
            let [labels] = decode(&chain, &scores, &contexts, [bias]);
            let found: Vec<usize> = labels.iter().map(|&label| usize::from(label)).collect();
            let best = all().iter().map(|it| total(&chain, it, bias)).max();
            assert_eq!(Some(total(&chain, &found, bias)), best);
        }
    }

    #[test]
    fn marginals_are_shares_of_all_sequences() {
        let chain = chain();
        let (scores, contexts) = sequence();
        let mut found: Vec<Marginals> = Vec::new();
        marginals(&chain, &scores, &contexts, &mut found);
        let weight = |it: &Vec<usize>| (f64::from(total(&chain, it, [0; LANES])) / 64.0).exp();
        let sum: f64 = all().iter().map(weight).sum();
        for (at, found) in found.iter().enumerate() {
            for (label, &found) in found.iter().enumerate().take(LABELS) {
                let share: f64 = all().iter().filter(|it| it[at] == label).map(weight).sum();
                assert!((share / sum * 1000.0 - f64::from(found)).abs() <= 1.0);
            }
        }
    }

    #[test]
    fn rows_are_found_and_others_hardly_ever() {
        let hash = |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let rows: Vec<(u64, [i8; LANES])> =
            (0..2000).map(|number| (hash(number), [5, -3, 2, 0, 0, 0, 1, 0])).collect();
        let table = Rows::build(&rows).expect("a table");
        let known = |hash: u64| {
            let mut expected = Expected::none();
            table.expect([hash], &mut expected);
            table.fetch(&expected)[0][..7] == [5, 0xFD, 2, 0, 0, 0, 1]
        };
        assert!((0..2000).all(|number| known(hash(number))));
        let wrong = (2000..12_000).filter(|&number| known(hash(number))).count();
        assert!(wrong < 80, "{wrong} of 10 000");
    }
}

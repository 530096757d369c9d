//! The best sequence of labels.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::chain::{Chain, Context, Far, LANES, START, Scores};
use crate::text::{Work, with_best_instructions};

/// What is added to the score of each label at every token.
pub(crate) type Bias = Scores;
/// A label of each search.
pub(crate) type Labels = [u8; LANES];

/// A number for each of the searches.
type Lanes = [i16; LANES];
/// By label.
type Best = [Lanes; START];

/// Outside, and the labels that begin a stretch: they may follow any other.
const FREE: [usize; 4] = [0, 1, 3, 5];
/// Those that go on with one: they follow themselves and the label before.
const BOUND: [usize; 3] = [2, 4, 6];

/// The best labels of a sequence under the constraints of its chain, once with each bias: eight
/// searches take as long as one, for each is a lane of the same instructions.
pub(crate) fn decode(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    biases: &[Bias; LANES],
) -> Vec<Labels> {
    with_best_instructions(Decoding { chain, scores, contexts, biases })
}

/// Finding the best labels.
struct Decoding<'a> {
    chain: &'a Chain,
    scores: &'a [Scores],
    contexts: &'a [Context],
    biases: &'a [Bias; LANES],
}

impl Work for Decoding<'_> {
    type Output = Vec<Labels>;

    #[inline(always)]
    fn work(self) -> Vec<Labels> {
        best_labels(self)
    }
}

#[inline(always)]
fn best_labels(Decoding { chain, scores, contexts, biases }: Decoding<'_>) -> Vec<Labels> {
    let bests = best_scores(chain, scores, contexts, biases);
    let mut labels = vec![[0; LANES]; bests.len()];
    let Some(last) = bests.last() else { return labels };
    let mut here = first_best(last);
    let befores = bests.iter().rev().skip(1);
    let contexts = contexts.get(..bests.len()).unwrap_or_default().iter().rev();
    let mut slots = labels.iter_mut().rev();
    for ((before, &context), slot) in befores.zip(contexts).zip(slots.by_ref()) {
        *slot = small(here);
        let Some(pairs) = chain.arriving(context) else { continue };
        here = before_all(before, pairs, here, *slot);
    }
    if let Some(slot) = slots.next() {
        *slot = small(here);
    }
    labels
}

/// The best scores of each label at each token.
#[inline(always)]
fn best_scores(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    biases: &[Bias; LANES],
) -> Vec<Best> {
    let biases: Best = std::array::from_fn(|label| biases.map(|bias| bias[label]));
    let mut bests: Vec<Best> = vec![[[0; LANES]; START]; scores.len().min(contexts.len())];
    let mut best: Option<Best> = None;
    for ((slot, unary), &context) in bests.iter_mut().zip(scores).zip(contexts) {
        let Some(pairs) = chain.arriving(context) else { break };
        let mut next: Best = [[i16::MIN; LANES]; START];
        if let Some(best) = best {
            for before in 0..START {
                for label in FREE {
                    next[label] = max(next[label], plus(best[before], pairs[label][before]));
                }
            }
            for label in BOUND {
                let begun = plus(best[label - 1], pairs[label][label - 1]);
                next[label] = max(begun, plus(best[label], pairs[label][label]));
            }
        } else {
            next = std::array::from_fn(|label| pairs[label][START]);
        }
        for label in 0..START {
            next[label] = plus(next[label], plus([unary[label]; LANES], biases[label]));
        }
        // Only differences count; they stay small.
        let outside = next[0];
        for label in 0..START {
            next[label] = minus(next[label], outside);
            slot[label] = next[label];
        }
        best = Some(next);
    }
    bests
}

/// The labels by way of which these are reached best. They are given twice.
#[inline(always)]
fn before_all(before: &Best, arriving: &Far, labels: Lanes, small: Labels) -> Lanes {
    let [first, ..] = small;
    if small == [first; LANES] {
        return best_before(before, arriving, first);
    }
    let mut befores = labels;
    let mut left = 0_u8;
    for label in small {
        left |= 1 << label;
    }
    for label in 0..8 {
        if left >> label & 1 == 0 {
            continue;
        }
        let best = best_before(before, arriving, label);
        for lane in 0..LANES {
            let same = labels[lane] == i16::from(label);
            befores[lane] = if same { best[lane] } else { befores[lane] };
        }
    }
    befores
}

/// The labels by way of which a label is reached best in each search.
#[inline(always)]
fn best_before(before: &Best, arriving: &Far, label: u8) -> Lanes {
    let to = usize::from(label);
    let Some(arriving) = arriving.get(to) else { return [0; LANES] };
    if BOUND.contains(&to) {
        let begun = plus(before[to - 1], arriving[to - 1]);
        let inside = plus(before[to], arriving[to]);
        let mut labels = [i16::from(label); LANES];
        for lane in 0..LANES {
            labels[lane] -= i16::from(begun[lane] >= inside[lane]);
        }
        return labels;
    }
    let mut scores = *before;
    for from in 0..START {
        scores[from] = plus(scores[from], arriving[from]);
    }
    first_best(&scores)
}

/// The label with the highest score in each search; of equals the first.
#[inline(always)]
fn first_best(scores: &Best) -> Lanes {
    const NUMBERS: [i16; START] = [0, 1, 2, 3, 4, 5, 6];

    let mut best = scores[0];
    let mut labels = [0; LANES];
    for label in 1..START {
        let other = scores[label];
        for lane in 0..LANES {
            labels[lane] = if other[lane] > best[lane] { NUMBERS[label] } else { labels[lane] };
        }
        best = max(best, other);
    }
    labels
}

// All lanes are equally wide, and nothing is asked, so that eight are done by one instruction. No
// closures: they would not be compiled for these instructions.

/// Labels as bytes.
#[inline(always)]
fn small(labels: Lanes) -> Labels {
    let mut small = [0; LANES];
    for lane in 0..LANES {
        [small[lane], _] = labels[lane].to_le_bytes();
    }
    small
}

#[inline(always)]
fn plus(mut a: Lanes, b: Lanes) -> Lanes {
    for lane in 0..LANES {
        a[lane] = a[lane].saturating_add(b[lane]);
    }
    a
}

#[inline(always)]
fn minus(mut a: Lanes, b: Lanes) -> Lanes {
    for lane in 0..LANES {
        a[lane] = a[lane].saturating_sub(b[lane]);
    }
    a
}

#[inline(always)]
fn max(mut a: Lanes, b: Lanes) -> Lanes {
    for lane in 0..LANES {
        a[lane] = a[lane].max(b[lane]);
    }
    a
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
            let pairs = chain.arriving(context).expect("pairs");
            total += i32::from(pairs[label][before][0]) + i32::from(scores[label] + bias[label]);
            before = label;
        }
        total
    }

    #[test]
    fn the_best_of_all_sequences_is_found() {
        let chain = chain();
        let (scores, contexts) = sequence();
        let biases: [Bias; LANES] = std::array::from_fn(|lane| {
            let lean = i16::try_from(lane).expect("a small number") * 25 - 60;
            [lean, 40 - lean, lean / 3, 0, 0, 0, 0, 0]
        });
        let labels = decode(&chain, &scores, &contexts, &biases);
        for (lane, bias) in biases.into_iter().enumerate() {
            let found: Vec<usize> = labels.iter().map(|labels| usize::from(labels[lane])).collect();
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
            table.fetch(&expected, 0).0 << 8 == 0x0100_0000_02FD_0500
        };
        assert!((0..2000).all(|number| known(hash(number))));
        let wrong = (2000..12_000).filter(|&number| known(hash(number))).count();
        assert!(wrong < 80, "{wrong} of 10 000");
    }
}

//! The best sequence of labels.

use super::chain::{Chain, Context, Far, LANES, START, Scores};

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
    let bests = best_scores(chain, scores, contexts, biases);
    let mut labels = vec![[0; LANES]; bests.len()];
    let Some(last) = bests.last() else { return labels };
    let mut here = first_best(|label| last[label]);
    let befores = bests.iter().rev().skip(1);
    let contexts = contexts.get(..bests.len()).unwrap_or_default().iter().rev();
    let mut slots = labels.iter_mut().rev();
    for ((before, &context), slot) in befores.zip(contexts).zip(slots.by_ref()) {
        *slot = here;
        let Some(pairs) = chain.arriving(context) else { continue };
        here = before_all(before, pairs, here);
    }
    if let Some(slot) = slots.next() {
        *slot = here;
    }
    labels
}

/// The best scores of each label at each token.
fn best_scores(
    chain: &Chain,
    scores: &[Scores],
    contexts: &[Context],
    biases: &[Bias; LANES],
) -> Vec<Best> {
    let biases: Best = std::array::from_fn(|label| biases.map(|bias| bias[label]));
    let mut bests: Vec<Best> = Vec::with_capacity(scores.len());
    let mut best: Best = [[0; LANES]; START];
    for (unary, &context) in scores.iter().zip(contexts) {
        let Some(pairs) = chain.arriving(context) else { break };
        let mut next: Best = [[i16::MIN; LANES]; START];
        if bests.is_empty() {
            next = std::array::from_fn(|label| pairs[label][START]);
        } else {
            for (before, best) in best.iter().enumerate() {
                for label in FREE {
                    next[label] = max(next[label], plus(*best, pairs[label][before]));
                }
            }
            for label in BOUND {
                let begun = plus(best[label - 1], pairs[label][label - 1]);
                next[label] = max(begun, plus(best[label], pairs[label][label]));
            }
        }
        for label in 0..START {
            next[label] = plus(next[label], plus([unary[label]; LANES], biases[label]));
        }
        // Only differences count; they stay small.
        best = next.map(|scores| minus(scores, next[0]));
        bests.push(best);
    }
    bests
}

/// The labels by way of which these are reached best.
fn before_all(before: &Best, arriving: &Far, labels: Labels) -> Labels {
    if labels == [labels[0]; LANES] {
        return best_before(before, arriving, labels[0]);
    }
    let mut befores = labels;
    let mut seen = 0_u8;
    for label in labels {
        if seen >> label & 1 == 0 {
            seen |= 1 << label;
            let best = best_before(before, arriving, label);
            for lane in 0..LANES {
                befores[lane] = if labels[lane] == label { best[lane] } else { befores[lane] };
            }
        }
    }
    befores
}

/// The labels by way of which a label is reached best in each search.
fn best_before(before: &Best, arriving: &Far, label: u8) -> Labels {
    let to = usize::from(label);
    let Some(arriving) = arriving.get(to) else { return [0; LANES] };
    if BOUND.contains(&to) {
        let begun = plus(before[to - 1], arriving[to - 1]);
        let inside = plus(before[to], arriving[to]);
        return std::array::from_fn(|lane| label - u8::from(begun[lane] >= inside[lane]));
    }
    first_best(|from| plus(before[from], arriving[from]))
}

/// The label with the highest score in each search; of equals the first.
fn first_best(scores: impl Fn(usize) -> Lanes) -> Labels {
    let mut best = scores(0);
    let mut labels = [0_i16; LANES];
    for label in 1..START {
        let other = scores(label);
        for lane in 0..LANES {
            let number = i16::try_from(label).unwrap_or(0);
            labels[lane] = if other[lane] > best[lane] { number } else { labels[lane] };
        }
        best = max(best, other);
    }
    labels.map(|label| u8::try_from(label).unwrap_or(0))
}

// All lanes are equally wide, and nothing is asked, so that eight are done by one instruction.

fn plus(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|lane| a[lane].saturating_add(b[lane]))
}

fn minus(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|lane| a[lane].saturating_sub(b[lane]))
}

fn max(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|lane| a[lane].max(b[lane]))
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
            table.fetch(&expected)[0][..7] == [5, 0xFD, 2, 0, 0, 0, 1]
        };
        assert!((0..2000).all(|number| known(hash(number))));
        let wrong = (2000..12_000).filter(|&number| known(hash(number))).count();
        assert!(wrong < 80, "{wrong} of 10 000");
    }
}

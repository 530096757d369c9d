//! Trains a forest: trees grown one after the other on what those before leave wrong, leaf by leaf
//! where most is gained.

use inquit::training::PlainForest;

use crate::number::{Random, log_odds, sigmoid};

/// How a forest is grown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    pub(crate) trees: usize,
    pub(crate) leaves: usize,
    /// How much of what a leaf says is believed.
    pub(crate) rate: f32,
    /// No leaf has fewer examples.
    pub(crate) least: usize,
    /// Which part of the examples and of the values a tree sees, picked at random (Friedman 2002,
    /// "Stochastic gradient boosting").
    pub(crate) examples: f32,
    pub(crate) values: f32,
}

/// Values speak in so many steps at most.
const BINS: usize = 64;
/// Leaves are pulled towards saying nothing.
const PULL: f32 = 1.0;
/// The answers of leaves count in 1024ths.
const UNIT: f32 = 1024.0;

/// Examples: values, and whether they are right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Examples<const N: usize> {
    pub(crate) values: Vec<[i16; N]>,
    pub(crate) right: Vec<bool>,
    /// The places of their words in the table of a linear model, if they have such.
    pub(crate) words: Vec<Vec<u32>>,
}

impl<const N: usize> Examples<N> {
    pub(crate) fn append(&mut self, more: &Examples<N>) {
        self.values.extend_from_slice(&more.values);
        self.right.extend_from_slice(&more.right);
        self.words.extend_from_slice(&more.words);
    }
}

/// A value of all examples in steps.
struct Column {
    /// Which value.
    value: u16,
    /// The highest value of each step.
    tops: Vec<i16>,
    bins: Vec<u8>,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    gradient: f32,
    weight: f32,
    count: u32,
}

impl Sum {
    fn add(&mut self, gradient: f32, weight: f32) {
        self.gradient += gradient;
        self.weight += weight;
        self.count += 1;
    }

    fn plus(self, other: Sum) -> Sum {
        Sum {
            gradient: self.gradient + other.gradient,
            weight: self.weight + other.weight,
            count: self.count + other.count,
        }
    }

    fn minus(self, other: Sum) -> Sum {
        Sum {
            gradient: self.gradient - other.gradient,
            weight: self.weight - other.weight,
            count: self.count - other.count,
        }
    }

    fn gain(self) -> f32 {
        self.gradient * self.gradient / (self.weight + PULL)
    }
}

/// A leaf while the tree grows.
struct Leaf {
    examples: Vec<u32>,
    sums: Vec<[Sum; BINS]>,
    total: Sum,
    best: Option<Split>,
    /// The branch that it hangs from, and whether on its low side.
    parent: Option<(usize, bool)>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f32,
    column: usize,
    bin: usize,
}

/// Grows a forest on examples.
pub(crate) fn grow<const N: usize>(examples: &Examples<N>, growth: Growth) -> PlainForest {
    let columns: Vec<Column> = (0..N).map(|at| column(examples, at)).collect();
    let count = examples.right.len();
    let right = examples.right.iter().filter(|it| **it).count();
    let share = (right as f32 / count.max(1) as f32).clamp(0.001, 0.999);
    let base = (log_odds(share) * 128.0) as i16;
    let mut scores = vec![f32::from(base) / 128.0; count];
    let mut forest = PlainForest { base, trees: Vec::new(), calibration: calibration(1.0, 0.0) };
    let mut gradients = vec![(0.0, 0.0); count];
    let mut random = Random::new(7);
    for _ in 0..growth.trees {
        let chosen: Vec<&Column> =
            columns.iter().filter(|_| random.is_below(growth.values)).collect();
        let picked = (0..count as u32).filter(|_| random.is_below(growth.examples)).collect();
        for ((slot, &score), &right) in gradients.iter_mut().zip(&scores).zip(&examples.right) {
            let p = sigmoid(score);
            *slot = (p - f32::from(u8::from(right)), (p * (1.0 - p)).max(1e-4));
        }
        let tree = grow_tree(&chosen, &gradients, growth, picked);
        for (score, values) in scores.iter_mut().zip(&examples.values) {
            *score += f32::from(answer(&tree, values)) / UNIT;
        }
        forest.trees.push(tree);
    }
    forest
}

/// What a tree says to some values.
fn answer((nodes, leaves): &PlainTree, values: &[i16]) -> i16 {
    let mut next: i8 = if nodes.is_empty() { -1 } else { 0 };
    while next >= 0 {
        let (value, threshold, low, high) = nodes[next as usize];
        next = if values[usize::from(value)] <= threshold { low } else { high };
    }
    leaves[(-1 - next) as usize]
}

/// The probabilities that belong to scores, if the odds are `slope` times them and more by `shift`.
pub(crate) fn calibration(slope: f32, shift: f32) -> Vec<u16> {
    let probability = |step: i16| sigmoid(slope * f32::from(step) + shift) * 1000.0 + 0.5;
    (-8..=8).map(|step| probability(step) as u16).collect()
}

fn column<const N: usize>(examples: &Examples<N>, at: usize) -> Column {
    let mut sorted: Vec<i16> = examples.values.iter().map(|values| values[at]).collect();
    sorted.sort_unstable();
    let mut tops: Vec<i16> = sorted.clone();
    tops.dedup();
    if tops.len() > BINS {
        let each = |step: usize| sorted[(step + 1) * sorted.len() / BINS - 1];
        tops = (0..BINS).map(each).collect();
        tops.dedup();
    }
    let bin = |value: i16| tops.partition_point(|&top| top < value) as u8;
    let bins = examples.values.iter().map(|values| bin(values[at])).collect();
    Column { value: at as u16, tops, bins }
}

type PlainTree = (Vec<(u16, i16, i8, i8)>, Vec<i16>);

fn grow_tree(
    columns: &[&Column],
    gradients: &[(f32, f32)],
    growth: Growth,
    all: Vec<u32>,
) -> PlainTree {
    let sums = histogram(columns, gradients, &all);
    let mut leaves = vec![leaf(columns, growth, all, sums, None)];
    let mut nodes: Vec<(u16, i16, i8, i8)> = Vec::new();
    while leaves.len() < growth.leaves {
        let best = (0..leaves.len()).filter(|&at| leaves[at].best.is_some()).max_by(|&a, &b| {
            let gain = |at: usize| leaves[at].best.map_or(0.0, |it| it.gain);
            gain(a).total_cmp(&gain(b)).then(b.cmp(&a))
        });
        let Some(at) = best else { break };
        let Some(split) = leaves[at].best else { break };
        let column = columns[split.column];
        let Leaf { examples, sums, parent, .. } = std::mem::replace(
            &mut leaves[at],
            Leaf {
                examples: Vec::new(),
                sums: Vec::new(),
                total: Sum::default(),
                best: None,
                parent: None,
            },
        );
        let low = |&example: &u32| usize::from(column.bins[example as usize]) <= split.bin;
        let (low, high): (Vec<u32>, Vec<u32>) = examples.into_iter().partition(low);
        // The sums of the larger side are what is left of those of both.
        let fewer = if low.len() <= high.len() { &low } else { &high };
        let some = histogram(columns, gradients, fewer);
        let rest: Vec<[Sum; BINS]> = sums
            .iter()
            .zip(&some)
            .map(|(all, some)| std::array::from_fn(|bin| all[bin].minus(some[bin])))
            .collect();
        let (low_sums, high_sums) =
            if low.len() <= high.len() { (some, rest) } else { (rest, some) };
        let node = nodes.len();
        if let Some((above, is_low)) = parent {
            let next = node as i8;
            if is_low { nodes[above].2 = next } else { nodes[above].3 = next }
        }
        nodes.push((column.value, column.tops[split.bin], 0, 0));
        leaves[at] = leaf(columns, growth, low, low_sums, Some((node, true)));
        leaves.push(leaf(columns, growth, high, high_sums, Some((node, false))));
    }
    let mut answers = Vec::new();
    for (number, leaf) in leaves.iter().enumerate() {
        if let Some((above, is_low)) = leaf.parent {
            let next = -1 - number as i8;
            if is_low { nodes[above].2 = next } else { nodes[above].3 = next }
        }
        let answer = -leaf.total.gradient / (leaf.total.weight + PULL) * growth.rate * UNIT;
        answers.push(answer.clamp(-30_000.0, 30_000.0) as i16);
    }
    (nodes, answers)
}

fn histogram(columns: &[&Column], gradients: &[(f32, f32)], examples: &[u32]) -> Vec<[Sum; BINS]> {
    columns
        .iter()
        .map(|column| {
            let mut sums = [Sum::default(); BINS];
            for &at in examples {
                let (gradient, weight) = gradients[at as usize];
                sums[usize::from(column.bins[at as usize])].add(gradient, weight);
            }
            sums
        })
        .collect()
}

fn leaf(
    columns: &[&Column],
    growth: Growth,
    examples: Vec<u32>,
    sums: Vec<[Sum; BINS]>,
    parent: Option<(usize, bool)>,
) -> Leaf {
    let total = sums.first().map_or_else(Sum::default, |sums| {
        sums.iter().fold(Sum::default(), |all, sum| all.plus(*sum))
    });
    let least = growth.least as u32;
    let mut best: Option<Split> = None;
    for (at, (column, sums)) in columns.iter().zip(&sums).enumerate() {
        let mut low = Sum::default();
        for bin in 0..column.tops.len().saturating_sub(1) {
            low = low.plus(sums[bin]);
            let high = total.minus(low);
            if low.count < least || high.count < least {
                continue;
            }
            let gain = low.gain() + high.gain() - total.gain();
            if gain > 1e-3 && best.is_none_or(|best| gain > best.gain) {
                best = Some(Split { gain, column: at, bin });
            }
        }
    }
    Leaf { examples, sums, total, best, parent }
}

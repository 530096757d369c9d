//! Asks a tree about many at once, without a branch that the processor has to guess.
//!
//! Every branch of a tree is asked, not only those on the way to a leaf: a branch whose value is
//! above its threshold rules out the leaves on its low side, and of those left in the end the first,
//! in order from low to high, is the one that the walk would reach (C. Lucchese et al., `QuickScorer`:
//! a Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees, 2015).

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::forest::{Node, Tree};
use crate::text::{Work, with_best_instructions};

/// So many are asked about at once, and so many where no more are left.
const WIDE: usize = 32;
const NARROW: usize = 16;
/// The most leaves of a tree: one bit each.
const MOST_LEAVES: usize = 32;

/// A tree, as it is asked.
#[derive(Clone, Debug)]
pub(super) struct FlatTree {
    /// First those that rule out leaves of the first half only, last those of the second half only.
    branches: Vec<Branch>,
    /// The first that rules out leaves of the second half, and the one behind the last that rules
    /// out leaves of the first.
    parts: [usize; 2],
    /// The answers of the leaves, from low to high, and that of no leaf.
    answers: [i16; MOST_LEAVES + 1],
}

/// A branch, as it is asked.
#[derive(Clone, Copy, Debug)]
struct Branch {
    value: u16,
    threshold: i16,
    /// The leaves that stay when a value is above the threshold: the first and the second half.
    kept: [u16; 2],
}

/// Whoever walks through a tree, and what is to be done next.
enum Step {
    /// Goes to a branch or a leaf.
    To(i8),
    /// All leaves on the low side of a branch have numbers, from this one on.
    BehindLow(Node, u32),
}

impl FlatTree {
    /// `None` if a walk does not end in a leaf, asks for a value that there is not, or there are too
    /// many leaves.
    pub(super) fn new(tree: &Tree, values: usize) -> Option<FlatTree> {
        let mut branches = Vec::new();
        let mut answers = [0; MOST_LEAVES + 1];
        let mut leaves = 0_u32;
        let mut steps = vec![Step::To(if tree.nodes.is_empty() { -1 } else { 0 })];
        while let Some(step) = steps.pop() {
            match step {
                Step::To(next) => {
                    if let Ok(at) = usize::try_from(next) {
                        let node = *tree.nodes.get(at)?;
                        let is_back = |next: i8| usize::try_from(next).is_ok_and(|next| next <= at);
                        if is_back(node.low) || is_back(node.high) {
                            return None;
                        }
                        steps.push(Step::BehindLow(node, leaves));
                        steps.push(Step::To(node.low));
                    } else {
                        let leaf = usize::from((-1 - next).unsigned_abs());
                        *answers.get_mut(..MOST_LEAVES)?.get_mut(leaves as usize)? =
                            *tree.leaves.get(leaf)?;
                        leaves += 1;
                    }
                }
                Step::BehindLow(Node { value, threshold, high, .. }, first) => {
                    if usize::from(value) >= values {
                        return None;
                    }
                    let below = |leaf: u32| (1_u64 << leaf) - 1;
                    let kept = !(below(leaves) ^ below(first));
                    let half = |shift: u32| (kept >> shift & 0xFFFF) as u16;
                    let kept = [half(0), half(16)];
                    branches.push(Branch { value, threshold, kept });
                    steps.push(Step::To(high));
                }
            }
        }
        let spares = |half: usize| move |it: &Branch| it.kept[half] == u16::MAX;
        branches.sort_by_key(|it| (spares(0)(it), !spares(1)(it)));
        let parts =
            [branches.partition_point(spares(1)), branches.partition_point(|it| !spares(0)(it))];
        Some(FlatTree { branches, parts, answers })
    }

    /// Adds the answers about those in the lanes.
    #[inline(always)]
    fn add<const LANES: usize>(&self, columns: &[[i16; LANES]], sums: &mut [i32]) {
        let [second, first] = self.parts;
        let first = left(self.branches.get(..first), 0, columns);
        let second = left(self.branches.get(second..), 1, columns);
        for (sum, (first, second)) in sums.iter_mut().zip(first.iter().zip(&second)) {
            let left = u32::from(*first) | u32::from(*second) << 16;
            let answer = self.answers.get(left.trailing_zeros() as usize);
            *sum += i32::from(answer.copied().unwrap_or(0));
        }
    }
}

/// Which leaves of a half of a tree branches leave to those in the lanes.
#[inline(always)]
fn left<const LANES: usize>(
    branches: Option<&[Branch]>,
    half: usize,
    columns: &[[i16; LANES]],
) -> [u16; LANES] {
    // All lanes are equally wide, so that many are asked by one instruction.
    let mut left = [u16::MAX; LANES];
    for Branch { value, threshold, kept } in branches.unwrap_or_default() {
        let Some(values) = columns.get(usize::from(*value)) else { break };
        let removed = !kept[half];
        for (left, value) in left.iter_mut().zip(values) {
            let is_high = u16::from(value > threshold).wrapping_neg();
            *left &= !(is_high & removed);
        }
    }
    left
}

/// Adds the answers of trees about each.
pub(super) fn add_answers(trees: &[FlatTree], all: &[&[i16]], sums: &mut [i32]) {
    with_best_instructions(Asking { trees, all, sums });
}

/// Asking trees about many.
struct Asking<'a> {
    trees: &'a [FlatTree],
    all: &'a [&'a [i16]],
    sums: &'a mut [i32],
}

impl Work for Asking<'_> {
    type Output = ();

    #[inline(always)]
    fn work(self) {
        let many = (self.all.len() + WIDE - NARROW - 1) / WIDE * WIDE;
        let wide = many.min(self.all.len());
        let (all, rest) = self.all.split_at(wide);
        let (sums, rest_sums) = self.sums.split_at_mut(wide);
        ask::<WIDE>(self.trees, all, sums);
        ask::<NARROW>(self.trees, rest, rest_sums);
    }
}

#[inline(always)]
fn ask<const LANES: usize>(trees: &[FlatTree], all: &[&[i16]], sums: &mut [i32]) {
    let mut columns: Vec<[i16; LANES]> = Vec::new();
    for (abreast, sums) in all.chunks(LANES).zip(sums.chunks_mut(LANES)) {
        columns.clear();
        columns.resize(abreast.iter().map(|values| values.len()).max().unwrap_or(0), [0; LANES]);
        for (lane, values) in abreast.iter().enumerate() {
            for (column, value) in columns.iter_mut().zip(*values) {
                if let Some(slot) = column.get_mut(lane) {
                    *slot = *value;
                }
            }
        }
        for tree in trees {
            tree.add(&columns, sums);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(value: u16, threshold: i16, low: i8, high: i8) -> Node {
        Node { value, threshold, low, high }
    }

    /// The answer at the end of a walk.
    fn walk(tree: &Tree, values: &[i16]) -> i16 {
        let mut next = if tree.nodes.is_empty() { -1 } else { 0 };
        while let Ok(at) = usize::try_from(next) {
            let node: Node = tree.nodes[at];
            let is_low = values[usize::from(node.value)] <= node.threshold;
            next = if is_low { node.low } else { node.high };
        }
        tree.leaves[usize::from((-1 - next).unsigned_abs())]
    }

    #[test]
    fn a_tree_answers_what_a_walk_would() {
        let tree = Tree {
            nodes: vec![
                node(0, 0, 1, 2),
                node(1, 5, -1, -2),
                node(1, -3, 3, -3),
                node(0, 9, -4, -5),
            ],
            leaves: vec![1, 2, 4, 8, 16],
        };
        let small = Tree { nodes: vec![], leaves: vec![100] };
        let trees = [&tree, &small].map(|tree| FlatTree::new(tree, 2).expect("a sound tree"));
        let all: Vec<[i16; 2]> = (-12..13).flat_map(|a| (-8..9).map(move |b| [a, b])).collect();
        let lanes: Vec<&[i16]> = all.iter().map(<[i16; 2]>::as_slice).collect();
        let mut sums = vec![0; all.len()];
        add_answers(&trees, &lanes, &mut sums);
        let walks = all.iter().map(|it| i32::from(walk(&tree, it)) + 100);
        assert!(sums.into_iter().eq(walks));
    }

    /// A tree in which again and again one of its leaves became a branch.
    fn grown(leaves: i8, mut seed: u32) -> Tree {
        let mut tree = Tree { nodes: Vec::new(), leaves: vec![0] };
        for next in 1..leaves {
            seed = seed.wrapping_mul(0x9E37_79B1).wrapping_add(7);
            let leaf = -1 - i8::try_from((seed >> 16) % u32::from(next.unsigned_abs())).unwrap();
            let ways = tree.nodes.iter_mut().flat_map(|it| [&mut it.low, &mut it.high]);
            for way in ways.filter(|way| **way == leaf) {
                *way = next - 1;
            }
            let (value, threshold) = ((seed >> 30) as u16 % 2, (seed >> 8 & 15) as i16 - 8);
            tree.nodes.push(node(value, threshold, leaf, -1 - next));
            tree.leaves.push(i16::from(next) * 3);
        }
        tree
    }

    #[test]
    fn any_number_is_asked_about_trees_of_any_size() {
        let trees: Vec<Tree> = (1..33).map(|leaves| grown(leaves, 0xF0)).collect();
        let flat: Vec<_> = trees.iter().filter_map(|tree| FlatTree::new(tree, 2)).collect();
        assert_eq!(flat.len(), trees.len());
        let all: Vec<[i16; 2]> = (0..110).map(|at| [at * 7 % 23 - 11, at % 19 - 9]).collect();
        let lanes: Vec<&[i16]> = all.iter().map(<[i16; 2]>::as_slice).collect();
        let answer = |it: &&[i16]| trees.iter().map(|tree| i32::from(walk(tree, it))).sum::<i32>();
        for count in [0, 1, 16, 17, 31, 32, 33, 48, 49, 110] {
            let mut sums = vec![0; count];
            add_answers(&flat, &lanes[..count], &mut sums);
            assert!(sums.into_iter().eq(lanes[..count].iter().map(answer)), "{count}");
        }
    }

    #[test]
    fn trees_that_make_no_sense_are_none() {
        let tree = |nodes: Vec<Node>, leaves: usize| Tree { nodes, leaves: vec![0; leaves] };
        for (what, tree) in [
            ("walks in a circle", tree(vec![node(0, 0, 0, -1)], 2)),
            ("leads nowhere", tree(vec![node(0, 0, 1, -1)], 2)),
            ("has no such leaf", tree(vec![node(0, 0, -1, -3)], 2)),
            ("has no leaf", tree(vec![], 0)),
            ("asks for no such value", tree(vec![node(2, 0, -1, -2)], 2)),
            ("has too many leaves", tree((0..40).map(|at| node(0, 0, at + 1, -1)).collect(), 2)),
        ] {
            assert!(FlatTree::new(&tree, 2).is_none(), "{what}");
        }
    }
}

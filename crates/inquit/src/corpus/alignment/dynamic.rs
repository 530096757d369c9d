//! Which words of two wordings are the same, in order.
//!
//! An alignment in the manner of Gotoh (1982) that is free at both ends of the reference: the weights
//! of the words that are the same, less a price for each interruption, so that a scattered "the" or
//! "of" counts for nothing. Wordings too long for a table are cut at runs of words that each of them
//! has once, which keeps time and memory linear.

use super::anchors::anchors;
use crate::corpus::wording::CanonicalKey;

/// Words that are the same: a place in the reference, a place in the variant.
pub(crate) type Pair = (usize, usize);

/// Most cells of a table.
const MOST_CELLS: usize = 1 << 18;

/// The price of an interruption, and of each word in it.
const OPEN: i32 = 32;
const SKIP: i32 = 1;

/// How much it says that two wordings share a word.
pub(crate) fn weight(key: CanonicalKey) -> u32 {
    if key.is_light() {
        1
    } else if key.is_name() {
        3
    } else {
        4
    }
}

/// The words that are the same, in order of place. Where `is_end_cut`, the variant says that words are
/// left out before its last one, and the last words of both may be the same at no price.
pub(crate) fn pairs(
    reference: &[CanonicalKey],
    variant: &[CanonicalKey],
    is_end_cut: bool,
) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut block = Block { reference, variant, at: (0, 0), is_end_cut };
    if reference.len().saturating_mul(variant.len()) <= MOST_CELLS {
        block.fill(&mut found);
        return found;
    }
    for (i, j) in anchors(reference, variant) {
        if i < block.at.0 || j < block.at.1 {
            continue;
        }
        Block {
            reference: reference.get(block.at.0..i).unwrap_or_default(),
            variant: variant.get(block.at.1..j).unwrap_or_default(),
            at: block.at,
            is_end_cut: false,
        }
        .fill(&mut found);
        found.push((i, j));
        block.at = (i + 1, j + 1);
    }
    block.reference = reference.get(block.at.0..).unwrap_or_default();
    block.variant = variant.get(block.at.1..).unwrap_or_default();
    block.fill(&mut found);
    found
}

/// Parts of both, and where they begin.
struct Block<'a> {
    reference: &'a [CanonicalKey],
    variant: &'a [CanonicalKey],
    at: Pair,
    is_end_cut: bool,
}

/// How a cell was reached.
const AFTER_GAP: u8 = 1;
const FROM_MATCH: u8 = 2;
const FROM_ABOVE: u8 = 4;
const IS_MATCH: u8 = 8;

const NEVER: i32 = i32::MIN / 2;

impl Block<'_> {
    /// Adds the pairs of this block.
    fn fill(&self, found: &mut Vec<Pair>) {
        let (rows, columns) = (self.reference.len(), self.variant.len());
        if rows == 0 || columns == 0 || rows.saturating_mul(columns) > MOST_CELLS {
            return;
        }
        let width = columns + 1;
        let mut trace = vec![0_u8; (rows + 1) * width];
        // The best that ends with a pair, and the best of all, for the row above and this one.
        let mut matched = vec![NEVER; width];
        let mut best: Vec<i32> = vec![0; width];
        let mut next_matched = vec![NEVER; width];
        let mut next_best = vec![0; width];
        for (column, cell) in best.iter_mut().enumerate().skip(1) {
            *cell = -SKIP * i32::try_from(column).unwrap_or(i32::MAX / 2);
        }
        // Leaving out the beginning of the reference is free.
        for (row, &key) in self.reference.iter().enumerate() {
            let mut left = 0;
            let traced = trace.get_mut((row + 1) * width..).unwrap_or_default();
            if let Some(first) = traced.first_mut() {
                *first = FROM_ABOVE;
            }
            let above = matched.iter().zip(&best).zip(best.iter().skip(1)).zip(self.variant);
            let below = next_matched.iter_mut().zip(next_best.iter_mut()).skip(1);
            let cells = above.zip(below).zip(traced.iter_mut().skip(1)).enumerate();
            let last = columns.saturating_sub(1);
            let is_cut_before = self.is_end_cut && row + 1 == rows;
            for (column, (((((run, corner), up), other), (match_cell, best_cell)), cell)) in cells {
                let mut bits = 0;
                let mut pair = NEVER;
                if key.equals(*other) {
                    bits |= IS_MATCH;
                    let is_end = is_cut_before && column == last;
                    let price = if row == 0 || column == 0 || is_end { 0 } else { OPEN };
                    let gain = i32::try_from(weight(key)).unwrap_or(0) * 16 + 14;
                    if *run >= corner - price {
                        pair = run + gain;
                    } else {
                        pair = corner - price + gain;
                        bits |= AFTER_GAP;
                    }
                }
                *match_cell = pair;
                // Leaving out the end of the reference is free as well.
                let from_above = up - if column == last { 0 } else { SKIP };
                let from_left = left - SKIP;
                let most = pair.max(from_above).max(from_left);
                if most == pair {
                    bits |= FROM_MATCH;
                } else if most == from_above {
                    bits |= FROM_ABOVE;
                }
                *best_cell = most;
                left = most;
                *cell = bits;
            }
            std::mem::swap(&mut matched, &mut next_matched);
            std::mem::swap(&mut best, &mut next_best);
            if let Some(first) = best.first_mut() {
                *first = 0;
            }
            if let Some(first) = matched.first_mut() {
                *first = NEVER;
            }
        }
        self.walk_back(&trace, found);
    }

    fn walk_back(&self, trace: &[u8], found: &mut Vec<Pair>) {
        let from = found.len();
        let (mut row, mut column) = (self.reference.len(), self.variant.len());
        let width = column + 1;
        let mut in_run = false;
        while row > 0 && column > 0 {
            let bits = trace.get(row * width + column).copied().unwrap_or_default();
            if in_run || bits & FROM_MATCH != 0 {
                found.push((self.at.0 + row - 1, self.at.1 + column - 1));
                in_run = bits & AFTER_GAP == 0
                    && row > 1
                    && column > 1
                    && trace
                        .get((row - 1) * width + column - 1)
                        .is_some_and(|bits| bits & IS_MATCH != 0);
                row -= 1;
                column -= 1;
            } else if bits & FROM_ABOVE != 0 {
                row -= 1;
            } else {
                column -= 1;
            }
        }
        if let Some(new) = found.get_mut(from..) {
            new.reverse();
        }
    }
}

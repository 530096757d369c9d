//! Places at which two long wordings are surely the same.

use std::collections::HashMap;

use super::dynamic::Pair;
use crate::corpus::wording::CanonicalKey;

/// So many words in a row that each wording has once.
const RUN: usize = 4;

/// The words of such runs, in order in both; the longest sequence of them.
pub(super) fn anchors(reference: &[CanonicalKey], variant: &[CanonicalKey]) -> Vec<Pair> {
    let mut known = once(reference);
    let others = once(variant);
    known.retain(|run, _| others.contains_key(run));
    let mut starts: Vec<Pair> =
        known.iter().filter_map(|(run, i)| Some((*i, *others.get(run)?))).collect();
    starts.sort_unstable();
    let mut pairs: Vec<Pair> = Vec::new();
    for (i, j) in longest_rising(&starts) {
        for step in 0..RUN {
            let pair = (i + step, j + step);
            if pairs.last().is_none_or(|last| last.0 < pair.0 && last.1 < pair.1) {
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// The runs that occur once, and where.
fn once(words: &[CanonicalKey]) -> HashMap<[CanonicalKey; RUN], usize> {
    let mut places: HashMap<[CanonicalKey; RUN], (usize, bool)> = HashMap::new();
    for (at, run) in words.windows(RUN).enumerate() {
        if let Ok(run) = <[CanonicalKey; RUN]>::try_from(run) {
            places.entry(run).and_modify(|it| it.1 = false).or_insert((at, true));
        }
    }
    places.into_iter().filter(|(_, (_, once))| *once).map(|(run, (at, _))| (run, at)).collect()
}

/// The longest sequence in which the second number rises as well; of several the one that ends with
/// the smallest.
fn longest_rising(pairs: &[Pair]) -> Vec<Pair> {
    // For each length, the pair that ends a sequence of it with the smallest second number.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let second = |at: usize| pairs.get(at).map_or(usize::MAX, |pair| pair.1);
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| second(end) < pair.1);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut sequence = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        sequence.extend(pairs.get(at));
        next = before.get(at).copied().flatten();
    }
    sequence.reverse();
    sequence
}

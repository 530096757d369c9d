//! Of valid hits that overlap, those that a search from left to right would give.

use std::cmp::Reverse;

use super::library::Hit;

/// Adds the leftmost of `valid`, of those the longest, then the next behind it.
pub(super) fn select(mut valid: Vec<Hit>, hits: &mut Vec<Hit>) {
    valid.sort_unstable_by_key(|hit| (hit.start, Reverse(hit.end)));
    let mut end = 0;
    for hit in valid {
        if hit.start >= end {
            end = hit.end;
            hits.push(hit);
        }
    }
}

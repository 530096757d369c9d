//! Rows of words with capitals, seen from outside: what stands on either side, and at their ends.

use std::ops::Range;

use crate::entity::words::Words;

/// For each token of a stretch the row of capitals it belongs to; for others itself alone.
pub(super) fn runs(words: Words<'_>, stretch: &Range<usize>) -> Vec<Range<usize>> {
    let mut runs = Vec::with_capacity(stretch.len());
    let mut at = stretch.start;
    while at < stretch.end {
        let mut end = at + 1;
        if words.is_capitalized(at) {
            while end < stretch.end && words.is_capitalized(end) && words.adjoins(end) {
                end += 1;
            }
        }
        runs.extend((at..end).map(|_| at..end));
        at = end;
    }
    runs
}

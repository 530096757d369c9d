//! Rows of words with capitals, seen from outside: what stands on either side, and at their ends.

use std::ops::Range;

use crate::entity::words::Words;

/// For each token of a stretch the row of capitals it belongs to; for others itself alone.
pub(super) fn runs(words: Words<'_>, stretch: &Range<usize>) -> Vec<Range<usize>> {
    let mut runs = Vec::with_capacity(stretch.len());
    let mut at = stretch.start;
    while at < stretch.end {
        let end = if words.is_capitalized(at) { run_end(words, at, stretch.end) } else { at + 1 };
        runs.extend((at..end).map(|_| at..end));
        at = end;
    }
    runs
}

/// Where the row of capitals that begins with a token ends.
pub(super) fn run_end(words: Words<'_>, start: usize, limit: usize) -> usize {
    let goes_on = |&at: &usize| !(words.is_capitalized(at) && words.adjoins(at));
    (start + 1..limit).find(goes_on).unwrap_or(limit)
}

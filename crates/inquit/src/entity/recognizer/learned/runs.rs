//! Rows of words with capitals, and the stretches that they make up.

use std::ops::Range;

use crate::entity::recognizer::piece::{Certainty, Piece};
use crate::entity::words::Words;
use crate::lexicon::Role;
use crate::tagger::LONGEST_WINDOW;

/// A row of words with capitals, one right after the other, and the start of its segment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) segment: Range<usize>,
}

/// So many words without a capital may join two rows to one stretch: "of the".
const MOST_JOINTS: usize = 2;

/// The rows of some segments; none longer than what is labelled as one sequence.
pub(super) fn runs(words: Words<'_>, segments: &[Range<usize>]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(3 * segments.len());
    for segment in segments {
        let mut end = segment.start;
        while let Some(start) = words.next_capitalized(end..segment.end) {
            let goes_on = |at: usize| words.is_capitalized(at) && words.adjoins(at);
            let most = segment.end.min(start + LONGEST_WINDOW);
            end = (start + 1..most).find(|&at| !goes_on(at)).unwrap_or(most);
            runs.push(Run { tokens: start..end, segment: segment.clone() });
        }
    }
    runs
}

/// Calls `visit` with the rows of each stretch in which a list does not explain every capital, and
/// the pieces there.
pub(super) fn visit_stretches<'p>(
    words: Words<'_>,
    runs: &[Run],
    pieces: &'p [Piece],
    mut visit: impl FnMut(&[Run], &'p [Piece]),
) {
    let mut rest = pieces;
    let joins = |before: &Run, after: &Run| {
        before.segment == after.segment && after.tokens.start - before.tokens.end <= MOST_JOINTS
    };
    for stretch in runs.chunk_by(joins) {
        let mut stretch = stretch;
        while let (Some(first), Some(last)) = (stretch.first(), stretch.last()) {
            // A longer one is read in parts.
            let most = first.tokens.start + LONGEST_WINDOW;
            let count = stretch.partition_point(|run| run.tokens.end <= most).max(1);
            let (part, others) = stretch.split_at(count);
            let end = part.last().unwrap_or(last).tokens.end;
            stretch = others;
            let start = first.tokens.start;
            while rest.first().is_some_and(|piece| piece.tokens.end <= start) {
                rest = rest.get(1..).unwrap_or_default();
            }
            let inside = rest.iter().take_while(|piece| piece.tokens.start < end).count();
            let own = rest.get(..inside).unwrap_or_default();
            if is_doubtful(words, part, own) {
                visit(part, own);
            }
        }
    }
}

/// Whether a list does not explain every capital.
fn is_doubtful(words: Words<'_>, runs: &[Run], pieces: &[Piece]) -> bool {
    let mut pieces = pieces.iter().peekable();
    runs.iter().flat_map(|run| run.tokens.clone()).any(|at| {
        while pieces.next_if(|piece| piece.tokens.end <= at).is_some() {}
        match pieces.peek().filter(|piece| piece.tokens.start <= at) {
            Some(piece) => piece.certainty != Certainty::Listed,
            None => !words.role(at).any(Role::STOP.or(Role::DAY).or(Role::MONTH)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    /// The stretches of a text, all of it one segment, in which no list explains the capitals.
    fn stretches(text: &str) -> Vec<&str> {
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let all = runs(words, &[0..tokens.len(), tokens.len()..tokens.len()]);
        let mut found = Vec::new();
        visit_stretches(words, &all, &[], |stretch, _| {
            let (first, last) = (stretch.first().unwrap(), stretch.last().unwrap());
            found.push(&text[words.span(first.tokens.start, last.tokens.end)]);
        });
        found
    }

    #[test]
    fn few_small_words_join() {
        assert_eq!(
            stretches("so Ada Okoro of the Quillan Board met a new Weir man"),
            ["Ada Okoro of the Quillan Board", "Weir"]
        );
        assert_eq!(stretches("so nothing has capitals"), [""; 0]);
        assert_eq!(stretches("On Friday they left"), [""; 0]);
    }

    #[test]
    fn long_rows_are_cut() {
        let text = "Zorvan ".repeat(LONGEST_WINDOW * 2 + 5);
        let lengths: Vec<usize> = stretches(&text).iter().map(|it| it.split(' ').count()).collect();
        assert_eq!(lengths, [LONGEST_WINDOW, LONGEST_WINDOW, 5]);
        let text = "Zorvan a ".repeat(LONGEST_WINDOW);
        assert!(stretches(&text).iter().all(|it| it.split(' ').count() <= LONGEST_WINDOW));
    }
}

//! Which stretches of a text the model reads.

use std::ops::Range;

use crate::entity::recognizer::piece::{Certainty, Piece};
use crate::entity::words::Words;
use crate::lexicon::Role;
use crate::tagger::LONGEST_WINDOW;

/// So many words without a capital may join two with one: "of the".
const MOST_JOINTS: usize = 2;

/// The stretches of a segment in which a capital is not explained by a list: from a word with a
/// capital to the last that few others part from it. `pieces` are those of the segment.
pub(super) fn stretches(
    words: Words<'_>,
    segment: &Range<usize>,
    pieces: &[Piece],
    mut visit: impl FnMut(Range<usize>, &[Piece]),
) {
    let mut rest = pieces;
    let mut at = segment.start;
    while at < segment.end {
        if !words.is_capitalized(at) {
            at += 1;
            continue;
        }
        let start = at;
        let most = segment.end.min(start + LONGEST_WINDOW);
        let mut end = start + 1;
        let mut next = end;
        while next < most && next - end <= MOST_JOINTS {
            if words.is_capitalized(next) {
                end = next + 1;
            }
            next += 1;
        }
        let skipped = rest.partition_point(|piece| piece.tokens.end <= start);
        rest = rest.get(skipped..).unwrap_or_default();
        let count = rest.partition_point(|piece| piece.tokens.start < end);
        let own = rest.get(..count).unwrap_or_default();
        if is_doubtful(words, start..end, own) {
            visit(start..end, own);
        }
        at = end;
    }
}

/// Whether a list does not explain every capital.
fn is_doubtful(words: Words<'_>, tokens: Range<usize>, pieces: &[Piece]) -> bool {
    let mut pieces = pieces.iter().peekable();
    for at in tokens {
        while pieces.next_if(|piece| piece.tokens.end <= at).is_some() {}
        let piece = pieces.peek().filter(|piece| piece.tokens.start <= at);
        let explained = match piece {
            Some(piece) => piece.certainty == Certainty::Listed,
            None => {
                !words.is_capitalized(at)
                    || words.role(at).any(Role::STOP.or(Role::DAY).or(Role::MONTH))
            }
        };
        if !explained {
            return true;
        }
    }
    false
}

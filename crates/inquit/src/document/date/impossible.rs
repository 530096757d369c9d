//! Dates in the text that no calendar has: "February 30".

use super::scan::{Piece, pieces};
use super::written::{Written, date};
use crate::document::{Block, BlockKind};
use crate::text::{Span, Token, TokenKind};

/// Every month has the days before this one.
const FIRST_IN_DOUBT: u8 = 29;
/// How many tokens before a day and behind it belong to its date.
const BEFORE: usize = 3;
const BEHIND: usize = 5;

/// The dates of a text that are no days. Those of time stamps are left to
/// [`doubts`](super::doubts).
pub(crate) fn impossible(text: &str, tokens: &[Token], blocks: &[Block]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Number {
            continue;
        }
        let surface = &text[token.span];
        let in_doubt = match surface.parse::<u8>() {
            Ok(day) => (FIRST_IN_DOUBT..=31).contains(&day),
            Err(_) => surface.bytes().filter(|b| matches!(b, b'/' | b'.' | b'-')).count() == 2,
        };
        let known = found.last().is_some_and(|it| it.end > token.span.start);
        if in_doubt
            && !known
            && let Some(span) = around(text, tokens, at)
            && !is_stamp(blocks, span)
        {
            found.push(span);
        }
    }
    found
}

/// The date around a number that is no day.
fn around(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let token = tokens.get(at)?.span;
    let start = tokens.get(at.saturating_sub(BEFORE))?.span.start as usize;
    let end = tokens.get((at + BEHIND).min(tokens.len() - 1))?.span.end as usize;
    let pieces = pieces(text.get(start..end)?);
    let span = |from: usize, count: usize| {
        let (first, last) = (pieces.get(from)?, pieces.get(from + count - 1)?);
        Some(Span::of(start + first.start..start + Piece::end(last)))
    };
    let mut from = 0;
    while let Some(rest) = pieces.get(from..).filter(|rest| !rest.is_empty()) {
        let Some(read) = date(rest) else {
            from += 1;
            continue;
        };
        let found = span(from, read.count)?;
        if read.value == Written::Impossible && found.contains(token) {
            return Some(found);
        }
        from += read.count;
    }
    None
}

fn is_stamp(blocks: &[Block], span: Span) -> bool {
    let at = blocks.partition_point(|block| block.span.end <= span.start);
    let stamps = [BlockKind::Timestamp, BlockKind::Byline, BlockKind::Dateline];
    blocks.get(at).is_some_and(|block| stamps.contains(&block.kind))
}

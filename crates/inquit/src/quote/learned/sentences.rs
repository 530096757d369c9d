//! Sentences as features see them: also inside quotation marks, and by the simplest of rules.

use super::word::{Look, Shape};
use crate::quote::passage::Passage;
use crate::text::{TokenKind, TokenRange};

/// The sentences of some tokens of a passage, marks or no marks.
pub(super) fn sentences<'s>(
    passage: &Passage<'_>,
    range: &TokenRange,
    looks: impl Iterator<Item = &'s Look>,
) -> Vec<TokenRange> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    for (at, look) in range.clone().zip(looks).skip(1) {
        if may_begin(passage, at, look.shape) && begins(passage, start, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < range.end {
        sentences.push(start..range.end);
    }
    sentences
}

/// Whether a token can be the first of a sentence; few are.
fn may_begin(passage: &Passage<'_>, at: usize, shape: Shape) -> bool {
    match shape {
        Shape::Lower | Shape::Mixed => false,
        Shape::Other => {
            passage.kind(at) == TokenKind::QuotationMark || passage.surface(at).starts_with('(')
        }
        _ => true,
    }
}

fn begins(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    if passage.span(at - 1).end == passage.span(at).start {
        return false;
    }
    let closers = |at: &usize| {
        passage.kind(*at) == TokenKind::QuotationMark || matches!(passage.surface(*at), ")" | "]")
    };
    let last = (start..at).rev().take(4).find(|at| !closers(at));
    last.is_some_and(|last| {
        let surface = passage.surface(last);
        passage.kind(last) == TokenKind::Punctuation
            && (matches!(surface, "?" | "!" | "…") || surface.starts_with('.'))
    })
}

//! Sentences as features see them: also inside quotation marks, and by the simplest of rules.

use crate::quote::passage::Passage;
use crate::text::{TokenKind, TokenRange};

/// The sentences of some tokens of a passage, marks or no marks.
pub(super) fn sentences(passage: &Passage<'_>, range: &TokenRange) -> Vec<TokenRange> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    for at in range.start + 1..range.end {
        if begins(passage, start, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < range.end {
        sentences.push(start..range.end);
    }
    sentences
}

fn begins(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    if passage.span(at - 1).end == passage.span(at).start {
        return false;
    }
    let first = passage.surface(at).chars().next().unwrap_or(' ');
    let opens = passage.kind(at) == TokenKind::QuotationMark;
    if !(opens || first.is_uppercase() || first.is_numeric() || matches!(first, '(' | '@' | '#')) {
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

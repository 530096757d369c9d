//! A quote as tokens, before its speaker is known.

use super::cue::Report;
use super::passage::Passage;
use crate::lexicon::{Act, Class};
use crate::text::{Span, TokenRange};

/// A quote as tokens, before its speaker is known.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub(crate) struct Draft {
    /// What was said, as stretches of tokens with their marks; in order.
    pub(crate) content: Vec<TokenRange>,
    pub(crate) cue: Option<TokenRange>,
    pub(crate) source: Option<TokenRange>,
    pub(crate) addressee: Option<TokenRange>,
    pub(crate) relay: Option<TokenRange>,
    pub(crate) act: Act,
    pub(crate) negated: bool,
    pub(crate) modal: bool,
    /// The content is word for word what was said though no marks say so, as in a transcript.
    pub(crate) verbatim: bool,
    /// Where the content of an earlier quote begins whose speaker is the speaker here.
    pub(crate) follows: Option<usize>,
    /// In thousandths.
    pub(crate) confidence: u16,
    /// Found by the model, not by the rules.
    pub(crate) learned: bool,
}

impl Draft {
    pub(crate) fn new(content: Vec<TokenRange>, confidence: u16) -> Draft {
        Draft {
            content,
            cue: None,
            source: None,
            addressee: None,
            relay: None,
            act: Act::Speech,
            negated: false,
            modal: false,
            verbatim: false,
            follows: None,
            confidence,
            learned: false,
        }
    }

    pub(crate) fn reported(
        content: Vec<TokenRange>,
        report: &Report,
        source: Option<TokenRange>,
        confidence: u16,
    ) -> Draft {
        Draft {
            cue: Some(report.range()),
            source,
            act: report.cue.act,
            negated: report.negated,
            modal: report.modal,
            ..Draft::new(content, confidence)
        }
    }

    /// Where its content begins.
    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(usize::MAX, |range| range.start)
    }

    /// Everything it takes up: content, cue and source.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &TokenRange> {
        self.content.iter().chain(&self.cue).chain(&self.source)
    }
}

/// The content of a draft as spans: outer marks, and punctuation outside marks at either end, are
/// left out, and so is a leading "that", "to" or "whether".
pub(crate) fn content_spans(passage: &Passage<'_>, draft: &Draft) -> Vec<Span> {
    let content = &draft.content;
    let mut spans: Vec<Span> = Vec::with_capacity(content.len());
    for (number, range) in content.iter().enumerate() {
        if draft.verbatim && !passage.is_all_marked(range.clone()) {
            spans.extend(passage.span_of(range));
            continue;
        }
        let mut range = passage.trimmed(range.clone());
        if number == 0 {
            let leads =
                |at| ["that", "to", "whether", "if"].iter().any(|lead| passage.reads(at, lead));
            if range.len() > 1 && !passage.is_marked(range.start) && leads(range.start) {
                range = passage.trimmed(range.start + 1..range.end);
            }
        }
        push_unmarked(passage, range, &mut spans);
    }
    spans
}

/// Pushes a stretch; regions that it begins or ends with and that cover it lose their marks.
fn push_unmarked(passage: &Passage<'_>, range: TokenRange, spans: &mut Vec<Span>) {
    if range.is_empty() {
        return;
    }
    if passage.is_all_marked(range.clone()) {
        let mut at = range.start;
        while at < range.end {
            let number = passage.region_at(at);
            let Some(region) = number.and_then(|number| passage.region(number)) else {
                at += 1;
                continue;
            };
            let inner = clipped(region.marked.inner, passage.span_of(&range));
            if !inner.is_empty() {
                spans.push(inner);
            }
            at = region.tokens.end.max(at + 1);
        }
        return;
    }
    spans.extend(passage.span_of(&range));
}

fn clipped(span: Span, within: Option<Span>) -> Span {
    within.map_or(span, |within| Span::new(span.start.max(within.start), span.end.min(within.end)))
}

/// The inner spans of every marked stretch in the content.
pub(crate) fn marked_spans(passage: &Passage<'_>, content: &[Span]) -> Vec<Span> {
    let mut spans = Vec::new();
    for &part in content {
        let first = passage.regions.partition_point(|it| it.marked.inner.end <= part.start);
        let inside = passage.regions.get(first..).unwrap_or_default();
        for region in inside.iter().take_while(|it| it.marked.inner.start < part.end) {
            let inner = clipped(region.marked.inner, Some(part));
            if !inner.is_empty() {
                spans.push(inner);
            }
        }
    }
    spans
}

/// Whether words of a content stand outside marks.
pub(crate) fn has_unmarked_words(passage: &Passage<'_>, content: &[TokenRange]) -> bool {
    content.iter().any(|range| {
        range.clone().any(|at| {
            passage.is_word(at) && !passage.is_marked(at) && !passage.is(at, Class::CONJUNCTION)
        })
    })
}

//! A quote as spans, before its speaker is known.

use super::draft::{Draft, content_spans, has_unmarked_words, marked_spans};
use super::model::{CueClass, QuoteKind};
use super::passage::Passage;
use crate::lexicon::Act;
use crate::text::{Span, TokenRange};

/// A quote as spans, before its speaker is known.
#[derive(Clone, Debug)]
pub(crate) struct Detected {
    pub(crate) block: usize,
    pub(crate) kind: QuoteKind,
    pub(crate) content: Vec<Span>,
    pub(crate) marked: Vec<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) source: Option<Span>,
    pub(crate) addressee: Option<Span>,
    pub(crate) relay: Option<Span>,
    pub(crate) class: CueClass,
    pub(crate) negated: bool,
    pub(crate) modal: bool,
    /// The quote, by place, inside which it stands.
    pub(crate) parent: Option<usize>,
    /// The quote, by place, whose speaker is the speaker of this one too.
    pub(crate) follows: Option<usize>,
    pub(crate) confidence: u16,
    /// Found by the model, not by the rules.
    pub(crate) learned: bool,
}

impl Detected {
    /// A draft as spans; `None` where nothing is left of its content without marks.
    pub(crate) fn new(passage: &Passage<'_>, block: usize, draft: &Draft) -> Option<Detected> {
        let content = content_spans(passage, draft);
        if content.is_empty() {
            return None;
        }
        let marked = marked_spans(passage, &content);
        let kind = if marked.is_empty() {
            QuoteKind::Indirect
        } else if has_unmarked_words(passage, &draft.content) {
            QuoteKind::Mixed
        } else {
            QuoteKind::Direct
        };
        let span =
            |range: &Option<TokenRange>| range.as_ref().and_then(|range| passage.span_of(range));
        Some(Detected {
            block,
            kind,
            content,
            marked,
            cue: span(&draft.cue),
            source: span(&draft.source),
            addressee: span(&draft.addressee),
            relay: span(&draft.relay),
            class: class(draft.act),
            negated: draft.negated,
            modal: draft.modal,
            parent: None,
            follows: None,
            confidence: draft.confidence,
            learned: draft.learned,
        })
    }

    /// From the first word of the content to the last.
    pub(crate) fn extent(&self) -> Span {
        let first = self.content.first().copied().unwrap_or_default();
        let last = self.content.last().copied().unwrap_or_default();
        Span::new(first.start, last.end)
    }
}

fn class(act: Act) -> CueClass {
    match act {
        Act::Speech => CueClass::Speech,
        Act::Writing => CueClass::Writing,
        Act::Attitude => CueClass::Attitude,
        Act::Intention => CueClass::Intention,
    }
}

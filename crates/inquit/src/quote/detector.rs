//! Finds quotes: so far “…” followed by "said" and a name.

use super::model::{CueClass, Quote, QuoteKind, SourceKind};
use crate::confidence::Confidence;
use crate::document::Document;
use crate::entity::Origin;
use crate::text::Span;

/// Every quote of a document, in order.
pub(crate) fn detect(document: &Document) -> Vec<Quote> {
    let text = document.text();
    let mut quotes = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('“').map(|i| at + i + '“'.len_utf8()) {
        let Some(close) = text[open..].find('”').map(|i| open + i) else { break };
        at = close + '”'.len_utf8();
        let content = Span::of(open..close);
        let cue = text[at..].strip_prefix(" said ").map(|_| Span::of(at + 1..at + 5));
        let source = cue.map(|cue| {
            let start = cue.end as usize + 1;
            let end = text[start..].find(['.', ',']).map_or(text.len(), |i| start + i);
            Span::of(start..end)
        });
        quotes.push(Quote {
            id: format!("{}#q{}", document.id(), quotes.len() + 1).into(),
            parent: None,
            kind: QuoteKind::Direct,
            content: vec![content],
            marked: vec![content],
            cue,
            source,
            source_kind: if source.is_some() { SourceKind::Named } else { SourceKind::None },
            speakers: Vec::new(),
            addressees: Vec::new(),
            relays: Vec::new(),
            medium: None,
            about: Vec::new(),
            class: CueClass::Speech,
            negated: false,
            modal: false,
            block: 0,
            origin: Origin::Rule,
            confidence: Confidence::from_permille(900),
        });
    }
    quotes
}

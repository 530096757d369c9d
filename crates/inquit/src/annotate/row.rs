//! A quote as one flat row of a table.

use serde::Serialize;

use super::annotations::Annotations;
use crate::entity::{Entity, EntityId};
use crate::quote::Quote;

/// A quote as one flat row: a line of `inquit extract --format csv`, a dict of `Annotations.rows()`
/// in Python. Offsets count code points.
///
/// Names and ids of several speakers are joined by `"; "`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Row {
    /// The id of the document.
    pub document: String,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its date or time of publication, as given.
    pub published: Option<String>,
    /// The id of the quote.
    pub quote: String,
    /// The id of the quote inside which it stands.
    pub parent: Option<String>,
    /// `direct`, `mixed` or `indirect`.
    pub kind: &'static str,
    /// The content.
    pub text: String,
    /// First code point of the content.
    pub start: u32,
    /// One past its last code point.
    pub end: u32,
    /// The words that name who said it.
    pub source: Option<String>,
    /// How they name them.
    pub source_kind: &'static str,
    /// The names of the speakers; none where the text does not tell.
    pub speaker: Option<String>,
    /// Their ids.
    pub speaker_id: Option<String>,
    /// The words that report.
    pub cue: Option<String>,
    /// What the cue says that the source did.
    pub class: &'static str,
    /// Whether the cue is denied.
    pub negated: bool,
    /// Whether the cue is only possible or wanted.
    pub modal: bool,
    /// How sure the finding is, in thousandths.
    pub confidence_permille: u16,
}

impl Row {
    pub(super) fn new(annotations: &Annotations, quote: &Quote) -> Row {
        let document = annotations.document();
        let text_of = |span| document[span].to_owned();
        let joined = |parts: Vec<&str>| (!parts.is_empty()).then(|| parts.join("; "));
        let first = quote.content().first().map(|&span| document.char_span(span));
        let last = quote.content().last().map(|&span| document.char_span(span));
        let speakers = quote.speakers();
        Row {
            document: document.id().to_owned(),
            outlet: document.outlet().map(str::to_owned),
            published: document.published().map(str::to_owned),
            quote: quote.id().to_owned(),
            parent: quote
                .parent()
                .and_then(|at| annotations.quotes().get(at))
                .map(|parent| parent.id().to_owned()),
            kind: quote.kind().as_str(),
            text: annotations.quote_text(quote),
            start: first.map_or(0, |span| span.start),
            end: last.map_or(0, |span| span.end),
            source: quote.source().map(text_of),
            source_kind: quote.source_kind().as_str(),
            speaker: joined(
                speakers.iter().filter_map(|id| annotations.entity(id)).map(Entity::name).collect(),
            ),
            speaker_id: joined(speakers.iter().map(EntityId::as_str).collect()),
            cue: quote.cue().map(text_of),
            class: quote.class().as_str(),
            negated: quote.negated(),
            modal: quote.modal(),
            confidence_permille: quote.confidence().permille(),
        }
    }
}

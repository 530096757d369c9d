//! The matches in a document as JSON, and as rows of a table.

use serde::Serialize;

use super::{RecordOptions, SCHEMA, Text};
use crate::document::Document;
use crate::entity::{EntityKind, Match, Matcher};

/// The matches in one document in the form that `inquit match` prints as a line of JSON.
///
/// ```
/// use inquit::{Dictionary, Document, Entity, MatchRecord, Matcher, RecordOptions};
///
/// let matcher = Matcher::new(&Dictionary::compile([Entity::new("Q183", "Germany")])?);
/// let document = Document::new("a1", "Où? Germany.")?;
/// let record = MatchRecord::new(&document, &matcher, RecordOptions::default());
/// let json = serde_json::to_value(&record).unwrap();
/// assert_eq!(
///     json["matches"],
///     serde_json::json!([{"start": 4, "end": 11, "text": "Germany", "candidates": ["Q183"]}]),
/// );
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Debug, Serialize)]
pub struct MatchRecord<'a> {
    schema: u32,
    inquit: &'static str,
    id: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Text<'a>>,
    matches: Vec<MatchEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct MatchEntry<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    candidates: Vec<&'a str>,
}

impl<'a> MatchRecord<'a> {
    /// The record of the matches in a document.
    pub fn new(
        document: &'a Document,
        matcher: &'a Matcher,
        options: RecordOptions,
    ) -> MatchRecord<'a> {
        let entry = |found: Match<'a>| {
            let [start, end] = options.offsets.range(document, found.span());
            let text = &document[found.span()];
            MatchEntry { start, end, text, candidates: found.candidates().collect() }
        };
        MatchRecord {
            schema: SCHEMA,
            inquit: env!("CARGO_PKG_VERSION"),
            id: document.id().into(),
            text: options.with_text.then(|| document.text().into()),
            matches: matcher.find_iter(document.text()).map(entry).collect(),
        }
    }
}

/// A match as one flat row: a line of `inquit match --format csv`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct MatchRow<'a> {
    /// The id of the document.
    pub document: &'a str,
    /// Where the match starts, in the unit asked for.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// The alias as it is written in the text.
    pub text: &'a str,
    /// The id of its first candidate.
    pub entity: &'a str,
    /// The name of that.
    pub name: &'a str,
    /// The kind of that.
    pub kind: Option<&'static str>,
    /// The ids of all candidates, joined by `"; "`.
    pub candidates: String,
}

impl<'a> MatchRow<'a> {
    /// The rows of the matches in a document.
    pub fn all(
        document: &'a Document,
        matcher: &'a Matcher,
        options: RecordOptions,
    ) -> impl Iterator<Item = MatchRow<'a>> {
        let dictionary = matcher.dictionary();
        matcher.find_iter(document.text()).map(move |found| {
            let [start, end] = options.offsets.range(document, found.span());
            let candidates: Vec<&str> = found.candidates().collect();
            let first = found.candidates().numbers().next();
            MatchRow {
                document: document.id(),
                start,
                end,
                text: &document[found.span()],
                entity: candidates.first().copied().unwrap_or_default(),
                name: first.and_then(|first| dictionary.name(first)).unwrap_or_default(),
                kind: first.and_then(|first| dictionary.kind(first)).map(EntityKind::as_str),
                candidates: candidates.join("; "),
            }
        })
    }
}

//! The matches in a document as JSON, and as rows of a table.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{Json, key};
use super::options::RecordOptions;
use super::write::SCHEMA;
use crate::document::Document;
use crate::entity::{EntityKind, Matcher};

impl Matcher {
    /// The matches in a document as JSON, as `inquit match` prints them: one object on one line,
    /// without a newline at its end.
    ///
    /// ```
    /// use inquit::{Dictionary, Document, Entity, Matcher, RecordOptions};
    ///
    /// let matcher = Matcher::new(&Dictionary::compile([Entity::new("Q183", "Germany")])?);
    /// let document = Document::new("a1", "Où? Germany.")?;
    /// let json = matcher.to_json(&document, RecordOptions::default());
    /// let record: serde_json::Value = serde_json::from_str(&json).unwrap();
    /// assert_eq!(
    ///     record["matches"],
    ///     serde_json::json!([{"start": 4, "end": 11, "text": "Germany", "candidates": ["Q183"]}]),
    /// );
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn to_json(&self, document: &Document, options: RecordOptions) -> String {
        let mut json = Json::kept(document.text().len());
        record(self, document, options, &mut json);
        json.into_text()
    }

    /// Writes the same, without ever holding more than a small part of it.
    ///
    /// # Errors
    ///
    /// When writing fails.
    pub fn write_json(
        &self,
        document: &Document,
        options: RecordOptions,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut json = Json::to(out);
        record(self, document, options, &mut json);
        json.finish()
    }
}

fn record(matcher: &Matcher, document: &Document, options: RecordOptions, json: &mut Json<'_>) {
    json.object(|json| {
        json.field(key!("schema"), SCHEMA);
        json.field(key!("inquit"), env!("CARGO_PKG_VERSION"));
        json.field(key!("id"), document.id());
        if options.with_text {
            json.field(key!("text"), document.text());
        }
        json.list(key!("matches"), matcher.find_iter(document.text()), |json, found| {
            let [start, end] = options.offsets.range(document, found.span());
            json.object(|json| {
                json.field(key!("start"), start);
                json.field(key!("end"), end);
                json.field(key!("text"), &document[found.span()]);
                json.values(key!("candidates"), found.candidates());
            });
        });
    });
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

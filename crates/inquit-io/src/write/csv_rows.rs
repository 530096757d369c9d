//! Quotes and matches as lines of CSV.

use std::io::{self, Write};

use csv::WriterBuilder;
use inquit::{Annotations, Document, MatchRow, Matcher, OffsetUnit, RecordOptions, Row};
use serde::Serialize;

/// Writes the line that names the columns: the fields of [`Row`].
///
/// # Errors
///
/// When writing fails.
pub fn write_header(out: impl Write) -> io::Result<()> {
    write_columns(out, Row::default())
}

/// Writes the line that names the columns of matches: the fields of [`MatchRow`].
///
/// # Errors
///
/// When writing fails.
pub fn write_match_header(out: impl Write) -> io::Result<()> {
    write_columns(out, MatchRow::default())
}

fn write_columns(mut out: impl Write, row: impl Serialize) -> io::Result<()> {
    // The names come with a row, so one is written where nobody sees it.
    let mut lines = WriterBuilder::new().from_writer(Vec::new());
    lines.serialize(row).map_err(io_error)?;
    let lines = lines.into_inner().map_err(csv::IntoInnerError::into_error)?;
    out.write_all(lines.split_inclusive(|&byte| byte == b'\n').next().unwrap_or_default())
}

/// Writes one line a match, without a header, with offsets in this unit.
///
/// ```
/// use inquit::{Dictionary, Document, Entity, Matcher, OffsetUnit};
/// use inquit_io::{write_match_header, write_match_rows};
///
/// let matcher = Matcher::new(&Dictionary::compile([Entity::new("Q183", "Germany")])?);
/// let document = Document::new("a1", "In Germany.")?;
/// let mut table = Vec::new();
/// write_match_header(&mut table)?;
/// write_match_rows(&mut table, &document, &matcher, OffsetUnit::CodePoint)?;
/// assert_eq!(
///     String::from_utf8(table)?,
///     "document,start,end,text,entity,name,kind,candidates\na1,3,10,Germany,Q183,Germany,,Q183\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When writing fails.
pub fn write_match_rows(
    out: impl Write,
    document: &Document,
    matcher: &Matcher,
    offsets: OffsetUnit,
) -> io::Result<()> {
    let mut lines = WriterBuilder::new().has_headers(false).from_writer(out);
    let options = RecordOptions { offsets, ..RecordOptions::default() };
    for row in MatchRow::all(document, matcher, options) {
        lines.serialize(row).map_err(io_error)?;
    }
    lines.flush()
}

/// Writes one line a quote, without a header, with offsets in this unit.
///
/// ```
/// use inquit::{Annotator, Document, OffsetUnit};
/// use inquit_io::{write_header, write_rows};
///
/// let found = Annotator::new().annotate(&Document::new("a1", "“No,” said Mr Kent.")?);
/// let mut table = Vec::new();
/// write_header(&mut table)?;
/// write_rows(&mut table, &found, OffsetUnit::CodePoint)?;
/// let table = String::from_utf8(table).unwrap();
/// assert!(table.starts_with("document,outlet,published,quote,"));
/// assert!(table.contains("\na1,,,a1#q1,,direct,\"No,\",1,4,Mr Kent,named,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When writing fails.
pub fn write_rows(
    out: impl Write,
    annotations: &Annotations,
    offsets: OffsetUnit,
) -> io::Result<()> {
    let document = annotations.document();
    let mut lines = WriterBuilder::new().has_headers(false).from_writer(out);
    for (mut row, quote) in annotations.rows().into_iter().zip(annotations.quotes()) {
        if let (Some(&first), Some(&last)) = (quote.content().first(), quote.content().last()) {
            [row.start, _] = offsets.range(document, first);
            [_, row.end] = offsets.range(document, last);
        }
        lines.serialize(row).map_err(io_error)?;
    }
    lines.flush()
}

/// The error of the stream as it was, which the conversion of the crate would hide.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

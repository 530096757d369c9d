//! Quotes as lines of CSV.

use std::io::{self, Write};

use csv::WriterBuilder;
use inquit::{Annotations, OffsetUnit, Row};

/// Writes the line that names the columns: the fields of [`Row`].
///
/// # Errors
///
/// When writing fails.
pub fn write_header(mut out: impl Write) -> io::Result<()> {
    // The names come with a row, so one is written where nobody sees it.
    let mut lines = WriterBuilder::new().from_writer(Vec::new());
    lines.serialize(Row::default()).map_err(io_error)?;
    let lines = lines.into_inner().map_err(csv::IntoInnerError::into_error)?;
    out.write_all(lines.split_inclusive(|&byte| byte == b'\n').next().unwrap_or_default())
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

//! Annotations as a line of JSON.

use std::io::{self, Write};

use inquit::{Annotations, Document, Matcher, RecordOptions};

/// Writes the annotations of a document as one line of JSON, as `inquit extract` does.
///
/// # Errors
///
/// When writing fails.
pub fn write_record(
    mut out: impl Write,
    annotations: &Annotations,
    options: RecordOptions,
) -> io::Result<()> {
    annotations.write_json(options, &mut out)?;
    out.write_all(b"\n")
}

/// Writes the matches in a document as one line of JSON, as `inquit match` does.
///
/// # Errors
///
/// When writing fails.
pub fn write_match_record(
    mut out: impl Write,
    document: &Document,
    matcher: &Matcher,
    options: RecordOptions,
) -> io::Result<()> {
    matcher.write_json(document, options, &mut out)?;
    out.write_all(b"\n")
}

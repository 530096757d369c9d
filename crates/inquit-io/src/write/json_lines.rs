//! Annotations as a line of JSON.

use std::io::{self, Write};

use inquit::{Annotations, RecordOptions};

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

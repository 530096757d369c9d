//! A record as a line of JSON.

use std::io::{self, Write};

use inquit::{Annotations, Document, Entity, MatchRecord, Matcher, Record, RecordOptions};
use memchr::memchr2_iter;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes the annotations of a document as one line of JSON, as `inquit extract` does.
///
/// Whatever the text holds, a line stays a line: the three characters beyond ASCII that some
/// readers take for the end of one are escaped.
///
/// # Errors
///
/// When writing fails.
pub fn write_record(
    mut out: impl Write,
    annotations: &Annotations,
    options: RecordOptions,
) -> io::Result<()> {
    let record = Record::new(annotations, options);
    if has_line_ends(annotations) {
        record.serialize(&mut Serializer::with_formatter(&mut out, OneLine))?;
    } else {
        record.serialize(&mut Serializer::new(&mut out))?;
    }
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
    let record = MatchRecord::new(document, matcher, options);
    record.serialize(&mut Serializer::with_formatter(&mut out, OneLine))?;
    out.write_all(b"\n")
}

/// Whether a document holds one of the characters that need care: hardly any does, and looking
/// once is cheaper than looking at every string that is written.
fn has_line_ends(annotations: &Annotations) -> bool {
    let document = annotations.document();
    let metadata = [
        Some(document.id()),
        document.outlet(),
        document.url(),
        document.title(),
        document.published(),
        document.language(),
    ];
    let holds = |text: &str| {
        let bytes = text.as_bytes();
        memchr2_iter(0xC2, 0xE2, bytes).any(|at| {
            let rest = bytes.get(at..).unwrap_or_default();
            LINE_ENDS.iter().any(|(character, _)| rest.starts_with(character))
        })
    };
    let of_entity = |entity: &Entity| {
        holds(entity.id().as_str())
            || holds(entity.name())
            || entity.external().any(|(catalogue, id)| holds(catalogue) || holds(id))
    };
    holds(document.text())
        || metadata.into_iter().flatten().any(holds)
        || annotations.entities().iter().any(of_entity)
}

/// JSON without white space that no reader of lines can take apart. ASCII needs no care: JSON
/// escapes its control characters anyhow.
struct OneLine;

/// The characters beyond ASCII that Unicode calls line ends, and how JSON escapes them.
const LINE_ENDS: [(&[u8], &[u8]); 3] = [
    ("\u{85}".as_bytes(), b"\\u0085"),
    ("\u{2028}".as_bytes(), b"\\u2028"),
    ("\u{2029}".as_bytes(), b"\\u2029"),
];

impl Formatter for OneLine {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let bytes = fragment.as_bytes();
        let mut written = 0;
        // The first bytes of the three.
        for at in memchr2_iter(0xC2, 0xE2, bytes) {
            let rest = bytes.get(at..).unwrap_or_default();
            let found = LINE_ENDS.iter().find(|(character, _)| rest.starts_with(character));
            let Some((character, escape)) = found else { continue };
            writer.write_all(bytes.get(written..at).unwrap_or_default())?;
            writer.write_all(escape)?;
            written = at + character.len();
        }
        writer.write_all(bytes.get(written..).unwrap_or_default())
    }
}

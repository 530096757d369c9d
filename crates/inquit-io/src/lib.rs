//! Reads documents and lists of entities for [`inquit`], and writes what it found.
//!
//! [`Inputs`] turns the paths a user names into an iterator of documents; [`JsonLines`] and
//! [`read_text`] read one stream each. Each document is a `Result` of its own: a bad one is one
//! [`Error`], and the others come as if it were not there. [`write_record`] and [`write_rows`]
//! write the annotations of one document, so that threads can do it side by side.
//!
//! ```
//! use inquit::{Annotator, Limits, RecordOptions};
//! use inquit_io::{JsonLines, write_record};
//!
//! let input = "{\"id\": \"a1\", \"text\": \"“No,” said Mr Kent.\"}\n[1, 2]\n";
//! let mut read = JsonLines::new(input.as_bytes(), "news.jsonl", Limits::new());
//!
//! let document = read.next().unwrap()?;
//! let mut line = Vec::new();
//! write_record(&mut line, &Annotator::new().annotate(&document), RecordOptions::default())?;
//! assert!(line.starts_with(b"{\"schema\":1,"));
//!
//! let error = read.next().unwrap().unwrap_err();
//! assert!(error.is_invalid_record());
//! assert!(error.to_string().starts_with("news.jsonl:2: "));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Entities`] reads the lists that people have: CSV, JSON lines, Wikidata dumps, SKOS.
//! [`read_dictionary`] compiles them.
//!
//! [`write_report`] makes a page of HTML of what a linker found, [`ToHtml`] a part of one for a
//! notebook.
//!
//! Memory is bounded: one document or row at a time, and never more of a line than
//! [`Limits::max_line`](inquit::Limits::max_line).

mod entities;
mod error;
mod harmful;
mod html;
mod read;
mod write;

pub use crate::entities::{
    Contradiction, DictionarySummary, Entities, EntityFormat, EntityOptions, read_dictionary,
};
pub use crate::error::Error;
pub use crate::harmful::is_harmful;
pub use crate::html::{ReportOptions, ToHtml, report_html, write_report};
pub use crate::read::{Documents, Inputs, JsonLines, read_text};
pub use crate::write::{
    write_header, write_match_header, write_match_record, write_match_rows, write_record,
    write_rows,
};

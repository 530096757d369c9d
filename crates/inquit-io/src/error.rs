//! The one error type of the crate.

use std::{fmt, io};

/// An error of reading. Writers fail only as the streams below them do, with their errors.
///
/// The message says where: `file:line`, both as a user would type them. The kinds are not public,
/// so that new ones can be added; ask with a predicate such as [`Error::is_invalid_record`].
#[derive(thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<ErrorKind>);

#[derive(Debug, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error("`{path}` does not exist; check how it is spelt")]
    NotFound { path: Box<str> },
    #[error(
        "`{path}` is neither a .txt nor a .jsonl file; rename it, or hand it over as standard input"
    )]
    UnknownFormat { path: Box<str> },
    #[error("standard input is named twice, but can be read only once; name `-` once")]
    StdinTwice,
    #[error("{place}: cannot be read: {source}")]
    Read { place: Box<str>, source: io::Error },
    #[error("{place}: is empty; leave it out, or put text into it")]
    Empty { place: Box<str> },
    #[error("{place}: invalid UTF-8 at byte {offset}; save the text as UTF-8")]
    InvalidUtf8 { place: Box<str>, offset: u64 },
    #[error("{place}: invalid JSON at column {column}: {reason}; write one JSON object a line")]
    InvalidJson { place: Box<str>, column: usize, reason: Box<str> },
    #[error("{place}: the escape `{escape}` is half of a character; remove or replace it")]
    HalfCharacter { place: Box<str>, escape: Box<str> },
    #[error("{place}: the line is {found}, not a JSON object; write one JSON object a line")]
    NotAnObject { place: Box<str>, found: &'static str },
    #[error("{place}: the object has no `text`; give it one")]
    MissingText { place: Box<str> },
    #[error("{place}: `{key}` is {found}, not a string; write it in quotation marks")]
    WrongType { place: Box<str>, key: &'static str, found: &'static str },
    #[error("{place}: `{key}` is given twice; keep one")]
    RepeatedKey { place: Box<str>, key: &'static str },
    #[error("{place}: the line has more than {limit} bytes; split it or raise `Limits::max_line`")]
    LineTooLarge { place: Box<str>, limit: usize },
    #[error(
        "{place}: the text has more than {limit} bytes; split it or raise the limit, `max_document`"
    )]
    TextTooLarge { place: Box<str>, limit: usize },
    #[error("{place}: {source}")]
    Refused { place: Box<str>, source: inquit::Error },
    #[error("{place}: the entity has no name; give it one")]
    MissingName { place: Box<str> },
    #[error("{place}: not an entity, from column {column} on: {reason}")]
    InvalidEntity { place: Box<str>, column: usize, reason: Box<str> },
    #[error("{place}: entity `{id}` is given twice; merge the two, or give them ids of their own")]
    RepeatedId { place: Box<str>, id: Box<str> },
    #[error(
        "{place}: the name that begins with `{name}` has a line break in it; \
         take it out, or close the quotation mark before it"
    )]
    LineBreak { place: Box<str>, name: Box<str> },
    #[error("{place}: a quotation mark is not closed before the file ends; close or double it")]
    UnclosedQuotation { place: Box<str> },
    #[error(
        "{place}: the row has {found} fields, but there are {expected} columns; quote the field"
    )]
    TooManyFields { place: Box<str>, found: usize, expected: usize },
    #[error("{place}: the column `{column}` is named twice; keep one")]
    RepeatedColumn { place: Box<str>, column: Box<str> },
    #[error("{place}: `prior` is `{value}`; expected a whole number from 0 to 4294967295")]
    InvalidPrior { place: Box<str>, value: Box<str> },
    #[error("{place}: invalid {form}: {reason}")]
    InvalidRdf { place: Box<str>, form: &'static str, reason: Box<str> },
    #[error("{place}: holds no entities; check its format, and the languages asked for")]
    NoEntities { place: Box<str> },
    #[error(
        "unknown format `{name}`; expected one of csv, tsv, jsonl, wikidata, skos, turtle, json-ld"
    )]
    UnknownEntityFormat { name: Box<str> },
    #[error("{source}")]
    NotCompiled { source: inquit::Error },
}

impl Error {
    /// Whether a path that was named does not exist.
    pub fn is_not_found(&self) -> bool {
        matches!(*self.0, ErrorKind::NotFound { .. })
    }

    /// Whether a file that was named has an extension that says nothing, or a format is unknown.
    pub fn is_unknown_format(&self) -> bool {
        matches!(*self.0, ErrorKind::UnknownFormat { .. } | ErrorKind::UnknownEntityFormat { .. })
    }

    /// Whether the file or stream has nothing in it, or nothing of use.
    pub fn is_empty(&self) -> bool {
        matches!(*self.0, ErrorKind::Empty { .. } | ErrorKind::NoEntities { .. })
    }

    /// Whether a row does not tell of an entity as it should.
    pub fn is_invalid_entity(&self) -> bool {
        match &*self.0 {
            ErrorKind::Refused { source, .. } => {
                source.is_invalid_dictionary() || source.is_unknown_name()
            }
            ErrorKind::NotCompiled { source } => source.is_invalid_dictionary(),
            ErrorKind::MissingName { .. }
            | ErrorKind::InvalidEntity { .. }
            | ErrorKind::RepeatedId { .. }
            | ErrorKind::LineBreak { .. }
            | ErrorKind::UnclosedQuotation { .. }
            | ErrorKind::TooManyFields { .. }
            | ErrorKind::RepeatedColumn { .. }
            | ErrorKind::InvalidPrior { .. }
            | ErrorKind::InvalidRdf { .. } => true,
            _ => false,
        }
    }

    /// Whether the bytes are not UTF-8.
    pub fn is_invalid_utf8(&self) -> bool {
        matches!(*self.0, ErrorKind::InvalidUtf8 { .. })
    }

    /// Whether a line is not a JSON object with a `text` and strings for the other known keys.
    pub fn is_invalid_record(&self) -> bool {
        matches!(
            *self.0,
            ErrorKind::InvalidJson { .. }
                | ErrorKind::HalfCharacter { .. }
                | ErrorKind::NotAnObject { .. }
                | ErrorKind::MissingText { .. }
                | ErrorKind::WrongType { .. }
                | ErrorKind::RepeatedKey { .. }
        )
    }

    /// Whether a line or a text was beyond the [`Limits`](inquit::Limits).
    pub fn is_too_large(&self) -> bool {
        match &*self.0 {
            ErrorKind::LineTooLarge { .. } | ErrorKind::TextTooLarge { .. } => true,
            ErrorKind::Refused { source, .. } => source.is_too_large(),
            _ => false,
        }
    }

    /// What the system said, where it refused to read.
    ///
    /// ```
    /// use std::io;
    /// use inquit_io::Inputs;
    ///
    /// let error = Inputs::find(["an\0impossible name"]).unwrap_err();
    /// assert_eq!(error.io_kind(), Some(io::ErrorKind::InvalidInput));
    /// ```
    pub fn io_kind(&self) -> Option<io::ErrorKind> {
        match &*self.0 {
            ErrorKind::Read { source, .. } => Some(source.kind()),
            _ => None,
        }
    }
}

impl From<ErrorKind> for Error {
    #[cold]
    fn from(kind: ErrorKind) -> Error {
        Error(Box::new(kind))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

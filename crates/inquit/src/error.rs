//! The one error type of the crate.

use std::fmt;

/// An error of this crate.
///
/// The kinds are not public, so that new ones can be added. Ask with a predicate such as
/// [`Error::is_too_large`]; read the message for the rest.
#[derive(thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<ErrorKind>);

#[derive(Debug, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error(
        "document `{id}` has {size} bytes, more than the limit of {limit}; \
         split it or raise the limit, `max_document`"
    )]
    DocumentTooLarge { id: Box<str>, size: usize, limit: usize },
    #[error("a limit of {limit} bytes a document is more than spans can address ({most})")]
    LimitTooLarge { limit: usize, most: usize },
    #[error("dictionary entity number {position} has an empty id; give each entity an id")]
    EmptyId { position: usize },
    #[error("dictionary entity `{id}` has an empty name or alias; remove it")]
    EmptyAlias { id: Box<str> },
    #[error("dictionary entity `{id}` is given twice; merge its aliases into one entity")]
    DuplicateEntity { id: Box<str> },
    #[error("a dictionary of {aliases} aliases is too large to index")]
    DictionaryTooLarge { aliases: usize, source: aho_corasick::BuildError },
    #[error("unknown {what} `{value}`; expected one of {expected}")]
    UnknownName { what: &'static str, value: Box<str>, expected: Box<str> },
    #[error("not a record of `inquit extract`: {reason}")]
    InvalidRecord { reason: Box<str> },
    #[error("cancelled after {done} of {total} documents")]
    Cancelled { done: usize, total: usize },
    #[cfg(feature = "rayon")]
    #[error("cannot start {threads} threads: {reason}; ask for fewer")]
    Threads { threads: usize, reason: Box<str> },
}

impl Error {
    /// Whether a text, or a limit itself, was beyond the [`Limits`](crate::Limits).
    pub fn is_too_large(&self) -> bool {
        matches!(*self.0, ErrorKind::DocumentTooLarge { .. } | ErrorKind::LimitTooLarge { .. })
    }

    /// Whether the entities given to a [`Dictionary`](crate::Dictionary) were at fault.
    pub fn is_invalid_dictionary(&self) -> bool {
        matches!(
            *self.0,
            ErrorKind::EmptyId { .. }
                | ErrorKind::EmptyAlias { .. }
                | ErrorKind::DuplicateEntity { .. }
                | ErrorKind::DictionaryTooLarge { .. }
        )
    }

    /// Whether a name such as that of an [`EntityKind`](crate::EntityKind) was not a known one.
    pub fn is_unknown_name(&self) -> bool {
        matches!(*self.0, ErrorKind::UnknownName { .. })
    }

    /// Whether a line of JSON could not be read as [`Annotations`](crate::Annotations).
    pub fn is_invalid_record(&self) -> bool {
        matches!(*self.0, ErrorKind::InvalidRecord { .. })
    }

    /// Whether a batch call stopped because its cancel flag was set.
    pub fn is_cancelled(&self) -> bool {
        matches!(*self.0, ErrorKind::Cancelled { .. })
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

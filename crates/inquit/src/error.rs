//! The one error type of the crate.

use std::fmt;
use std::io;
use std::path::Path;

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
    DictionaryTooLarge { aliases: usize },
    #[error("unknown {what} `{value}`; expected one of {expected}")]
    UnknownName { what: &'static str, value: Box<str>, expected: Box<str> },
    #[error("not a record of `inquit extract`: {reason}")]
    InvalidRecord { reason: Box<str> },
    #[error("cannot {action} `{place}`: {reason}")]
    File { action: &'static str, place: Box<str>, reason: Box<str>, kind: io::ErrorKind },
    #[error("`{place}` is not an inquit {kind}: it does not begin as one; build it from your list")]
    NotArtefact { kind: &'static str, place: Box<str> },
    #[error(
        "`{place}` is an inquit file of the kind `{found}`, not a {kind} (`{expected}`); \
         give the path of a {kind}"
    )]
    OtherArtefact { kind: &'static str, place: Box<str>, found: Box<str>, expected: Box<str> },
    #[error(
        "`{place}` is a {kind} in format {version}, and this version of inquit knows formats up to \
         {newest}; update inquit or build the file again"
    )]
    NewerArtefact { kind: &'static str, place: Box<str>, version: u32, newest: u32 },
    #[error("the {kind} `{place}` is damaged: {what}; build or copy it again")]
    DamagedArtefact { kind: &'static str, place: Box<str>, what: Box<str> },
    #[error("two documents have the id `{id}`, {first} and {second}; give each an id of its own")]
    RepeatedDocument { id: Box<str>, first: Box<str>, second: Box<str> },
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

    /// Whether a file could not be read, mapped or written.
    pub fn is_file(&self) -> bool {
        matches!(*self.0, ErrorKind::File { .. })
    }

    /// Why a file could not be read, mapped or written, as the system puts it.
    pub fn file_error(&self) -> Option<io::ErrorKind> {
        match *self.0 {
            ErrorKind::File { kind, .. } => Some(kind),
            _ => None,
        }
    }

    /// Whether a file opened as a compiled dictionary, or as a model, is not a file of inquit.
    pub fn is_not_artefact(&self) -> bool {
        matches!(*self.0, ErrorKind::NotArtefact { .. })
    }

    /// Whether a file of inquit is of another kind than the one asked for.
    pub fn is_other_artefact(&self) -> bool {
        matches!(*self.0, ErrorKind::OtherArtefact { .. })
    }

    /// Whether a file was written in a format that this version does not know yet.
    pub fn is_newer_artefact(&self) -> bool {
        matches!(*self.0, ErrorKind::NewerArtefact { .. })
    }

    /// Whether a file of inquit is not as it was written: bytes are missing or altered.
    pub fn is_damaged(&self) -> bool {
        matches!(*self.0, ErrorKind::DamagedArtefact { .. })
    }

    /// Whether a document was added to a [`Linker`](crate::Linker) under an id that another one has.
    pub fn is_repeated_document(&self) -> bool {
        matches!(*self.0, ErrorKind::RepeatedDocument { .. })
    }

    /// Whether a batch call stopped because its cancel flag was set.
    pub fn is_cancelled(&self) -> bool {
        matches!(*self.0, ErrorKind::Cancelled { .. })
    }
}

impl ErrorKind {
    /// That something could not be done to a file.
    #[cold]
    pub(crate) fn file(action: &'static str, path: &Path, error: &io::Error) -> ErrorKind {
        let place = path.display().to_string().into();
        ErrorKind::File { action, place, reason: error.to_string().into(), kind: error.kind() }
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

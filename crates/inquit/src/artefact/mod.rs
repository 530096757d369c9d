//! Files that are opened and used as they are: compiled dictionaries, models, indexes.
//!
//! A file is a head, a table of sections and the sections, in that order; every number is little
//! endian, every section begins at a multiple of 8 bytes, and the gaps between are zero.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | the mark of every such file, [`MARK`](layout::MARK) |
//! | 8..12 | its kind, four letters |
//! | 12..16 | version of the format of that kind |
//! | 16..20 | how many sections |
//! | 20..24 | zero |
//! | 24..32 | length of the file |
//! | 32..40 | checksum of the bytes before this and of the table |
//! | from 40 | the table, 32 bytes a section: tag (4), zero (4), offset (8), length (8), checksum (8) |
//!
//! There is one way to lay out given sections, and a reader accepts no other. So each byte of a file
//! is either checked for its value or covered by a checksum: [`Artefact::open`] refuses a file of
//! which any byte was altered. `Artefact::open_mapped` checks the head and the table only, which
//! keep every section inside the file; what is inside is read through accessors that check bounds,
//! so that damage there can give wrong results, never a panic or a read out of bounds.

mod checksum;
mod data;
mod file;
mod layout;
#[cfg(feature = "mmap")]
mod map;
mod section;
mod writer;

pub(crate) use self::data::Artefact;
pub(crate) use self::layout::Kind;
#[allow(unused_imports, reason = "models and the linker read columns of their own")]
pub(crate) use self::section::Section;
pub(crate) use self::writer::ArtefactWriter;

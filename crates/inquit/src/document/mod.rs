//! A document and its structure.

mod author;
mod byline;
mod credit;
mod date;
mod dateline;
mod head;
mod line;
mod model;
mod stamp;
mod structure;

pub use self::author::Author;
pub(crate) use self::author::authors;
pub use self::date::{Date, DateMention, Published};
pub(crate) use self::date::{dates, doubts, impossible, published};
pub use self::model::{Block, BlockKind, Document, Limits};
pub(crate) use self::structure::structure;

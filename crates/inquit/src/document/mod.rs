//! A document and its structure.

mod date;
mod dateline;
mod line;
mod model;
mod structure;

pub use self::date::{Date, DateMention, Published};
pub(crate) use self::date::{dates, doubts, published};
pub use self::model::{Block, BlockKind, Document, Limits};
pub(crate) use self::structure::structure;

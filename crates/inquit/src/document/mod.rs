//! A document and its structure.

mod dateline;
mod line;
mod model;
mod structure;

pub use self::model::{Block, BlockKind, Document, Limits};
pub(crate) use self::structure::structure;

//! A document and its structure.

mod model;

pub use self::model::{Block, BlockKind, Document, Limits};

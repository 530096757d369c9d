//! The annotations of a document as JSON, written and read; the only place where its keys stand.

mod fields;
mod json;
mod link_row;
mod links;
mod matches;
mod options;
mod read;
mod write;

pub use self::link_row::LinkRow;
pub use self::matches::MatchRow;
pub use self::options::{OffsetUnit, RecordOptions};
pub use self::write::SCHEMA;

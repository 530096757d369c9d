//! Text without meaning: spans and offsets.

mod offsets;
mod span;

pub(crate) use self::offsets::OffsetMap;
pub use self::span::{CharSpan, Span, Utf16Span};

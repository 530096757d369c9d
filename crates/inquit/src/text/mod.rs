//! Text without meaning: spans, offsets, tokens, paragraphs, quotation marks, sentences.

mod abbreviation;
mod chars;
mod offsets;
mod span;
mod token;

pub(crate) use self::offsets::OffsetMap;
pub use self::span::{CharSpan, Span, Utf16Span};
pub use self::token::{Token, TokenKind, tokenize};

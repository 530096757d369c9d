//! How the JSON of annotations looks.

use crate::document::Document;
use crate::named::named;
use crate::text::Span;

named! {
    /// In what the offsets of a record count.
    pub enum OffsetUnit("offset unit") {
        /// Unicode code points, as in Python. The default.
        CodePoint = "codepoint",
        /// UTF-8 bytes, as in Rust.
        Byte = "byte",
        /// UTF-16 code units, as in Java and JavaScript.
        Utf16 = "utf16",
    }
}

impl OffsetUnit {
    /// Start and end of a span of this document, counted in this unit.
    ///
    /// ```
    /// use inquit::{Document, OffsetUnit, Span};
    ///
    /// let document = Document::new("a1", "“No,” she said.")?;
    /// assert_eq!(OffsetUnit::CodePoint.range(&document, Span::new(3, 6)), [1, 4]);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn range(self, document: &Document, span: Span) -> [u32; 2] {
        match self {
            OffsetUnit::Byte => [span.start, span.end],
            OffsetUnit::CodePoint => {
                let span = document.char_span(span);
                [span.start, span.end]
            }
            OffsetUnit::Utf16 => {
                let span = document.utf16_span(span);
                [span.start, span.end]
            }
        }
    }
}

/// How annotations are written as JSON.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RecordOptions {
    /// In what offsets count; code points by default.
    pub offsets: OffsetUnit,
    /// Whether the text of the document is part of the record; not by default.
    pub with_text: bool,
}

impl Default for RecordOptions {
    fn default() -> RecordOptions {
        RecordOptions { offsets: OffsetUnit::CodePoint, with_text: false }
    }
}

//! Where things are: a type for each of the three ways to count.

use std::fmt;
use std::ops::{Index, Range};

/// A half-open range of UTF-8 **bytes** in the text of a document.
///
/// ```
/// use inquit::Span;
///
/// let text = "“No,” she said.";
/// assert_eq!(&text[Span::new(3, 6)], "No,");
/// ```
#[derive(Clone, Copy, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A half-open range of Unicode **code points**, as Python's `str` counts them.
///
/// Made only at a border, by [`Document::char_span`](crate::Document::char_span).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CharSpan {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

/// A half-open range of **UTF-16 code units**, as Java, JavaScript and search engines count them.
///
/// Made only at a border, by [`Document::utf16_span`](crate::Document::utf16_span).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Utf16Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// A byte offset as the `u32` in which spans count.
///
/// Texts longer than `u32::MAX` bytes are refused by `Limits`, so nothing is lost for a document;
/// for any other text the offset saturates.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Span {
    /// The span from `start` to `end`; empty at `start` where `end` is smaller.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end: if end < start { start } else { end } }
    }

    pub(crate) fn of(range: Range<usize>) -> Span {
        Span::new(offset(range.start), offset(range.end))
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` it covers, or `None` where it is out of bounds or cuts a code point.
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Slices the text a span was made for.
///
/// # Panics
///
/// As slicing a `str` does: when the span is out of bounds or cuts a code point. Spans of an
/// annotation never do in the text of its document; [`Span::get`] serves all others.
impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

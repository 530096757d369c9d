//! Offsets counted one character after the other.

use inquit::{CharSpan, Span, Utf16Span};

/// How many code points and UTF-16 code units stand before each byte of a text.
#[derive(Debug)]
pub struct Counted {
    chars: Vec<u32>,
    utf16: Vec<u32>,
}

impl Counted {
    /// Counts a text.
    pub fn new(text: &str) -> Counted {
        let mut counted = Counted { chars: Vec::new(), utf16: Vec::new() };
        let (mut chars, mut utf16) = (0, 0);
        for character in text.chars() {
            for _ in 0..character.len_utf8() {
                counted.chars.push(chars);
                counted.utf16.push(utf16);
            }
            chars += 1;
            utf16 += if character.len_utf16() == 2 { 2 } else { 1 };
        }
        counted.chars.push(chars);
        counted.utf16.push(utf16);
        counted
    }

    /// A span in code points.
    ///
    /// # Panics
    ///
    /// When it is out of bounds.
    pub fn char_span(&self, span: Span) -> CharSpan {
        let at = |byte: u32| self.chars[byte as usize];
        CharSpan { start: at(span.start), end: at(span.end) }
    }

    /// A span in UTF-16 code units.
    ///
    /// # Panics
    ///
    /// When it is out of bounds.
    pub fn utf16_span(&self, span: Span) -> Utf16Span {
        let at = |byte: u32| self.utf16[byte as usize];
        Utf16Span { start: at(span.start), end: at(span.end) }
    }
}

//! From byte offsets to the two other ways to count.

use super::span::{CharSpan, Span, Utf16Span, offset};

/// Maps byte offsets of one text to code points and UTF-16 code units.
///
/// Costs nothing for ASCII text; otherwise one checkpoint per [`STRIDE`] bytes, from which at most
/// that many bytes are counted per question.
#[derive(Clone, Debug)]
pub(crate) struct OffsetMap(Option<Box<[Checkpoint]>>);

/// How much of the text stands before a multiple of [`STRIDE`] bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    chars: u32,
    utf16: u32,
}

const STRIDE: usize = 64;

impl OffsetMap {
    pub(crate) fn new(text: &str) -> OffsetMap {
        if text.is_ascii() {
            return OffsetMap(None);
        }
        let mut seen = Checkpoint::default();
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 2);
        let (strides, tail) = text.as_bytes().as_chunks::<STRIDE>();
        for stride in strides {
            checkpoints.push(seen);
            seen = seen.after(stride);
        }
        checkpoints.push(seen);
        if !tail.is_empty() {
            checkpoints.push(seen.after(tail));
        }
        OffsetMap(Some(checkpoints.into()))
    }

    fn at(&self, text: &str, byte: u32) -> Checkpoint {
        let Some(checkpoints) = &self.0 else { return Checkpoint { chars: byte, utf16: byte } };
        let byte = (byte as usize).min(text.len());
        let block = byte / STRIDE;
        let seen = checkpoints.get(block).copied().unwrap_or_default();
        seen.after(text.as_bytes().get(block * STRIDE..byte).unwrap_or_default())
    }

    /// The code points before a byte: asked for most often, and so counted on their own.
    fn chars_at(&self, text: &str, byte: u32) -> u32 {
        let Some(checkpoints) = &self.0 else { return byte };
        let byte = (byte as usize).min(text.len());
        let block = byte / STRIDE;
        let chars_to = |block: usize| checkpoints.get(block).map_or(0, |seen| seen.chars);
        let seen = chars_to(block);
        // Most stretches are ASCII.
        if chars_to(block + 1) == seen + offset(STRIDE) {
            return seen + offset(byte % STRIDE);
        }
        let bytes = text.as_bytes().get(block * STRIDE..byte).unwrap_or_default();
        seen + starts_in(bytes)
    }

    pub(crate) fn char_span(&self, text: &str, span: Span) -> CharSpan {
        CharSpan { start: self.chars_at(text, span.start), end: self.chars_at(text, span.end) }
    }

    pub(crate) fn utf16_span(&self, text: &str, span: Span) -> Utf16Span {
        Utf16Span { start: self.at(text, span.start).utf16, end: self.at(text, span.end).utf16 }
    }
}

impl OffsetMap {
    /// The bytes of a span in code points; none where the text is shorter.
    pub(crate) fn span_of_chars(&self, text: &str, span: CharSpan) -> Option<Span> {
        let byte = |at| self.byte(text, at, |seen| seen.chars);
        Some(Span::new(byte(span.start)?, byte(span.end)?))
    }

    /// The bytes of a span in UTF-16; none where the text is shorter or a surrogate pair is cut.
    pub(crate) fn span_of_utf16(&self, text: &str, span: Utf16Span) -> Option<Span> {
        let byte = |at| self.byte(text, at, |seen| seen.utf16);
        Some(Span::new(byte(span.start)?, byte(span.end)?))
    }

    /// The byte before which so much stands.
    fn byte(&self, text: &str, at: u32, count: impl Fn(Checkpoint) -> u32) -> Option<u32> {
        let Some(checkpoints) = &self.0 else {
            return (at as usize <= text.len()).then_some(at);
        };
        let block = checkpoints.partition_point(|&seen| count(seen) <= at).checked_sub(1)?;
        let mut seen = *checkpoints.get(block)?;
        let mut byte = (block * STRIDE).min(text.len());
        while count(seen) < at || !text.is_char_boundary(byte) {
            seen = seen.after(text.as_bytes().get(byte..=byte)?);
            byte += 1;
        }
        (count(seen) == at).then_some(offset(byte))
    }
}

/// How many of these bytes start a code point: at most a stride, so that a byte can hold the count.
fn starts_in(bytes: &[u8]) -> u32 {
    u32::from(bytes.iter().map(|&b| u8::from(b & 0xC0 != 0x80)).sum::<u8>())
}

impl Checkpoint {
    /// The counts after some more bytes, at most a stride: every byte that starts a code point
    /// counts one, and one more in UTF-16 where it starts one of four bytes.
    fn after(self, bytes: &[u8]) -> Checkpoint {
        let fours = u32::from(bytes.iter().map(|&b| u8::from(b >= 0xF0)).sum::<u8>());
        let starts = starts_in(bytes);
        Checkpoint { chars: self.chars + starts, utf16: self.utf16 + starts + fours }
    }
}

/// Counts code points along a text, once each, for places that come in order.
pub(crate) struct CharCount<'t> {
    /// None where every byte is a code point.
    text: Option<&'t str>,
    byte: usize,
    chars: u32,
}

impl<'t> CharCount<'t> {
    pub(crate) fn new(text: &'t str) -> CharCount<'t> {
        CharCount { text: (!text.is_ascii()).then_some(text), byte: 0, chars: 0 }
    }

    /// How many stand before this byte, which is not before the last one asked for.
    pub(crate) fn before(&mut self, byte: u32) -> u32 {
        let Some(text) = self.text else { return byte };
        let byte = byte as usize;
        if let Some(passed) = text.get(self.byte..byte) {
            self.chars += offset(passed.chars().count());
            self.byte = byte;
        }
        self.chars
    }
}

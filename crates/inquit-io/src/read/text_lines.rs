//! Lines of text, with what is wrong about one as an error that names it.

use std::io::BufRead;

use super::lines::{Line, Lines};
use crate::error::ErrorKind;

/// Reads lines of UTF-8 in bounded memory. A line that cannot be read is an error, and the next
/// call goes on with the line after it, unless the stream itself has failed.
pub(crate) struct TextLines<R> {
    lines: Lines<R>,
    /// How errors call the stream.
    place: Box<str>,
    limit: usize,
    is_done: bool,
}

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

impl<R: BufRead> TextLines<R> {
    pub(crate) fn new(reader: R, place: Box<str>, limit: usize) -> TextLines<R> {
        TextLines { lines: Lines::new(reader, limit), place, limit, is_done: false }
    }

    /// Reads the next line; `None` at the end.
    pub(crate) fn read(&mut self) -> Option<Result<(), ErrorKind>> {
        if self.is_done {
            return None;
        }
        match self.lines.read() {
            Ok(Some(Line::Whole)) => Some(Ok(())),
            Ok(Some(Line::TooLarge)) => {
                Some(Err(ErrorKind::LineTooLarge { place: self.here(), limit: self.limit }))
            }
            Ok(None) => {
                self.is_done = true;
                None
            }
            Err(source) => {
                self.is_done = true;
                Some(Err(ErrorKind::Read { place: self.place.clone(), source }))
            }
        }
    }

    /// Whether the line that was read last holds nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.bytes().trim_ascii().is_empty()
    }

    /// The line that was read last, without its line feed and without the byte-order mark that the
    /// first may have.
    pub(crate) fn text(&self) -> Result<&str, ErrorKind> {
        std::str::from_utf8(self.bytes()).map_err(|error| {
            let skipped = self.lines.line().len() - self.bytes().len();
            let offset = self.lines.start() + (skipped + error.valid_up_to()) as u64;
            ErrorKind::InvalidUtf8 { place: self.here(), offset }
        })
    }

    /// The bytes of that line.
    pub(crate) fn bytes(&self) -> &[u8] {
        let line = self.lines.line();
        match self.lines.number() {
            1 => line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line),
            _ => line,
        }
    }

    /// The number of the line that was read last, from 1.
    pub(crate) fn number(&self) -> u64 {
        self.lines.number()
    }

    /// How errors call the stream.
    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    /// How errors call the line that was read last.
    pub(crate) fn here(&self) -> Box<str> {
        at_line(&self.place, self.number())
    }

    /// Bytes of the stream that have been used so far.
    pub(crate) fn bytes_read(&self) -> u64 {
        self.lines.end()
    }

    /// Whether the next line that is not blank can be had without waiting.
    pub(crate) fn next_is_here(&self) -> bool {
        self.lines.next_is_here()
    }
}

/// A line of a stream, as errors call it.
pub(crate) fn at_line(place: &str, number: u64) -> Box<str> {
    format!("{place}:{number}").into()
}

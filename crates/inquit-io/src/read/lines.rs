//! Lines of bytes, read in bounded memory.

use std::io::{self, BufRead, ErrorKind};

use memchr::memchr;

/// Reads lines, keeping at most `limit` bytes of each.
pub(super) struct Lines<R> {
    reader: R,
    limit: usize,
    line: Vec<u8>,
    number: u64,
    start: u64,
    end: u64,
    next_is_here: bool,
}

/// What became of a line.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Line {
    Whole,
    /// It had more bytes than the limit; all of them have been passed over.
    TooLarge,
}

/// How much memory is kept from one line to the next.
const KEPT: usize = 1 << 20;
/// A longer line has this much room at once, or that of the limit: grown bit by bit, it would be in
/// memory twice each time that it moves. The system gives memory when it is written to.
const ROOM: usize = 1 << 27;

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, limit: usize) -> Lines<R> {
        Lines { reader, limit, line: Vec::new(), number: 0, start: 0, end: 0, next_is_here: false }
    }

    /// Reads the next line; `None` at the end.
    pub(super) fn read(&mut self) -> io::Result<Option<Line>> {
        self.line.clear();
        self.line.shrink_to(KEPT);
        self.start = self.end;
        let mut too_large = false;
        loop {
            let bytes = match self.reader.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if bytes.is_empty() {
                break;
            }
            let feed = memchr(b'\n', bytes);
            let (part, rest) = bytes.split_at(feed.unwrap_or(bytes.len()));
            too_large |= self.line.len() + part.len() > self.limit;
            if too_large {
                self.line = Vec::new();
            } else {
                if self.line.len() + part.len() > KEPT {
                    self.line.reserve_exact(self.limit.min(ROOM).saturating_sub(self.line.len()));
                }
                self.line.extend_from_slice(part);
            }
            let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            self.next_is_here = memchr(b'\n', rest.trim_ascii_start()).is_some();
            let used = bytes.len() - rest.len();
            self.reader.consume(used);
            self.end += used as u64;
            if feed.is_some() {
                break;
            }
        }
        if self.start == self.end {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(if too_large { Line::TooLarge } else { Line::Whole }))
    }

    /// The bytes of the line that was read last, without its line feed.
    pub(super) fn line(&self) -> &[u8] {
        &self.line
    }

    /// The number of the line that was read last, from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The byte at which it starts.
    pub(super) fn start(&self) -> u64 {
        self.start
    }

    /// One past the last byte that was read.
    pub(super) fn end(&self) -> u64 {
        self.end
    }

    /// Whether the next line that is not blank lies in the buffer of the reader, so that taking it
    /// cannot wait for anybody.
    pub(super) fn next_is_here(&self) -> bool {
        self.next_is_here
    }
}

//! Files and streams, opened, and without their compression.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;

/// One system call per so many bytes.
const BUFFER: usize = 1 << 18;

/// So many bytes tell one format from another.
const START: u64 = 4096;

const GZIP: &[u8] = b"\x1F\x8B";
const BZIP2: &[u8] = b"BZh";

/// A stream with its first bytes, which are still in it.
pub(super) struct Source<'a> {
    pub(super) start: Vec<u8>,
    pub(super) reader: Box<dyn BufRead + 'a>,
}

impl Source<'static> {
    pub(super) fn open(path: &Path) -> io::Result<Source<'static>> {
        Source::of(BufReader::with_capacity(BUFFER, File::open(path)?))
    }
}

impl<'a> Source<'a> {
    /// The stream, taken out of gzip or bzip2 where its first bytes say that it is in one.
    pub(super) fn of(reader: impl BufRead + 'a) -> io::Result<Source<'a>> {
        let (start, reader) = peek(reader)?;
        let unpacked: Box<dyn Read + 'a> = if start.starts_with(GZIP) {
            Box::new(MultiGzDecoder::new(reader))
        } else if start.starts_with(BZIP2) {
            Box::new(MultiBzDecoder::new(reader))
        } else {
            return Ok(Source { start, reader: Box::new(reader) });
        };
        let (start, reader) = peek(BufReader::with_capacity(BUFFER, unpacked))?;
        Ok(Source { start, reader: Box::new(reader) })
    }
}

/// The first bytes of a stream, and the stream with them still in it.
fn peek<'a>(mut reader: impl BufRead + 'a) -> io::Result<(Vec<u8>, impl BufRead + 'a)> {
    let mut start = Vec::new();
    reader.by_ref().take(START).read_to_end(&mut start)?;
    Ok((start.clone(), Cursor::new(start).chain(reader)))
}

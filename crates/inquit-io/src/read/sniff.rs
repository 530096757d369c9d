//! What a stream without an extension holds.

use std::io::{BufRead, Cursor, ErrorKind, Read, Result};

/// Whether the first byte that is neither white space nor part of a byte-order mark is `{`, and
/// the stream with that beginning still in it. After `most` bytes of white space it is a text.
pub(super) fn sniff<R: BufRead>(mut reader: R, most: usize) -> Result<(bool, impl BufRead)> {
    let mut start = Vec::new();
    let is_json = loop {
        let bytes = match reader.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if let Some(first) = bytes.iter().find(|byte| !passes(**byte)) {
            break *first == b'{';
        }
        let length = bytes.len();
        if length == 0 || start.len() > most {
            break false;
        }
        start.extend_from_slice(bytes);
        reader.consume(length);
    };
    Ok((is_json, Cursor::new(start).chain(reader)))
}

fn passes(byte: u8) -> bool {
    byte.is_ascii_whitespace() || "\u{FEFF}".as_bytes().contains(&byte)
}

//! A stream that is one document.

use std::io::Read;

use inquit::{Document, Limits};

use crate::error::{Error, ErrorKind};

/// Reads a stream as the text of one document, untouched: line ends and a byte-order mark stay.
///
/// ```
/// use inquit::Limits;
/// use inquit_io::read_text;
///
/// let document = read_text("One.\r\nTwo.\r\n".as_bytes(), "a1", &Limits::new())?;
/// assert_eq!(document.text(), "One.\r\nTwo.\r\n");
///
/// let error = read_text(&b"One.\nTw\xFF."[..], "a1", &Limits::new()).unwrap_err();
/// assert_eq!(error.to_string(), "a1:2: invalid UTF-8 at byte 7; save the text as UTF-8");
/// # Ok::<(), inquit_io::Error>(())
/// ```
///
/// # Errors
///
/// When it cannot be read, is empty, is not UTF-8, or has more bytes than the limits allow.
pub fn read_text(
    reader: impl Read,
    id: impl Into<Box<str>>,
    limits: &Limits,
) -> Result<Document, Error> {
    let id = id.into();
    read_sized(reader, &id.clone(), id, limits, 0)
}

/// The same for a stream that errors call by its place, and that has about `size` bytes.
pub(super) fn read_sized(
    reader: impl Read,
    place: &str,
    id: Box<str>,
    limits: &Limits,
    size: usize,
) -> Result<Document, Error> {
    let limit = limits.max_document();
    let too_large = || ErrorKind::TextTooLarge { place: place.into(), limit };
    if size > limit {
        return Err(too_large().into());
    }
    // One byte more than expected, so that the end is seen without growing.
    let mut bytes = Vec::with_capacity(size + 1);
    let most = limit as u64 + 1;
    match reader.take(most).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() > limit => return Err(too_large().into()),
        Ok(0) => return Err(ErrorKind::Empty { place: place.into() }.into()),
        Ok(_) => {}
        Err(source) => return Err(ErrorKind::Read { place: place.into(), source }.into()),
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..offset).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        ErrorKind::InvalidUtf8 { place: format!("{place}:{line}").into(), offset: offset as u64 }
    })?;
    Document::with_limits(id, text, limits)
        .map_err(|source| ErrorKind::Refused { place: place.into(), source }.into())
}

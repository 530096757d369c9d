//! What is wrong about a line of JSON, as an error.

use crate::error::ErrorKind;

/// The error for a line that is no JSON.
pub(crate) fn syntax_error(json: &str, error: &serde_json::Error, place: Box<str>) -> ErrorKind {
    let (column, reason) = explained(error);
    let escape = reason.contains("hex escape").then(|| half_character(json, column)).flatten();
    match escape {
        Some(escape) => ErrorKind::HalfCharacter { place, escape: escape.into() },
        None => ErrorKind::InvalidJson { place, column, reason },
    }
}

/// Where in its line something is wrong, and what.
pub(crate) fn explained(error: &serde_json::Error) -> (usize, Box<str>) {
    let (column, reason) = (error.column(), error.to_string());
    let position = format!(" at line {} column {column}", error.line());
    (column, reason.strip_suffix(&position).unwrap_or(&reason).into())
}

/// What the first byte of a JSON value says it is.
pub(crate) fn kind_of(json: &str) -> &'static str {
    match json.trim_ascii_start().as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'"') => "a string",
        Some(b't' | b'f') => "a boolean",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// The escape for half of a UTF-16 pair that is the last or the last but one before this column.
fn half_character(json: &str, column: usize) -> Option<&str> {
    let mut before = json.get(..column)?;
    for _ in 0..2 {
        let at = before.rfind("\\u")?;
        let escape = json.get(at..at + 6)?;
        let unit = u32::from_str_radix(escape.get(2..)?, 16).ok()?;
        if char::from_u32(unit).is_none() {
            return Some(escape);
        }
        before = before.get(..at)?;
    }
    None
}

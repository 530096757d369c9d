//! Documents of a JSONL stream.

use std::io::BufRead;

use inquit::{Document, Limits};

use super::lines::{Line, Lines};
use super::object::{Object, Value, kind_of};
use crate::error::{Error, ErrorKind};

/// The documents of a stream with one JSON object a line.
///
/// An object has a string `text`, and any of `id`, `title`, `outlet`, `url`, `published` and
/// `language`, strings or null; other keys are passed over. Without an `id`, or with an empty one,
/// the id is `name:line`. Blank lines are passed over, and so is a byte-order mark at the start.
///
/// A line that cannot be read is one error; the next call goes on with the line after it. A stream
/// without any object is an error too.
///
/// ```
/// use inquit::Limits;
/// use inquit_io::JsonLines;
///
/// let input = "{\"text\": \"One.\", \"outlet\": \"The Courier\"}\n\n{\"id\": \"b\"}\n";
/// let mut documents = JsonLines::new(input.as_bytes(), "news.jsonl", Limits::new());
/// let document = documents.next().unwrap()?;
/// assert_eq!((document.id(), document.outlet()), ("news.jsonl:1", Some("The Courier")));
///
/// let error = documents.next().unwrap().unwrap_err();
/// assert_eq!(error.to_string(), "news.jsonl:3: the object has no `text`; give it one");
/// assert!(documents.next().is_none());
/// # Ok::<(), inquit_io::Error>(())
/// ```
pub struct JsonLines<R> {
    lines: Lines<R>,
    /// How errors call the stream.
    place: Box<str>,
    /// How ids call it.
    name: Box<str>,
    limits: Limits,
    is_empty: bool,
    is_done: bool,
}

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

impl<R: BufRead> JsonLines<R> {
    /// The documents of a stream that ids and errors call by this name.
    pub fn new(reader: R, name: impl Into<Box<str>>, limits: Limits) -> JsonLines<R> {
        let name = name.into();
        JsonLines::of_place(reader, name.clone(), name, limits)
    }

    pub(super) fn of_place(
        reader: R,
        place: Box<str>,
        name: Box<str>,
        limits: Limits,
    ) -> JsonLines<R> {
        let lines = Lines::new(reader, limits.max_line());
        JsonLines { lines, place, name, limits, is_empty: true, is_done: false }
    }

    /// Bytes of the stream that have been used so far.
    pub fn bytes_read(&self) -> u64 {
        self.lines.end()
    }

    /// Whether the next document can be had from what the reader has buffered. Where not, the next
    /// call may wait for whoever writes the stream.
    ///
    /// ```
    /// use std::io::BufReader;
    /// use inquit::Limits;
    /// use inquit_io::JsonLines;
    ///
    /// let input = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
    /// let mut documents = JsonLines::new(BufReader::new(input.as_bytes()), "a", Limits::new());
    /// documents.next();
    /// assert!(documents.is_next_buffered());
    /// documents.next();
    /// assert!(!documents.is_next_buffered());
    /// ```
    pub fn is_next_buffered(&self) -> bool {
        self.lines.next_is_here()
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Result<Document, Error>> {
        while !self.is_done {
            match self.lines.read() {
                Ok(Some(Line::Whole)) if self.line().trim_ascii().is_empty() => {}
                Ok(Some(line)) => {
                    self.is_empty = false;
                    return Some(self.document(line).map_err(Error::from));
                }
                Ok(None) => {
                    self.is_done = true;
                    let place = self.place.clone();
                    return self.is_empty.then(|| Err(ErrorKind::Empty { place }.into()));
                }
                Err(source) => {
                    self.is_done = true;
                    let place = self.place.clone();
                    return Some(Err(ErrorKind::Read { place, source }.into()));
                }
            }
        }
        None
    }
}

impl<R: BufRead> JsonLines<R> {
    /// The line read last, without the byte-order mark that the first may have.
    fn line(&self) -> &[u8] {
        let line = self.lines.line();
        match self.lines.number() {
            1 => line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line),
            _ => line,
        }
    }

    /// The document of the line read last.
    fn document(&self, line: Line) -> Result<Document, ErrorKind> {
        let place = || self.numbered(&self.place);
        if line == Line::TooLarge {
            return Err(ErrorKind::LineTooLarge { place: place(), limit: self.limits.max_line() });
        }
        let object = self.object()?;
        let string = |key, value| match value {
            Value::Absent | Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            Value::Other(found) => Err(ErrorKind::WrongType { place: place(), key, found }),
        };
        let text = string("text", object.text)?;
        let text = text.ok_or_else(|| ErrorKind::MissingText { place: place() })?;
        let id = string("id", object.id)?.filter(|id| !id.is_empty());
        let id = id.map_or_else(|| self.numbered(&self.name), String::into_boxed_str);
        let mut document = Document::with_limits(id, text, &self.limits)
            .map_err(|source| ErrorKind::Refused { place: place(), source })?;
        if let Some(title) = string("title", object.title)? {
            document = document.with_title(title);
        }
        if let Some(outlet) = string("outlet", object.outlet)? {
            document = document.with_outlet(outlet);
        }
        if let Some(url) = string("url", object.url)? {
            document = document.with_url(url);
        }
        if let Some(published) = string("published", object.published)? {
            document = document.with_published(published);
        }
        if let Some(language) = string("language", object.language)? {
            document = document.with_language(language);
        }
        Ok(document)
    }

    /// What that line says.
    fn object(&self) -> Result<Object, ErrorKind> {
        let place = || self.numbered(&self.place);
        let json = std::str::from_utf8(self.line()).map_err(|error| {
            let skipped = self.lines.line().len() - self.line().len();
            let offset = self.lines.start() + (skipped + error.valid_up_to()) as u64;
            ErrorKind::InvalidUtf8 { place: place(), offset }
        })?;
        let object: Object = serde_json::from_str(json).map_err(|error| {
            if error.is_data() {
                return ErrorKind::NotAnObject { place: place(), found: kind_of(json) };
            }
            let (column, reason) = (error.column(), error.to_string());
            let escape =
                reason.contains("hex escape").then(|| half_character(json, column)).flatten();
            if let Some(escape) = escape {
                return ErrorKind::HalfCharacter { place: place(), escape: escape.into() };
            }
            let position = format!(" at line {} column {column}", error.line());
            let reason = reason.strip_suffix(&position).unwrap_or(&reason).into();
            ErrorKind::InvalidJson { place: place(), column, reason }
        })?;
        match object.repeated {
            Some(key) => Err(ErrorKind::RepeatedKey { place: place(), key }),
            None => Ok(object),
        }
    }

    fn numbered(&self, name: &str) -> Box<str> {
        format!("{name}:{}", self.lines.number()).into()
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

impl<R> std::fmt::Debug for JsonLines<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JsonLines").field("place", &self.place).finish_non_exhaustive()
    }
}

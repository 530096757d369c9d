//! Documents of a JSONL stream.

use std::io::BufRead;

use inquit::{Annotations, Document, Limits, OffsetUnit};

use super::object::{Object, Value};
use super::syntax::{kind_of, syntax_error};
use super::text_lines::{TextLines, at_line};
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
    lines: TextLines<R>,
    /// How ids call the stream.
    name: Box<str>,
    limits: Limits,
    is_empty: bool,
    is_done: bool,
    takes_records: bool,
    record: Option<Annotations>,
}

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
        let lines = TextLines::new(reader, place, limits.max_line());
        JsonLines {
            lines,
            name,
            limits,
            is_empty: true,
            is_done: false,
            takes_records: false,
            record: None,
        }
    }

    /// The same, which also reads what a line of `inquit extract --with-text` says was found, with
    /// offsets in code points; see [`take_record`](JsonLines::take_record).
    ///
    /// ```
    /// use inquit::{Annotator, Document, Limits, RecordOptions};
    /// use inquit_io::JsonLines;
    ///
    /// let found = Annotator::new().annotate(&Document::new("a", "“No,” said Mr Kent.").unwrap());
    /// let line = found.to_json(RecordOptions { with_text: true, ..RecordOptions::default() });
    /// let lines = JsonLines::new(line.as_bytes(), "a.jsonl", Limits::new());
    /// let mut lines = lines.with_records();
    /// lines.next().unwrap().unwrap();
    /// assert_eq!(lines.take_record(), Some(found));
    /// ```
    #[must_use]
    pub fn with_records(self) -> JsonLines<R> {
        JsonLines { takes_records: true, ..self }
    }

    /// What the line of the last document says was found in it, if it is a line of `inquit extract`.
    pub fn take_record(&mut self) -> Option<Annotations> {
        self.record.take()
    }

    /// Where the last document stands: `file:line`.
    pub fn place(&self) -> Box<str> {
        self.lines.here()
    }

    /// Bytes of the stream that have been used so far.
    pub fn bytes_read(&self) -> u64 {
        self.lines.bytes_read()
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
                Some(Ok(())) if self.lines.is_blank() => {}
                Some(line) => {
                    self.is_empty = false;
                    return Some(line.and_then(|()| self.document()).map_err(Error::from));
                }
                None => {
                    self.is_done = true;
                    let place = self.lines.place().into();
                    return self.is_empty.then(|| Err(ErrorKind::Empty { place }.into()));
                }
            }
        }
        None
    }
}

impl<R: BufRead> JsonLines<R> {
    /// The document of the line read last.
    fn document(&mut self) -> Result<Document, ErrorKind> {
        self.record = None;
        let object = self.object()?;
        if self.takes_records && object.is_record {
            let place = self.lines.here();
            if let Value::Text(text) = &object.text
                && text.len() > self.limits.max_document()
            {
                let id = if let Value::Text(id) = &object.id { id } else { "" };
                let refused = Document::with_limits(id, &**text, &self.limits);
                refused.map_err(|source| ErrorKind::Refused { place: place.clone(), source })?;
            }
            let record = Annotations::from_json(self.lines.text()?, OffsetUnit::CodePoint)
                .map_err(|source| ErrorKind::Refused { place, source })?;
            let document = record.document().clone();
            self.record = Some(record);
            return Ok(document);
        }
        let place = || self.lines.here();
        let string = |key, value| match value {
            Value::Absent | Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            Value::Other(found) => Err(ErrorKind::WrongType { place: place(), key, found }),
        };
        let text = string("text", object.text)?;
        let text = text.ok_or_else(|| ErrorKind::MissingText { place: place() })?;
        let id = string("id", object.id)?.filter(|id| !id.is_empty());
        let id =
            id.map_or_else(|| at_line(&self.name, self.lines.number()), String::into_boxed_str);
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
        let json = self.lines.text()?;
        let place = || self.lines.here();
        let object: Object = serde_json::from_str(json).map_err(|error| {
            if error.is_data() {
                return ErrorKind::NotAnObject { place: place(), found: kind_of(json) };
            }
            syntax_error(json, &error, place())
        })?;
        match object.repeated {
            Some(key) => Err(ErrorKind::RepeatedKey { place: place(), key }),
            None => Ok(object),
        }
    }
}

impl<R> std::fmt::Debug for JsonLines<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JsonLines").field("name", &self.name).finish_non_exhaustive()
    }
}

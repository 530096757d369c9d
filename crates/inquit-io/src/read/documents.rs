//! The documents of many files, one after the other.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::{fmt, vec};

use inquit::{Annotations, Document, Limits};

use super::inputs::{Content, Format, Input};
use super::jsonl::JsonLines;
use super::sniff::sniff;
use super::text::read_sized;
use crate::error::{Error, ErrorKind};

/// The documents of many files, in order. Made by [`Inputs::documents`](crate::Inputs::documents).
///
/// A document that cannot be read is an error in its place; the next call goes on with the one
/// after it.
pub struct Documents<'a> {
    waiting: vec::IntoIter<Input>,
    stdin: Option<Box<dyn BufRead + 'a>>,
    limits: Limits,
    open: Option<JsonLines<Box<dyn BufRead + 'a>>>,
    open_is_stream: bool,
    closed_bytes: u64,
    takes_records: bool,
    /// Where the last document stands, if that was a text.
    place: Box<str>,
}

/// One system call per so many bytes.
const BUFFER: usize = 1 << 18;

impl<'a> Documents<'a> {
    pub(super) fn new(
        inputs: Vec<Input>,
        stdin: Box<dyn BufRead + 'a>,
        limits: Limits,
    ) -> Documents<'a> {
        Documents {
            waiting: inputs.into_iter(),
            stdin: Some(stdin),
            limits,
            open: None,
            open_is_stream: false,
            closed_bytes: 0,
            takes_records: false,
            place: Box::default(),
        }
    }

    /// The same, which also read what lines of `inquit extract --with-text` say was found; see
    /// [`take_record`](Documents::take_record).
    #[must_use]
    pub fn with_records(self) -> Documents<'a> {
        Documents { takes_records: true, ..self }
    }

    /// What was found in the last document, if it came as a line of `inquit extract`.
    pub fn take_record(&mut self) -> Option<Annotations> {
        self.open.as_mut()?.take_record()
    }

    /// Where the last document stands: its file, or `file:line`.
    pub fn place(&self) -> Box<str> {
        self.open.as_ref().map_or_else(|| self.place.clone(), JsonLines::place)
    }

    /// Bytes that have been read so far.
    pub fn bytes_read(&self) -> u64 {
        self.closed_bytes + self.open.as_ref().map_or(0, JsonLines::bytes_read)
    }

    /// Whether the next call may have to wait for whoever writes into a pipe: the moment to hand on
    /// what there is.
    pub fn may_wait(&self) -> bool {
        self.open_is_stream && self.open.as_ref().is_some_and(|lines| !lines.is_next_buffered())
    }

    /// Opens an input. It is a document if it is a text; its lines are left open otherwise.
    fn open(&mut self, input: Input) -> Option<Result<Document, Error>> {
        let place = input.place();
        self.open_is_stream = matches!(input.content, Content::Stream | Content::Stdin);
        let failed = |source| Some(Err(ErrorKind::Read { place: place.clone(), source }.into()));
        match input.content {
            Content::Unreadable(error) => failed(error),
            Content::File(format) => {
                let opened = File::open(&input.path)
                    .and_then(|file| file.metadata().map(|metadata| (file, metadata.len())));
                let (file, size) = match opened {
                    Ok(opened) => opened,
                    Err(error) => return failed(error),
                };
                match format {
                    Format::Text => {
                        let size = usize::try_from(size).unwrap_or(usize::MAX);
                        Some(self.text(file, &place, input.name, size))
                    }
                    Format::Lines => {
                        let reader = BufReader::with_capacity(BUFFER, file);
                        self.lines(Box::new(reader), place, input.name);
                        None
                    }
                }
            }
            Content::Stream => match File::open(&input.path) {
                Ok(file) => self.stream(BufReader::with_capacity(BUFFER, file), place, input.name),
                Err(error) => failed(error),
            },
            Content::Stdin => {
                let stdin = self.stdin.take().unwrap_or_else(|| Box::new(io::empty()));
                self.stream(stdin, place, input.name)
            }
        }
    }

    fn stream(
        &mut self,
        reader: impl BufRead + 'a,
        place: Box<str>,
        name: Box<str>,
    ) -> Option<Result<Document, Error>> {
        match sniff(reader, self.limits.max_document()) {
            Ok((true, reader)) => {
                self.lines(Box::new(reader), place, name);
                None
            }
            Ok((false, reader)) => Some(self.text(reader, &place, name, 0)),
            Err(source) => Some(Err(ErrorKind::Read { place, source }.into())),
        }
    }

    fn text(
        &mut self,
        reader: impl io::Read,
        place: &str,
        name: Box<str>,
        size: usize,
    ) -> Result<Document, Error> {
        let document = read_sized(reader, place, name, &self.limits, size);
        self.place = place.into();
        let read = document.as_ref().map_or(size, |document| document.text().len());
        self.closed_bytes += read as u64;
        document
    }

    fn lines(&mut self, reader: Box<dyn BufRead + 'a>, place: Box<str>, name: Box<str>) {
        let lines = JsonLines::of_place(reader, place, name, self.limits);
        self.open = Some(if self.takes_records { lines.with_records() } else { lines });
    }
}

impl Iterator for Documents<'_> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Result<Document, Error>> {
        loop {
            if let Some(lines) = &mut self.open {
                if let Some(document) = lines.next() {
                    return Some(document);
                }
                self.closed_bytes += lines.bytes_read();
                self.open = None;
            }
            let input = self.waiting.next()?;
            if let Some(document) = self.open(input) {
                return Some(document);
            }
        }
    }
}

impl fmt::Debug for Documents<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Documents").field("waiting", &self.waiting).finish_non_exhaustive()
    }
}

//! Entities in rows of CSV and TSV.

use std::io::BufRead;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use super::columns::Columns;
use super::draft::Draft;
use super::reader::{Found, Row};
use crate::error::ErrorKind;
use crate::read::{TextLines, at_line};

/// The entities of a table. Its first row names the columns if one of them is `name`.
pub(super) struct Table<R> {
    lines: TextLines<R>,
    limit: usize,
    /// Between fields; told by the first row if not known.
    delimiter: Option<u8>,
    /// Made with the delimiter.
    parser: Option<Reader>,
    columns: Option<Columns>,
    fields: Fields,
}

/// The fields of a row, one after the other.
#[derive(Default)]
struct Fields {
    text: Vec<u8>,
    ends: Vec<usize>,
    written: usize,
    count: usize,
}

impl<R: BufRead> Table<R> {
    pub(super) fn new(lines: TextLines<R>, limit: usize, delimiter: Option<u8>) -> Table<R> {
        let fields = Fields::default();
        Table { lines, limit, delimiter, parser: None, columns: None, fields }
    }

    /// Reads the fields of the next row, and says at which line it begins.
    fn row(&mut self) -> Option<Result<u64, ErrorKind>> {
        loop {
            match self.lines.read()? {
                Err(error) => return Some(Err(error)),
                Ok(()) if self.lines.is_blank() => {}
                Ok(()) => break,
            }
        }
        let first = self.lines.number();
        Some(self.rest_of_row(first).map(|()| first))
    }

    /// Reads a row whose first line has been read. It goes on while a quotation is open, also when
    /// something is wrong about it, so that the next row begins where it should.
    fn rest_of_row(&mut self, first: u64) -> Result<(), ErrorKind> {
        let delimiter = self.delimiter.unwrap_or_else(|| delimiter_of(self.lines.bytes()));
        let parser = self.parser.get_or_insert_with(|| {
            let mut builder = ReaderBuilder::new();
            builder.delimiter(delimiter).terminator(Terminator::Any(b'\n')).build()
        });
        let mut wrong: Result<(), ErrorKind> = self.lines.text().map(|_| ());
        let mut size = 0;
        self.fields.clear();
        loop {
            let line = self.lines.bytes();
            size += line.len() + 1;
            if size > self.limit + 1 && wrong.is_ok() {
                let place = at_line(self.lines.place(), first);
                wrong = Err(ErrorKind::LineTooLarge { place, limit: self.limit });
            }
            if wrong.is_err() {
                self.fields.clear();
            }
            self.fields.take(parser, line.strip_suffix(b"\r").unwrap_or(line));
            if self.fields.take(parser, b"\n") {
                return wrong;
            }
            let Some(read) = self.lines.read() else {
                let place = at_line(self.lines.place(), first);
                return wrong.and(Err(ErrorKind::UnclosedQuotation { place }));
            };
            wrong = wrong.and(read.and_then(|()| self.lines.text().map(|_| ())));
        }
    }

    /// The entity of the row that was read last; none in a row that names the columns, or is empty.
    fn draft(&mut self, place: &dyn Fn() -> Box<str>) -> Result<Option<Draft>, ErrorKind> {
        let fields = self.fields.iter();
        let columns = match &self.columns {
            Some(columns) => columns,
            None => match Columns::of_header(fields.clone(), place)? {
                Some(columns) => {
                    self.columns = Some(columns);
                    return Ok(None);
                }
                None => self.columns.insert(Columns::default()),
            },
        };
        if fields.clone().all(|field| field.trim().is_empty()) {
            return Ok(None);
        }
        columns.draft(fields, place).map(Some)
    }
}

impl<R: BufRead> Iterator for Table<R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let line = match self.row()? {
                Ok(line) => line,
                Err(error) => return Some(Err(error)),
            };
            let name: Box<str> = self.lines.place().into();
            let place = || at_line(&name, line);
            match self.draft(&place) {
                Ok(None) => {}
                Ok(Some(draft)) => {
                    let entity = draft.entity(&place);
                    return Some(entity.map(|entity| Found { entity, line: Some(line) }));
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Fields {
    fn clear(&mut self) {
        self.written = 0;
        self.count = 0;
    }

    /// Hands bytes to the parser; whether they end the row.
    fn take(&mut self, parser: &mut Reader, mut bytes: &[u8]) -> bool {
        // Fields are never longer than what they are read from.
        self.text.resize(self.written + bytes.len(), 0);
        self.ends.resize(self.count + bytes.len() + 1, 0);
        while !bytes.is_empty() {
            let text = self.text.get_mut(self.written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.count..).unwrap_or_default();
            let (result, read, written, ended) = parser.read_record(bytes, text, ends);
            self.written += written;
            self.count += ended;
            bytes = bytes.get(read..).unwrap_or_default();
            match result {
                ReadRecordResult::Record => return true,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull
                | ReadRecordResult::OutputEndsFull
                | ReadRecordResult::End => return false,
            }
        }
        false
    }

    fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        let ends = self.ends.get(..self.count).unwrap_or_default();
        ends.iter().enumerate().map(|(at, &end)| {
            let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied();
            let field = self.text.get(start.unwrap_or(0)..end).unwrap_or_default();
            // Quotation marks and delimiters are ASCII, so that what is between them stays UTF-8.
            std::str::from_utf8(field).unwrap_or_default()
        })
    }
}

/// The sign between fields that the first row has most of.
fn delimiter_of(row: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for &byte in row {
        is_quoted ^= byte == b'"';
        let known = counts.iter_mut().find(|(delimiter, _)| !is_quoted && *delimiter == byte);
        if let Some((_, count)) = known {
            *count += 1;
        }
    }
    // Of several with as many, the first.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(delimiter, _)| delimiter)
}

//! `inquit match`: where the names of a dictionary stand.

use std::io::{self, BufWriter, Read, Write};

use inquit::{Document, Matcher, RecordOptions};
use inquit_io::{write_match_header, write_match_record, write_match_rows};

use crate::args::{Format, Match};
use crate::batches::{self, Sink, Stop, find};
use crate::dictionary::open_dictionary;
use crate::output::{BUFFER, open, progress};
use crate::streams::Terminal;
use crate::talk::Talk;

/// Runs it; the result is how many documents failed.
pub(crate) fn run(
    options: &Match,
    stdin: impl Read,
    stdout: impl Write,
    talk: &mut Talk<'_>,
    terminal: Terminal,
) -> Result<u64, Stop> {
    if options.with_text && options.format == Format::Csv {
        let message = "--with-text needs --format jsonl; rows have no place for the text";
        return Err(Stop::Usage(message.into()));
    }
    let inputs = find(&options.input.paths, terminal.stdin, talk)?;
    let matcher = Matcher::new(&open_dictionary(&options.dictionary)?);
    let (out, to) = open(options.output.as_deref(), &inputs, stdout)?;
    let mut lines = Lines { out: BufWriter::with_capacity(BUFFER, out), to };
    if options.format == Format::Csv {
        let written = write_match_header(&mut lines.out);
        lines.checked(written)?;
    }
    let progress = progress(&inputs, options.output.is_some(), terminal);
    let form = RecordOptions { offsets: options.offsets, with_text: options.with_text };
    let make = |document: &Document| {
        let mut lines = Vec::new();
        let written = match options.format {
            Format::Jsonl => write_match_record(&mut lines, document, &matcher, form),
            Format::Csv => write_match_rows(&mut lines, document, &matcher, form.offsets),
        };
        written.map(|()| lines)
    };
    batches::run(inputs, options.input.threads, stdin, talk, progress, make, &mut lines)
}

/// Where lines go, many to a system call.
struct Lines<'a> {
    out: BufWriter<Box<dyn Write + 'a>>,
    to: String,
}

impl Lines<'_> {
    fn checked(&self, written: io::Result<()>) -> Result<(), Stop> {
        written.map_err(|source| Stop::Output { to: self.to.clone(), source })
    }
}

impl Sink for Lines<'_> {
    type Item = io::Result<Vec<u8>>;

    fn take(&mut self, lines: io::Result<Vec<u8>>) -> Result<(), Stop> {
        let written = lines.and_then(|lines| self.out.write_all(&lines));
        self.checked(written)
    }

    fn flush(&mut self) -> Result<(), Stop> {
        let flushed = self.out.flush();
        self.checked(flushed)
    }
}

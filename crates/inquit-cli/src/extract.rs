//! `inquit extract`: what is found, for programs.

use std::io::{self, BufWriter, Read, Write};

use inquit::{Annotations, RecordOptions};
use inquit_io::{write_header, write_record, write_rows};

use crate::args::{Extract, Format};
use crate::batches::{self, Sink, Stop, find};
use crate::output::{BUFFER, open, progress};
use crate::streams::Terminal;
use crate::talk::Talk;

/// Runs it; the result is how many documents failed.
pub(crate) fn run(
    options: &Extract,
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
    let form = Form {
        format: options.format,
        options: RecordOptions { offsets: options.offsets, with_text: options.with_text },
    };
    let annotator = options.finding.annotator()?;
    let (out, to) = open(options.output.as_deref(), &inputs, stdout)?;
    let mut lines = Lines { out: BufWriter::with_capacity(BUFFER, out), to, form };
    if options.format == Format::Csv {
        let written = write_header(&mut lines.out);
        lines.checked(written)?;
    }
    let progress = progress(&inputs, options.output.is_some(), terminal);
    let make = |document: &_| form.make(annotator.annotate(document));
    batches::run(inputs, options.input.threads, stdin, talk, progress, make, &mut lines)
}

/// What the output looks like.
#[derive(Clone, Copy)]
struct Form {
    format: Format,
    options: RecordOptions,
}

/// What is to be written of a document.
enum Made {
    /// The lines themselves, so that they are made on many threads.
    Lines(io::Result<Vec<u8>>),
    /// What they are made of, where they may be too long to be held in memory beside it.
    Found(Box<Annotations>),
}

/// Bytes of text from which on lines are not made in memory.
const LONG: usize = 1 << 19;

impl Form {
    fn make(self, found: Annotations) -> Made {
        if found.document().text().len() >= LONG {
            return Made::Found(Box::new(found));
        }
        Made::Lines(match self.format {
            Format::Jsonl => {
                let mut line = found.to_json(self.options);
                line.push('\n');
                Ok(line.into_bytes())
            }
            Format::Csv => {
                let mut lines = Vec::new();
                write_rows(&mut lines, &found, self.options.offsets).map(|()| lines)
            }
        })
    }

    fn write(self, out: impl Write, found: &Annotations) -> io::Result<()> {
        match self.format {
            Format::Jsonl => write_record(out, found, self.options),
            Format::Csv => write_rows(out, found, self.options.offsets),
        }
    }
}

/// Where lines go, many to a system call.
struct Lines<'a> {
    out: BufWriter<Box<dyn Write + 'a>>,
    to: String,
    form: Form,
}

impl Lines<'_> {
    fn checked(&self, written: io::Result<()>) -> Result<(), Stop> {
        written.map_err(|source| Stop::Output { to: self.to.clone(), source })
    }
}

impl Sink for Lines<'_> {
    type Item = Made;

    fn take(&mut self, made: Made) -> Result<(), Stop> {
        let written = match made {
            Made::Lines(lines) => lines.and_then(|lines| self.out.write_all(&lines)),
            Made::Found(found) => self.form.write(&mut self.out, &found),
        };
        self.checked(written)
    }

    fn flush(&mut self) -> Result<(), Stop> {
        let flushed = self.out.flush();
        self.checked(flushed)
    }
}

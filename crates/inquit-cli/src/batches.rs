//! Documents from files to results, a batch at a time.

use std::io::{self, BufReader, Read};
use std::path::PathBuf;

use inquit::{BatchOptions, Document, Limits};
use inquit_io::{Documents, Inputs};

use crate::progress::Progress;
use crate::talk::Talk;

/// Why a run cannot go on.
#[derive(Debug)]
pub(crate) enum Stop {
    Usage(String),
    Io(inquit_io::Error),
    Core(inquit::Error),
    Output { to: String, source: io::Error },
}

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stop::Usage(message) => f.write_str(message),
            Stop::Io(error) => error.fmt(f),
            Stop::Core(error) => error.fmt(f),
            Stop::Output { to, source } => write!(f, "cannot write to {to}: {source}"),
        }
    }
}

impl From<inquit_io::Error> for Stop {
    fn from(error: inquit_io::Error) -> Stop {
        Stop::Io(error)
    }
}

/// Takes what is made of the documents, in their order.
pub(crate) trait Sink {
    type Item: Send;

    fn take(&mut self, item: Self::Item) -> Result<(), Stop>;

    /// Hands on everything taken so far.
    fn flush(&mut self) -> Result<(), Stop>;
}

/// So many documents, or so many bytes of text, are worked on side by side: enough to keep every
/// core busy, few enough to stay small.
pub(crate) const BATCH_DOCUMENTS: usize = 256;
pub(crate) const BATCH_BYTES: usize = 2 << 20;

/// One thread works on fewer, so that what is made of them is written while it is in the cache.
const ALONE_BYTES: usize = 1 << 15;

/// Bytes asked of standard input at a time.
pub(crate) const STDIN_BUFFER: usize = 1 << 18;

/// The inputs that a person named, or standard input.
pub(crate) fn find(paths: &[PathBuf], typed: bool, talk: &mut Talk<'_>) -> Result<Inputs, Stop> {
    if paths.is_empty() && typed {
        let message = "nothing to read; name files or directories, or - for standard input";
        return Err(Stop::Usage(message.into()));
    }
    let found = match paths {
        [] => Inputs::find(["-"]),
        paths => Inputs::find(paths),
    };
    let inputs = found.map_err(Stop::Io)?;
    if inputs.is_empty() {
        talk.warning(&"no .txt or .jsonl file is in what was named");
    }
    Ok(inputs)
}

/// Makes something of every document, on many threads, and hands that on in order. Documents that
/// fail are named; the result is how many they were.
pub(crate) fn run<S: Sink>(
    inputs: Inputs,
    threads: usize,
    stdin: impl Read,
    talk: &mut Talk<'_>,
    mut progress: Progress,
    make: impl Fn(&Document) -> S::Item + Sync,
    sink: &mut S,
) -> Result<u64, Stop> {
    let stdin = BufReader::with_capacity(STDIN_BUFFER, stdin);
    let mut documents = inputs.documents(stdin, Limits::new());
    let bytes = if threads == 1 { ALONE_BYTES } else { BATCH_BYTES };
    let (mut done, mut failed) = (0, 0);
    loop {
        let batch = Batch::read(&mut documents, bytes);
        if !batch.errors.is_empty() {
            progress.aside(|| batch.errors.iter().for_each(|error| talk.error(error)));
        }
        // More threads than documents would have nothing to do.
        let options = BatchOptions::new().threads(threads.min(batch.documents.len()));
        let results = options.map(&batch.documents, &make);
        let results = results.map_err(Stop::Core)?;
        for item in results {
            sink.take(item)?;
        }
        sink.flush()?;
        failed += batch.errors.len() as u64;
        done += batch.documents.len() as u64;
        progress.update(documents.bytes_read(), done + failed);
        if batch.is_last {
            return Ok(failed);
        }
    }
}

/// Documents to be worked on side by side.
#[derive(Default)]
struct Batch {
    documents: Vec<Document>,
    errors: Vec<inquit_io::Error>,
    is_last: bool,
}

impl Batch {
    /// The next documents: as many as are wanted, or as there are without waiting for more.
    fn read(documents: &mut Documents<'_>, most: usize) -> Batch {
        let mut batch = Batch::default();
        let mut bytes = 0;
        while bytes < most && batch.documents.len() + batch.errors.len() < BATCH_DOCUMENTS {
            match documents.next() {
                Some(Ok(document)) => {
                    bytes += document.text().len();
                    batch.documents.push(document);
                }
                Some(Err(error)) => batch.errors.push(error),
                None => {
                    batch.is_last = true;
                    break;
                }
            }
            if documents.may_wait() {
                break;
            }
        }
        batch
    }
}

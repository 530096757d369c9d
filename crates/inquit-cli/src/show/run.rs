//! Runs `inquit show`: a page for each document, then the table.

use std::io::{self, BufWriter, Read, Write};

use super::look::Look;
use super::page::Page;
use super::table::Table;
use crate::args::Show;
use crate::batches::{self, Sink, Stop, find};
use crate::progress::Progress;
use crate::streams::Terminal;
use crate::talk::Talk;

/// Runs it; the result is how many documents failed.
pub(crate) fn run(
    options: &Show,
    stdin: impl Read,
    stdout: impl Write,
    talk: &mut Talk<'_>,
    terminal: Terminal,
) -> Result<u64, Stop> {
    let look = Look::of(terminal);
    let inputs = find(&options.input.paths, terminal.stdin, talk)?;
    let annotator = options.finding.annotator()?;
    // On a terminal the pages themselves say how far it is.
    let shown = terminal.stderr.terminal && !terminal.stdout.terminal;
    let progress = Progress::new(if shown { inputs.size() } else { None }, shown);
    let mut pages = Pages { out: BufWriter::new(stdout), table: Table::default() };
    let make = |document: &_| Page::new(&annotator.annotate(document), &options.classes, look);
    let threads = options.input.threads;
    let failed = batches::run(inputs, threads, stdin, talk, progress, make, &mut pages)?;
    let table = pages.table.draw(look);
    pages.write(&table)?;
    pages.flush()?;
    Ok(failed)
}

struct Pages<W: Write> {
    out: BufWriter<W>,
    table: Table,
}

impl<W: Write> Pages<W> {
    fn write(&mut self, text: &str) -> Result<(), Stop> {
        self.out.write_all(text.as_bytes()).map_err(failed)
    }
}

impl<W: Write> Sink for Pages<W> {
    type Item = Page;

    fn take(&mut self, page: Page) -> Result<(), Stop> {
        self.write(&page.text)?;
        self.table.add(page);
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(failed)
    }
}

fn failed(source: io::Error) -> Stop {
    Stop::Output { to: "standard output".into(), source }
}

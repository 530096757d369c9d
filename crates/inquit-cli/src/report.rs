//! `inquit report`: what was linked, as a page for a reader.

use std::io::{Read, Write};

use inquit_io::write_report;

use crate::batches::Stop;
use crate::linking::Report;
use crate::streams::Terminal;
use crate::talk::Talk;

/// Runs it; the result is how many documents failed.
pub(crate) fn run(
    options: &Report,
    stdin: impl Read,
    stdout: impl Write,
    talk: &mut Talk<'_>,
    terminal: Terminal,
) -> Result<u64, Stop> {
    let shown = options.shown();
    options
        .linking
        .run(stdin, stdout, talk, terminal, |out, links| write_report(out, links, &shown))
}

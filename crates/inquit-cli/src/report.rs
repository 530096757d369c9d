//! `inquit report`: what was linked, as a page for a reader.

use std::io::{Read, Write};

use inquit_io::write_report;

use crate::batches::{Stop, find};
use crate::linked::link;
use crate::linking::Report;
use crate::output::{Whole, progress};
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
    let inputs = find(&options.input.paths, terminal.stdin, talk)?;
    let annotator = options.finding.annotator()?;
    let mut linker = options.linking.linker();
    let out = Whole::open(options.output.as_deref(), &inputs, stdout)?;
    // The page comes when all is read, so that a bar is never in its way.
    let progress = progress(&inputs, true, terminal);
    let threads = options.input.threads;
    let failed = link(inputs, threads, stdin, talk, progress, &annotator, &mut linker)?;
    out.write(|out| write_report(out, &linker.links(), &options.shown()))?;
    Ok(failed)
}

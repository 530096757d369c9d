//! `inquit link`: the same words across documents, and what became of them.

use std::io::{Read, Write};

use crate::args::Link;
use crate::batches::{Stop, find};
use crate::linked::link;
use crate::output::{Whole, progress};
use crate::streams::Terminal;
use crate::talk::Talk;

/// Runs it; the result is how many documents failed.
pub(crate) fn run(
    options: &Link,
    stdin: impl Read,
    stdout: impl Write,
    talk: &mut Talk<'_>,
    terminal: Terminal,
) -> Result<u64, Stop> {
    let inputs = find(&options.input.paths, terminal.stdin, talk)?;
    let annotator = options.finding.annotator()?;
    let mut linker = options.linking.linker();
    let out = Whole::open(options.output.as_deref(), &inputs, stdout)?;
    // The results come when all is read, so that a bar is never in their way.
    let progress = progress(&inputs, true, terminal);
    let threads = options.input.threads;
    let failed = link(inputs, threads, stdin, talk, progress, &annotator, &mut linker)?;
    let links = linker.links();
    out.write(|mut out| links.write_json(&mut out).and_then(|()| out.write_all(b"\n")))?;
    Ok(failed)
}

//! `inquit link`: the same words across documents, and what became of them.

use std::io::{Read, Write};

use crate::args::Link;
use crate::batches::Stop;
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
    options.linking.run(stdin, stdout, talk, terminal, |mut out, links| {
        links.write_json(&mut out)?;
        out.write_all(b"\n")
    })
}

//! Where results go.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use inquit_io::Inputs;

use crate::batches::Stop;
use crate::progress::Progress;
use crate::streams::Terminal;

/// So many bytes are written with one system call.
pub(crate) const BUFFER: usize = 1 << 16;

/// The file that was asked for, or standard output, and how errors call it.
pub(crate) fn open<'a>(
    path: Option<&Path>,
    inputs: &Inputs,
    stdout: impl Write + 'a,
) -> Result<(Box<dyn Write + 'a>, String), Stop> {
    let Some(path) = path else { return Ok((Box::new(stdout), "standard output".into())) };
    let to = format!("`{}`", path.display());
    if inputs.contains(path) {
        return Err(Stop::Usage(format!("{to} is one of the inputs; write elsewhere")));
    }
    match File::create(path) {
        Ok(file) => Ok((Box::new(file), to)),
        Err(source) => Err(Stop::Output { to, source }),
    }
}

/// A bar, where it is not in the way of results.
pub(crate) fn progress(inputs: &Inputs, into_file: bool, terminal: Terminal) -> Progress {
    let shown = terminal.stderr.terminal && (into_file || !terminal.stdout.terminal);
    Progress::new(if shown { inputs.size() } else { None }, shown)
}

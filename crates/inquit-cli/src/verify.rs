//! `inquit verify`: whether somebody is known to have said something.

use std::io::{BufWriter, Read, Write};

use inquit::{CueClass, Linker, LinkerOptions};

use crate::args::Verify;
use crate::batches::{Stop, find};
use crate::linked::link;
use crate::output::progress;
use crate::streams::Terminal;
use crate::talk::Talk;

/// Runs it; the result is how many documents failed.
pub(crate) fn run(
    options: &Verify,
    stdin: impl Read,
    stdout: impl Write,
    talk: &mut Talk<'_>,
    terminal: Terminal,
) -> Result<u64, Stop> {
    let inputs = find(&options.corpus, terminal.stdin, talk)?;
    let annotator = options.finding.annotator()?;
    // Whatever somebody did with the words, they may be quoted.
    let mut linker = Linker::with_options(LinkerOptions::new().with_classes(CueClass::ALL));
    let progress = progress(&inputs, true, terminal);
    let failed = link(inputs, options.threads, stdin, talk, progress, &annotator, &mut linker)?;
    let answers = linker.verify(&options.words, options.speaker.as_deref());
    if answers.is_empty() {
        return Err(Stop::Usage("there is no word in what is to be verified; give some".into()));
    }
    let mut out = BufWriter::new(stdout);
    let written = answers.iter().try_for_each(|answer| writeln!(out, "{}", answer.to_json()));
    match written.and_then(|()| out.flush()) {
        Ok(()) => Ok(failed),
        Err(source) => Err(Stop::Output { to: "standard output".into(), source }),
    }
}

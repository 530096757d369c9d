//! `inquit verify`: whether somebody is known to have said something.

use std::io::{BufWriter, Read, Write};

use inquit::{Linker, LinkerOptions};

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
    // Without a word there is nothing to read the corpus for.
    if Linker::new().verify(&options.words, None).is_empty() {
        return Err(Stop::Usage("there is no word in what is to be verified; give some".into()));
    }
    let inputs = find(&options.corpus, terminal.stdin, talk)?;
    let annotator = options.finding.annotator()?;
    let classes = options.classes.as_slice();
    let mut linker = Linker::with_options(LinkerOptions::new().with_classes(classes));
    let progress = progress(&inputs, true, terminal);
    let failed = link(inputs, options.threads, stdin, talk, progress, &annotator, &mut linker)?;
    let answers = linker.verify(&options.words, options.speaker.as_deref());
    let mut out = BufWriter::new(stdout);
    let written = answers.iter().try_for_each(|answer| writeln!(out, "{}", answer.to_json()));
    match written.and_then(|()| out.flush()) {
        Ok(()) => Ok(failed),
        Err(source) => Err(Stop::Output { to: "standard output".into(), source }),
    }
}

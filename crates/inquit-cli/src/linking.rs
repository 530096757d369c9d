//! What to link, and what to show of it.

use std::io::{self, Read, Write};
use std::path::PathBuf;

use clap::Args;
use inquit::{Linker, LinkerOptions, Links};
use inquit_io::ReportOptions;

use crate::args::{Classes, Input};
use crate::batches::{Stop, find};
use crate::finding::Finding;
use crate::linked::link;
use crate::output::{Whole, progress};
use crate::streams::Terminal;
use crate::talk::Talk;

/// Writes a page of HTML: stories, what was said in them and what each outlet altered, who speaks
///
/// The page stands alone: one file, no script, nothing that is fetched from anywhere. It shows so much of
/// each as the limits below allow, and says how much more there is. Documents are read and linked as by
/// `inquit link`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit report -o report.html articles/
  inquit report -o week.html --title \"The week\" --stories 20 monday.jsonl tuesday.jsonl
  inquit extract --with-text articles/ | inquit report - > report.html")]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) linking: Linking,

    /// The title of the page
    #[arg(long, value_name = "TITLE", default_value = ReportOptions::TITLE)]
    pub(crate) title: String,

    /// Shows so many stories, those of most articles first
    #[arg(long, value_name = "N", default_value_t = ReportOptions::STORIES)]
    pub(crate) stories: usize,

    /// Shows so many utterances of a story, those in most articles first
    #[arg(long, value_name = "N", default_value_t = ReportOptions::UTTERANCES)]
    pub(crate) utterances: usize,

    /// Shows so many reports of an utterance beside its fullest wording
    #[arg(long, value_name = "N", default_value_t = ReportOptions::REPORTS)]
    pub(crate) reports: usize,

    /// Shows so many rows of a table
    #[arg(long, value_name = "N", default_value_t = ReportOptions::ROWS)]
    pub(crate) rows: usize,
}

/// What is linked, how, and where the result goes.
#[derive(Debug, Args)]
pub(crate) struct Linking {
    #[command(flatten)]
    input: Input,

    /// What the source must have done: any of speech, writing, attitude and intention, with commas
    /// between, or all
    #[arg(long, value_name = "CLASSES", default_value = "speech,writing")]
    classes: Classes,

    /// Days that may lie between the first report of an utterance and another one
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    days: u32,

    /// Where to write, in one step: whoever opens the file finds the old result or the new one;
    /// standard output if left out, or -
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    finding: Finding,
}

impl Linking {
    /// Links, and writes what `write` makes of it; the result is how many documents failed.
    pub(crate) fn run(
        &self,
        stdin: impl Read,
        stdout: impl Write,
        talk: &mut Talk<'_>,
        terminal: Terminal,
        write: impl FnOnce(&mut dyn Write, &Links) -> io::Result<()>,
    ) -> Result<u64, Stop> {
        let inputs = find(&self.input.paths, terminal.stdin, talk)?;
        let annotator = self.finding.annotator()?;
        let options = LinkerOptions::new().with_days(self.days);
        let mut linker = Linker::with_options(options.with_classes(self.classes.as_slice()));
        let out = Whole::open(self.output.as_deref(), &inputs, stdout)?;
        // The result comes when all is read, so that a bar is never in its way.
        let progress = progress(&inputs, true, terminal);
        let threads = self.input.threads;
        let failed = link(inputs, threads, stdin, talk, progress, &annotator, &mut linker)?;
        out.write(|out| write(out, &linker.links()))?;
        Ok(failed)
    }
}

impl Report {
    /// How much the page shows.
    pub(crate) fn shown(&self) -> ReportOptions {
        ReportOptions::new()
            .with_title(&*self.title)
            .with_stories(self.stories)
            .with_utterances(self.utterances)
            .with_reports(self.reports)
            .with_rows(self.rows)
    }
}

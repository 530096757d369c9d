//! What to link, and what to show of it.

use std::path::PathBuf;

use clap::Args;
use inquit::{Linker, LinkerOptions};
use inquit_io::ReportOptions;

use crate::args::{Classes, Input};
use crate::finding::Finding;

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
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) linking: Linking,

    /// Where to write, in one step: whoever opens the file finds the old page or the new one; standard
    /// output if left out, or -
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

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

    #[command(flatten)]
    pub(crate) finding: Finding,
}

/// What is linked.
#[derive(Debug, Args)]
pub(crate) struct Linking {
    /// What the source must have done: any of speech, writing, attitude and intention, with commas
    /// between, or all
    #[arg(long, value_name = "CLASSES", default_value = "speech,writing")]
    classes: Classes,

    /// Days that may lie between the first report of an utterance and another one
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    days: u32,
}

impl Linking {
    /// A linker that links so.
    pub(crate) fn linker(&self) -> Linker {
        let options = LinkerOptions::new().with_days(self.days);
        Linker::with_options(options.with_classes(self.classes.as_slice()))
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

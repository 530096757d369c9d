//! `inquit-train`: trains the models of inquit from annotated articles.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts of a corpus are far below all limits, and weights are rounded on purpose"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "a loop over the lanes of several arrays is plainest, and is compiled to vectors"
)]

mod attribution;
mod chain;
mod corpus;
mod error;
mod forest;
mod labels;
mod linear;
mod number;
mod sequences;
mod vocabulary;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use crate::attribution::train_attributions;
use crate::error::Error;

const USAGE: &str = "\
usage: inquit-train attribution FOLDER -o FILE [--taggers FOLDER] [--folds FOLDER]

Trains the model of attributions from articles in brat's standoff format.

  FOLDER              .txt and .ann files, or folders `text` and `attributions` of them
  -o FILE             the model file to write
  --taggers FOLDER    keeps the taggers there, and takes them from there if they are there: to train
                      the forests alone once more, on the same articles
  --folds FOLDER      also writes there fold0.model to fold3.model, to test by: fold0.model knows
                      nothing of articles 0, 4, 8 and so on in order of name, fold1.model nothing
                      of 1, 5, 9 and so on";

/// What a person asked for.
#[derive(Debug, Default)]
struct Options {
    folder: PathBuf,
    output: PathBuf,
    taggers: Option<PathBuf>,
    folds: Option<PathBuf>,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = OsString>) -> Option<Options> {
        let mut options = Options::default();
        arguments.next().filter(|command| command == "attribution")?;
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("-o") => options.output = arguments.next()?.into(),
                Some("--taggers") => options.taggers = Some(arguments.next()?.into()),
                Some("--folds") => options.folds = Some(arguments.next()?.into()),
                Some(unknown) if unknown.starts_with('-') => return None,
                _ => options.folder = argument.into(),
            }
        }
        let complete = !options.folder.as_os_str().is_empty();
        (complete && !options.output.as_os_str().is_empty()).then_some(options)
    }
}

fn main() -> ExitCode {
    let mut stderr = io::stderr().lock();
    let Some(options) = Options::parse(env::args_os().skip(1)) else {
        // There is nowhere else to say it.
        drop(writeln!(stderr, "{USAGE}"));
        return ExitCode::from(2);
    };
    match run(&options, &mut stderr) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(stderr, "error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options, talk: &mut impl Write) -> Result<(), Error> {
    let start = Instant::now();
    let corpus = corpus::read(&options.folder)?;
    let tell = |what: &str| {
        let seconds = start.elapsed().as_secs();
        drop(writeln!(talk, "{seconds:4} s  {what}"));
    };
    let Options { output, taggers, folds, .. } = options;
    train_attributions(&corpus, output, taggers.as_deref(), folds.as_deref(), tell)
}

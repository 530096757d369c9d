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
mod labelled;
mod names;
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
use crate::corpus::Annotated;
use crate::error::Error;

const USAGE: &str = "\
usage: inquit-train attribution FOLDER -o FILE [--taggers FOLDER] [--leave-out-fourth]

Trains the model of attributions from articles in brat's standoff format.

  FOLDER              .txt and .ann files, or folders `text` and `attributions` of them
  -o FILE             the model file to write
  --taggers FOLDER    keeps the taggers there, and takes them from there if they are there: to train
                      the forests alone once more, on the same articles
  --leave-out-fourth  leaves out every fourth article, to test on";

/// What a person asked for.
#[derive(Debug, Default)]
struct Options {
    folder: PathBuf,
    output: PathBuf,
    taggers: Option<PathBuf>,
    leave_out_fourth: bool,
    names: bool,
    machine: bool,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = OsString>) -> Option<Options> {
        let mut options = Options::default();
        options.names = arguments.next().filter(|it| it == "attribution" || it == "names")? == "names";
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("-o") => options.output = arguments.next()?.into(),
                Some("--taggers") => options.taggers = Some(arguments.next()?.into()),
                Some("--machine-labels") => options.machine = true,
                Some("--leave-out-fourth") => options.leave_out_fourth = true,
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
    if options.names {
        let tell = |what: &str| {
            let seconds = start.elapsed().as_secs();
            drop(writeln!(talk, "{seconds:4} s  {what}"));
        };
        let lists = options.folder.join("../lex");
        return names::train_names(&options.folder, &lists, &options.output, options.machine, tell);
    }
    let corpus = corpus::read(&options.folder)?;
    let kept: Vec<&Annotated> = corpus
        .iter()
        .enumerate()
        .filter(|(number, _)| !options.leave_out_fourth || number % 4 != 0)
        .map(|(_, article)| article)
        .collect();
    let tell = |what: &str| {
        let seconds = start.elapsed().as_secs();
        drop(writeln!(talk, "{seconds:4} s  {what}"));
    };
    train_attributions(&kept, &options.output, options.taggers.as_deref(), tell)
}

//! `inquit-train`: trains the models of inquit from annotated articles and tokens.

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
mod labels;
mod linear;
mod names;
mod number;
mod quantised;
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
use crate::names::train_names;

const USAGE: &str = "\
usage: inquit-train attribution FOLDER -o FILE [--taggers FOLDER] [--folds FOLDER]
       inquit-train names FOLDER -o FILE [--machine-labels]

`attribution` trains the model of attributions from articles in brat's standoff format.

  FOLDER              .txt and .ann files, or folders `text` and `attributions` of them
  -o FILE             the model file to write
  --taggers FOLDER    keeps the taggers there, and takes them from there if they are there: to train
                      the forests alone once more, on the same articles
  --folds FOLDER      also writes there fold0.model to fold3.model, to test by: fold0.model knows
                      nothing of articles 0, 4, 8 and so on in order of name, fold1.model nothing
                      of 1, 5, 9 and so on

`names` trains the model of names from tokens with labels.

  FOLDER              .tsv files: a token, a tab and its label (O, B-PER, I-PER and so on) on a line,
                      a blank line behind a sentence, `-DOC-` before a document
  -o FILE             the model file to write
  --machine-labels    takes files that end in `_silver.tsv`, too: their labels were made by machine";

/// What a person asked for.
#[derive(Debug)]
enum Command {
    Attribution {
        folder: PathBuf,
        output: PathBuf,
        taggers: Option<PathBuf>,
        folds: Option<PathBuf>,
    },
    Names {
        folder: PathBuf,
        output: PathBuf,
        machine: bool,
    },
}

impl Command {
    fn parse(mut arguments: impl Iterator<Item = OsString>) -> Option<Command> {
        let names = match arguments.next()?.to_str()? {
            "attribution" => false,
            "names" => true,
            _ => return None,
        };
        let (mut folder, mut output) = (PathBuf::new(), PathBuf::new());
        let (mut taggers, mut folds, mut machine) = (None, None, false);
        while let Some(argument) = arguments.next() {
            match (argument.to_str(), names) {
                (Some("-o"), _) => output = arguments.next()?.into(),
                (Some("--taggers"), false) => taggers = Some(PathBuf::from(arguments.next()?)),
                (Some("--folds"), false) => folds = Some(PathBuf::from(arguments.next()?)),
                (Some("--machine-labels"), true) => machine = true,
                (Some(unknown), _) if unknown.starts_with('-') => return None,
                _ => folder = argument.into(),
            }
        }
        if folder.as_os_str().is_empty() || output.as_os_str().is_empty() {
            return None;
        }
        if names {
            return Some(Command::Names { folder, output, machine });
        }
        Some(Command::Attribution { folder, output, taggers, folds })
    }
}

fn main() -> ExitCode {
    let mut stderr = io::stderr().lock();
    let Some(command) = Command::parse(env::args_os().skip(1)) else {
        // There is nowhere else to say it.
        drop(writeln!(stderr, "{USAGE}"));
        return ExitCode::from(2);
    };
    match run(&command, &mut stderr) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(stderr, "error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, talk: &mut impl Write) -> Result<(), Error> {
    let start = Instant::now();
    let tell = |what: &str| {
        let seconds = start.elapsed().as_secs();
        drop(writeln!(talk, "{seconds:4} s  {what}"));
    };
    match command {
        Command::Attribution { folder, output, taggers, folds } => {
            let corpus = corpus::read(folder)?;
            train_attributions(&corpus, output, taggers.as_deref(), folds.as_deref(), tell)
        }
        Command::Names { folder, output, machine } => train_names(folder, output, *machine, tell),
    }
}

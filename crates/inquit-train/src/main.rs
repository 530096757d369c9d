//! `inquit-train`: trains the models of inquit from annotated articles.

mod attribution;
mod chain;
mod corpus;
mod error;
mod forest;
mod number;
mod sequences;
mod vocabulary;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, Parser, Subcommand};

use crate::attribution::train_attributions;
use crate::corpus::Annotated;
use crate::error::Error;

/// Trains the models of inquit from annotated articles
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Attribution(Attribution),
}

/// The model of attributions, from articles in brat's standoff format
#[derive(Debug, Args)]
struct Attribution {
    /// A folder of .txt and .ann files, or one with such folders `text` and `attributions`
    folder: PathBuf,

    /// The model file to write
    #[arg(short, long)]
    output: PathBuf,

    /// A folder in which the taggers are kept, and taken from if they are there: to train the
    /// forests alone once more, on the same articles
    #[arg(long, value_name = "FOLDER")]
    taggers: Option<PathBuf>,

    /// Leaves out every fourth article, to test on
    #[arg(long)]
    leave_out_fourth: bool,
}

fn main() -> ExitCode {
    let Command::Attribution(options) = Arguments::parse().command;
    let mut stderr = io::stderr().lock();
    match run(&options, &mut stderr) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere else to say it.
            drop(writeln!(stderr, "error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Attribution, talk: &mut impl Write) -> Result<(), Error> {
    let start = Instant::now();
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

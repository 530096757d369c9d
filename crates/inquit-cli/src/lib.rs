//! The `inquit` command as a library, so that tests and other programs can call it in their own
//! process.
//!
//! ```
//! use inquit_cli::{ExitCode, Streams, run};
//!
//! let article = "“No,” said Mr Kent.";
//! let (mut output, mut errors) = (Vec::new(), Vec::new());
//! let streams = Streams::new(article.as_bytes(), &mut output, &mut errors);
//! let exit = run(["inquit", "extract", "-"], streams);
//! assert_eq!(exit, ExitCode::Done);
//! assert!(output.starts_with(b"{\"schema\":1,"));
//! assert!(errors.is_empty());
//! ```

mod args;
mod batches;
mod dictionary;
mod extract;
mod finding;
mod link;
mod linked;
mod linking;
mod matches;
mod output;
mod paint;
mod progress;
mod report;
mod show;
mod streams;
mod talk;
mod verify;

use std::ffi::OsString;
use std::io::ErrorKind;

use clap::Parser;

use crate::args::{Arguments, Command, Dictionary};
use crate::batches::Stop;
use crate::dictionary::{build, info};
use crate::paint::styled;
use crate::talk::Talk;

pub use crate::streams::{Face, Streams, Terminal};

/// How a run ended. As a number, it is what scripts see.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ExitCode {
    /// Everything was done.
    Done = 0,
    /// It was done, but some documents or rows failed; each was named on the error stream.
    SomeFailed = 1,
    /// Bad usage or configuration, or an output that cannot be written.
    Refused = 2,
}

impl ExitCode {
    /// The number.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(exit: ExitCode) -> std::process::ExitCode {
        exit.code().into()
    }
}

/// Runs the command with these arguments, the first of which is the name of the program.
///
/// Results go to the output stream, everything else to the error stream. When nobody reads the
/// output any more, the run ends quietly as [`ExitCode::Done`].
pub fn run<A>(args: impl IntoIterator<Item = A>, streams: Streams<'_>) -> ExitCode
where
    A: Into<OsString> + Clone,
{
    let Streams { stdin, mut stdout, stderr, terminal } = streams;
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) => {
            let mut talk = Talk::new(stderr, terminal.stderr.colour);
            if error.use_stderr() {
                talk.usage(&error.render());
                return ExitCode::Refused;
            }
            // Help and version. When nobody reads them, that is no failure.
            let text = styled(terminal.stdout.colour, &error.render());
            let _ = stdout.write_all(text.as_bytes());
            return ExitCode::Done;
        }
    };
    let terminal = arguments.color.apply(terminal);
    let mut talk = Talk::new(stderr, terminal.stderr.colour);
    let result = match arguments.command {
        Command::Extract(options) => extract::run(&options, stdin, stdout, &mut talk, terminal),
        Command::Show(options) => show::run(&options, stdin, stdout, &mut talk, terminal),
        Command::Match(options) => matches::run(&options, stdin, stdout, &mut talk, terminal),
        Command::Link(options) => link::run(&options, stdin, stdout, &mut talk, terminal),
        Command::Verify(options) => verify::run(&options, stdin, stdout, &mut talk, terminal),
        Command::Report(options) => report::run(&options, stdin, stdout, &mut talk, terminal),
        Command::Dictionary(Dictionary::Build(options)) => build(&options, stdin, &mut talk),
        Command::Dictionary(Dictionary::Info(options)) => info(&options, stdout),
    };
    match result {
        Ok(0) => ExitCode::Done,
        Ok(_) => ExitCode::SomeFailed,
        Err(Stop::Output { source, .. }) if source.kind() == ErrorKind::BrokenPipe => {
            ExitCode::Done
        }
        Err(stop) => {
            talk.error(&stop);
            ExitCode::Refused
        }
    }
}

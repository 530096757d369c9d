//! A run of the command, and what came of it.

use std::ffi::{OsStr, OsString};

use inquit_cli::{ExitCode, Streams, Terminal};
use serde_json::Value;

/// A run to come.
pub(crate) struct Run {
    args: Vec<OsString>,
    stdin: Vec<u8>,
    terminal: Terminal,
}

/// What a run wrote, and how it ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) exit: ExitCode,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The command with these arguments.
pub(crate) fn inquit<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Run {
    let args = args.into_iter().map(|arg| arg.as_ref().to_owned());
    let args = std::iter::once("inquit".into()).chain(args).collect();
    Run { args, stdin: Vec::new(), terminal: Terminal::default() }
}

impl Run {
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Run {
        self.args.push(arg.as_ref().to_owned());
        self
    }

    pub(crate) fn args(self, args: &[&str]) -> Run {
        args.iter().fold(self, Run::arg)
    }

    pub(crate) fn stdin(self, bytes: impl AsRef<[u8]>) -> Run {
        Run { stdin: bytes.as_ref().to_owned(), ..self }
    }

    pub(crate) fn terminal(self, terminal: Terminal) -> Run {
        Run { terminal, ..self }
    }

    pub(crate) fn run(self) -> Outcome {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let streams = Streams::new(&*self.stdin, &mut stdout, &mut stderr);
        let exit = inquit_cli::run(self.args, streams.with_terminal(self.terminal));
        let text = |bytes| String::from_utf8(bytes).expect("streams of the command are UTF-8");
        Outcome { exit, stdout: text(stdout), stderr: text(stderr) }
    }

    /// Runs it; it must end well and without a word on the error stream.
    #[track_caller]
    pub(crate) fn done(self) -> Outcome {
        let outcome = self.run();
        assert_eq!((outcome.exit, &*outcome.stderr), (ExitCode::Done, ""));
        outcome
    }

    /// Runs it; it must be refused with this in its message, and nothing may be written.
    #[track_caller]
    pub(crate) fn refused(self, message: &str) {
        let outcome = self.run();
        assert_eq!((outcome.exit, &*outcome.stdout), (ExitCode::Refused, ""));
        assert!(outcome.stderr.contains(message), "{:?}", outcome.stderr);
    }
}

impl Outcome {
    /// The lines as JSON.
    #[track_caller]
    pub(crate) fn records(&self) -> Vec<Value> {
        let parse = |line| serde_json::from_str(line).expect("a line is JSON");
        self.stdout.lines().map(parse).collect()
    }

    /// The ids of the lines, in order.
    #[track_caller]
    pub(crate) fn ids(&self) -> Vec<String> {
        let id = |record: Value| record["id"].as_str().expect("an id").to_owned();
        self.records().into_iter().map(id).collect()
    }

    /// The lines of the error stream; there must be nothing but errors.
    #[track_caller]
    pub(crate) fn errors(&self) -> Vec<&str> {
        self.stderr
            .lines()
            .map(|line| line.strip_prefix("error: ").expect("a line that says it is an error"))
            .collect()
    }
}

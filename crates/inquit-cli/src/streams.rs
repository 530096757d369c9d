//! Where a run reads and writes, and what is at the other end.

use std::fmt;
use std::io::{self, IsTerminal, Read, Write};

use anstream::{AutoStream, ColorChoice};

/// The three streams of a run.
pub struct Streams<'a> {
    pub(crate) stdin: Box<dyn Read + 'a>,
    pub(crate) stdout: Box<dyn Write + 'a>,
    pub(crate) stderr: Box<dyn Write + 'a>,
    pub(crate) terminal: Terminal,
}

/// Which of the streams are a terminal, and how wide it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Terminal {
    /// Whether the input is typed by somebody.
    pub stdin: bool,
    /// The output.
    pub stdout: Face,
    /// The error stream.
    pub stderr: Face,
    /// Columns of text in a line.
    pub width: usize,
}

/// What an output stream is to whoever reads it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Face {
    /// Whether it is a terminal.
    pub terminal: bool,
    /// Whether it wants colours.
    pub colour: bool,
}

const DEFAULT_WIDTH: usize = 80;

impl Default for Terminal {
    /// None is a terminal, none wants colours, lines have 80 columns.
    fn default() -> Terminal {
        Terminal {
            stdin: false,
            stdout: Face::default(),
            stderr: Face::default(),
            width: DEFAULT_WIDTH,
        }
    }
}

impl<'a> Streams<'a> {
    /// These three, none of which is a terminal.
    pub fn new(
        stdin: impl Read + 'a,
        stdout: impl Write + 'a,
        stderr: impl Write + 'a,
    ) -> Streams<'a> {
        Streams {
            stdin: Box::new(stdin),
            stdout: Box::new(stdout),
            stderr: Box::new(stderr),
            terminal: Terminal::default(),
        }
    }

    /// The same streams with this terminal at the other end.
    ///
    /// A progress bar is drawn on the error stream of the process, so say that `stderr` is a
    /// terminal only where it is that one.
    #[must_use]
    pub fn with_terminal(self, terminal: Terminal) -> Streams<'a> {
        Streams { terminal, ..self }
    }
}

impl Streams<'static> {
    /// Those of the process.
    ///
    /// Colours follow the terminal and the variables `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` and
    /// `TERM`; the width is that of the terminal, else `COLUMNS`, else 80.
    pub fn of_process() -> Streams<'static> {
        let (stdin, stdout, stderr) = (io::stdin(), io::stdout(), io::stderr());
        #[cfg(target_os = "linux")]
        widen(&stdout);
        let terminal = Terminal {
            stdin: stdin.is_terminal(),
            stdout: Face {
                terminal: stdout.is_terminal(),
                colour: AutoStream::choice(&stdout) != ColorChoice::Never,
            },
            stderr: Face {
                terminal: stderr.is_terminal(),
                colour: AutoStream::choice(&stderr) != ColorChoice::Never,
            },
            width: width(),
        };
        Streams::new(stdin.lock(), stdout.lock(), stderr).with_terminal(terminal)
    }
}

/// What a pipe to another program holds. The usual 64 KB are full so soon that a tenth of the time
/// goes into waking the two programs in turn.
#[cfg(target_os = "linux")]
const PIPE: usize = 1 << 20;

/// Gives a pipe that has less so much room. Whatever else stdout is, and where the system allows less,
/// it stays as it is.
#[cfg(target_os = "linux")]
fn widen(stdout: &io::Stdout) {
    if rustix::pipe::fcntl_getpipe_size(stdout).is_ok_and(|size| size < PIPE) {
        let _ = rustix::pipe::fcntl_setpipe_size(stdout, PIPE);
    }
}

fn width() -> usize {
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|&width| width > 0);
    terminal_size::terminal_size()
        .map(|(width, _)| usize::from(width.0))
        .filter(|&width| width > 0)
        .or_else(columns)
        .unwrap_or(DEFAULT_WIDTH)
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streams").field("terminal", &self.terminal).finish_non_exhaustive()
    }
}

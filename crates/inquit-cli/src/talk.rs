//! What a run says to the person who started it.

use std::fmt::Display;
use std::io::Write;

use anstyle::{AnsiColor, Style};
use clap::builder::StyledStr;

use crate::paint::{paint, printable, styled};

/// The error stream.
pub(crate) struct Talk<'a> {
    stderr: Box<dyn Write + 'a>,
    colour: bool,
}

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

impl<'a> Talk<'a> {
    pub(crate) fn new(stderr: Box<dyn Write + 'a>, colour: bool) -> Talk<'a> {
        Talk { stderr, colour }
    }

    /// One line that says what went wrong.
    pub(crate) fn error(&mut self, error: &dyn Display) {
        self.line(ERROR, "error:", error);
    }

    /// One line that says what may not be as meant.
    pub(crate) fn warning(&mut self, warning: &dyn Display) {
        self.line(WARNING, "warning:", warning);
    }

    /// What the argument parser has to say.
    pub(crate) fn usage(&mut self, text: &StyledStr) {
        // That nobody listens is no reason to stop; here and below.
        let _ = self.stderr.write_all(styled(self.colour, text).as_bytes());
    }

    fn line(&mut self, style: Style, label: &str, message: &dyn Display) {
        let label = paint(self.colour, style, label);
        let message = printable(&message.to_string());
        let _ = writeln!(self.stderr, "{label} {message}");
    }
}

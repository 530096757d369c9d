//! The command line.

use std::error::Error;
use std::ffi::OsString;
use std::io::Write;

use clap::Parser;

use super::arguments::{Arguments, Command};
use super::growth::growth;
use super::linking::linking;
use super::linking_scale::linking_scale;
use super::matcher::matcher;
use super::opening::opening;
use super::threads::threads;
use super::write::write;

/// Runs the command that the arguments ask for, the first of which is the name of the program, and
/// writes its rows to `out`.
///
/// # Errors
///
/// When the arguments are wrong, when two libraries give different answers, or when something cannot
/// be written.
pub fn run(
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    match Arguments::try_parse_from(arguments)?.command {
        Command::Matcher(arguments) => matcher(&arguments, out),
        Command::Opening(arguments) => opening(&arguments, out),
        Command::Threads(arguments) => threads(&arguments, out),
        Command::Growth(arguments) => growth(&arguments, out),
        Command::Linking(arguments) => linking(&arguments, out),
        Command::LinkingScale(arguments) => linking_scale(&arguments, out),
        Command::Write(arguments) => write(&arguments),
    }
}

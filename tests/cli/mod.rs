//! The command line, run in this process, and the readers below it.

mod bad_input;
mod dictionary;
mod extract;
mod folder;
mod inputs;
mod link;
mod matches;
mod outcome;
mod readers;
mod report;
mod show;
mod usage;

pub(crate) use self::folder::Folder;
pub(crate) use self::outcome::inquit;

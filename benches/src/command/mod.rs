//! The commands: what is measured, and how it is shown.

mod arguments;
mod difference;
mod growth;
mod hostile;
mod linking;
mod linking_scale;
mod matcher;
mod opening;
mod report;
mod run;
mod threads;
mod write;

pub use self::run::run;

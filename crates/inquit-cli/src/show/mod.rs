//! `inquit show`: what is found, for a reader.

mod look;
mod page;
mod pairs;
mod run;
mod table;
mod words;
mod wrap;

pub(crate) use self::run::run;

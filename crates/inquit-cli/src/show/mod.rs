//! `inquit show`: what is found, for a reader.

mod about;
mod look;
mod page;
mod run;
mod table;
mod words;
mod wrap;

pub(crate) use self::run::run;

//! `inquit dictionary`, and the dictionaries of the other commands.

mod build;
mod info;
mod open;

pub(crate) use self::build::build;
pub(crate) use self::info::info;
pub(crate) use self::open::open_dictionary;

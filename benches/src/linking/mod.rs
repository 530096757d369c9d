//! Pairs of wordings, of which it is known whether they are one thing said, and those who judge them.

mod brat;
mod change;
mod edit;
mod indirect;
mod judge;
mod outlets;
mod record;
mod set;
mod stream;

pub(crate) use self::edit::Edit;
pub(crate) use self::judge::{JUDGES, Judge};
pub(crate) use self::outlets::{Found, Outlets};
pub(crate) use self::set::{Article, Kind, articles};
pub(crate) use self::stream::{Stream, copies};

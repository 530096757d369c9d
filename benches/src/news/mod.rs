//! Invented names and news text for the matcher, the same at every run and on every machine.
//!
//! Nothing is read from outside: words are put together from syllables and short lists. The text and
//! the watch-lists have the profile of real news and real lists of names, which a test holds.

mod articles;
mod material;
mod names;
mod random;
mod syllables;
mod watch_list;

pub(crate) use self::articles::{Text, text};
pub(crate) use self::names::Stock;
pub(crate) use self::random::{Random, Zipf};
pub(crate) use self::watch_list::{Alias, Case, watch_list};

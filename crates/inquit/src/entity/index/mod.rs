//! Finding the aliases of a dictionary in a text.
//!
//! [`build`] turns aliases into flat tables, [`view`] asks them about a place in a text,
//! [`candidates`] finds the places worth asking about, with the vector instructions of
//! [`scan`](crate::text), and [`search`] puts it together. Aliases of many words go through an
//! automaton instead, [`automaton`].
//!
//! Cost: each byte is classified once. At each word at most 32 lengths are tried, each by a search of
//! bounded length in a table and comparisons with aliases of at most [`key::MOST_BYTES`] bytes. So
//! time grows as the text does, whatever the text and the aliases.

mod alias;
mod automaton;
mod beginnings;
mod build;
mod candidates;
mod filter;
mod hash;
mod kept;
mod key;
mod readings;
mod search;
mod shape;
mod spelling;
mod table;
mod view;
mod window;

pub(super) use self::alias::{Aliases, LIST};
pub(super) use self::automaton::Automata;
pub(super) use self::build::{Built, IndexBuilder};
pub(super) use self::filter::Filter;
pub(super) use self::hash::of_bytes;
pub(super) use self::search::Search;
pub(super) use self::spelling::Spelling;
pub(super) use self::table::{Table, TableBuilder};
pub(super) use self::view::Index;

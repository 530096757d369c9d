//! The libraries compared, each made to answer the same question.
//!
//! A match is an alias that begins and ends at the edge of a word and is written as its case rule
//! asks; of those that begin at a place the longest counts, and the search goes on behind it. No
//! peer knows edges of words or case rules: each gets the quickest search it has that misses
//! nothing, and what it finds is checked.
//!
//! They are spared what the texts do not ask for. Apostrophes, spaces and hyphens are written alike
//! in text and alias, and letters beyond ASCII never differ in case, so that a search that folds
//! ASCII is enough; `inquit` looks out for all of that.

mod aho_corasick;
mod alias_list;
mod daachorse;
mod edges;
mod library;
mod matcher;
mod reference;
mod select;
mod tries;

pub(crate) use self::library::{Hit, Library, Peer, checksum};
pub(crate) use self::matcher::entities;
pub(crate) use self::reference::Reference;

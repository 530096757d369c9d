//! Word lists without identity: what a word can be, whatever it refers to.
//!
//! The lists are readable tables in `data/`, parsed once when first needed.

mod cue;
mod furniture;
mod table;
mod word;

pub(crate) use self::cue::{Act, Cue, Form, Frames};
pub(crate) use self::furniture::{Boilerplate, boilerplate};
pub(crate) use self::word::{Class, Word, WordId, lexicon};

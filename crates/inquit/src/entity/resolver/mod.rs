//! Resolves names, titles and pronouns to the entities of a document, and sources to speakers.
//!
//! A document is taken as a whole: full names are read first, so that a headline that says "Kerry"
//! means the John Kerry of the text below. Where the text leaves a choice that grammar does not
//! make, nothing is resolved.

mod ages;
mod assign;
mod bodies;
mod candidates;
mod cast;
mod description;
mod gender;
mod holders;
mod lists;
mod little_words;
mod metonym;
mod model;
mod office;
mod pairs;
mod people;
mod placed;
mod position;
mod pronoun;
#[cfg(test)]
mod reading;
mod resolve;
mod salience;
mod source;
mod speaker;
mod stretches;
mod sweep;
mod things;

pub(crate) use self::model::{Frame, Resolution};
pub(crate) use self::resolve::resolve;

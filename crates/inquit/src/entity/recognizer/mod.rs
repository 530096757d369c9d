//! Finds names: dictionary hits, and runs of capitals that rules take for names.
//!
//! A document is read twice. The first reading finds what is a name wherever it stands; the second
//! decides by it what a capital at the start of a sentence, in a headline or in the furniture of
//! a site is.

mod forms;
mod hits;
mod judge;
mod name;
mod piece;
mod recognize;
mod run;
mod segment;
mod split;

pub(crate) use self::name::Name;
pub(crate) use self::recognize::recognize;

//! Finds names: dictionary hits, and runs of capitals that rules take for names.
//!
//! A document is read twice. The first reading finds what is a name wherever it stands; the second
//! decides by it what a capital at the start of a sentence, in a headline or in the furniture of
//! a site is.

#[cfg(feature = "training")]
mod examples;
mod forms;
mod hits;
mod judge;
mod learned;
mod name;
mod piece;
mod recognize;
mod run;
mod segment;
mod split;

#[cfg(feature = "training")]
pub(crate) use self::examples::{found_by_rule, name_sequences, read_names};
pub(crate) use self::learned::NamesModel;
#[cfg(feature = "training")]
pub(crate) use self::learned::{
    CONTEXTS as NAME_CONTEXTS, Calibration, LABELS as NAME_LABELS, POINTS as NAME_POINTS,
    Sequence as NameSequence, TEMPLATES as NAME_TEMPLATES,
};
pub(crate) use self::name::Name;
pub(crate) use self::recognize::recognize;

//! What a model knows of names beyond the rules: it reads the stretches with capitals that lists do
//! not settle, with what the rules took each word for among its features, and says which words are
//! names of people, organisations and places.
//!
//! A linear chain over hashed features, as in Ratinov and Roth, "Design challenges and
//! misconceptions in named entity recognition" (2009), with the rules in place of their gazetteers
//! and document features.

mod calibration;
mod file;
mod join;
mod look;
mod model;
mod runs;
mod seen;
mod sequence;
mod templates;

pub(crate) use self::model::NamesModel;
pub(super) use self::model::read;
#[cfg(feature = "training")]
pub(super) use self::model::{read_stretches, sequences};
#[cfg(feature = "training")]
pub(crate) use self::{
    calibration::{Calibration, POINTS},
    join::Found,
    model::LABELS,
    sequence::{CONTEXTS, Sequence},
    templates::TEMPLATES,
};

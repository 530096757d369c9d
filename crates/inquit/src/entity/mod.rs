//! Entities: the things that text refers to, and the spans that do.

mod atlas;
mod dictionary;
mod index;
mod looked_up;
mod match_table;
mod matcher;
mod model;
mod offices;
mod recognizer;
mod resolver;
mod unit;
mod words;

pub use self::atlas::Atlas;
pub use self::dictionary::{Candidates, Dictionary, DictionaryBuilder};
pub(crate) use self::looked_up::LookedUp;
pub use self::match_table::MatchTable;
pub use self::matcher::{FlatMatch, Match, Matcher};
pub use self::model::{
    Alias, CaseRule, Entity, EntityId, EntityKind, Mention, MentionForm, Origin,
};
#[cfg(feature = "training")]
pub(crate) use self::recognizer::{
    Calibration, NAME_CONTEXTS, NAME_LABELS, NAME_POINTS, NAME_TEMPLATES, NameSequence,
    found_by_rule, name_sequences, read_names,
};
pub(crate) use self::recognizer::{NamesModel, recognize};
pub(crate) use self::resolver::{Frame, Resolution, resolve};
pub(crate) use self::words::Words;

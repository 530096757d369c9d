//! Entities: the things that text refers to, and the spans that do.

mod dictionary;
mod index;
mod matcher;
mod model;
mod unit;

pub use self::dictionary::Dictionary;
pub use self::matcher::{Match, Matcher};
pub use self::model::{
    Alias, CaseRule, Entity, EntityId, EntityKind, Mention, MentionForm, Origin,
};

//! Entities from vocabularies in SKOS.

mod concepts;
mod statements;

pub(super) use self::statements::skos_entities;

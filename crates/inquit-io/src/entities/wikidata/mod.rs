//! Entities from a dump of Wikidata.

mod classes;
mod dump;
mod item;
mod labels;

pub(super) use self::dump::WikidataEntities;

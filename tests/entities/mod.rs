//! Readers of entities: what people keep their lists in, and what is wrong with it.

mod found;
mod jsonl;
mod skos;
mod streams;
mod table;
mod wikidata;

pub(crate) use self::found::{bad, found, read};

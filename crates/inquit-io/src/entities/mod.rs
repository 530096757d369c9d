//! From the files that people have to entities, and to a dictionary of them.

mod alias;
mod columns;
mod dictionary;
mod draft;
mod format;
mod json;
mod options;
mod reader;
mod skos;
mod source;
mod summary;
mod table;
mod wikidata;

pub use self::dictionary::read_dictionary;
pub use self::format::EntityFormat;
pub use self::options::EntityOptions;
pub use self::reader::Entities;
pub use self::summary::{Contradiction, DictionarySummary};

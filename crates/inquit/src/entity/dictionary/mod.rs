//! Dictionaries: entities and their aliases in flat columns, compiled once, kept in files.

mod candidates;
mod columns;
mod compile;
mod compiled;

pub use self::candidates::Candidates;
pub use self::compile::DictionaryBuilder;
pub use self::compiled::Dictionary;

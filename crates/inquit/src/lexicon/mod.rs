//! Word lists without identity: what a word can be, whatever it refers to.
//!
//! The lists are readable tables in `data/`, parsed once when first needed.

mod agencies;
mod cue;
mod furniture;
mod given_names;
mod key;
mod listed;
mod name_words;
mod offices;
mod organizations;
mod phrases;
mod places;
mod spelling;
mod table;
mod titles;
mod word;

pub(crate) use self::cue::{Act, Cue, Form, Frames};
pub(crate) use self::furniture::{Boilerplate, boilerplate};
pub(crate) use self::given_names::{Gender, may_be_one_name};
pub(crate) use self::key::{Seeded, TextSet, TextTable, WordKey};
pub(crate) use self::listed::{
    Listed, NameForm, Sort, all_listed, is_outlet, listed_at, listed_by, listed_of,
};
pub(crate) use self::name_words::Role;
pub(crate) use self::offices::{listed_office, office_key};
pub(crate) use self::organizations::is_company;
pub(crate) use self::phrases::first_keys;
pub(crate) use self::places::{governed_from, readings};
pub(crate) use self::spelling::{spelled_alike, spelling_key};
pub(crate) use self::titles::{Title, TitleClass, title_at, title_of};
pub(crate) use self::word::{Class, Word, WordId, WordSet, lexicon, role};

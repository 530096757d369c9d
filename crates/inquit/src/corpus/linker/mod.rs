//! Quotes to utterances, documents to stories.

mod added;
mod adding;
mod evidence;
mod file;
mod index;
mod judge;
mod kept;
mod links;
mod news;
mod options;
mod reuse;
mod same_story;
mod sets;
mod state;
mod statement;
mod told;
mod topics;
mod verify;
mod words;

pub use self::added::{Added, Placed};
pub use self::links::{
    Duplicate, LinkedDocument, Links, Member, SharedEntity, Story, Utterance, Variant,
};
pub use self::options::LinkerOptions;
pub use self::state::Linker;
pub use self::verify::{Verdict, Verified};

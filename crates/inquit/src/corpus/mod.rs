//! Many documents together: the same words across outlets, and what each made of them.

mod alignment;
mod identity;
mod linker;
mod person_name;
mod stored;
mod timeline;
mod wording;

pub use self::alignment::{
    Alteration, AlterationKind, Comparison, Fidelity, compare, compare_mixed,
};
pub use self::linker::{
    Added, Duplicate, LinkedDocument, Linker, LinkerOptions, Links, Member, Placed, SharedEntity,
    Story, Utterance, Variant, Verdict, Verified,
};
pub use self::timeline::{Event, Excerpt, OutletRow};

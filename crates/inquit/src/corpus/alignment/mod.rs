//! Two wordings side by side: which words are the same, and what was done to the others.

mod alteration;
mod anchors;
mod comparison;
mod dynamic;
mod fidelity;
mod typed;

pub(crate) use self::alteration::replayed;
pub use self::alteration::{Alteration, AlterationKind};
pub(crate) use self::comparison::compared;
pub use self::comparison::{Comparison, compare, compare_mixed};
pub(crate) use self::dynamic::{pairs, weight};
pub use self::fidelity::Fidelity;

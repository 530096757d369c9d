//! Quotes: what was said, and the words that say who said it.

mod detector;
mod model;

pub(crate) use self::detector::detect;
pub use self::model::{CueClass, Participant, Quote, QuoteKind, SourceKind};

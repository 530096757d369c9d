//! Quotes: what was said, and the words that say who said it.

mod according;
mod addressee;
mod attribution;
mod block_quotes;
mod clause_end;
mod cue;
mod detected;
mod detector;
mod draft;
mod following;
mod glance;
mod learned;
mod model;
mod noun_phrase;
mod passage;
mod preceding;
mod relay;
mod running;
mod subject;
mod sure;
mod times;
mod transcript;
mod trust;
mod uncued;

pub(crate) use self::attribution::{attribute, frames};
pub(crate) use self::detected::Detected;
pub(crate) use self::detector::{Learned, Section, detect};
pub(crate) use self::glance::{Glance, glances};
pub(crate) use self::learned::AttributionModel;
pub use self::model::{CueClass, Participant, Quote, QuoteKind, SourceKind};
pub(crate) use self::passage::Layers;
pub(crate) use self::sure::sure;
#[cfg(feature = "training")]
pub(crate) use self::{
    detector::visit_passages,
    draft::Draft,
    learned::{
        BorderVisitor, CONTEXTS, Candidate, Judges, Known, LABELS, Looks, SOURCE_VALUES, Sequence,
        Shelf, TEMPLATES, Tagger, Traits, VALUES, Window, Words, borders, follows, judged, plain,
        possible_sources, shared, source_values, visit_borders, visit_windows, windows, wording,
    },
    passage::Passage,
};

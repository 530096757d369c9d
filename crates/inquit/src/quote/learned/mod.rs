//! Attributions that the rules do not see: a tagger proposes, forests judge what it and the rules
//! propose, and the best that agree with each other are kept.

mod borders;
mod candidate;
mod doubt;
mod ends;
mod evidence;
mod facts;
mod file;
mod finish;
mod linking;
mod looks;
mod marks;
mod model;
mod narration;
mod neighbours;
mod passive;
mod pattern;
mod pool;
mod rivals;
mod scale;
mod select;
mod sentences;
mod sequence;
mod sources;
mod tagger;
mod templates;
mod values;
mod windows;
mod word;
mod wording;
mod words;
mod written;

pub(crate) use self::looks::Looks;
pub(crate) use self::model::AttributionModel;
pub(crate) use self::select::{AT_ONCE, Proposals, proposals, quotes, weigh};
#[cfg(feature = "training")]
pub(crate) use self::{
    borders::{BorderVisitor, borders, visit_borders},
    candidate::{Candidate, shared},
    ends::follows,
    looks::Shelf,
    model::Judges,
    sequence::{CONTEXTS, Sequence},
    sources::{Known, SOURCE_VALUES, possible_sources, source_values},
    tagger::{LABELS, Tagger},
    templates::TEMPLATES,
    values::VALUES,
    windows::{Window, judged, visit_windows, windows},
    word::plain,
    wording::wording,
    words::{Traits, Words},
};

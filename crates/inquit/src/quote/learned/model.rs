//! The model of attributions: a tagger, two linear models and three forests.

use super::looks::Shelf;
use super::tagger::Tagger;
use crate::tagger::{Forest, Linear};

/// The model of attributions.
#[derive(Clone, Debug)]
pub(crate) struct AttributionModel {
    pub(crate) tagger: Tagger,
    pub(crate) judges: Judges,
    /// Words seen in other documents.
    pub(crate) shelf: Shelf,
}

/// What judges the ends of contents, possible sources and candidates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judges {
    pub(crate) borders: Linear,
    pub(crate) wording: Linear,
    pub(crate) sources: Forest,
    pub(crate) attributions: Forest,
    /// Judges candidates in the fast mode.
    pub(crate) fast: Forest,
}

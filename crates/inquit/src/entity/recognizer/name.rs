//! What the recogniser finds.

use crate::confidence::Confidence;
use crate::entity::model::{EntityId, EntityKind, MentionForm, Origin};
use crate::text::Span;

/// A name in a text, before it is resolved to an entity.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Name {
    /// Where it stands, without titles.
    pub(crate) span: Span,
    /// The titles and honorifics right before it.
    pub(crate) title: Option<Span>,
    /// What it names, where that can be told.
    pub(crate) kind: Option<EntityKind>,
    /// The entities of a dictionary that it may name, best first; empty for a name found by rule.
    pub(crate) candidates: Vec<EntityId>,
    /// Name, alias or demonym.
    pub(crate) form: MentionForm,
    pub(crate) origin: Origin,
    pub(crate) confidence: Confidence,
}

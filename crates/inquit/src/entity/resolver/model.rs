//! What the resolver is told of quotes, and what it answers.

use std::borrow::Cow;

use crate::entity::model::{Entity, EntityId, EntityKind, Mention, MentionForm, Origin};
use crate::text::Span;

/// What the resolver knows of a quote, in text order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame<'a> {
    /// The words reported.
    pub(crate) content: Cow<'a, [Span]>,
    /// The words that report.
    pub(crate) cue: Option<Span>,
    /// The words that name who said it.
    pub(crate) source: Option<Span>,
    /// The frame inside whose content this one stands.
    pub(crate) parent: Option<usize>,
    /// Whether it goes on with whoever spoke before, unless the text tells of somebody else.
    pub(crate) follows: bool,
}

/// Who is who in a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolution {
    /// Sorted by id; each has a mention.
    pub(crate) entities: Vec<Entity>,
    /// Sorted by start: names, titles, demonyms, pronouns.
    pub(crate) mentions: Vec<Mention>,
    /// For each frame the entities that its source refers to; empty where the text does not tell.
    pub(crate) speakers: Vec<Vec<EntityId>>,
}

/// An entity of the document, by its place in the cast.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct MemberId(pub(super) usize);

/// A mention in the making.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub(super) span: Span,
    /// Its tokens: from the first to one past the last.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) member: MemberId,
    pub(super) form: MentionForm,
    pub(super) origin: Origin,
    pub(super) permille: u16,
    /// The name it comes from, for its candidates.
    pub(super) name: Option<usize>,
    /// The kind of its entity.
    pub(super) kind: Option<EntityKind>,
}

impl Reference {
    pub(super) fn is_person(&self) -> bool {
        self.kind == Some(EntityKind::Person)
    }
}

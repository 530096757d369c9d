//! What became of a document.

use crate::text::Span;

/// What became of a document that was added to a [`Linker`](crate::Linker).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Added {
    pub(super) placed: Vec<Placed>,
    pub(super) story: Box<str>,
    pub(super) merged_utterances: Vec<(Box<str>, Box<str>)>,
    pub(super) merged_stories: Vec<(Box<str>, Box<str>)>,
    pub(super) duplicates: Vec<Box<str>>,
}

/// Where a part of a quote went.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Placed {
    /// The id of the quote.
    pub quote: Box<str>,
    /// The part of its content.
    pub spans: Vec<Span>,
    /// The id of the utterance it belongs to.
    pub utterance: Box<str>,
    /// Whether the utterance began with it.
    pub is_new: bool,
}

impl Added {
    /// Where each sentence of its quotes went, in order.
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }

    /// The id of the story it belongs to.
    pub fn story(&self) -> &str {
        &self.story
    }

    /// Utterances that turned out to be one: the id that is left, and the one that is no longer given.
    pub fn merged_utterances(&self) -> &[(Box<str>, Box<str>)] {
        &self.merged_utterances
    }

    /// Stories that turned out to be one: the id that is left, and the one that is no longer given.
    pub fn merged_stories(&self) -> &[(Box<str>, Box<str>)] {
        &self.merged_stories
    }

    /// The ids of documents added before that it is a copy of, or they of it.
    pub fn duplicates(&self) -> &[Box<str>] {
        &self.duplicates
    }
}

//! What a linker keeps of documents, of statements and of utterances.

use super::index::UtteranceNumber;
use super::stories::DocumentNumber;
use super::words::WordsNumber;
use crate::confidence::Confidence;
use crate::corpus::identity::EntityNumber;
use crate::quote::QuoteKind;
use crate::text::{CharSpan, Span};

/// A document.
#[derive(Debug)]
pub(super) struct KeptDocument {
    pub(super) id: Box<str>,
    pub(super) outlet: Option<Box<str>>,
    /// Its title, else its headline.
    pub(super) title: Option<Box<str>>,
    pub(super) url: Option<Box<str>>,
    /// When it was published, as ISO 8601.
    pub(super) published: Option<Box<str>>,
    /// The day of that, as a number.
    pub(super) day: Option<i32>,
    /// The agency it credits.
    pub(super) agency: Option<Box<str>>,
    pub(super) quotes: Vec<Box<str>>,
}

/// A sentence of a quote.
#[derive(Debug)]
pub(super) struct KeptStatement {
    pub(super) document: DocumentNumber,
    /// The place of its quote among those of the document that are kept.
    pub(super) quote: u32,
    pub(super) words: WordsNumber,
    pub(super) speakers: Vec<EntityNumber>,
    pub(super) about: Vec<EntityNumber>,
    pub(super) spans: Vec<(Span, CharSpan)>,
    pub(super) kind: QuoteKind,
    pub(super) confidence: Confidence,
}

/// One thing once said.
#[derive(Debug, Default)]
pub(super) struct KeptUtterance {
    pub(super) speaker: Option<EntityNumber>,
    /// People who may have said it, where that is an institution or nobody.
    pub(super) also: Vec<EntityNumber>,
    /// The statements that report it.
    pub(super) members: Vec<u32>,
    /// Its wordings, direct ones first; a few.
    pub(super) wordings: Vec<WordsNumber>,
    /// The day of the report that was added first, of those that have one.
    pub(super) first_day: Option<i32>,
    /// The document that reported it first here.
    pub(super) document: DocumentNumber,
    /// The one it turned out to be.
    pub(super) merged: Option<UtteranceNumber>,
}

/// So many wordings of an utterance are compared with.
const MOST_WORDINGS: usize = 6;

impl KeptUtterance {
    /// Whether a report of this day can be one of it.
    pub(super) fn is_near(&self, day: Option<i32>, days: i32) -> bool {
        match (self.first_day, day) {
            (Some(first), Some(day)) => (first - day).abs() <= days,
            _ => true,
        }
    }

    pub(super) fn add(&mut self, statement: u32, words: WordsNumber, day: Option<i32>) {
        self.members.push(statement);
        if self.wordings.len() < MOST_WORDINGS && !self.wordings.contains(&words) {
            self.wordings.push(words);
        }
        self.first_day = self.first_day.or(day);
    }
}

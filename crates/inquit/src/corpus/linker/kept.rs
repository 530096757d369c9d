//! What a linker keeps of documents, of statements and of utterances.

use super::words::{Lexis, WordsNumber};
use crate::confidence::Confidence;
use crate::corpus::identity::EntityNumber;
use crate::quote::QuoteKind;
use crate::text::{CharSpan, Span};

/// A document by number.
pub(super) type DocumentNumber = u32;

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
}

/// So many wordings of an utterance are compared with.
const MOST_WORDINGS: usize = 6;

/// So many people who may have said it are kept.
const MOST_ALSO: usize = 16;

impl KeptUtterance {
    /// Whether a report of this day can be one of it.
    pub(super) fn is_near(&self, day: Option<i32>, days: i32) -> bool {
        match (self.first_day, day) {
            (Some(first), Some(day)) => (first - day).abs() <= days,
            _ => true,
        }
    }

    /// Adds a report.
    pub(super) fn add(
        &mut self,
        statement: u32,
        words: WordsNumber,
        day: Option<i32>,
        lexis: &Lexis,
    ) {
        self.members.push(statement);
        self.first_day = self.first_day.or(day);
        if !self.wordings.contains(&words) {
            let kind = |words: WordsNumber| lexis.get(words).map(|it| it.kind);
            let place = self.wordings.partition_point(|&it| kind(it) <= kind(words));
            self.wordings.insert(place, words);
            self.wordings.truncate(MOST_WORDINGS);
        }
    }

    /// Takes somebody for one who may have said it: for the speaker if there is none, or if that is an
    /// institution and this is a person. Returns whether they are new.
    pub(super) fn hear(
        &mut self,
        speaker: EntityNumber,
        is_person: impl Fn(EntityNumber) -> bool,
    ) -> bool {
        match self.speaker {
            None => {
                self.speaker = Some(speaker);
                let before = self.also.len();
                self.also.retain(|it| *it != speaker);
                self.also.len() == before
            }
            Some(known) if known == speaker => false,
            Some(known) if is_person(speaker) && !is_person(known) => {
                self.speaker = Some(speaker);
                let is_new = !self.also.contains(&speaker);
                self.also.retain(|it| *it != speaker);
                self.suspect(known);
                is_new
            }
            Some(_) => self.suspect(speaker),
        }
    }

    /// Keeps somebody among those who may have said it; returns whether they are new.
    pub(super) fn suspect(&mut self, speaker: EntityNumber) -> bool {
        let is_new = self.speaker != Some(speaker)
            && !self.also.contains(&speaker)
            && self.also.len() < MOST_ALSO;
        if is_new {
            self.also.push(speaker);
        }
        is_new
    }
}

//! The linker, and what it holds.

use std::collections::HashMap;

use super::added::Added;
use super::index::{Index, UtteranceNumber};
use super::kept::{DocumentNumber, KeptDocument, KeptStatement, KeptUtterance};
use super::options::LinkerOptions;
use super::reuse::Reuse;
use super::sets::Sets;
use super::topics::Topics;
use super::words::Lexis;
use crate::annotate::Annotations;
use crate::corpus::identity::Identity;
use crate::error::{Error, ErrorKind};

/// Links what documents report: quotes of the same words to utterances, documents of one event to
/// stories, copies to each other, people of one name to one person.
///
/// Documents come one at a time, in any order, and each is linked at once with those before it. Ids
/// that were given out stay valid: an utterance or a story can turn out to be another one, which
/// [`Added`] reports, but never falls apart. The same documents in the same order give the same
/// result. Another order can change which of two ids is left, and decide cases in which the words are
/// barely enough: an utterance is compared with a few of its wordings, those it had first.
///
/// ```
/// use inquit::{Annotator, Document, Linker};
///
/// let annotator = Annotator::new();
/// let mut linker = Linker::new();
/// for (id, text) in [
///     ("a", "“We will never sell the old ferry to them,” said Clark Kent."),
///     ("b", "Clark Kent said: “We will never sell the ferry … to them.”"),
/// ] {
///     linker.add(&annotator.annotate(&Document::new(id, text)?))?;
/// }
/// let links = linker.links();
/// assert_eq!(links.utterances.len(), 1);
/// assert_eq!(links.utterances[0].reference.document, "a".into());
/// assert_eq!(links.utterances[0].variants[0].member.document, "b".into());
/// assert_eq!(links.stories.len(), 1);
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Linker {
    pub(super) options: LinkerOptions,
    pub(super) documents: Vec<KeptDocument>,
    pub(super) by_id: HashMap<Box<str>, DocumentNumber>,
    pub(super) statements: Vec<KeptStatement>,
    pub(super) utterances: Vec<KeptUtterance>,
    /// Utterances that turned out to be one.
    pub(super) same: Sets,
    pub(super) lexis: Lexis,
    pub(super) index: Index,
    pub(super) identity: Identity,
    pub(super) stories: Sets,
    /// The utterances of each story, under its first document.
    pub(super) in_story: HashMap<DocumentNumber, Vec<UtteranceNumber>>,
    pub(super) reuse: Reuse,
    pub(super) topics: Topics,
    /// Copies of one text.
    pub(super) copies: Sets,
    /// How much of a document is in another one, in thousandths, for those that are copies.
    pub(super) contained: HashMap<DocumentNumber, u16>,
}

impl Linker {
    /// A linker without documents.
    pub fn new() -> Linker {
        Linker::default()
    }

    /// The same with options.
    pub fn with_options(options: LinkerOptions) -> Linker {
        Linker { options, ..Linker::default() }
    }

    /// How many documents were added.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Adds a document, and tells what became of its quotes.
    ///
    /// # Errors
    ///
    /// When a document with the same id was added before; nothing is changed then.
    pub fn add(&mut self, annotations: &Annotations) -> Result<Added, Error> {
        let document = annotations.document();
        if let Some(&known) = self.by_id.get(document.id()) {
            let outlet = self.documents.get(known as usize).and_then(|it| it.outlet.as_deref());
            return Err(ErrorKind::RepeatedDocument {
                id: document.id().into(),
                first: described(&format!("number {}", u64::from(known) + 1), outlet),
                second: described("the one to be added", document.outlet()),
            }
            .into());
        }
        Ok(self.take(annotations))
    }

    /// Adds documents, one after the other.
    ///
    /// # Errors
    ///
    /// When two have the same id. Those before the second one are added.
    pub fn extend<'a>(
        &mut self,
        annotations: impl IntoIterator<Item = &'a Annotations>,
    ) -> Result<Vec<Added>, Error> {
        annotations.into_iter().map(|annotations| self.add(annotations)).collect()
    }

    /// The utterance that is left of one.
    pub(super) fn resolved(&self, utterance: UtteranceNumber) -> UtteranceNumber {
        self.same.of(utterance)
    }

    /// The id under which an utterance is given out.
    pub(super) fn utterance_id(utterance: UtteranceNumber) -> Box<str> {
        format!("u{}", utterance.saturating_add(1)).into()
    }

    /// The id of the story that began with a document.
    pub(super) fn story_id(first: DocumentNumber) -> Box<str> {
        format!("s{}", first.saturating_add(1)).into()
    }
}

/// A document for an error, with its outlet.
fn described(document: &str, outlet: Option<&str>) -> Box<str> {
    match outlet {
        Some(outlet) => format!("{document} (of {outlet})").into(),
        None => document.into(),
    }
}

//! One attribution: what was said, the words that say so, and who is said to have said it.

use crate::confidence::Confidence;
use crate::entity::{EntityId, Origin};
use crate::named::named;
use crate::text::Span;

named! {
    /// How much of a quote stands in quotation marks.
    pub enum QuoteKind("quote kind") {
        /// All of it.
        Direct = "direct",
        /// A part of it.
        Mixed = "mixed",
        /// Nothing of it.
        Indirect = "indirect",
    }
}

named! {
    /// How a text names the source of a quote.
    pub enum SourceKind("source kind") {
        /// By a name.
        Named = "named",
        /// By a pronoun.
        Pronoun = "pronoun",
        /// By a description: "a police officer".
        Described = "described",
        /// It is a text: "the report".
        Document = "document",
        /// It names none.
        None = "none",
    }
}

named! {
    /// What a cue says that the source did.
    pub enum CueClass("cue class") {
        /// Speak: "said", "told", "according to".
        Speech = "speech",
        /// Write: "wrote", "tweeted".
        Writing = "writing",
        /// Think or feel: "believes", "fears".
        Attitude = "attitude",
        /// Mean to do: "plans", "vowed".
        Intention = "intention",
    }
}

/// Somebody in a quote who is not its speaker: addressed by it, or passing it on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Participant {
    /// The words that name them.
    pub span: Span,
    /// The entity, where the words were resolved to one.
    pub entity: Option<EntityId>,
}

/// One attribution of words, or of their sense, to a source.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Quote {
    pub(crate) id: Box<str>,
    pub(crate) parent: Option<usize>,
    pub(crate) kind: QuoteKind,
    pub(crate) content: Vec<Span>,
    pub(crate) marked: Vec<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) source: Option<Span>,
    pub(crate) source_kind: SourceKind,
    pub(crate) speakers: Vec<EntityId>,
    pub(crate) addressees: Vec<Participant>,
    pub(crate) relays: Vec<Participant>,
    pub(crate) medium: Option<Span>,
    pub(crate) about: Vec<EntityId>,
    pub(crate) class: CueClass,
    pub(crate) negated: bool,
    pub(crate) modal: bool,
    pub(crate) block: usize,
    pub(crate) origin: Origin,
    pub(crate) confidence: Confidence,
}

impl Quote {
    /// An id of the form `document#q1`, valid for this output of this version.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The place, among the quotes of the document, of the one inside which this one stands.
    pub fn parent(&self) -> Option<usize> {
        self.parent
    }

    /// How much of it stands in quotation marks.
    pub fn kind(&self) -> QuoteKind {
        self.kind
    }

    /// What was said, in order, without outer quotation marks. Several spans where the cue or a
    /// paragraph break stands between; never empty.
    pub fn content(&self) -> &[Span] {
        &self.content
    }

    /// The words inside quotation marks, in order.
    pub fn marked(&self) -> &[Span] {
        &self.marked
    }

    /// The words that report: "said", "according to".
    pub fn cue(&self) -> Option<Span> {
        self.cue
    }

    /// The words that name who said it.
    pub fn source(&self) -> Option<Span> {
        self.source
    }

    /// How those words name them.
    pub fn source_kind(&self) -> SourceKind {
        self.source_kind
    }

    /// Who said it; empty where the text does not tell.
    pub fn speakers(&self) -> &[EntityId] {
        &self.speakers
    }

    /// Who was spoken to.
    pub fn addressees(&self) -> &[Participant] {
        &self.addressees
    }

    /// Who passed it on, such as a news agency.
    pub fn relays(&self) -> &[Participant] {
        &self.relays
    }

    /// Where it was said, where the text tells: "in an interview with CBS News".
    pub fn medium(&self) -> Option<Span> {
        self.medium
    }

    /// The entities inside the content, in order of their first mention.
    pub fn about(&self) -> &[EntityId] {
        &self.about
    }

    /// What the cue says that the source did.
    pub fn class(&self) -> CueClass {
        self.class
    }

    /// Whether the cue is denied: "did not say".
    pub fn negated(&self) -> bool {
        self.negated
    }

    /// Whether the cue is only possible or wanted: "may say".
    pub fn modal(&self) -> bool {
        self.modal
    }

    /// The place, among the blocks of the document, of the one in which it begins.
    pub fn block(&self) -> usize {
        self.block
    }

    /// What found it.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// How sure that is.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }
}

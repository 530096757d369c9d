//! Everything a linker has found, to be read.

use std::collections::BTreeMap;

use super::index::UtteranceNumber;
use super::judge::{Asked, likeness, sense};
use super::kept::{DocumentNumber, KeptDocument, KeptStatement, KeptUtterance};
use super::state::Linker;
use super::words::{Stem, Words};
use crate::confidence::Confidence;
use crate::corpus::alignment::{Alteration, Fidelity, compared, replayed};
use crate::corpus::wording::Wording;
use crate::entity::{EntityId, EntityKind};
use crate::quote::QuoteKind;
use crate::text::{CharSpan, Span};

/// Everything a [`Linker`] has found. Made by [`Linker::links`].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Links {
    /// The documents, in the order in which they were added.
    pub documents: Vec<LinkedDocument>,
    /// The entities that documents share, in order of the first mention.
    pub entities: Vec<SharedEntity>,
    /// What was said, in order of the first report.
    pub utterances: Vec<Utterance>,
    /// Documents by event, in order of the first; each document is in one.
    pub stories: Vec<Story>,
    /// Documents with the same text, or parts of it.
    pub duplicates: Vec<Duplicate>,
}

/// What is known of a document beside what it says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LinkedDocument {
    /// Its id.
    pub id: Box<str>,
    /// The outlet, where it is known.
    pub outlet: Option<Box<str>>,
    /// Its title as metadata have it, else its headline.
    pub title: Option<Box<str>>,
    /// Its address.
    pub url: Option<Box<str>>,
    /// When it was published, as ISO 8601.
    pub published: Option<Box<str>>,
}

/// An entity across documents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SharedEntity {
    /// Its id in a dictionary, or one made for this corpus.
    pub id: EntityId,
    /// Its name.
    pub name: Box<str>,
    /// What it is, if known.
    pub kind: Option<EntityKind>,
    /// The documents that name it, and its id in each.
    pub members: Vec<(Box<str>, EntityId)>,
}

/// A part of a quote.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Member {
    /// The id of the document.
    pub document: Box<str>,
    /// The outlet, where it is known.
    pub outlet: Option<Box<str>>,
    /// When it was published, as ISO 8601.
    pub published: Option<Box<str>>,
    /// The id of the quote.
    pub quote: Box<str>,
    /// The part of its content, in bytes.
    pub spans: Vec<Span>,
    /// The same in code points.
    pub char_spans: Vec<CharSpan>,
    /// The words.
    pub text: Box<str>,
    /// How much of it stands in quotation marks.
    pub relation: QuoteKind,
    /// The entities it speaks about.
    pub about: Vec<EntityId>,
}

/// Another report of an utterance.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Variant {
    /// Where it stands.
    pub member: Member,
    /// How sure it is that it reports this utterance.
    pub confidence: Confidence,
    /// How true it is to the reference.
    pub fidelity: Fidelity,
    /// What it made of the words of the reference; nothing for an indirect one.
    pub alterations: Vec<Alteration>,
}

/// One thing once said, and how it was reported.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Utterance {
    /// Its id.
    pub id: Box<str>,
    /// Who said it, where the documents tell.
    pub speaker: Option<EntityId>,
    /// The name of the speaker.
    pub speaker_name: Option<Box<str>>,
    /// The id of the story of its first report.
    pub story: Box<str>,
    /// The fullest direct wording; an indirect one where there is no other.
    pub reference: Member,
    /// The other reports, in the order in which they were added.
    pub variants: Vec<Variant>,
}

/// Documents about one event.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Story {
    /// Its id.
    pub id: Box<str>,
    /// The ids of its documents, in the order in which they were added.
    pub documents: Vec<Box<str>>,
}

/// Documents that are copies of one text, or of parts of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Duplicate {
    /// Their ids, in the order in which they were added.
    pub documents: Vec<Box<str>>,
    /// The id of the longest.
    pub fullest: Box<str>,
    /// How much of a copy is in another one, of the copy with least of it.
    pub containment: Confidence,
    /// The news agency that one of them credits.
    pub agency: Option<Box<str>>,
}

impl Member {
    /// Where its words stand in `text`, as alterations count them: what stands between white space,
    /// without quotation marks around it.
    pub fn words(&self) -> Vec<Span> {
        let wording = Wording::new(&self.text, &[Span::of(0..self.text.len())], &[]);
        wording.words.iter().map(|word| word.span).collect()
    }
}

impl Variant {
    /// The words of the variant with a space between them, made of those of the reference and the
    /// alterations.
    pub fn replayed(&self, reference: &Member) -> String {
        let text: &str = &reference.text;
        let wording = Wording::new(text, &[Span::of(0..text.len())], &[]);
        let words: Vec<&str> = wording.printed().collect();
        replayed(&words, &self.alterations).join(" ")
    }
}

impl KeptDocument {
    fn shown(&self) -> LinkedDocument {
        LinkedDocument {
            id: self.id.clone(),
            outlet: self.outlet.clone(),
            title: self.title.clone(),
            url: self.url.clone(),
            published: self.published.clone(),
        }
    }
}

impl Linker {
    /// Everything found so far. Takes as long as there are reports; between documents, see what
    /// [`Linker::add`] answers.
    pub fn links(&self) -> Links {
        Links {
            documents: self.documents.iter().map(KeptDocument::shown).collect(),
            entities: self.shared_entities(),
            utterances: self.all_utterances().collect(),
            stories: self.all_stories(),
            duplicates: self.all_duplicates(),
        }
    }

    fn document_id(&self, document: DocumentNumber) -> Box<str> {
        self.documents.get(document as usize).map(|it| it.id.clone()).unwrap_or_default()
    }

    fn shared_entities(&self) -> Vec<SharedEntity> {
        let known = self.identity.entities().iter().filter(|it| !it.members.is_empty());
        known
            .map(|it| SharedEntity {
                id: it.id.clone(),
                name: it.name.clone(),
                kind: it.kind,
                members: it
                    .members
                    .iter()
                    .map(|(document, id)| (self.document_id(*document), id.clone()))
                    .collect(),
            })
            .collect()
    }

    /// The utterances, in order.
    pub fn all_utterances(&self) -> impl Iterator<Item = Utterance> {
        let numbers = 0..UtteranceNumber::try_from(self.utterances.len()).unwrap_or(0);
        numbers.filter_map(|number| self.utterance(number))
    }

    /// What is known of an utterance; `None` for one that turned out to be another.
    pub(super) fn utterance(&self, number: UtteranceNumber) -> Option<Utterance> {
        let known =
            self.utterances.get(number as usize).filter(|_| self.resolved(number) == number)?;
        let reference = self.reference(known)?;
        let said = self.statements.get(reference as usize)?;
        let words = self.lexis.get(said.words)?;
        let wording = words.wording();
        let variant = |member: u32| {
            let statement = self.statements.get(member as usize)?;
            let own = self.lexis.get(statement.words)?;
            let is_told =
                statement.kind == QuoteKind::Indirect || words.kind == QuoteKind::Indirect;
            let (fidelity, alterations) = if is_told {
                (Fidelity::Paraphrase, Vec::new())
            } else {
                let compared = compared(&wording, &own.wording());
                (compared.fidelity(), compared.into_alterations())
            };
            Some(Variant {
                member: self.member(statement, own),
                confidence: statement.confidence.min(confidence(words, own)),
                fidelity,
                alterations,
            })
        };
        let mut others: Vec<u32> =
            known.members.iter().copied().filter(|&member| member != reference).collect();
        others.sort_unstable();
        let speaker = known.speaker.and_then(|it| self.identity.get(it));
        Some(Utterance {
            id: Linker::utterance_id(number),
            speaker: speaker.map(|it| it.id.clone()),
            speaker_name: speaker.map(|it| it.name.clone()),
            story: Linker::story_id(self.stories.of(known.document)),
            reference: self.member(said, words),
            variants: others.into_iter().filter_map(variant).collect(),
        })
    }

    /// The statement with the fullest direct wording of an utterance, of equal ones the first.
    pub(super) fn reference(&self, utterance: &KeptUtterance) -> Option<u32> {
        let value = |member: &u32| {
            let statement = self.statements.get(*member as usize);
            let kind = statement.map_or(QuoteKind::Indirect, |it| it.kind);
            let words = statement.and_then(|it| self.lexis.get(it.words));
            (kind, std::cmp::Reverse(words.map_or(0, Words::weight)), *member)
        };
        utterance.members.iter().copied().min_by_key(value)
    }

    pub(super) fn member(&self, statement: &KeptStatement, words: &Words) -> Member {
        let document = self.documents.get(statement.document as usize);
        Member {
            document: document.map(|it| it.id.clone()).unwrap_or_default(),
            outlet: document.and_then(|it| it.outlet.clone()),
            published: document.and_then(|it| it.published.clone()),
            quote: document.map(|it| it.quote_id(statement.quote)).unwrap_or_default(),
            spans: statement.spans.iter().map(|(span, _)| *span).collect(),
            char_spans: statement.spans.iter().map(|(_, span)| *span).collect(),
            text: words.text.clone(),
            relation: statement.kind,
            about: statement
                .about
                .iter()
                .filter_map(|&it| self.identity.get(it))
                .map(|it| it.id.clone())
                .collect(),
        }
    }

    fn all_stories(&self) -> Vec<Story> {
        let mut stories: BTreeMap<DocumentNumber, Vec<Box<str>>> = BTreeMap::new();
        for (number, document) in (0..).zip(&self.documents) {
            stories.entry(self.stories.of(number)).or_default().push(document.id.clone());
        }
        let story = |(first, documents)| Story { id: Linker::story_id(first), documents };
        stories.into_iter().map(story).collect()
    }

    fn all_duplicates(&self) -> Vec<Duplicate> {
        let mut groups: BTreeMap<DocumentNumber, Vec<DocumentNumber>> = BTreeMap::new();
        for number in (0..).take(self.documents.len()) {
            if self.contained.contains_key(&number) {
                groups.entry(self.copies.of(number)).or_default().push(number);
            }
        }
        groups
            .into_values()
            .filter_map(|group| {
                let length =
                    |it: &&DocumentNumber| (self.reuse.length(**it), std::cmp::Reverse(**it));
                let fullest = *group.iter().max_by_key(length)?;
                let contained = group.iter().filter_map(|it| self.contained.get(it)).min()?;
                let mut agency = group.iter().filter_map(|it| self.documents.get(*it as usize));
                Some(Duplicate {
                    documents: group.iter().map(|it| self.document_id(*it)).collect(),
                    fullest: self.document_id(fullest),
                    containment: Confidence::from_permille(*contained),
                    agency: agency.find_map(|it| it.agency.clone()),
                })
            })
            .collect()
    }
}

/// How sure it is that two wordings of an utterance are one thing said, by the words alone: whatever came
/// between them, the answer is the same.
fn confidence(reference: &Words, own: &Words) -> Confidence {
    let likeness = likeness(reference, own);
    if likeness.is_enough(Asked::SameStory) {
        likeness.confidence()
    } else {
        sense(&reference.stems, &own.stems, Stem::most).confidence()
    }
}

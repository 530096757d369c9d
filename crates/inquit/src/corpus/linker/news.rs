//! What a document says, as far as the linker wants to know.

use super::kept::{KeptDocument, KeptStatement, KeptUtterance};
use super::options::LinkerOptions;
use super::statement::statements;
use super::words::{Lexis, WordsNumber};
use crate::annotate::Annotations;
use crate::confidence::Confidence;
use crate::corpus::identity::{EntityNumber, Joined};
use crate::document::{BlockKind, Date};
use crate::entity::EntityKind;
use crate::lexicon::{Sort, first_keys, listed_at};
use crate::quote::{Quote, QuoteKind};
use crate::text::{CharSpan, Span, tokenize};

/// What a document says.
#[derive(Debug)]
pub(super) struct News {
    pub(super) day: Option<i32>,
    pub(super) agency: Option<Box<str>>,
    /// The ids of its quotes that are linked.
    pub(super) quotes: Vec<Box<str>>,
    pub(super) said: Vec<Said>,
}

/// A sentence of a quote.
#[derive(Debug)]
pub(super) struct Said {
    /// The id of the quote.
    pub(super) id: Box<str>,
    /// Its place among those that are linked, and among all of the document.
    pub(super) quote: u32,
    place: usize,
    pub(super) words: WordsNumber,
    pub(super) speakers: Vec<EntityNumber>,
    /// People who may have said it, where the text names an institution or nobody.
    pub(super) also: Vec<EntityNumber>,
    pub(super) about: Vec<EntityNumber>,
    pub(super) spans: Vec<(Span, CharSpan)>,
    pub(super) kind: QuoteKind,
    pub(super) confidence: Confidence,
}

impl Said {
    /// A statement that is linked already, to be looked for again.
    pub(super) fn again(statement: &KeptStatement, utterance: &KeptUtterance) -> Said {
        Said {
            id: Box::default(),
            quote: statement.quote,
            place: 0,
            words: statement.words,
            speakers: utterance.speaker.into_iter().collect(),
            also: utterance.also.clone(),
            about: Vec::new(),
            spans: Vec::new(),
            kind: statement.kind,
            confidence: statement.confidence,
        }
    }
}

/// So many people of a quote are looked for among those who spoke.
const MOST_SPEAKERS: usize = 16;

/// So many entities are kept of those that a quote speaks about.
const MOST_ABOUT: usize = 64;

impl News {
    pub(super) fn of(
        annotations: &Annotations,
        options: &LinkerOptions,
        joined: &Joined,
        lexis: &mut Lexis,
    ) -> News {
        let document = annotations.document();
        let (mut quotes, mut said) = (Vec::new(), Vec::new());
        for (place, quote) in annotations.quotes().iter().enumerate() {
            // What was not said is not a report of what was.
            if quote.negated() || !options.takes(quote.class()) {
                continue;
            }
            let number = u32::try_from(quotes.len()).unwrap_or(u32::MAX);
            quotes.push(quote.id().into());
            for statement in statements(annotations, quote) {
                let (words, _) = lexis.number(&statement, quote.kind());
                if lexis.get(words).is_none_or(|words| words.keys.is_empty()) {
                    continue;
                }
                let spans =
                    statement.spans.iter().map(|&it| (it, document.char_span(it))).collect();
                said.push(Said {
                    id: quote.id().into(),
                    quote: number,
                    place,
                    words,
                    speakers: Vec::new(),
                    also: Vec::new(),
                    about: Vec::new(),
                    spans,
                    kind: quote.kind(),
                    confidence: quote.confidence(),
                });
            }
        }
        let day = annotations.published().map(|it| day(it.date()));
        let mut news = News { day, agency: agency(annotations), quotes, said };
        news.identify(annotations, joined);
        news
    }

    /// Says who speaks, and about whom, by the entities of the corpus.
    pub(super) fn identify(&mut self, annotations: &Annotations, joined: &Joined) {
        for said in &mut self.said {
            let Some(quote) = annotations.quotes().get(said.place) else { continue };
            let numbers = |ids: &[crate::entity::EntityId]| -> Vec<EntityNumber> {
                ids.iter().filter_map(|id| joined.number(id)).collect()
            };
            said.speakers = numbers(quote.speakers());
            said.speakers.truncate(MOST_SPEAKERS);
            said.about = numbers(quote.about());
            said.about.truncate(MOST_ABOUT);
            said.also = if is_person(annotations, quote) {
                Vec::new()
            } else {
                let people = quote.about().iter().filter(|id| {
                    annotations.entity(id).is_some_and(|it| it.kind() == Some(EntityKind::Person))
                });
                people.filter_map(|id| joined.number(id)).take(MOST_SPEAKERS).collect()
            };
        }
    }
}

/// Whether a quote is said to be a person's.
fn is_person(annotations: &Annotations, quote: &Quote) -> bool {
    quote.speakers().iter().any(|id| {
        annotations
            .entity(id)
            .is_some_and(|it| it.kind().is_none_or(|kind| kind == EntityKind::Person))
    })
}

/// A day as a number, so that days can be told apart by subtraction.
fn day(date: Date) -> i32 {
    Date::new(2000, 1, 1).map_or(0, |first| date.days_since(first))
}

/// The news agency that a document credits.
fn agency(annotations: &Annotations) -> Option<Box<str>> {
    let read = [BlockKind::Dateline, BlockKind::Byline, BlockKind::Credit];
    for block in annotations.blocks().iter().filter(|block| read.contains(&block.kind)) {
        let inside = &annotations.document()[block.span];
        let tokens = tokenize(inside);
        for at in 0..tokens.len() {
            let rest = tokens.get(at..).unwrap_or_default();
            if let Some((_, listed)) = listed_at(first_keys(inside, rest), inside, rest)
                && listed.sort == Sort::Agency
            {
                return Some(listed.name.into());
            }
        }
    }
    None
}

impl KeptDocument {
    /// The id of a quote by its number.
    pub(super) fn quote_id(&self, quote: u32) -> Box<str> {
        self.quotes.get(quote as usize).cloned().unwrap_or_default()
    }
}

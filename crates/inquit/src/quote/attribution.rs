//! From detected quotes and resolved entities to quotes with speakers.

use super::detector::Detected;
use super::model::{Participant, Quote, SourceKind};
use crate::confidence::Confidence;
use crate::document::Document;
use crate::entity::{EntityId, Origin};
use crate::lexicon::{Class, lexicon};
use crate::text::Span;

/// The quotes of a document in their final form.
pub(crate) fn attribute(
    document: &Document,
    detected: Vec<Detected>,
    speakers: &[Vec<EntityId>],
) -> Vec<Quote> {
    let mut all: Vec<Vec<EntityId>> = Vec::with_capacity(detected.len());
    let mut quotes = Vec::with_capacity(detected.len());
    for (at, quote) in detected.into_iter().enumerate() {
        let own = speakers.get(at).cloned().unwrap_or_default();
        let known = match quote.follows.and_then(|earlier| all.get(earlier)) {
            Some(earlier) if own.is_empty() && quote.source.is_none() => earlier.clone(),
            _ => own,
        };
        all.push(known.clone());
        let participant = |span: Span| Participant { span, entity: None };
        quotes.push(Quote {
            id: format!("{}#q{}", document.id(), at + 1).into(),
            parent: None,
            kind: quote.kind,
            content: quote.content,
            marked: quote.marked,
            cue: quote.cue,
            source: quote.source,
            source_kind: quote.source.map_or(SourceKind::None, |span| source_kind(&document[span])),
            speakers: known,
            addressees: quote.addressee.map(participant).into_iter().collect(),
            relays: quote.relay.map(participant).into_iter().collect(),
            medium: None,
            about: Vec::new(),
            class: quote.class,
            negated: quote.negated,
            modal: quote.modal,
            block: quote.block,
            origin: Origin::Rule,
            confidence: Confidence::from_permille(quote.confidence),
        });
    }
    quotes
}

/// What the resolver needs to know of the quotes.
pub(crate) fn frames(detected: &[Detected]) -> Vec<()> {
    detected.iter().map(|_| ()).collect()
}

/// How words name a source.
fn source_kind(source: &str) -> SourceKind {
    let mut words =
        source.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let first = words.clone().next().unwrap_or_default();
    let class = |word: &str| lexicon().word(lexicon().find(word)).classes;
    if words.clone().count() == 1 && class(first).any(Class::SUBJECT) {
        return SourceKind::Pronoun;
    }
    if words.clone().any(|word| class(word).any(Class::DOCUMENT)) {
        return SourceKind::Document;
    }
    let common = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PEOPLE).or(Class::SPOKESPERSON);
    let named = words.enumerate().any(|(at, word)| {
        word.starts_with(char::is_uppercase) && !(at == 0 && class(word).any(common))
    });
    if named { SourceKind::Named } else { SourceKind::Described }
}

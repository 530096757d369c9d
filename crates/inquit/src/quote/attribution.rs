//! From detected quotes and resolved entities to quotes with speakers.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::detected::Detected;
use super::model::{Participant, Quote, SourceKind};
use crate::confidence::Confidence;
use crate::document::Document;
use crate::entity::{EntityId, Frame, Mention, Origin, Resolution};
use crate::lexicon::{Class, lexicon};
use crate::text::Span;

/// What the resolver is told of the quotes.
pub(crate) fn frames(detected: &[Detected]) -> Vec<Frame<'_>> {
    fn frame(quote: &Detected) -> Frame<'_> {
        Frame {
            content: Cow::Borrowed(&quote.content),
            cue: quote.cue,
            source: quote.source,
            parent: quote.parent,
            follows: quote.follows.is_some() && quote.source.is_none(),
        }
    }
    detected.iter().map(frame).collect()
}

/// The quotes of a document in their final form, but for their ids. Takes the speakers out of the
/// resolution.
pub(crate) fn attribute(
    document: &Document,
    detected: Vec<Detected>,
    resolution: &mut Resolution,
) -> Vec<Quote> {
    let mentions = &resolution.mentions;
    let mut speakers = std::mem::take(&mut resolution.speakers).into_iter();
    let mut quotes: Vec<Quote> = Vec::with_capacity(detected.len());
    for quote in detected {
        let mut speakers = speakers.next().unwrap_or_default();
        if let Some(earlier) = quote.follows.and_then(|earlier| quotes.get(earlier))
            && quote.source.is_none()
            && speakers.is_empty()
        {
            speakers.clone_from(&earlier.speakers);
        }
        let participant = |span: Span| {
            let span = without_adjunct(document, span);
            Participant { span, entity: entity_in(mentions, span) }
        };
        quotes.push(Quote {
            id: Box::default(),
            parent: quote.parent,
            kind: quote.kind,
            about: about(mentions, &quote.content),
            content: quote.content,
            marked: quote.marked,
            cue: quote.cue,
            source: quote.source,
            source_kind: quote.source.map_or(SourceKind::None, |span| source_kind(&document[span])),
            speakers,
            addressees: quote.addressee.map(participant).into_iter().collect(),
            relays: quote.relay.map(participant).into_iter().collect(),
            medium: None,
            class: quote.class,
            negated: quote.negated,
            modal: quote.modal,
            block: quote.block,
            origin: if quote.learned { Origin::Model } else { Origin::Rule },
            confidence: Confidence::from_permille(quote.confidence),
        });
    }
    quotes
}

/// The mentions that stand in a span; they are in order of start.
fn mentions_in(mentions: &[Mention], span: Span) -> impl Iterator<Item = &Mention> {
    let first = mentions.partition_point(|mention| mention.span().start < span.start);
    let after = mentions.get(first..).unwrap_or_default().iter();
    after.take_while(move |mention| mention.span().start < span.end)
}

/// A noun phrase without the words that say where or how it was addressed: "the paper in an email".
fn without_adjunct(document: &Document, span: Span) -> Span {
    const ADJUNCTS: [&str; 7] = [" in ", " at ", " on ", " during ", " via ", " by ", " after "];

    let phrase = &document[span];
    // "The Committee on Tides" is one name.
    let adjunct = |at: usize, lead: &str| {
        let next = phrase.get(at + lead.len()..).and_then(|rest| rest.chars().next());
        next.is_some_and(|next| !next.is_uppercase())
    };
    let found =
        ADJUNCTS.iter().filter_map(|lead| phrase.find(lead).filter(|&at| adjunct(at, lead)));
    let end = found.filter(|&at| at > 0).min().unwrap_or(phrase.len());
    Span::new(span.start, span.start + Span::of(0..end).len())
}

/// The entity that a noun phrase names with its first name; a possessor is not what it names.
fn entity_in(mentions: &[Mention], span: Span) -> Option<EntityId> {
    let whole = |mention: &&Mention| mention.span().end == span.end;
    mentions_in(mentions, span).find(whole).map(|mention| mention.entity().clone())
}

/// The entities inside a content, each once.
fn about(mentions: &[Mention], content: &[Span]) -> Vec<EntityId> {
    let mut seen = BTreeSet::new();
    let inside = content.iter().flat_map(|&span| mentions_in(mentions, span));
    inside.map(Mention::entity).filter(|&entity| seen.insert(entity)).cloned().collect()
}

/// How words name a source: by the last word of what stands before a preposition or a comma.
///
/// "A spokesman for Acme" and "an Acme spokesman" describe; "the mayor, Ada Okoro" names.
fn source_kind(source: &str) -> SourceKind {
    let class = |word: &str| lexicon().word(lexicon().find(word)).classes;
    let mut heads = heads(source, class).peekable();
    let Some(&first) = heads.peek() else { return SourceKind::Described };
    let one = source.split_whitespace().count() == 1;
    if one && class(first).any(Class::SUBJECT) {
        return SourceKind::Pronoun;
    }
    if class(first).any(Class::DOCUMENT) {
        return SourceKind::Document;
    }
    let people = Class::PEOPLE.or(Class::SPOKESPERSON);
    let named =
        |head: &str| head.starts_with(char::is_uppercase) && !(one && class(head).any(people));
    if heads.any(named) { SourceKind::Named } else { SourceKind::Described }
}

/// The last word of each part of a noun phrase, its prepositional phrases left out.
fn heads(source: &str, class: impl Fn(&str) -> Class) -> impl Iterator<Item = &str> {
    source.split([',', ';']).flat_map(|part| part.split(" and ")).filter_map(move |part| {
        let words =
            part.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        // "for Acme", "who lives there", "seen by the paper"
        let ends_phrase = |word: &&str| {
            let joint = class(word).any(Class::PREPOSITION.or(Class::RELATIVE));
            (joint || *word == "seen" || word.ends_with("ed"))
                && word.starts_with(char::is_lowercase)
        };
        let mut words = words.filter(|word| !word.is_empty());
        let first = words.next();
        words.take_while(|word| !ends_phrase(word)).last().or(first)
    })
}

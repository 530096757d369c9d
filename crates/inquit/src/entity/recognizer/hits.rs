//! Joins what a dictionary finds with what rules find. The dictionary wins, unless the rules see
//! that its alias is only a part of another name.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::name::Name;
use super::piece::{Certainty, Piece};
use crate::confidence::Confidence;
use crate::entity::dictionary::Dictionary;
use crate::entity::matcher::Match;
use crate::entity::model::{Entity, EntityId, EntityKind, MentionForm, Origin};
use crate::entity::offices::title_before;
use crate::entity::words::Words;
use crate::lexicon::{WordKey, may_be_one_name};
use crate::text::Span;

/// Confidence of a dictionary hit with one candidate, and with several.
const CERTAIN: Confidence = Confidence::from_permille(980);
const AMBIGUOUS: Confidence = Confidence::from_permille(800);

/// The entities of a dictionary that were looked up already.
pub(super) struct Known<'d> {
    dictionary: &'d Dictionary,
    entities: HashMap<EntityId, Option<Entity>>,
}

impl<'d> Known<'d> {
    pub(super) fn new(dictionary: &'d Dictionary) -> Known<'d> {
        Known { dictionary, entities: HashMap::new() }
    }

    fn get(&mut self, id: &EntityId) -> Option<&Entity> {
        if !self.entities.contains_key(id) {
            self.entities.insert(id.clone(), self.dictionary.get(id));
        }
        self.entities.get(id)?.as_ref()
    }
}

/// A piece as a name.
pub(super) fn ruled(piece: &Piece) -> Name {
    let permille = match piece.certainty {
        Certainty::Open => 400,
        Certainty::Guess => 550,
        Certainty::Likely => 750,
        Certainty::Sure => 900,
        Certainty::Listed => 930,
    };
    Name {
        span: piece.span,
        title: piece.title.filter(|_| piece.kind == Some(EntityKind::Person)),
        kind: piece.kind,
        candidates: Vec::new(),
        form: piece.form,
        origin: if piece.permille.is_some() { Origin::Model } else { Origin::Rule },
        confidence: Confidence::from_permille(piece.permille.unwrap_or(permille)),
    }
}

/// Every name in order: hits of a dictionary and pieces found by rule. Hits inside `foreign` count
/// only if the same entity is hit elsewhere.
pub(super) fn merge(
    words: Words<'_>,
    pieces: Vec<Piece>,
    hits: Vec<Match<'_>>,
    foreign: &[Range<u32>],
    known: &mut Known<'_>,
) -> Vec<Name> {
    let hits = at_home(hits, foreign);
    let mut names = Vec::with_capacity(pieces.len() + hits.len());
    let mut hits = hits.into_iter().peekable();
    for piece in pieces {
        while let Some(hit) = hits.next_if(|hit| hit.span().end <= piece.span.start) {
            push(&mut names, found(words, &hit, known));
        }
        // Hits that share text with the piece.
        let mut inside: Vec<Match<'_>> = Vec::new();
        while let Some(hit) = hits.next_if(|hit| hit.span().start < piece.span.end) {
            inside.push(hit);
        }
        let Some(last) = inside.last() else {
            push(&mut names, ruled(&piece));
            continue;
        };
        if let Some(name) = part_of_name(words, &piece, last, known) {
            push(&mut names, name);
            continue;
        }
        let title = piece.title;
        for hit in inside {
            let mut name = found(words, &hit, known);
            if hit.span().start == piece.span.start {
                name.title = name.title.or(title);
            }
            push(&mut names, name);
        }
    }
    for hit in hits {
        push(&mut names, found(words, &hit, known));
    }
    names
}

/// Names never overlap: of two that would, the first stays.
fn push(names: &mut Vec<Name>, name: Name) {
    let free = names.last().is_none_or(|last| last.span.end <= name.span.start);
    if free && !name.span.is_empty() {
        names.push(name);
    }
}

fn at_home<'d>(hits: Vec<Match<'d>>, foreign: &[Range<u32>]) -> Vec<Match<'d>> {
    if foreign.is_empty() {
        return hits;
    }
    let is_foreign = |hit: &Match<'_>| {
        let after = foreign.partition_point(|range| range.end <= hit.span().start);
        foreign.get(after).is_some_and(|range| range.start < hit.span().end)
    };
    let home: HashSet<&str> =
        hits.iter().filter(|hit| !is_foreign(hit)).flat_map(Match::candidates).collect();
    let keeps = |hit: &Match<'_>| {
        !is_foreign(hit) || hit.candidates().any(|candidate| home.contains(candidate))
    };
    hits.into_iter().filter(keeps).collect()
}

/// A hit as a name.
fn found(words: Words<'_>, hit: &Match<'_>, known: &mut Known<'_>) -> Name {
    named(words, hit.span(), ids(hit), known)
}

fn ids(hit: &Match<'_>) -> Vec<EntityId> {
    hit.candidates().map(EntityId::from).collect()
}

fn named(words: Words<'_>, span: Span, candidates: Vec<EntityId>, known: &mut Known<'_>) -> Name {
    let entity = candidates.first().and_then(|id| known.get(id));
    let kind = entity.and_then(Entity::kind);
    let form = match entity {
        Some(entity) if !is_name_of(words, span, entity) => MentionForm::Alias,
        _ => MentionForm::Name,
    };
    let start = words.at_byte(span.start);
    let titled = matches!(kind, None | Some(EntityKind::Person));
    let title = title_before(words, start)
        .filter(|_| titled)
        .map(|title| words.span(start - title.tokens, start));
    let confidence = if candidates.len() > 1 { AMBIGUOUS } else { CERTAIN };
    Name { span, title, kind, candidates, form, origin: Origin::Dictionary, confidence }
}

/// Whether a span is the name of an entity, or for somebody a part of it.
fn is_name_of(words: Words<'_>, span: Span, entity: &Entity) -> bool {
    let Some(text) = span.get(words.text) else { return false };
    if WordKey::of_phrase(text) == WordKey::of_phrase(entity.name()) {
        return true;
    }
    let parts: Vec<WordKey> = entity.name().split_whitespace().map(WordKey::of).collect();
    entity.kind() == Some(EntityKind::Person)
        && text.split_whitespace().all(|word| parts.contains(&WordKey::of(word)))
}

/// The name that a piece is where a hit is only a part of it: a longer form of the name of an
/// entity of the hit, or the name of something else.
fn part_of_name(
    words: Words<'_>,
    piece: &Piece,
    hit: &Match<'_>,
    known: &mut Known<'_>,
) -> Option<Name> {
    if hit.span() == piece.span || !piece.span.contains(hit.span()) {
        return None;
    }
    let person = piece.kind == Some(EntityKind::Person);
    if person && hit.span().end == piece.span.end {
        let given = words.surface(piece.tokens.start);
        let same: Vec<EntityId> = ids(hit)
            .into_iter()
            .filter(|id| {
                known.get(id).is_some_and(|entity| {
                    entity
                        .name()
                        .split_whitespace()
                        .next()
                        .is_some_and(|first| may_be_one_name(first, given))
                })
            })
            .collect();
        if same.is_empty() {
            return Some(ruled(piece));
        }
        let mut name = named(words, piece.span, same, known);
        name.title = name.title.or(piece.title);
        return Some(name);
    }
    let other = matches!(piece.certainty, Certainty::Sure | Certainty::Listed);
    other.then(|| ruled(piece))
}

//! The names of a document with their places among its tokens, and the places they may name.

use std::collections::HashMap;
use std::ops::Range;

use super::candidates::{Candidate, Priors, meant};
use super::gender::of_titles;
use super::metonym::{Named, governments};
use super::people::name_words;
use super::things::{ThingName, ThingNames, thing_name};
use crate::entity::dictionary::Dictionary;
use crate::entity::model::{EntityId, EntityKind, MentionForm};
use crate::entity::recognizer::Name;
use crate::entity::words::Words;
use crate::lexicon::{Gender, Listed, NameForm, TextSet, WordKey, readings};
use crate::text::tokenize;

/// Names with their places among the tokens.
pub(super) struct Placed<'n> {
    pub(super) name: &'n Name,
    pub(super) tokens: Range<usize>,
    /// The words of it that count for a person.
    pub(super) parts: Range<usize>,
    /// From the titles before it.
    pub(super) gender: Option<Gender>,
    /// The dictionary entity that it is taken for.
    pub(super) chosen: Option<EntityId>,
    /// That and the others that it may be, if there are any.
    pub(super) candidates: Vec<Candidate>,
    pub(super) form: MentionForm,
    /// Its name as that of a thing, if it is no person's.
    pub(super) thing: Option<ThingName>,
    /// The capital that it names, where it stands for the government that sits there.
    seat: Option<&'static Listed>,
}

impl Placed<'_> {
    fn listed(&self) -> Option<&'static Listed> {
        self.thing.and_then(|thing| thing.listed)
    }

    pub(super) fn is_full_name(&self) -> bool {
        self.name.kind == Some(EntityKind::Person) && self.parts.len() > 1
    }
}

/// Places the names of a document, whose frames have these sources.
pub(super) fn place<'n>(
    words: Words<'_>,
    names: &'n [Name],
    dictionary: Option<&Dictionary>,
    sources: &[Range<usize>],
) -> Vec<Placed<'n>> {
    let mut placed = find(words, names, dictionary);
    read_governments(words, &mut placed, sources);
    read_homonyms(&mut placed);
    placed
}

fn find<'n>(
    words: Words<'_>,
    names: &'n [Name],
    dictionary: Option<&Dictionary>,
) -> Vec<Placed<'n>> {
    let mut counts: HashMap<&EntityId, u32> = HashMap::new();
    for name in names {
        if let [only] = name.candidates.as_slice() {
            *counts.entry(only).or_default() += 1;
        }
    }
    let mut priors = Priors::new(dictionary);
    let mut things = ThingNames::with_room(names.len() / 2);
    let mut at = 0;
    names
        .iter()
        .map(|name| {
            // A hit may begin or end inside a token: "US" in "US-led".
            while words.tokens.get(at).is_some_and(|it| it.span.end <= name.span.start) {
                at += 1;
            }
            let mut end = at;
            while words.tokens.get(end).is_some_and(|it| it.span.start < name.span.end) {
                end += 1;
            }
            let gender = name.title.and_then(|title| {
                of_titles(words, words.at_byte(title.start)..words.before_byte(title.end))
            });
            let candidates = match name.candidates.as_slice() {
                [] | [_] => Vec::new(),
                several => priors.rank(several, &counts),
            };
            let best = candidates.first().map(|it| &it.entity).or(name.candidates.first());
            let chosen = best.cloned();
            let person = name.kind == Some(EntityKind::Person);
            let thing = if person { None } else { thing_of(words, name, at..end, &mut things) };
            let (form, seat) = (name.form, None);
            let parts = name_words(words, at..end);
            Placed { name, tokens: at..end, parts, gender, chosen, candidates, form, thing, seat }
        })
        .collect()
}

/// Takes capitals that act or speak for their states.
fn read_governments(words: Words<'_>, placed: &mut [Placed<'_>], sources: &[Range<usize>]) {
    let named: Vec<Named> = placed
        .iter()
        .map(|it| Named {
            tokens: it.tokens.clone(),
            thing: it.thing.filter(|_| it.chosen.is_none()),
            person: it.name.kind == Some(EntityKind::Person),
        })
        .collect();
    for (it, state) in placed.iter_mut().zip(governments(words, &named, sources)) {
        let Some(state) = state else { continue };
        it.seat = it.listed();
        it.thing = it.thing.map(|thing| thing.meaning(state));
        it.form = MentionForm::Alias;
    }
}

/// Decides which of several places of one name is meant, by the other places of the document.
fn read_homonyms(placed: &mut [Placed<'_>]) {
    let listed = |it: &Placed<'_>| it.thing.filter(|thing| thing.listed.is_some());
    if placed.iter().filter_map(listed).all(|it| readings(it.key()).is_empty()) {
        return;
    }
    // A capital speaks for what it is the capital of.
    let named = placed.iter().filter_map(|it| it.seat.or_else(|| it.listed()));
    let named: TextSet = named.filter_map(|it| WordKey::of_phrase(it.name)).collect();
    for it in placed.iter_mut() {
        let Some(thing) = it.thing.as_mut() else { continue };
        if let Some((listed, candidates)) = thing.listed.and_then(|listed| meant(listed, &named)) {
            if it.seat.is_some() {
                // Of which state it is the capital is known, whichever else has its name.
                *thing = thing.apart_from(listed);
                continue;
            }
            if thing.listed.is_some_and(|it| it.form != NameForm::Demonym) && it.chosen.is_none() {
                it.candidates = candidates;
            }
            thing.listed = Some(listed);
        }
    }
}

/// A name as that of a thing.
fn thing_of(
    words: Words<'_>,
    name: &Name,
    tokens: Range<usize>,
    known: &mut ThingNames,
) -> Option<ThingName> {
    if words.span(tokens.start, tokens.end) == name.span {
        return known.read(words, tokens, name.kind);
    }
    let part = name.span.get(words.text)?;
    let tokens = tokenize(part);
    thing_name(Words::new(part, &tokens), 0..tokens.len(), name.kind)
}

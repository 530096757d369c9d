//! Aliases that are spelled alike but for letter case: which of them a text has, and what it names.
//!
//! "US" for a country and "us" for a band under different case rules, or "Kent" for three entities:
//! what such a word names depends on how it is written. For each way of writing that makes a
//! difference there is a reading, with the candidates it has, ranked. The first reading that fits a
//! text is the one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::spelling::{Form, Likeness, Spelling, starts_small, trimmed_units, unit_text};
use crate::entity::model::CaseRule;
use crate::entity::unit::UnitKind;

/// What a text must be like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Test {
    Exact,
    FirstLetterInCapitals,
    FirstLetter,
    Capitals,
    Any,
}

/// One way to read a text that is spelled as some aliases are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) test: Test,
    /// The position of the alias that the text is compared with.
    pub(super) alias: u32,
    pub(super) candidates: u32,
}

/// A reading that is not stored yet.
#[derive(Debug)]
pub(super) struct NewReading {
    pub(super) test: Test,
    pub(super) alias: u32,
    /// Each once, ranked.
    pub(super) entities: Vec<u32>,
}

/// One of several aliases that are spelled alike in any case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a> {
    pub(super) alias: u32,
    pub(super) text: &'a str,
    pub(super) rule: CaseRule,
    pub(super) entity: u32,
}

impl Test {
    const ALL: [Test; 5] =
        [Test::Exact, Test::FirstLetterInCapitals, Test::FirstLetter, Test::Capitals, Test::Any];

    pub(super) fn holds(self, likeness: Likeness) -> bool {
        match self {
            Test::Exact => likeness.exact,
            Test::FirstLetterInCapitals => likeness.first_letters && likeness.capitals,
            Test::FirstLetter => likeness.first_letters,
            Test::Capitals => likeness.capitals,
            Test::Any => true,
        }
    }
}

/// The readings at a place of the section that holds them.
pub(super) fn readings(section: &[[u8; 4]], place: u32) -> impl Iterator<Item = Reading> + use<'_> {
    let rest = section.get(place as usize..).unwrap_or_default();
    let (count, rest) = rest.split_first().unwrap_or((&[0; 4], &[]));
    let (readings, _) = rest.as_chunks::<3>();
    readings.iter().take(u32::from_le_bytes(*count) as usize).filter_map(|reading| {
        let [test, alias, candidates] = reading.map(u32::from_le_bytes);
        Some(Reading { test: *Test::ALL.get(test as usize)?, alias, candidates })
    })
}

/// Adds readings to the section that holds them, with lists of candidates as `store` places them;
/// their place.
pub(super) fn push(
    section: &mut Vec<u32>,
    readings: &[NewReading],
    mut store: impl FnMut(&[u32]) -> Option<u32>,
) -> Option<u32> {
    let place = u32::try_from(section.len()).ok()?;
    section.push(u32::try_from(readings.len()).ok()?);
    for reading in readings {
        section.extend([reading.test as u32, reading.alias, store(&reading.entities)?]);
    }
    Some(place)
}

/// What the members of a group name, by the ways in which they can be written.
#[derive(Default)]
struct Classes {
    exact: BTreeMap<String, (u32, Vec<u32>)>,
    first_letter: BTreeMap<String, (u32, Vec<u32>)>,
    capitals: Vec<u32>,
    any: Vec<u32>,
}

/// The readings of aliases that are spelled alike in any case, those that ask most of a text first.
pub(super) fn group(members: &[Member<'_>], spelling: Spelling, priors: &[u32]) -> Vec<NewReading> {
    let mut classes = Classes::default();
    for member in members {
        let written = |form| written(member.text, form, spelling);
        let new = || (member.alias, Vec::new());
        match member.rule {
            CaseRule::Exact => {
                let class = classes.exact.entry(written(Form::Exact)).or_insert_with(new);
                class.1.push(member.entity);
            }
            CaseRule::FirstLetter => {
                let key = written(Form::FirstLetter);
                let class = classes.first_letter.entry(key).or_insert_with(new);
                class.1.push(member.entity);
                if words(member.text).any(starts_small) {
                    classes.capitals.push(member.entity);
                }
            }
            CaseRule::Acronym => classes.capitals.push(member.entity),
            CaseRule::Any => classes.any.push(member.entity),
        }
    }
    let texts: BTreeMap<u32, &str> = members.iter().map(|it| (it.alias, it.text)).collect();
    let text_of = |alias: u32| texts.get(&alias).copied().unwrap_or_default();
    let first = members.first().map_or(0, |member| member.alias);
    let ranked = |lists: &[&[u32]]| {
        let mut entities = lists.concat();
        let prior = |entity: u32| priors.get(entity as usize).copied().unwrap_or(0);
        entities.sort_unstable_by_key(|&entity| (Reverse(prior(entity)), entity));
        entities.dedup();
        entities
    };
    let Classes { exact, first_letter, capitals, any } = &classes;
    let mut readings = Vec::new();
    let mut add = |test, alias, entities: Vec<u32>| {
        if !entities.is_empty() {
            readings.push(NewReading { test, alias, entities });
        }
    };
    for (alias, entities) in exact.values() {
        let text = text_of(*alias);
        let key = written(text, Form::FirstLetter, spelling);
        let first = first_letter.get(&key).map_or(&[][..], |(_, entities)| entities);
        let capitals: &[u32] = if is_in_capitals(text) { capitals } else { &[] };
        add(Test::Exact, *alias, ranked(&[entities, first, capitals, any]));
    }
    for (alias, entities) in first_letter.values() {
        if !capitals.is_empty() {
            add(Test::FirstLetterInCapitals, *alias, ranked(&[entities, capitals, any]));
        }
        add(Test::FirstLetter, *alias, ranked(&[entities, any]));
    }
    if !capitals.is_empty() {
        add(Test::Capitals, first, ranked(&[capitals, any]));
    }
    add(Test::Any, first, ranked(&[any]));
    readings
}

/// An alias spelled in a form, in which a character ends each unit that is in no spelling.
pub(super) fn written(text: &str, form: Form, spelling: Spelling) -> String {
    let mut all = String::with_capacity(text.len());
    let mut word = String::new();
    for unit in trimmed_units(text) {
        if !matches!(unit.kind, UnitKind::Space | UnitKind::Break) {
            spelling.spell(form, unit_text(text, &unit), &mut word);
            all.push_str(&word);
        }
        all.push('\n');
    }
    all
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    trimmed_units(text).map(|unit| unit_text(text, &unit))
}

fn is_in_capitals(text: &str) -> bool {
    trimmed_units(text).all(|unit| unit.kind != UnitKind::SmallWord)
}

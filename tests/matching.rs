//! The matcher against its definition.

use std::ops::Range;

use inquit::{CaseRule, Dictionary, Entity, Matcher};
use inquit_tests::naive_matcher::{self, PIECES};
use proptest::prelude::*;
use proptest::sample::select;

use crate::property::config;

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 1..6)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("a name of something", |name| {
            !name.replace('\u{AD}', "").trim().is_empty() && !name.starts_with('\u{AD}')
        })
}

fn rule() -> impl Strategy<Value = CaseRule> {
    select(vec![CaseRule::Exact, CaseRule::FirstLetter, CaseRule::Acronym, CaseRule::Any])
}

fn entities() -> impl Strategy<Value = Vec<Entity>> {
    let aliases = prop::collection::vec((name(), rule()), 1..4);
    prop::collection::vec((aliases, 0..3_u32), 1..8).prop_map(|drawn| {
        let entity = |(number, (aliases, prior)): (usize, (Vec<(String, CaseRule)>, u32))| {
            let entity = Entity::new(format!("Q{number}"), aliases[0].0.clone()).with_prior(prior);
            aliases.into_iter().fold(entity, |it, (text, rule)| it.with_alias_case(text, rule))
        };
        drawn.into_iter().enumerate().map(entity).collect()
    })
}

/// Names of the dictionary among pieces, so that there is something to find.
fn entities_and_text(pieces: Range<usize>) -> impl Strategy<Value = (Vec<Entity>, String)> {
    entities().prop_flat_map(move |entities| {
        let names: Vec<String> = entities
            .iter()
            .flat_map(Entity::aliases)
            .map(|alias| alias.text.to_string())
            .flat_map(|name| [name.to_uppercase(), name.to_lowercase(), name])
            .collect();
        let piece = prop_oneof![
            3 => select(PIECES).prop_map(String::from),
            2 => select(names),
        ];
        let text = prop::collection::vec(piece, pieces.clone()).prop_map(|it| it.concat());
        (Just(entities), text)
    })
}

fn found(entities: &[Entity], text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let dictionary = Dictionary::compile(entities.to_vec()).expect("names of something");
    Matcher::new(&dictionary)
        .find_iter(text)
        .map(|hit| {
            let candidates = hit.candidates().map(ToString::to_string).collect();
            (hit.span().range(), candidates)
        })
        .collect()
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn finds_what_its_definition_finds((entities, text) in entities_and_text(1..40)) {
        prop_assert_eq!(found(&entities, &text), naive_matcher::find(&entities, &text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..config(0) })]

    /// Texts are searched in stretches; these have several.
    #[test]
    fn finds_the_same_in_long_texts((entities, text) in entities_and_text(1_500..2_500)) {
        prop_assert_eq!(found(&entities, &text), naive_matcher::find(&entities, &text));
    }
}

/// The alias of so many words, each of them "a".
fn nested(words: usize) -> String {
    vec!["a"; words].join(" ")
}

#[test]
fn aliases_nested_a_thousand_deep_take_linear_time() {
    let names = (1..=1_000).map(|words| Entity::new(format!("Q{words}"), nested(words)));
    let matcher = Matcher::new(&Dictionary::compile(names).expect("a dictionary"));
    let text = nested(100_500);
    let ids: Vec<String> =
        matcher.find_iter(&text).map(|hit| hit.candidates().next().unwrap().to_owned()).collect();
    let mut expected = vec!["Q1000"; 100];
    expected.push("Q500");
    assert_eq!(ids, expected);
}

#[test]
fn an_alias_that_almost_matches_everywhere_takes_linear_time() {
    let entities = [Entity::new("Q1", nested(20_000) + " b"), Entity::new("Q2", "a")];
    let matcher = Matcher::new(&Dictionary::compile(entities).expect("a dictionary"));
    assert_eq!(matcher.find_iter(&nested(100_000)).count(), 100_000);
}

#[test]
fn a_possible_match_in_another_case_hides_none() {
    let names = (1..=1_000).map(|words| {
        Entity::new(format!("Q{words}"), nested(words))
            .with_alias_case(nested(words), CaseRule::Exact)
    });
    let matcher = Matcher::new(&Dictionary::compile(names).expect("a dictionary"));
    let text = "A a ".repeat(50_000);
    assert_eq!(matcher.find_iter(&text).count(), 50_000);
}

#[test]
fn every_letter_is_found_in_capitals() {
    for c in '\0'..=char::MAX {
        let capital = c.to_uppercase().to_string();
        if !c.is_alphabetic() || capital == c.to_string() {
            continue;
        }
        let entity = Entity::new("Q1", format!("A{c}z"));
        let text = format!("(A{capital}Z)");
        let hits = found(&[entity], &text);
        assert_eq!(hits.first().map(|(span, _)| &text[span.clone()]), text.get(1..text.len() - 1));
    }
}

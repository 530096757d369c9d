//! What a dictionary accepts, and what it gives back.

use inquit::{CaseRule, Dictionary, Entity, EntityId, Matcher};

fn message(entities: impl IntoIterator<Item = Entity>) -> String {
    let error = Dictionary::compile(entities).expect_err("a dictionary at fault");
    assert!(error.is_invalid_dictionary());
    error.to_string()
}

#[test]
fn an_entity_without_id_is_refused_with_its_place() {
    let message = message([Entity::new("Q1", "Kerry"), Entity::new("", "Assad")]);
    assert!(message.contains("number 1 "), "{message}");
}

#[test]
fn an_id_given_twice_is_refused_with_the_id() {
    let message = message([Entity::new("Q1", "Kerry"), Entity::new("Q1", "Assad")]);
    assert!(message.contains("`Q1`"), "{message}");
}

#[test]
fn an_alias_in_which_nothing_can_be_seen_is_refused_with_the_id() {
    for alias in ["", " ", "\r\n\t\u{A0}", "\u{AD}", "\u{200B}\u{FEFF} \u{200E}"] {
        let message = message([Entity::new("Q1", "Kerry").with_alias(alias)]);
        assert!(message.contains("`Q1`"), "{alias:?}: {message}");
    }
}

#[test]
fn entities_come_back_as_given() {
    let given = [
        Entity::new("Q2", "Kerry").with_alias_case("JK", CaseRule::Acronym).with_prior(3),
        Entity::new("Q1", "Assad").with_external("wikidata", "Q44329"),
    ];
    let dictionary = Dictionary::compile(given.clone()).expect("a dictionary");
    assert_eq!(dictionary.iter().collect::<Vec<_>>(), given);
    assert_eq!(dictionary.get(&EntityId::from("Q1")).as_ref(), given.last());
    assert_eq!(dictionary.get(&EntityId::from("Q3")), None);
    assert_eq!((dictionary.len(), dictionary.is_empty()), (2, false));
}

#[test]
fn an_empty_dictionary_finds_nothing() {
    let dictionary = Dictionary::compile([]).expect("an empty dictionary");
    assert!(dictionary.is_empty());
    assert!(Matcher::new(&dictionary).find_iter("Kerry met Assad.").next().is_none());
}

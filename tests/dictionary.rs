//! What a dictionary accepts, and what it gives back.

use inquit::{CaseRule, Dictionary, DictionaryBuilder, Entity, EntityId, Matcher};

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

/// What a dictionary of this one name finds in a text.
fn finds(builder: &DictionaryBuilder, name: &str, rule: CaseRule, text: &str) -> Vec<String> {
    let entity = Entity::new("Q1", name).with_alias_case(name, rule);
    let dictionary = builder.compile([entity]).expect("a name of something");
    let matcher = Matcher::new(&dictionary);
    matcher.find_iter(text).map(|hit| text[hit.span()].to_owned()).collect()
}

#[test]
fn accents_count_unless_they_are_folded() {
    let exact = Dictionary::builder();
    let folding = Dictionary::builder().fold_accents(true);
    let text = "Müller, Muller, MULLER, Mu\u{308}ller, muller, MÜLLER.";
    let rule = CaseRule::FirstLetter;
    assert_eq!(finds(&exact, "Müller", rule, text), ["Müller", "MÜLLER"]);
    for name in ["Müller", "Muller", "Mu\u{308}ller"] {
        let all = ["Müller", "Muller", "MULLER", "Mu\u{308}ller", "MÜLLER"];
        assert_eq!(finds(&folding, name, rule, text), all, "{name}");
    }
    assert_eq!(
        finds(&folding, "Đoković", CaseRule::Exact, "Đoković Dokovic DOKOVIC đoković"),
        ["Đoković", "Dokovic"]
    );
    assert_eq!(finds(&folding, "Élan", rule, "elan Elan élan"), ["Elan"]);
    assert_eq!(finds(&folding, "Élan", CaseRule::Any, "elan Elan élan"), ["elan", "Elan", "élan"]);
    // Letters that are two in one are no accents.
    assert_eq!(finds(&folding, "Æsop", rule, "Aesop Æsop"), ["Æsop"]);
}

#[test]
fn folds_that_change_the_length_of_a_word_keep_spans_right() {
    let any = |name: &str, text: &str| {
        let found = finds(&Dictionary::builder(), name, CaseRule::Any, text);
        assert_eq!(
            finds(&Dictionary::builder().fold_accents(true), name, CaseRule::Any, text),
            found
        );
        found
    };
    let text = "Straße, STRASSE, STRAẞE; strasse";
    assert_eq!(any("Strasse", text), ["Straße", "STRASSE", "STRAẞE", "strasse"]);
    assert_eq!(any("Straße", text), ["Straße", "STRASSE", "STRAẞE", "strasse"]);
    assert_eq!(
        any("İstanbul", "İİ İSTANBUL istanbul Istanbul"),
        ["İSTANBUL", "istanbul", "Istanbul"]
    );
    assert_eq!(
        any("istanbul", "ıı ISTANBUL İSTANBUL ıstanbul"),
        ["ISTANBUL", "İSTANBUL", "ıstanbul"]
    );
    assert_eq!(any("Sheffield", "SheﬃELD Sheﬃeld shefﬁeld"), ["SheﬃELD", "Sheﬃeld", "shefﬁeld"]);
    assert_eq!(any("ﬁnn", "FINN Finn ﬁnns"), ["FINN", "Finn"]);
}

#[test]
fn aliases_full_of_what_has_no_weight_are_found() {
    let padded = format!("North{}Korea", " \u{AD}\u{200D}".repeat(500));
    let entities = [
        Entity::new("Q1", padded.clone()),
        Entity::new("Q2", "North Korea").with_prior(1),
        Entity::new("Q3", "Korea"),
    ];
    let dictionary = Dictionary::compile(entities.clone()).expect("a dictionary");
    let text = "NORTH KOREA, North\u{AD} Korea";
    let matcher = Matcher::new(&dictionary);
    let found: Vec<Vec<&str>> =
        matcher.find_iter(text).map(|hit| hit.candidates().collect()).collect();
    assert_eq!(found, [["Q2", "Q1"], ["Q2", "Q1"]]);
    assert_eq!(dictionary.iter().collect::<Vec<_>>(), entities);
}

#[test]
fn many_aliases_with_the_same_beginning_are_told_apart() {
    let names = |count: usize| -> Vec<String> {
        (0..count).map(|at| format!("Bank of {}{}", ["Upper ", ""][at % 2], at)).collect()
    };
    for count in [1, 2, 8, 9, 40, 1_000] {
        let names = names(count);
        let entities = names.iter().map(|name| Entity::new(name.clone(), name.clone()));
        let bank = Entity::new("bank", "Bank").with_alias("Bank of Upper");
        let matcher =
            Matcher::new(&Dictionary::compile(entities.chain([bank])).expect("a dictionary"));
        let text = names.join(", ") + "; Bank of Upper Lower; Bank on it";
        let found: Vec<String> =
            matcher.find_iter(&text).map(|hit| text.as_str()[hit.span()].to_owned()).collect();
        let expected = names.into_iter().chain(["Bank of Upper".into(), "Bank".into()]);
        assert_eq!(found, expected.collect::<Vec<_>>());
    }
}

#[test]
fn aliases_that_differ_in_letter_case_alone_are_all_found() {
    // More than are listed for one spelling, so that an automaton has to find them.
    let cases = (0..256_u32).map(|bits| -> String {
        let letter = |(at, c): (usize, char)| match bits >> at & 1 {
            0 => c,
            _ => c.to_ascii_uppercase(),
        };
        "abcdefgh".chars().enumerate().map(letter).collect()
    });
    let names: Vec<String> = cases.collect();
    let exact = |name: &String| {
        Entity::new(format!("exact {name}"), name.clone())
            .with_alias_case(name.clone(), CaseRule::Exact)
    };
    let any = Entity::new("any", "abcdefgh").with_alias_case("abcdefgh", CaseRule::Any);
    let acronym = Entity::new("acronym", "ABCDEFGH").with_alias_case("ABCDEFGH", CaseRule::Acronym);
    let first = Entity::new("first", "Abcdefgh");
    let entities = names.iter().skip(1).map(exact).chain([any, acronym, first]);
    let dictionary = Dictionary::compile(entities).expect("a dictionary");
    let matcher = Matcher::new(&dictionary);
    let ids = |text: &str| -> Vec<String> {
        matcher.find_iter(text).flat_map(|hit| hit.candidates().map(String::from)).collect()
    };
    assert_eq!(ids("abcdefgh"), ["any"]);
    assert_eq!(ids("ABCDEFGH"), ["exact ABCDEFGH", "any", "acronym", "first"]);
    assert_eq!(ids("Abcdefgh"), ["exact Abcdefgh", "any", "first"]);
    assert_eq!(ids("aBcdefgh"), ["exact aBcdefgh", "any"]);
    assert_eq!(ids(&names.join(" ")).iter().filter(|id| *id == "any").count(), 256);
}

//! Dumps of Wikidata. Items and names are made up.

use inquit::EntityKind;
use inquit_io::EntityFormat::Wikidata;
use inquit_io::EntityOptions;

use super::{bad, found, read};

/// An item with these labels, classes and number of sitelinks.
fn item(id: &str, labels: &str, aliases: &str, classes: &[&str], sitelinks: usize) -> String {
    let statement = |class: &&str| {
        let (class, rank) = class.split_once(' ').unwrap_or((class, "normal"));
        format!(
            r#"{{"mainsnak":{{"snaktype":"value","property":"P31","datavalue":{{"value":{{"entity-type":"item","id":"{class}"}},"type":"wikibase-entityid"}}}},"type":"statement","rank":"{rank}"}}"#
        )
    };
    let classes: Vec<String> = classes.iter().map(statement).collect();
    let sites: Vec<String> = (0..sitelinks).map(|n| format!(r#""s{n}":{{"badges":[]}}"#)).collect();
    format!(
        r#"{{"type":"item","id":"{id}","labels":{labels},"descriptions":{{"en":{{"value":"x"}}}},"aliases":{aliases},"claims":{{"P569":[{{"mainsnak":{{"datavalue":{{"value":{{"time":"+1970"}}}}}}}}],"P31":[{}]}},"sitelinks":{{{}}},"lastrevid":1}}"#,
        classes.join(","),
        sites.join(",")
    )
}

fn label(language: &str, value: &str) -> String {
    format!(r#""{language}":{{"language":"{language}","value":"{value}"}}"#)
}

#[test]
fn a_dump_is_read_item_by_item() {
    let okoro = item(
        "Q901",
        &format!("{{{},{}}}", label("fr", "Ada d’Okoro"), label("en", "Ada Okoro")),
        r#"{"en":[{"language":"en","value":"Okoro"},{"language":"en","value":"AO"}],"fr":[{"value":"x"}]}"#,
        &["Q5"],
        3,
    );
    let gull = item("Q902", &format!("{{{}}}", label("mul", "The Gull")), "[]", &["Q11032"], 0);
    let dump = format!("[\n{okoro},\r\n{gull}\n]\n");
    let expected = [
        "Q901: Ada Okoro/person [Ada Okoro, Okoro, AO~acronym] {wikidata=Q901} *3",
        "Q902: The Gull/organization [The Gull] {wikidata=Q902}",
    ];
    assert_eq!(found(Wikidata, &dump), expected);
    // Lines without the array around them, as filters of dumps leave them.
    assert_eq!(found(Wikidata, &format!("{okoro}\n\n{gull}")), expected);
}

#[test]
fn labels_come_in_the_languages_asked_for() {
    let labels =
        format!("{{{},{},{}}}", label("en", "Harbour"), label("de", "Hafen"), label("mul", "Port"));
    let aliases = r#"{"de":[{"value":"Der Hafen"}],"en":[{"value":"The Harbour"}]}"#;
    let line = item("Q1", &labels, aliases, &[], 0);
    let names = |languages: &[&str]| -> Vec<String> {
        let options = EntityOptions::new().with_languages(languages.iter().copied());
        let entities = read("dump", &line, &options.with_format(Wikidata));
        let first = entities.into_iter().next().unwrap().unwrap();
        first.aliases().iter().map(|alias| alias.text.to_string()).collect()
    };
    assert_eq!(names(&["en"]), ["Harbour", "Port", "The Harbour"]);
    assert_eq!(names(&["de", "en"]), ["Hafen", "Harbour", "Port", "Der Hafen", "The Harbour"]);
    assert_eq!(names(&["fr"]), ["Port"]);
    assert_eq!(names(&["mul", "en"]), ["Port", "Harbour", "The Harbour"]);
}

#[test]
fn the_kind_is_that_of_the_first_class_known_the_preferred_ones_first() {
    let kind = |classes: &[&str]| {
        let line = item("Q1", &format!("{{{}}}", label("en", "It")), "{}", classes, 0);
        let options = EntityOptions::new().with_format(Wikidata);
        read("dump", line, &options).remove(0).unwrap().kind().map(EntityKind::as_str)
    };
    assert_eq!(kind(&[]), None);
    assert_eq!(kind(&["Q99999999999"]), None);
    assert_eq!(kind(&["Q99999999999", "Q515", "Q5"]), Some("place"));
    assert_eq!(kind(&["Q515", "Q41710 preferred"]), Some("group"));
    assert_eq!(kind(&["Q515 deprecated", "Q198"]), Some("event"));
    assert_eq!(kind(&["Q11424"]), Some("work"));
}

#[test]
fn what_is_no_entity_is_passed_over() {
    let named = format!("{{{}}}", label("en", "Name"));
    let lines = [
        item("Q1", &named, "{}", &["Q4167410"], 9),
        item("Q2", &named, "{}", &["Q5", "Q101352"], 9),
        item("Q3", "[]", "[]", &["Q5"], 9),
        item("Q4", &format!("{{{}}}", label("fr", "Nom")), "{}", &["Q5"], 9),
        r#"{"type":"property","id":"P31","labels":{"en":{"value":"instance of"}}}"#.to_owned(),
        r#"{"type":"lexeme","id":"L1","lemmas":{}}"#.to_owned(),
        r#"{"id":"Q5","labels":[],"aliases":[],"claims":[],"sitelinks":[]}"#.to_owned(),
        item("Q6", &named, "{}", &["Q5"], 1),
    ];
    let options = EntityOptions::new().with_format(Wikidata);
    let ids = |options: &EntityOptions| -> Vec<String> {
        let entities = read("dump", format!("[\n{}\n]", lines.join(",\n")), options);
        entities.into_iter().map(|it| it.unwrap().id().to_string()).collect()
    };
    assert_eq!(ids(&options), ["Q6"]);
    let known = read("dump", lines.join("\n"), &options.with_min_sitelinks(2));
    assert_eq!(known.len(), 1);
    assert!(known[0].as_ref().unwrap_err().is_empty());
}

#[test]
fn a_statement_may_say_that_nothing_is_known() {
    let line = r#"{"id":"Q1","labels":{"en":{"value":"It"}},"claims":{"P31":[
        {"mainsnak":{"snaktype":"somevalue","property":"P31"},"rank":"preferred"},
        {"mainsnak":{"datavalue":{"value":{"entity-type":"item","numeric-id":5}}}}]}}"#;
    let line = line.replace('\n', "");
    assert_eq!(found(Wikidata, &line), ["Q1: It/person [It] {wikidata=Q1}"]);
}

#[test]
fn a_bad_line_is_named_and_the_others_go_on() {
    let good = item("Q1", &format!("{{{}}}", label("en", "It")), "{}", &[], 0);
    let cut = &good[..60];
    let dump = format!("[\n{cut}\n{good},\n{{\"labels\":5}},\n{good} {good},\n[],\n]\n");
    let errors = bad(Wikidata, &dump);
    assert!(errors[0].starts_with("list:2: invalid JSON at column 60: EOF"), "{errors:?}");
    assert!(
        errors[1].starts_with("list:4: not an entity, from column 11 on: invalid type: integer")
    );
    assert!(errors[2].starts_with("list:5: invalid JSON at column "), "{errors:?}");
    assert!(errors[3].starts_with("list:6: not an entity, from column "), "{errors:?}");
    assert_eq!(errors.len(), 4);
}

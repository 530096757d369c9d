//! Vocabularies in SKOS.

use inquit_io::EntityFormat::{self, JsonLd, Turtle};
use inquit_io::EntityOptions;

use super::{bad, found, read};

const TURTLE: &str = r#"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix port: <http://port.example/> .
# A concept may be spoken of anywhere.
port:gull skos:altLabel "Gull"@en-GB ; skos:exactMatch <http://www.wikidata.org/entity/Q902> .
port:okoro a skos:Concept ;
    skos:prefLabel "Ada Okoro"@en, "Ada d’Okoro"@fr ;
    skos:altLabel "Okoro", "AO"@en, "Madame"@fr ;
    skos:hiddenLabel "Okorro"@en ;
    skos:exactMatch <https://viaf.example/12>, <https://viaf.example/13> ;
    skos:broader [ skos:prefLabel "Nobody"@en ] .
port:gull skos:prefLabel "The Gull" .
port:quay skos:prefLabel "Le quai"@fr .
"#;

const JSON_LD: &str = r#"{
  "@context": {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "pref": {"@id": "skos:prefLabel", "@container": "@language"}
  },
  "@graph": [
    {"@id": "http://port.example/gull", "skos:altLabel": {"@value": "Gull", "@language": "en-GB"},
     "skos:exactMatch": {"@id": "http://www.wikidata.org/entity/Q902"},
     "skos:prefLabel": "The Gull"},
    {"@id": "http://port.example/okoro", "@type": "skos:Concept",
     "pref": {"en": "Ada Okoro", "fr": "Ada d’Okoro"},
     "skos:altLabel": ["Okoro", {"@value": "AO", "@language": "en"},
                       {"@value": "Madame", "@language": "fr"}],
     "skos:hiddenLabel": {"@value": "Okorro", "@language": "en"},
     "skos:exactMatch": [{"@id": "https://viaf.example/12"}, {"@id": "https://viaf.example/13"}]},
    {"@id": "http://port.example/quay", "pref": {"fr": "Le quai"}}
  ]
}"#;

#[test]
fn labels_become_aliases_and_exact_matches_ids() {
    let expected = [
        "http://port.example/gull: The Gull [The Gull, Gull] {wikidata=Q902}",
        "http://port.example/okoro: Ada Okoro [Ada Okoro, Okoro, AO~acronym, Okorro] \
         {viaf.example=https://viaf.example/12}",
    ];
    assert_eq!(found(Turtle, TURTLE), expected);
    assert_eq!(found(JsonLd, JSON_LD), expected);
}

#[test]
fn labels_come_in_the_languages_asked_for() {
    for (format, text) in [(Turtle, TURTLE), (JsonLd, JSON_LD)] {
        let names = |languages: &[&str]| -> Vec<String> {
            let options = EntityOptions::new().with_languages(languages.iter().copied());
            let entities = read("vocabulary", text, &options.with_format(format));
            entities.into_iter().map(|it| it.unwrap().name().to_owned()).collect()
        };
        assert_eq!(names(&["FR"]), ["The Gull", "Ada d’Okoro", "Le quai"]);
        assert_eq!(names(&["en", "fr"]), ["The Gull", "Ada Okoro", "Le quai"]);
        assert_eq!(names(&["e"]), ["The Gull"]);
    }
}

#[test]
fn a_bad_statement_is_named_and_the_others_go_on() {
    let broken = TURTLE.replace("\"Okoro\",", "Okoro,");
    let all = read("v.ttl", &broken, &EntityOptions::new());
    let errors: Vec<String> =
        all.iter().filter_map(|it| Some(it.as_ref().err()?.to_string())).collect();
    assert!(errors[0].starts_with("v.ttl:7: invalid Turtle: "), "{errors:?}");
    assert!(all.iter().any(|it| it.as_ref().is_ok_and(|it| it.name() == "The Gull")));

    let errors = bad(JsonLd, &JSON_LD.replace("\"@type\":", "\"@type\""));
    assert!(errors[0].starts_with("list:10: invalid JSON-LD: "), "{errors:?}");
}

#[test]
fn a_context_is_never_fetched() {
    let remote = r#"{"@context": "https://port.example/context", "@id": "http://a.example/",
        "http://www.w3.org/2004/02/skos/core#prefLabel": "A"}"#;
    let errors = bad(JsonLd, remote);
    assert!(errors[0].starts_with("list: invalid JSON-LD: "), "{errors:?}");
}

#[test]
fn a_vocabulary_without_labels_is_an_error() {
    let message = "list: holds no entities; check its format, and the languages asked for";
    let empty: [(EntityFormat, &str); 4] =
        [(Turtle, ""), (Turtle, "# Nothing.\n"), (JsonLd, "{}"), (JsonLd, "[]")];
    for (format, text) in empty {
        assert_eq!(bad(format, text), [message], "{text:?}");
    }
}

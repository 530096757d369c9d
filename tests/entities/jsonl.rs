//! An entity a line, as JSON.

use inquit_io::EntityFormat::Jsonl;
use inquit_io::EntityOptions;

use super::{bad, found};

#[test]
fn a_line_with_every_key() {
    let lines = r#"{"id": "E1", "name": "Ada Okoro", "kind": "person", "prior": 7, "note": [[{}]],
        "aliases": ["Okoro", {"text": "ADA", "case_rule": "exact"}, {"text": "AO", "x": 1}],
        "external": {"wikidata": "Q7", "viaf": "12"}}"#
        .replace('\n', "")
        + "\r\n\n{\"name\": \"Gull\", \"case_rule\": \"any\", \"aliases\": null, \"kind\": null}\n";
    assert_eq!(
        found(Jsonl, &lines),
        [
            "E1: Ada Okoro/person [Ada Okoro, Okoro, ADA~exact, AO~acronym] \
             {viaf=12, wikidata=Q7} *7",
            "Gull: Gull [Gull~any]",
        ]
    );
}

#[test]
fn a_bad_line_is_named_and_the_others_go_on() {
    for (line, message) in [
        ("[1, 2]", "the line is an array, not a JSON object"),
        ("{\"name\": 7}", "not an entity, from column 10 on: invalid type: integer `7`, expected"),
        ("{\"kind\": \"person\"}", "the entity has no name; give it one"),
        ("{\"name\": \"A\", \"name\": \"B\"}", "not an entity, from column 20 on: duplicate field"),
        ("{\"name\": \"A\", \"kind\": \"x\"}", "unknown entity kind `x`; expected one of person"),
        (
            "{\"name\": \"A\", \"aliases\": [5]}",
            "not an entity, from column 27 on: invalid type: integer `5`, expected a string, or \
             an object with `text` and `case_rule`",
        ),
        ("{\"name\": \"A\", \"aliases\": [{}]}", "not an entity, from column 28 on: missing field"),
        ("{\"name\": \"A\", \"prior\": -1}", "not an entity, from column 25 on: invalid value"),
        (
            "{\"name\": \"A\", \"aliases\": [\"\\u200b\"]}",
            "dictionary entity `A` has an empty name",
        ),
        ("{\"name\": \"A\"", "invalid JSON at column 12: EOF while parsing an object"),
        ("{\"name\": \"\\ud800\"}", "the escape `\\ud800` is half of a character"),
        ("name,kind", "invalid JSON at column 2: expected"),
    ] {
        let text = format!("{{\"name\": \"First one\"}}\n{line}\n{{\"name\": \"Last one\"}}\n");
        let errors = bad(Jsonl, &text);
        assert_eq!(errors.len(), 1, "{errors:?}");
        let start = format!("list:2: {message}");
        assert!(errors[0].starts_with(&start), "{line}: {}", errors[0]);
        assert_eq!(super::read("x.jsonl", text, &EntityOptions::default()).len(), 3);
    }
}

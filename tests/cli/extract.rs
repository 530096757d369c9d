//! `inquit extract`: what scripts rely on.

use std::collections::BTreeSet;

use inquit_cli::ExitCode;
use serde_json::Value;

use super::{Folder, inquit};

const ARTICLE: &str = "Ferry stays in port\n\n“We sail at noon,” said Ida Holm.\n";

/// What a key holds: a name that JSON has no word for is one of ours.
#[derive(Clone, Copy)]
enum Shape {
    Text,
    Number,
    Flag,
    Span,
    List(&'static [(&'static str, Shape)]),
    Texts,
    Numbers,
    Spans,
    Object,
    Or(&'static Shape),
}

use Shape::{Flag, List, Number, Numbers, Object, Or, Span, Spans, Text, Texts};

const RECORD: &[(&str, Shape)] = &[
    ("schema", Number),
    ("inquit", Text),
    ("id", Text),
    ("outlet", Or(&Text)),
    ("url", Or(&Text)),
    ("title", Or(&Text)),
    ("language", Or(&Text)),
    ("published", Or(&Text)),
    ("blocks", List(&[("kind", Text), ("start", Number), ("end", Number)])),
    ("sentences", Spans),
    ("entities", List(&[("id", Text), ("name", Text), ("kind", Or(&Text)), ("external", Object)])),
    ("mentions", List(MENTION)),
    ("quotes", List(QUOTE)),
    ("warnings", List(WARNING)),
];

const MENTION: &[(&str, Shape)] = &[
    ("start", Number),
    ("end", Number),
    ("text", Text),
    ("entity", Text),
    ("candidates", Texts),
    ("scores", Numbers),
    ("form", Text),
    ("origin", Text),
    ("confidence", Number),
];

const QUOTE: &[(&str, Shape)] = &[
    ("id", Text),
    ("parent", Or(&Text)),
    ("kind", Text),
    ("text", Text),
    ("content", Spans),
    ("marked", Spans),
    ("cue", Or(&Span)),
    ("cue_text", Or(&Text)),
    ("source", Or(&Span)),
    ("source_text", Or(&Text)),
    ("source_kind", Text),
    ("speakers", List(&[("id", Text), ("name", Text)])),
    ("addressees", List(PARTICIPANT)),
    ("relays", List(PARTICIPANT)),
    ("medium", Or(&Span)),
    ("about", Texts),
    ("class", Text),
    ("negated", Flag),
    ("modal", Flag),
    ("block", Number),
    ("origin", Text),
    ("confidence", Number),
];

const PARTICIPANT: &[(&str, Shape)] =
    &[("id", Or(&Text)), ("name", Text), ("start", Number), ("end", Number)];

const WARNING: &[(&str, Shape)] =
    &[("code", Text), ("message", Text), ("start", Or(&Number)), ("end", Or(&Number))];

#[track_caller]
fn assert_shape(value: &Value, keys: &[(&str, Shape)], at: &str) {
    let object = value.as_object().unwrap_or_else(|| panic!("{at} is not an object: {value}"));
    let found: BTreeSet<&str> = object.keys().map(String::as_str).collect();
    let wanted: BTreeSet<&str> = keys.iter().map(|(key, _)| *key).collect();
    assert_eq!(found, wanted, "the keys of {at}");
    for (key, shape) in keys {
        let value = &object[*key];
        assert!(has_shape(value, *shape), "{at}.{key} is {value}");
        if let (List(keys), Some(items)) = (shape, value.as_array()) {
            for item in items {
                assert_shape(item, keys, &format!("{at}.{key}"));
            }
        }
    }
}

fn has_shape(value: &Value, shape: Shape) -> bool {
    let every = |shape| value.as_array().is_some_and(|it| it.iter().all(|it| has_shape(it, shape)));
    match shape {
        Text => value.is_string(),
        Number => value.is_number(),
        Flag => value.is_boolean(),
        Span => every(Number) && value.as_array().is_some_and(|it| it.len() == 2),
        List(_) => value.is_array(),
        Texts => every(Text),
        Numbers => every(Number),
        Spans => every(Span),
        Object => value.is_object(),
        Or(shape) => value.is_null() || has_shape(value, *shape),
    }
}

#[test]
fn a_record_has_every_key_even_when_nothing_was_found() {
    let lines = "{\"text\": \"\"}\n{\"text\": \"Nothing was said.\"}\n";
    let records = inquit(["extract", "-"]).stdin(lines).done().records();
    assert_eq!(records.len(), 2);
    for record in &records {
        assert_shape(record, RECORD, "record");
        assert_eq!(record["quotes"], serde_json::json!([]));
    }
    let records = inquit(["extract", "-"]).stdin(ARTICLE).done().records();
    assert_shape(&records[0], RECORD, "record");
    assert_eq!(records[0]["quotes"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_record_says_what_was_said() {
    let folder = Folder::with(&[("ferry.txt", ARTICLE)]);
    let record = inquit(["extract"]).arg(folder.path("ferry.txt")).done().records().remove(0);
    assert_eq!(record["schema"], 1);
    assert_eq!(record["inquit"], env!("CARGO_PKG_VERSION"));
    assert_eq!(record["id"], "ferry");
    let quote = &record["quotes"][0];
    assert_eq!(quote["id"], "ferry#q1");
    assert_eq!(quote["kind"], "direct");
    assert_eq!(quote["text"], "We sail at noon,");
    assert_eq!(quote["cue_text"], "said");
    assert_eq!(quote["source_text"], "Ida Holm");
    assert_eq!(quote["class"], "speech");
}

#[test]
fn a_confidence_has_three_digits() {
    let line = inquit(["extract", "-"]).stdin(ARTICLE).done().stdout;
    let digits = line.split("\"confidence\":").nth(1).expect("a confidence");
    let digits: String = digits.chars().take_while(|c| !matches!(c, ',' | '}')).collect();
    assert_eq!(digits.len(), "0.900".len(), "{digits}");
}

#[test]
fn metadata_is_handed_on() {
    let line = r#"{"id":"a","text":"x","outlet":"The Gull","url":"http://gull.example/1",
        "title":"Port","published":"2031-03-02","language":"en","other":[1]}"#;
    let record = inquit(["extract", "-"]).stdin(line.replace('\n', " ")).done().records().remove(0);
    for (key, value) in [
        ("id", "a"),
        ("outlet", "The Gull"),
        ("url", "http://gull.example/1"),
        ("title", "Port"),
        ("published", "2031-03-02"),
        ("language", "en"),
    ] {
        assert_eq!(record[key], value);
    }
}

#[test]
fn offsets_count_what_was_asked_for() {
    let text = "Ø🙂 «–»\n“Vi sejler kl. 12 🙂🙂,” said Ida Holm.";
    let slice = |unit: &str, start: usize, end: usize| match unit {
        "byte" => text[start..end].to_owned(),
        "utf16" => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("whole characters")
        }
        _ => text.chars().skip(start).take(end - start).collect(),
    };
    let offset = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let mut starts = BTreeSet::new();
    for unit in ["codepoint", "byte", "utf16"] {
        let run = inquit(["extract", "--offsets", unit, "-"]).stdin(text);
        let record = run.done().records().remove(0);
        let quote = &record["quotes"][0];
        let (start, end) = (offset(&quote["content"][0][0]), offset(&quote["content"][0][1]));
        assert_eq!(slice(unit, start, end), "Vi sejler kl. 12 🙂🙂,");
        assert_eq!(
            slice(unit, offset(&quote["source"][0]), offset(&quote["source"][1])),
            quote["source_text"].as_str().expect("a source"),
        );
        starts.insert(start);

        let run = inquit(["extract", "--format", "csv", "--offsets", unit, "-"]).stdin(text);
        let row = table(&run.done().stdout).remove(0);
        assert_eq!(
            (row["start"].clone(), row["end"].clone()),
            (start.to_string(), end.to_string())
        );
    }
    assert_eq!(starts.len(), 3, "each unit counts in its own way");
    let default = inquit(["extract", "-"]).stdin(text).done().stdout;
    assert_eq!(default, inquit(["extract", "--offsets=codepoint", "-"]).stdin(text).done().stdout);
}

#[test]
fn the_text_comes_along_only_when_asked_for_and_untouched() {
    let text = "\u{FEFF}One.\r\n\r\n“Two,” said Ida Holm.\0\n";
    let folder = Folder::with(&[("a.txt", text)]);
    let plain = inquit(["extract"]).arg(folder.path("a.txt")).done().records();
    assert!(plain[0].get("text").is_none());
    let with = inquit(["extract", "--with-text"]).arg(folder.path("a.txt")).done().records();
    assert_eq!(with[0]["text"], text);
    let quote = &with[0]["quotes"][0];
    let start = quote["content"][0][0].as_u64().expect("an offset");
    assert_eq!(start, 10, "the byte-order mark and both carriage returns count");
}

/// CSV as rows from column to value.
fn table(text: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row as long as the header")).collect()
}

#[test]
fn a_table_says_the_same_as_records() {
    let lines = concat!(
        r#"{"id":"a \"1\"","text":"“One, \"two\", three;” said Ida, called \"Gull\", Holm.","outlet":"Gull, The"}"#,
        "\n",
        r#"{"id":"b","text":"Nothing."}"#,
        "\n",
        r#"{"id":"c","text":"“Four,” said Ida Holm. “Five,” said Jon Vell.","published":"2031"}"#,
        "\n",
    );
    let records = inquit(["extract", "-"]).stdin(lines).done().records();
    let rows = table(&inquit(["extract", "--format=csv", "-"]).stdin(lines).done().stdout);
    let quotes: Vec<(&Value, &Value)> = records
        .iter()
        .flat_map(|it| it["quotes"].as_array().expect("quotes").iter().map(move |q| (it, q)))
        .collect();
    assert!(quotes.len() >= 3);
    assert_eq!(rows.len(), quotes.len());
    for (row, (record, quote)) in rows.iter().zip(quotes) {
        for (column, value) in [
            ("document", &record["id"]),
            ("outlet", &record["outlet"]),
            ("published", &record["published"]),
            ("quote", &quote["id"]),
            ("parent", &quote["parent"]),
            ("kind", &quote["kind"]),
            ("text", &quote["text"]),
            ("source", &quote["source_text"]),
            ("cue", &quote["cue_text"]),
            ("class", &quote["class"]),
        ] {
            assert_eq!(row[column], value.as_str().unwrap_or_default(), "{column}");
        }
        assert_eq!(row["start"], quote["content"][0][0].to_string());
        assert_eq!(row["negated"], quote["negated"].to_string());
    }
}

#[test]
fn a_table_without_a_quote_still_names_its_columns() {
    let table = inquit(["extract", "--format=csv", "-"]).stdin("Nothing.").done().stdout;
    assert!(table.starts_with("document,outlet,published,quote,parent,kind,text,start,end,"));
    assert_eq!(table.lines().count(), 1);
}

#[test]
fn the_output_goes_to_a_file() {
    let folder = Folder::with(&[("a.txt", ARTICLE), ("out.jsonl", "what was there before\n")]);
    let expected = inquit(["extract"]).arg(folder.path("a.txt")).done().stdout;
    for option in ["-o", "--output"] {
        let run = inquit(["extract", option]).arg(folder.path("out.jsonl"));
        assert_eq!(run.arg(folder.path("a.txt")).done().stdout, "");
        assert_eq!(folder.read("out.jsonl"), expected);
    }
}

#[test]
fn an_input_is_not_overwritten() {
    let line = "{\"text\": \"Kept.\"}\n";
    let folder = Folder::with(&[("in.jsonl", line)]);
    let run = inquit(["extract", "-o"]).arg(folder.path("./in.jsonl")).arg(folder.root());
    run.refused("is one of the inputs");
    assert_eq!(folder.read("in.jsonl"), line);
}

/// So many lines, every fiftieth a bad one; the rest are short or long texts with quotes.
fn many_lines(number: usize, long: &str) -> String {
    let line = |number: usize| {
        let quotes = format!("“{number},” said Ida Holm. “We sail,” said Jon Vell. ");
        match number % 50 {
            7 => "{\"text\": 7}\n".to_owned(),
            9 => format!("{{\"text\": \"{quotes}{long}{quotes}\"}}\n"),
            some => {
                format!("{{\"id\": \"{number}\", \"text\": \"{}\"}}\n", quotes.repeat(some % 6))
            }
        }
    };
    (0..number).map(line).collect()
}

#[track_caller]
fn assert_same_for(threads: &[&str], args: &[&str], lines: &str, bad: usize) {
    let run = |threads| inquit(args).arg("--threads").arg(threads).stdin(lines).run();
    let one = run("1");
    assert_eq!((one.exit, one.errors().len()), (ExitCode::SomeFailed, bad));
    for threads in threads {
        let other = run(threads);
        assert_eq!(other.exit, one.exit);
        assert!(other.stdout == one.stdout, "{args:?} differs with {threads} threads");
        assert_eq!(other.stderr, one.stderr);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let lines = many_lines(600, "");
    for args in [&["extract", "-"][..], &["extract", "--format=csv", "-"], &["show", "-"]] {
        assert_same_for(&["0", "2", "4"], args, &lines, 12);
    }
    assert_same_for(&["18446744073709551615"], &["extract", "-"], &many_lines(60, ""), 1 + 1);
}

#[test]
fn nor_do_long_texts_at_which_batches_end() {
    let lines = many_lines(100, &"The ferry left the port. ".repeat(50_000));
    assert_same_for(&["4"], &["extract", "-"], &lines, 2);
}

#[test]
fn a_line_stays_a_line_whatever_is_in_it() {
    let text = "“One\u{2028}two\u{2029}three\u{85}four\u{B}\u{1E}“,” said Ida Holm. à “ €";
    let run = inquit(["extract", "--with-text", "-"]).stdin(text).done();
    let ends = |c: char| matches!(c, '\u{A}'..='\u{D}' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    assert_eq!(run.stdout.find(ends), Some(run.stdout.len() - 1));
    assert_eq!(run.records()[0]["text"], text);
}

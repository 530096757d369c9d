//! The JSON in the README is part of the record of the text in the README.

use inquit::{Annotator, Document, RecordOptions};
use serde_json::Value;

const README: &str = include_str!("../README.md");

/// What stands in the README between these two.
fn between(start: &str, end: &str) -> &'static str {
    let rest = README.split_once(start).unwrap_or_else(|| panic!("no {start} in the README")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} after {start} in the README")).0
}

#[test]
fn the_record_says_what_the_readme_says() {
    let document = Document::new("a1", between("let text = \"", "\";")).expect("a short text");
    let found = Annotator::new().annotate(&document);
    let record = serde_json::from_str(&found.to_json(RecordOptions::default()));
    let shown = serde_json::from_str(between("```json\n", "```")).expect("JSON");
    let mut missing = Vec::new();
    compare("record", &shown, &record.expect("a record"), &mut missing);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Collects what is shown and is not so; objects may have more keys than are shown.
fn compare(place: &str, shown: &Value, value: &Value, missing: &mut Vec<String>) {
    match (shown, value) {
        (Value::Object(shown), Value::Object(_)) => {
            for (key, shown) in shown {
                compare(&format!("{place}.{key}"), shown, &value[key], missing);
            }
        }
        (Value::Array(shown), Value::Array(values)) if shown.len() == values.len() => {
            for (at, (shown, value)) in shown.iter().zip(values).enumerate() {
                compare(&format!("{place}[{at}]"), shown, value, missing);
            }
        }
        _ if shown == value => {}
        _ => missing.push(format!("{place} is {value}, the README shows {shown}")),
    }
}

//! The JSON that scripts rely on.

use inquit::{Annotations, OffsetUnit, RecordOptions, Span};
use serde_json::{Value, json};

use crate::offsets::Counted;

/// The keys of a record at every level, in alphabetical order.
const RECORD: &str = "blocks entities id inquit language mentions outlet published quotes schema \
                      sentences title url warnings";
const BLOCK: &str = "end kind start";
const ENTITY: &str = "external id kind name";
const MENTION: &str = "candidates confidence end entity form origin scores start text";
const QUOTE: &str = "about addressees block class confidence content cue cue_text id kind marked \
                     medium modal negated origin parent relays source source_kind source_text \
                     speakers text";
const SPEAKER: &str = "id name";
const PARTICIPANT: &str = "end id name start";
const WARNING: &str = "code end message start";

/// Everything wrong about the records of these annotations, in all units; none, if all is well.
pub fn record_violations(found: &Annotations) -> Vec<String> {
    let mut wrong = Vec::new();
    let counted = Counted::new(found.document().text());
    for &offsets in OffsetUnit::ALL {
        for with_text in [false, true] {
            let line = found.to_json(RecordOptions { offsets, with_text });
            let Ok(mut value) = serde_json::from_str::<Value>(&line) else {
                wrong.push(format!("not JSON: {line}"));
                continue;
            };
            if line.contains(['\n', '\r']) {
                wrong.push(format!("more than one line: {line}"));
            }
            let text = value.as_object_mut().and_then(|object| object.remove("text"));
            if text != with_text.then(|| json!(found.document().text())) {
                wrong.push(format!("text is {text:?} where with_text is {with_text}"));
            }
            check_keys(&value, &mut wrong);
            check_offsets(found, &counted, offsets, &value, &mut wrong);
            check_names(&value, &mut wrong);
        }
    }
    wrong
}

fn check_keys(record: &Value, wrong: &mut Vec<String>) {
    let mut expect = |value: &Value, keys: &str| {
        let mut found: Vec<&str> =
            value.as_object().into_iter().flat_map(|object| object.keys()).map(|k| &**k).collect();
        found.sort_unstable();
        if found != keys.split_whitespace().collect::<Vec<_>>() {
            wrong.push(format!("keys {found:?} instead of {keys}"));
        }
    };
    expect(record, RECORD);
    for (key, keys) in
        [("blocks", BLOCK), ("entities", ENTITY), ("mentions", MENTION), ("warnings", WARNING)]
    {
        for value in elements(&record[key]) {
            expect(value, keys);
        }
    }
    for quote in elements(&record["quotes"]) {
        expect(quote, QUOTE);
        for (key, keys) in
            [("speakers", SPEAKER), ("addressees", PARTICIPANT), ("relays", PARTICIPANT)]
        {
            for value in elements(&quote[key]) {
                expect(value, keys);
            }
        }
    }
}

fn elements(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn check_offsets(
    found: &Annotations,
    counted: &Counted,
    unit: OffsetUnit,
    record: &Value,
    wrong: &mut Vec<String>,
) {
    let range = |span: Span| match unit {
        OffsetUnit::Byte => json!([span.start, span.end]),
        OffsetUnit::Utf16 => {
            let span = counted.utf16_span(span);
            json!([span.start, span.end])
        }
        _ => {
            let span = counted.char_span(span);
            json!([span.start, span.end])
        }
    };
    let mut expect = |what: &str, found: &Value, expected: Value| {
        if *found != expected {
            wrong.push(format!("{what} is {found} in {unit} instead of {expected}"));
        }
    };
    let sentences: Vec<Value> = found.sentences().iter().map(|&span| range(span)).collect();
    expect("sentences", &record["sentences"], json!(sentences));
    for (at, mention) in found.mentions().iter().enumerate() {
        let written = &record["mentions"][at];
        expect("mention", &json!([written["start"], written["end"]]), range(mention.span()));
        expect("mention", &written["text"], json!(&found.document()[mention.span()]));
    }
    for (at, quote) in found.quotes().iter().enumerate() {
        let written = &record["quotes"][at];
        let content: Vec<Value> = quote.content().iter().map(|&span| range(span)).collect();
        expect("content", &written["content"], json!(content));
        expect("source", &written["source"], quote.source().map_or(Value::Null, range));
        let source = quote.source().map(|span| &found.document()[span]);
        expect("source_text", &written["source_text"], json!(source));
    }
}

/// No entity without a name, and no placeholder for one.
fn check_names(record: &Value, wrong: &mut Vec<String>) {
    for quote in elements(&record["quotes"]) {
        for key in ["speakers", "addressees", "relays"] {
            for person in elements(&quote[key]) {
                if matches!(person["name"].as_str(), None | Some("" | "Unknown")) {
                    wrong.push(format!("{} has a nameless one among its {key}", quote["id"]));
                }
            }
        }
    }
}

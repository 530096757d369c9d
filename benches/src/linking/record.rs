//! Articles as the annotator would hand them on, so that nothing but the linking is measured.

use std::collections::BTreeMap;
use std::fmt::Write;

use inquit::{Annotations, OffsetUnit};
use serde_json::{Value, json};

/// A quote to be printed: what is in it, and by whom; `“` and `”` stand around what is in marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printed<'a> {
    pub(crate) speaker: &'a str,
    pub(crate) text: &'a str,
}

/// A document that prints these quotes, one a paragraph. In its text the quote of number `n` is the
/// one with the id `document#qn`, from 1.
pub(crate) fn printed(id: &str, published: &str, quotes: &[Printed<'_>]) -> Annotations {
    let mut text = String::new();
    let (mut blocks, mut found) = (Vec::new(), Vec::new());
    let mut speakers: BTreeMap<&str, String> = BTreeMap::new();
    for (number, quote) in (1..).zip(quotes) {
        let next = speakers.len() + 1;
        let speaker = speakers.entry(quote.speaker).or_insert_with(|| format!("{id}#e{next}"));
        let from = text.len();
        let is_direct = quote.text.starts_with('“');
        if !is_direct {
            let _ = write!(text, "{} said ", quote.speaker);
        }
        let start = text.len();
        text.push_str(quote.text);
        // Outer marks are no part of the content.
        let (mut first, mut last) = (start, text.len());
        let marks: Vec<usize> =
            quote.text.match_indices(['“', '”']).map(|(at, _)| at + start).collect();
        let mut marked = Vec::new();
        if let [open, close] = marks[..] {
            let inner = [open + '“'.len_utf8(), close];
            marked.push(inner);
            if is_direct {
                [first, last] = inner;
            }
        }
        if is_direct {
            let _ = write!(text, " said {}.", quote.speaker);
        } else {
            text.push('.');
        }
        blocks.push(json!({"kind": "paragraph", "start": from, "end": text.len()}));
        text.push_str("\n\n");
        let kind = match (is_direct, marked.is_empty()) {
            (true, _) => "direct",
            (false, false) => "mixed",
            (false, true) => "indirect",
        };
        found.push(json!({
            "id": format!("{id}#q{number}"), "parent": null, "kind": kind,
            "content": [[first, last]], "marked": marked, "cue": null, "source": null,
            "source_kind": "named", "speakers": [{"id": speaker}], "addressees": [], "relays": [],
            "medium": null, "about": [], "class": "speech", "negated": false, "modal": false,
            "block": number - 1, "origin": "rule", "confidence": 0.95,
        }));
    }
    let entities: Vec<Value> = speakers
        .iter()
        .map(|(name, id)| json!({"id": id, "name": name, "kind": "person", "external": {}}))
        .collect();
    let record = json!({
        "schema": inquit::SCHEMA, "id": id, "outlet": null, "url": null, "title": null,
        "language": "en", "published": published, "text": text, "blocks": blocks, "sentences": [],
        "entities": entities, "mentions": [], "quotes": found, "warnings": [],
    });
    Annotations::from_json(&record.to_string(), OffsetUnit::Byte).expect("a record")
}

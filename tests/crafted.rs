//! Records that no annotator writes: whatever they say, a linker takes them or they are an error.

use inquit::{Annotations, OffsetUnit};
use inquit_tests::targets;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invariants::hostile_text;
use crate::property::config;

const TEXT: &str = "“We will never sell the ferry,” Ada Okoro told the Gull. “Never … [to them],” said Zoë 🙂 \
                    Lane. She said that it won’t be sold to the US.";

/// Two places of the text, in order or not.
fn span() -> impl Strategy<Value = [usize; 2]> {
    let length = TEXT.chars().count();
    prop_oneof![
        4 => (0..length, 1..60_usize).prop_map(move |(from, count)| [from, (from + count).min(length)]),
        1 => (0..length + 9, 0..length + 9).prop_map(|(from, to)| [from, to]),
    ]
}

fn one_of(names: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(names)
}

prop_compose! {
    fn quote()(
        content in prop::collection::vec(span(), 0..4),
        marked in prop::collection::vec(span(), 0..4),
        cue in prop::option::of(span()),
        kind in one_of(&["direct", "mixed", "indirect"]),
        class in one_of(&["speech", "writing", "attitude"]),
        speakers in prop::collection::vec(one_of(&["Q7", "a#e1", "nobody"]), 0..3),
        about in prop::collection::vec(one_of(&["Q7", "a#e1", ""]), 0..3),
        negated in prop::bool::weighted(0.1),
        confidence in 0..1001_u16,
    ) -> Value {
        let speakers: Vec<Value> =
            speakers.into_iter().map(|id| json!({"id": id, "name": "Ada Okoro"})).collect();
        json!({
            "id": "#q1", "parent": null, "kind": kind, "text": null, "content": content, "marked": marked,
            "cue": cue, "source": null, "source_kind": "none", "speakers": speakers, "addressees": [],
            "relays": [], "medium": null, "about": about, "class": class, "negated": negated,
            "modal": false, "block": 0, "origin": "rule", "confidence": f64::from(confidence) / 1000.0,
        })
    }
}

prop_compose! {
    fn record()(
        id in one_of(&["a", "b", "c", ""]),
        text in prop_oneof![4 => Just(TEXT.to_owned()), 1 => hostile_text()],
        quotes in prop::collection::vec(quote(), 0..5),
        published in one_of(&["2025-03-01", "2025-03-02T10:00Z", "", "9999-12-31", "soon"]),
        name in one_of(&["Ada Okoro", "Okoro", "A. Okoro Jr.", ""]),
        more in prop::collection::vec(span(), 0..3),
        sentences in prop::collection::vec(span(), 0..3),
    ) -> String {
        let length = text.chars().count();
        let blocks: Vec<Value> = if more.is_empty() { vec![[0, length]] } else { more }
            .into_iter()
            .map(|[start, end]| json!({"kind": "paragraph", "start": start, "end": end}))
            .collect();
        let entity = json!({"id": "a#e1", "name": name, "kind": "person", "external": {}});
        let other = json!({"id": "Q7", "name": "The Gull", "kind": null, "external": {}});
        json!({
            "schema": 1, "inquit": "0", "id": id, "outlet": name, "url": text, "title": text,
            "language": null, "published": published, "text": text,
            "blocks": blocks, "sentences": sentences,
            "entities": [other, entity], "mentions": [], "quotes": quotes, "warnings": [],
        })
        .to_string()
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn a_linker_takes_any_record(records in prop::collection::vec(record(), 1..6)) {
        targets::linker(records.join("\n").as_bytes());
    }
}

#[test]
fn some_of_such_records_are_read() {
    let quote = json!({
        "id": "#q1", "parent": null, "kind": "direct", "text": null, "content": [[1, 30]], "marked": [],
        "cue": null, "source": null, "source_kind": "none", "speakers": [], "addressees": [],
        "relays": [], "medium": null, "about": [], "class": "speech", "negated": false,
        "modal": false, "block": 0, "origin": "rule", "confidence": 0.5,
    });
    let record = json!({
        "schema": 1, "inquit": "0", "id": "a", "outlet": null, "url": null, "title": null,
        "language": null, "published": null, "text": TEXT,
        "blocks": [{"kind": "paragraph", "start": 0, "end": TEXT.chars().count()}], "sentences": [],
        "entities": [], "mentions": [], "quotes": [quote], "warnings": [],
    });
    let read = Annotations::from_json(&record.to_string(), OffsetUnit::CodePoint);
    assert_eq!(read.map(|it| it.quotes().len()).map_err(|error| error.to_string()), Ok(1));
}

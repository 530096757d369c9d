//! Documents that come as records, so that a test says who said what, and no model has a part in it.

use inquit::{Annotations, Linker, Links, OffsetUnit, Utterance, Verdict};
use inquit_io::JsonLines;
use serde_json::{Value, json};

/// A paragraph that is one quote: whose it is, how much of it is in marks, and the words; of a mixed one,
/// what stands between `“` and `”` is in marks.
struct Said<'a> {
    speakers: &'a [&'a str],
    about: &'a [&'a str],
    kind: &'a str,
    words: &'a str,
}

fn said<'a>(speaker: &'a [&'a str], kind: &'a str, words: &'a str) -> Said<'a> {
    Said { speakers: speaker, about: &[], kind, words }
}

/// Those of whom records speak: id, name and kind.
const ENTITIES: [[&str; 3]; 4] = [
    ["council", "Harlsea Council", "organization"],
    ["holm", "Ida Holm", "person"],
    ["kent", "Clark Kent", "person"],
    ["lane", "Lois Lane", "person"],
];

/// A record with offsets in bytes.
fn record(id: &str, published: Option<&str>, quotes: &[Said<'_>]) -> Value {
    let mut text = String::from("News.");
    let (mut blocks, mut found) =
        (vec![json!({"kind": "paragraph", "start": 0, "end": 5})], vec![]);
    for (number, it) in (1..).zip(quotes) {
        text.push_str("\n\n");
        let start = text.len();
        text.push_str(it.words);
        let end = text.len();
        let marks: Vec<usize> =
            it.words.match_indices(['“', '”']).map(|(at, _)| at + start).collect();
        let marked: Vec<[usize; 2]> = match it.kind {
            "direct" => vec![[start, end]],
            _ => marks.chunks_exact(2).map(|pair| [pair[0] + '“'.len_utf8(), pair[1]]).collect(),
        };
        blocks.push(json!({"kind": "paragraph", "start": start, "end": end}));
        let speakers: Vec<Value> = it.speakers.iter().map(|id| json!({"id": id})).collect();
        found.push(json!({
            "id": format!("{id}#q{number}"), "parent": null, "kind": it.kind, "text": it.words,
            "content": [[start, end]], "marked": marked, "cue": null, "source": null,
            "source_kind": "named", "speakers": speakers, "addressees": [], "relays": [],
            "medium": null, "about": it.about, "class": "speech", "negated": false, "modal": false,
            "block": number, "origin": "rule", "confidence": 0.95,
        }));
    }
    let entities = ENTITIES
        .map(|[id, name, kind]| json!({"id": id, "name": name, "kind": kind, "external": {}}));
    json!({
        "schema": inquit::SCHEMA, "inquit": "0.1.0", "id": id, "outlet": null, "url": null, "title": null,
        "language": "en", "published": published, "text": text, "blocks": blocks, "sentences": [],
        "entities": entities, "mentions": [], "quotes": found, "warnings": [],
    })
}

fn read(record: &Value) -> Annotations {
    Annotations::from_json(&record.to_string(), OffsetUnit::Byte).expect("a record")
}

/// What is linked of these quotes, each in a document of its own, named by its place from 1.
fn linked(quotes: &[Said<'_>]) -> Links {
    let mut linker = Linker::new();
    for (number, quote) in (1..).zip(quotes) {
        let id = number.to_string();
        linker
            .add(&read(&record(&id, None, std::slice::from_ref(quote))))
            .expect("an id of its own");
    }
    linker.links()
}

/// The documents that report an utterance, in order.
fn documents(utterance: &Utterance) -> Vec<&str> {
    let mut all: Vec<&str> = utterance.variants.iter().map(|it| &*it.member.document).collect();
    all.push(&utterance.reference.document);
    all.sort_unstable();
    all
}

const LEFT: &str = "The old ferry should never have left the port of Harlsea";
const ENGINES: &str = "Both of those broken engines were flooded in the storm on Saturday";

#[test]
fn who_may_have_said_one_of_two_may_have_said_both() {
    let both = format!("{LEFT}, and {}", ENGINES.replace("Both", "both"));
    let links = linked(&[
        said(&["kent"], "direct", LEFT),
        // What an institution says of somebody may be theirs.
        Said { about: &["kent"], ..said(&["council"], "direct", ENGINES) },
        said(&["kent"], "direct", &both),
        said(&["council"], "direct", LEFT),
    ]);
    assert_eq!(links.utterances.len(), 1, "{:#?}", links.utterances);
    assert_eq!(documents(&links.utterances[0]), ["1", "2", "3", "4"]);
    assert_eq!(links.utterances[0].speaker, Some("kent".into()));
}

#[test]
fn a_person_named_late_is_found_under_all_wordings() {
    let links = linked(&[
        said(&["council"], "direct", LEFT),
        said(&["council", "kent"], "direct", LEFT),
        said(&["kent"], "direct", "the old ferry should never have left"),
        said(&["lane"], "direct", LEFT),
    ]);
    let found: Vec<_> = links.utterances.iter().map(documents).collect();
    assert_eq!(found, [vec!["1", "2", "3"], vec!["4"]]);
    assert_eq!(links.utterances[0].speaker, Some("kent".into()));
}

#[test]
fn words_in_marks_are_kept_before_told_ones() {
    let told: Vec<String> = ["it", "fuel", "sand", "rust", "oil", "salt", "water"]
        .iter()
        .map(|what| {
            format!("the old ferry should never have left the port with {what} in the engines")
        })
        .collect();
    let mut quotes: Vec<Said<'_>> =
        told.iter().map(|words| said(&["kent"], "indirect", words)).collect();
    quotes.push(said(
        &["kent"],
        "direct",
        "The old ferry should never have left the port with rust in the engines, but not one of the \
         owners would read a single letter that our inspectors sent to Bergen",
    ));
    quotes.push(said(
        &["kent"],
        "direct",
        "read a single letter that our inspectors sent to Bergen",
    ));
    let links = linked(&quotes);
    assert_eq!(links.utterances.len(), 1, "{:#?}", links.utterances);
    assert_eq!(&*links.utterances[0].reference.document, "8");
    assert_eq!(documents(&links.utterances[0]).len(), 9);
}

#[test]
fn how_sure_a_variant_is_does_not_depend_on_the_order() {
    let quotes = [
        ("a", said(&["kent"], "direct", LEFT)),
        ("b", said(&["kent"], "indirect", "the old ferry should not have left its port")),
        ("c", said(&["kent"], "direct", "the old ferry should never have left the port")),
    ];
    let sure = |order: [usize; 3]| {
        let mut linker = Linker::new();
        for at in order {
            let (id, quote) = &quotes[at];
            linker.add(&read(&record(id, None, std::slice::from_ref(quote)))).unwrap();
        }
        let links = linker.links();
        assert_eq!(links.utterances.len(), 1, "{:#?}", links.utterances);
        let variants = links.utterances[0].variants.iter();
        let mut sure: Vec<_> =
            variants.map(|it| (it.member.document.clone(), it.confidence)).collect();
        sure.sort();
        sure
    };
    let expected = sure([0, 1, 2]);
    assert_eq!(expected.len(), 2);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(sure(order), expected, "{order:?}");
    }
}

#[test]
fn words_outside_the_marks_are_not_verbatim() {
    let mut linker = Linker::new();
    let words = "the ferry was “a danger to everybody on board” and should have stayed in dry dock";
    linker.add(&read(&record("a", None, &[said(&["kent"], "mixed", words)]))).unwrap();
    for (asked, verdict) in [
        ("A danger to everybody on board.", Verdict::Verbatim),
        ("should have stayed in dry dock", Verdict::Elsewhere),
        ("a danger to everybody on board and should", Verdict::Altered),
        ("a danger to everybody on board and should have stayed in dry dock", Verdict::Elsewhere),
    ] {
        assert_eq!(linker.verify(asked, Some("Kent"))[0].verdict, verdict, "{asked}");
    }
    assert_eq!(linker.verify("a danger", Some("Lane"))[0].verdict, Verdict::OtherSpeaker);
}

#[test]
fn reports_are_in_order_of_the_instant() {
    let mut linker = Linker::new();
    for (id, published) in [
        ("last", Some("2015-09-20T01:00-04:00")),
        ("undated", None),
        ("middle", Some("2015-09-20T03:00+00:00")),
        ("first", Some("2015-09-20T07:00+05:30")),
    ] {
        linker.add(&read(&record(id, published, &[said(&["kent"], "direct", LEFT)]))).unwrap();
    }
    let links = linker.links();
    assert_eq!(links.stories.len(), 1);
    let events = links.timeline(&links.stories[0].id);
    let order: Vec<&str> = events.iter().map(|it| &*it.document).collect();
    assert_eq!(order, ["first", "middle", "last", "undated"]);
}

#[test]
fn a_record_must_say_what_stands_at_its_offsets() {
    let words = "“No” – that is what the owners of the ferry told us";
    let good = record("a", None, &[said(&["kent"], "indirect", words)]);
    let read = |record: &Value, offsets| Annotations::from_json(&record.to_string(), offsets);
    assert!(read(&good, OffsetUnit::Byte).is_ok());
    let edited = |pointer: &str, value: Value| {
        let mut record = good.clone();
        *record.pointer_mut(pointer).expect("a place") = value;
        record
    };
    // In code points, the blocks of this record would end beyond its text, and without them its quote.
    let mut shifted = edited("/blocks", json!([{"kind": "paragraph", "start": 0, "end": 5}]));
    shifted["quotes"][0]["block"] = json!(0);
    shifted["quotes"][0]["content"] = json!([[7, 58]]);
    for (record, offsets, message) in [
        (
            &shifted,
            OffsetUnit::Byte,
            "quote `a#q1` is said to be `“No” – that is what the owners of the fe…`",
        ),
        (
            &edited("/quotes/0/text", json!("“No”")),
            OffsetUnit::Byte,
            "quote `a#q1` is said to be `“No”`",
        ),
        (
            &edited(
                "/mentions",
                json!([{
                    "start": 7, "end": 10, "text": "Ida", "entity": "holm", "candidates": [],
                    "form": "name", "origin": "model", "confidence": 0.5,
                }]),
            ),
            OffsetUnit::Byte,
            "a mention is said to be `Ida`",
        ),
        (
            &edited("/quotes/0/content", json!([[7, 30], [20, 40]])),
            OffsetUnit::Byte,
            "the content of quote `a#q1` is not in order in bytes",
        ),
        (
            &edited("/quotes/0/marked", json!([[12, 15], [10, 12]])),
            OffsetUnit::Byte,
            "the marked text of quote `a#q1` is not in order in bytes",
        ),
    ] {
        let error = read(record, offsets).expect_err(message);
        assert!(error.is_invalid_record());
        assert!(error.to_string().contains(message), "{error}");
    }
    assert!(read(&shifted, OffsetUnit::CodePoint).is_ok());
}

#[test]
fn quotes_that_all_hold_one_text_are_refused() {
    let mut record = record("a", None, &[said(&["kent"], "direct", &"word ".repeat(1000))]);
    let quote = record["quotes"][0].clone();
    let quotes = (0..200).map(|number| {
        let mut quote = quote.clone();
        quote["id"] = json!(format!("a#q{number}"));
        quote
    });
    record["quotes"] = quotes.collect();
    let error = Annotations::from_json(&record.to_string(), OffsetUnit::Byte).unwrap_err();
    assert!(error.to_string().contains("more than 16 times its text"), "{error}");
}

#[test]
fn limits_are_those_of_records_too() {
    let line = record("a", None, &[said(&["kent"], "direct", LEFT)]).to_string();
    let with_limit = |most| {
        let limits = inquit::Limits::new().with_max_document(most).unwrap();
        let mut lines = JsonLines::new(line.as_bytes(), "a.jsonl", limits).with_records();
        let document = lines.next().expect("a line");
        document.map(|_| lines.take_record().expect("a record"))
    };
    let size = "News.\n\n".len() + LEFT.len();
    assert!(with_limit(size).is_ok());
    let error = with_limit(size - 1).unwrap_err();
    assert!(error.is_too_large(), "{error}");
    assert!(error.to_string().contains("a.jsonl:1"), "{error}");
}

#[test]
fn an_exact_statement_is_not_crowded_out_by_longer_ones() {
    let mut linker = Linker::new();
    let long = "we will not and we will not go, no, we will not go there and we will not be there or go back";
    for at in 0..59 {
        linker
            .add(&read(&record(&format!("l{at}"), None, &[said(&["lane"], "direct", long)])))
            .unwrap();
    }
    let exact = "We will not go back there,";
    linker.add(&read(&record("exact", None, &[said(&["kent"], "direct", exact)]))).unwrap();
    let found = &linker.verify("We will not go back there.", None)[0];
    assert_eq!(found.verdict, Verdict::Verbatim);
    assert_eq!(found.speaker, Some("kent".into()));
    assert_eq!(&*found.sources[0].document, "exact");
}

#[test]
fn blocks_and_sentences_that_overlap_are_refused() {
    let good = record("a", None, &[said(&["kent"], "direct", LEFT)]);
    let block = |start: usize, end: usize| json!({"kind": "paragraph", "start": start, "end": end});
    for (pointer, value, message) in [
        ("/blocks", json!([block(0, 5), block(4, 9)]), "block 2 of it begins before"),
        ("/blocks", json!([block(7, 12), block(0, 5)]), "block 2 of it begins before"),
        ("/sentences", json!([[0, 5], [7, 20], [7, 20]]), "sentence 3 of it begins before"),
    ] {
        let mut record = good.clone();
        *record.pointer_mut(pointer).expect("a place") = value;
        let error = Annotations::from_json(&record.to_string(), OffsetUnit::Byte).unwrap_err();
        assert!(error.is_invalid_record() && error.to_string().contains(message), "{error}");
    }
}

#[test]
fn entities_of_records_with_a_new_id_stay_two_people() {
    let renamed = |id: &str, name: &str| {
        let mut record = record(id, None, &[said(&["stdin#e1"], "direct", LEFT)]);
        record["entities"] =
            json!([{"id": "stdin#e1", "name": name, "kind": "person", "external": {}}]);
        read(&record)
    };
    let mut linker = Linker::new();
    linker.add(&renamed("a", "Clark Kent")).unwrap();
    linker.add(&renamed("b", "Lois Lane")).unwrap();
    let links = linker.links();
    let names: Vec<&str> = links.entities.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["Clark Kent", "Lois Lane"]);
    assert_eq!(links.utterances.len(), 2);
}

#[test]
fn a_speaker_is_known_by_titles_and_parts_of_the_name() {
    let mut linker = Linker::new();
    linker.add(&read(&record("a", None, &[said(&["holm"], "direct", LEFT)]))).unwrap();
    for name in [
        "Ida Holm",
        "Holm",
        "Ida",
        "Ms Holm",
        "Ms. Ida Holm",
        "Mayor Holm",
        "Holm, Ida",
        "Ms Holm, Ida",
        "holm",
    ] {
        assert_eq!(linker.verify(LEFT, Some(name))[0].verdict, Verdict::Verbatim, "{name}");
    }
    for name in ["Mr Kent", "Lane, Lois", "Ada", "Mayor", "Ada Holm", "Holm, Ada"] {
        assert_eq!(linker.verify(LEFT, Some(name))[0].verdict, Verdict::OtherSpeaker, "{name}");
    }
}

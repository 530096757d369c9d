//! What holds for every text: generated ones, and those of the vectors cut anywhere.

use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use inquit::{Annotations, Annotator, BatchOptions, Dictionary, Document, Entity, RecordOptions};
use inquit_tests::{record_violations, targets, violations};
use proptest::prelude::*;

use crate::pieces::PIECES;
use crate::property::config;
use crate::vectors;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(Annotator::new);

pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..40)
            .prop_map(|pieces| pieces.concat()),
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..40)
            .prop_map(|pieces| pieces.join(" ")),
        1 => any::<String>(),
    ]
}

/// A few entities named by the same pieces as the text.
fn dictionary() -> impl Strategy<Value = Dictionary> {
    let name = prop::collection::vec(prop::sample::select(PIECES), 1..3)
        .prop_map(|pieces| pieces.join(" "))
        .prop_filter("a name", |name| Dictionary::compile([Entity::new("E", &**name)]).is_ok());
    prop::collection::vec((name, 0..3_u32), 0..8).prop_map(|names| {
        let entities = names.into_iter().enumerate();
        Dictionary::compile(
            entities
                .map(|(at, (name, prior))| Entity::new(format!("E{at}"), name).with_prior(prior)),
        )
        .expect("names with words and ids of their own")
    })
}

fn annotate(annotator: &Annotator, text: &str) -> Annotations {
    annotator.annotate(&Document::new("d", text).expect("a small text"))
}

fn json(found: &Annotations) -> String {
    found.to_json(RecordOptions::default())
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn annotations_are_well_formed(text in hostile_text()) {
        let found = annotate(&ANNOTATOR, &text);
        prop_assert_eq!(violations(&found), [""; 0]);
    }

    #[test]
    fn annotations_with_a_dictionary_are_well_formed(
        text in hostile_text(),
        dictionary in dictionary(),
    ) {
        let found = annotate(&Annotator::builder().dictionary(&dictionary).build(), &text);
        prop_assert_eq!(violations(&found), [""; 0]);
    }

    #[test]
    fn records_are_json_with_every_key(text in hostile_text()) {
        let found = annotate(&ANNOTATOR, &text);
        prop_assert_eq!(record_violations(&found), [""; 0]);
    }

    #[test]
    fn tokens_and_marks_are_well_formed(text in hostile_text()) {
        targets::text(text.as_bytes());
    }

    #[test]
    fn threads_change_nothing(texts in prop::collection::vec(hostile_text(), 0..12)) {
        let documents: Vec<Document> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| Document::new(format!("d{at}"), text.as_str()).unwrap())
            .collect();
        let alone: Vec<String> =
            documents.iter().map(|document| json(&ANNOTATOR.annotate(document))).collect();
        let together = ANNOTATOR.annotate_all(&documents);
        prop_assert_eq!(&together.iter().map(json).collect::<Vec<_>>(), &alone);
        for threads in [1, 2, 3, 8] {
            let options = BatchOptions::new().threads(threads);
            let found = ANNOTATOR.map_all(&documents, options, |found| json(&found)).unwrap();
            prop_assert_eq!(&found, &alone, "on {} threads", threads);
        }
    }
}

#[test]
fn vectors_cut_anywhere_are_well_formed() {
    for (_, case) in vectors::all() {
        let text = &case.text;
        for (at, _) in text.char_indices() {
            for part in [&text[..at], &text[at..]] {
                let wrong = violations(&annotate(&ANNOTATOR, part));
                assert!(wrong.is_empty(), "{}: {part:?}\n{}", case.name, wrong.join("\n"));
            }
        }
    }
}

#[test]
fn a_cancelled_batch_is_an_error() {
    let documents: Vec<Document> = (0..20)
        .map(|at| Document::new(format!("d{at}"), "“No,” said Mr Kent.").expect("a small text"))
        .collect();
    for threads in [1, 2, 3, 8] {
        let stop = AtomicBool::new(true);
        let options = BatchOptions::new().threads(threads).cancel(&stop);
        let error = ANNOTATOR.annotate_all_with(&documents, options).expect_err("cancelled");
        assert!(error.is_cancelled());
        assert_eq!(error.to_string(), "cancelled after 0 of 20 documents");

        let go_on = AtomicBool::new(false);
        let options = BatchOptions::new().threads(threads).cancel(&go_on);
        let found = ANNOTATOR.annotate_all_with(&documents, options).expect("not cancelled");
        assert_eq!(found.len(), documents.len());
    }
}

#[test]
fn a_batch_cancelled_on_the_way_stops() {
    use std::sync::atomic::Ordering;

    let documents: Vec<Document> =
        (0..200).map(|at| Document::new(format!("d{at}"), "No.").expect("a small text")).collect();
    let stop = AtomicBool::new(false);
    let options = BatchOptions::new().threads(1).cancel(&stop);
    let result = ANNOTATOR.map_all(&documents, options, |found| {
        if found.document().id() == "d4" {
            stop.store(true, Ordering::Relaxed);
        }
    });
    let error = result.expect_err("cancelled by the fifth document");
    assert_eq!(error.to_string(), "cancelled after 5 of 200 documents");
}

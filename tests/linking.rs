//! Documents together: the cases of `pairs/links.toml`, and what holds for all.

use std::fs;
use std::path::Path;

use inquit::{Annotations, Annotator, Document, Linker, Links, Member};
use proptest::prelude::*;
use serde::Deserialize;

use crate::invariants::hostile_text;
use crate::property::config;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    documents: Vec<Given>,
    #[serde(default)]
    together: Vec<[[String; 2]; 2]>,
    #[serde(default)]
    apart: Vec<[[String; 2]; 2]>,
    stories: Option<Vec<Vec<String>>>,
    duplicates: Option<Vec<Vec<String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    id: String,
    text: String,
    published: Option<String>,
}

fn annotated(given: &Given) -> Annotations {
    let mut document = Document::new(&*given.id, &*given.text).expect("a small text");
    if let Some(published) = &given.published {
        document = document.with_published(&**published);
    }
    Annotator::new().annotate(&document)
}

fn members(utterance: &inquit::Utterance) -> impl Iterator<Item = &Member> {
    std::iter::once(&utterance.reference).chain(utterance.variants.iter().map(|it| &it.member))
}

/// Whether two places are in one utterance; an error where one of them is in none.
fn are_together(links: &Links, pair: &[[String; 2]; 2]) -> Result<bool, String> {
    let of = |[document, words]: &[String; 2]| -> Result<Vec<usize>, String> {
        let has = |utterance: &inquit::Utterance| {
            members(utterance).any(|it| *it.document == **document && it.text.contains(&**words))
        };
        let found: Vec<usize> =
            (0..links.utterances.len()).filter(|&at| has(&links.utterances[at])).collect();
        if found.is_empty() {
            Err(format!("{document} quotes no “{words}”"))
        } else {
            Ok(found)
        }
    };
    let (one, other) = (of(&pair[0])?, of(&pair[1])?);
    Ok(one.iter().any(|it| other.contains(it)))
}

#[test]
fn every_case_is_linked_as_it_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs/links.toml");
    let cases: Cases = toml::from_str(&fs::read_to_string(file).expect("a file")).expect("cases");
    assert!(cases.case.len() > 10);
    let mut wrong = Vec::new();
    for case in &cases.case {
        let mut linker = Linker::new();
        for given in &case.documents {
            linker.add(&annotated(given)).expect("ids of their own");
        }
        let links = linker.links();
        let pairs = case.together.iter().map(|it| (it, true));
        for (pair, expected) in pairs.chain(case.apart.iter().map(|it| (it, false))) {
            if are_together(&links, pair) != Ok(expected) {
                let found = are_together(&links, pair);
                wrong.push(format!("{}: {pair:?} together: {found:?}", case.name));
            }
        }
        let groups = |found: Vec<&Vec<Box<str>>>| -> Vec<Vec<String>> {
            found.into_iter().map(|group| group.iter().map(ToString::to_string).collect()).collect()
        };
        let stories = groups(links.stories.iter().map(|it| &it.documents).collect());
        if case.stories.as_ref().is_some_and(|expected| *expected != stories) {
            wrong.push(format!("{}: stories {stories:?}", case.name));
        }
        let copies = groups(links.duplicates.iter().map(|it| &it.documents).collect());
        if case.duplicates.as_ref().is_some_and(|expected| *expected != copies) {
            wrong.push(format!("{}: duplicates {copies:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The sample articles, which are five reports of one event.
#[test]
fn the_sample_articles_are_one_story() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .collect();
    files.sort();
    let mut linker = Linker::new();
    for file in &files {
        let id = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(file).expect("an article");
        linker.add(&Annotator::new().annotate(&Document::new(id, text).unwrap())).unwrap();
    }
    let links = linker.links();
    let pair =
        |a: [&str; 2], b: [&str; 2]| are_together(&links, &[a, b].map(|it| it.map(String::from)));
    let (coast, gull, portal) = ("coast-tribune", "daily-gull", "deccan-portal");
    let times = "harbour-times";
    for (a, b) in [
        ([coast, "at sea at all"], [portal, "at sea at all"]),
        ([coast, "at sea at all"], [times, "at sea at all"]),
        ([coast, "dry dock"], [gull, "dry dock"]),
        ([coast, "Would we accept"], [portal, "Would we accept"]),
        ([coast, "very clear"], [portal, "very clear"]),
        ([coast, "very clear"], [times, "very clear"]),
        ([coast, "until every valve"], [times, "until every valve"]),
        ([gull, "stop at a border"], [portal, "stop at a border"]),
        ([gull, "a car park with a view"], [portal, "we become a car park"]),
    ] {
        assert_eq!(pair(a, b), Ok(true), "{a:?} {b:?}");
    }
    for (a, b) in [
        ([coast, "dry dock"], [gull, "stop at a border"]),
        ([coast, "very clear"], [portal, "Would we accept"]),
        ([coast, "three letters"], [portal, "Would we accept"]),
    ] {
        assert_eq!(pair(a, b), Ok(false), "{a:?} {b:?}");
    }
    let stories: Vec<usize> = links.stories.iter().map(|it| it.documents.len()).collect();
    assert_eq!(stories, [files.len()], "{:?}", links.stories);
    assert_eq!(links.duplicates, []);
}

#[test]
fn a_repeated_id_names_both_documents() {
    let document = |outlet| Document::new("a", "“No,” said Mr Kent.").unwrap().with_outlet(outlet);
    let annotator = Annotator::new();
    let mut linker = Linker::new();
    linker.add(&annotator.annotate(&document("The Gull"))).unwrap();
    let before = linker.links();
    let error = linker.add(&annotator.annotate(&document("The Tribune"))).unwrap_err();
    assert!(error.is_repeated_document());
    assert_eq!(
        error.to_string(),
        "two documents have the id `a`, number 1 (of The Gull) and the one to be added (of \
         The Tribune); \
         give each an id of its own"
    );
    assert_eq!(linker.links(), before);
}

#[test]
fn without_documents_there_is_nothing() {
    let linker = Linker::new();
    assert!(linker.is_empty());
    assert_eq!(linker.links(), Links::default());
    assert_eq!(
        linker.links().to_json(),
        r#"{"entities":[],"utterances":[],"stories":[],"duplicates":[]}"#
    );
    assert_eq!(linker.verify("", None), []);
    assert_eq!(linker.links().outlets(), []);
}

#[test]
fn many_reports_of_one_line_and_of_nearly_one_stay_quick() {
    let annotator = Annotator::new();
    let mut linker = Linker::new();
    for at in 0..3_000 {
        let text = format!(
            "“We will never sell the old ferry to anybody,” said Clark Kent.\n\n\
             “We will never sell the old ferry number {at} to anybody,” said Lois Lane."
        );
        let document = Document::new(format!("d{at}"), text).unwrap();
        let added = linker.add(&annotator.annotate(&document)).unwrap();
        assert_eq!(added.placed().len(), 2);
    }
    let links = linker.links();
    let most = links.utterances.iter().map(|it| it.variants.len()).max();
    assert_eq!(most, Some(2_999));
    assert_eq!(links.stories.len(), 1);
}

#[test]
fn ids_given_out_stay_valid() {
    let annotator = Annotator::new();
    let mut linker = Linker::new();
    let (mut given, mut gone) = (Vec::new(), Vec::new());
    for (id, words) in [
        ("a", "the old ferry should never have left the port"),
        ("b", "with both of those broken engines on board"),
        (
            "c",
            "the old ferry should never have left the port with both of those broken engines on board",
        ),
    ] {
        let text = format!("“I say {words},” said Clark Kent.");
        let added = linker.add(&annotator.annotate(&Document::new(id, text).unwrap())).unwrap();
        given.extend(added.placed().iter().map(|it| it.utterance.clone()));
        gone.extend(added.merged_utterances().to_vec());
    }
    assert!(!gone.is_empty(), "the whole brings its parts together");
    let left: Vec<Box<str>> = linker.links().utterances.into_iter().map(|it| it.id).collect();
    for id in given {
        let merged = gone.iter().find(|(_, gone)| *gone == id).map(|(left, _)| left);
        assert!(left.contains(merged.unwrap_or(&id)), "{id}: {left:?} {gone:?}");
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn any_documents_are_linked_the_same_each_time(texts in prop::collection::vec(hostile_text(), 0..6)) {
        let annotator = Annotator::new();
        let found: Vec<Annotations> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| {
                annotator.annotate(&Document::new(format!("d{at}"), &**text).expect("a small text"))
            })
            .collect();
        let link = || {
            let mut linker = Linker::new();
            let added = linker.extend(&found).expect("ids of their own");
            (linker.links(), added)
        };
        let (links, added) = link();
        prop_assert_eq!(&(links.clone(), added.clone()), &link());
        let documents: usize = links.stories.iter().map(|it| it.documents.len()).sum();
        prop_assert_eq!(documents, texts.len());
        for entity in &links.entities {
            let mut known: Vec<_> = entity.members.iter().map(|it| &it.0).collect();
            known.dedup();
            prop_assert_eq!(known.len(), entity.members.len());
        }
        for utterance in &links.utterances {
            for member in members(utterance) {
                let at: usize = member.document[1..].parse().unwrap();
                for (span, chars) in member.spans.iter().zip(&member.char_spans) {
                    prop_assert!(span.get(&texts[at]).is_some());
                    prop_assert_eq!(found[at].document().char_span(*span), *chars);
                }
            }
            for variant in &utterance.variants {
                if !variant.alterations.is_empty() {
                    let words = variant.replayed(&utterance.reference);
                    let own = inquit::compare(&variant.member.text, "");
                    prop_assert_eq!(&*words, &*own.alterations()[0].reference_text);
                }
            }
        }
        let ids: Vec<_> = links.utterances.iter().map(|it| it.id.clone()).collect();
        let merged: Vec<_> =
            added.iter().flat_map(inquit::Added::merged_utterances).map(|it| it.1.clone()).collect();
        for placed in added.iter().flat_map(inquit::Added::placed) {
            prop_assert!(ids.contains(&placed.utterance) || merged.contains(&placed.utterance));
        }
        prop_assert!(serde_json::from_str::<serde_json::Value>(&links.to_json()).is_ok());
    }
}

/// A linker of a few documents that share quotes, people and text.
fn some(range: std::ops::Range<usize>) -> Vec<Annotations> {
    let annotator = Annotator::new();
    range
        .map(|at| {
            let text = format!(
                "George Tolliver spoke to number {} on the quay of the old harbour.\n\n\
                 “We will never sell the old ferry to number {} of them,” said George Tolliver.\n\n\
                 Tolliver said that the shops would close.",
                at % 3,
                at % 4,
            );
            let document = Document::new(format!("d{at}"), text).expect("a small text");
            annotator.annotate(&document.with_published(format!("2025-03-{:02}", 1 + at % 9)))
        })
        .collect()
}

#[test]
fn a_saved_linker_goes_on_as_if_it_had_never_been_away() {
    let path = std::env::temp_dir().join(format!("inquit-goes-on-{}", std::process::id()));
    let (before, after) = (some(0..12), some(12..24));
    let mut linker = Linker::new();
    linker.extend(&before).unwrap();
    linker.save(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let mut opened = Linker::open(&path).unwrap();
    assert_eq!(opened.links(), linker.links());
    opened.save(&path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(opened.extend(&after).unwrap(), linker.extend(&after).unwrap());
    assert_eq!(opened.links(), linker.links());
    assert!(opened.add(&before[3]).unwrap_err().is_repeated_document());
    fs::remove_file(path).unwrap();
}

#[test]
fn a_damaged_file_of_a_linker_is_an_error() {
    let path = std::env::temp_dir().join(format!("inquit-damaged-{}", std::process::id()));
    let mut linker = Linker::new();
    linker.extend(&some(0..3)).unwrap();
    linker.save(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    for at in (0..bytes.len()).step_by(7) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        fs::write(&path, &damaged).unwrap();
        assert!(Linker::open(&path).is_err(), "byte {at}");
    }
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    assert!(Linker::open(&path).unwrap_err().is_damaged());
    inquit::Dictionary::compile([inquit::Entity::new("a", "Ada")]).unwrap().save(&path).unwrap();
    assert!(Linker::open(&path).unwrap_err().is_other_artefact());
    fs::remove_file(path).unwrap();
}

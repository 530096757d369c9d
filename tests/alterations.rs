//! Two wordings side by side: the cases of `pairs/alterations.toml`, and what holds for all.

use std::fs;
use std::path::Path;

use inquit::{AlterationKind, Fidelity, compare};
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
    reference: String,
    variant: String,
    /// Only what stands in marks counts as marked.
    #[serde(default)]
    mixed: bool,
    alterations: Vec<[String; 3]>,
    fidelity: String,
}

#[test]
fn every_pair_is_altered_as_it_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs/alterations.toml");
    let cases: Cases = toml::from_str(&fs::read_to_string(file).expect("a file")).expect("cases");
    assert!(cases.case.len() > 20);
    let mut wrong = Vec::new();
    for case in &cases.case {
        let found = if case.mixed {
            inquit::compare_mixed(&case.reference, &case.variant)
        } else {
            compare(&case.reference, &case.variant)
        };
        let alterations: Vec<[String; 3]> = found
            .alterations()
            .iter()
            .map(|it| {
                [it.kind.to_string(), it.reference_text.to_string(), it.variant_text.to_string()]
            })
            .collect();
        let fidelity = found.fidelity().to_string();
        if alterations != case.alterations || fidelity != case.fidelity {
            wrong.push(format!("{}: {fidelity}\n{alterations:#?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn words(text: &str) -> Vec<String> {
    compare(text, "").alterations().first().map_or_else(Vec::new, |all| {
        assert_eq!(all.kind, AlterationKind::Truncate);
        all.reference_text.split(' ').map(String::from).collect()
    })
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn alterations_make_the_variant(reference in hostile_text(), variant in hostile_text()) {
        let found = compare(&reference, &variant);
        prop_assert_eq!(found.replayed(&reference), words(&variant).join(" "));
        let mut at = (0, 0);
        for it in found.alterations() {
            prop_assert!(at.0 <= it.reference.start && at.1 <= it.variant.start);
            prop_assert!(!it.reference.is_empty() || !it.variant.is_empty());
            at = (it.reference.end, it.variant.end);
        }
    }

    #[test]
    fn a_wording_is_itself(wording in hostile_text()) {
        let found = compare(&wording, &wording);
        prop_assert_eq!(found.alterations(), &[]);
        prop_assert_eq!(found.fidelity(), Fidelity::Verbatim);
    }
}

#[test]
fn any_number_of_brackets_is_read_on_a_small_stack() {
    let reference = "I say that the old ferry should never have left the port today";
    let variant = format!("I say that the old ferry {}today", "[–] — ".repeat(20_000));
    let compared = std::thread::Builder::new().stack_size(256 << 10).spawn(move || {
        compare(reference, &variant).replayed(reference) == words(&variant).join(" ")
    });
    assert!(compared.expect("a thread").join().expect("no overflow"));
}

#[test]
fn long_wordings_take_linear_time() {
    // Beyond the size of one table, words are aligned between runs that stand in both once.
    let long: Vec<String> = (0..20_000).map(|at| format!("word{at} and")).collect();
    let reference = long.join(" ");
    let variant = reference.replace("word1000 ", "").replace("word15000 ", "[sic] ");
    let found = compare(&reference, &variant);
    let kinds: Vec<AlterationKind> = found.alterations().iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [AlterationKind::Delete, AlterationKind::EditorialInsert]);
    assert_eq!(found.replayed(&reference), variant);
    // Nothing stands once in these, and nothing is aligned in vain.
    let (one, other) = ("on and ".repeat(20_000), "and off ".repeat(20_000));
    assert_eq!(compare(&one, &other).replayed(&one), other.trim_end());
    // Every other word is marked, and every other one stands outside.
    let marked = reference.replace("and", "“and”");
    let found = inquit::compare_mixed(&reference, &marked);
    assert_eq!(found.alterations().len(), 20_000);
    assert_eq!(found.replayed(&reference), reference);
    let outside = format!("“and” {reference}");
    let found = inquit::compare_mixed(&reference, &outside);
    let kinds: Vec<AlterationKind> = found.alterations().iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [AlterationKind::Insert, AlterationKind::MovedOutOfMarks]);
}

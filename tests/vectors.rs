//! Runs the cases of `vectors/*.toml`. `INQUIT_VECTORS=text` picks those whose file or name has it.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use inquit::Mode;

use crate::expectation::{Case, check, read_vectors};

/// A file that is lost or not read must not go unnoticed.
const FEWEST: usize = 150;

/// Every case with the name of its file, in order.
pub(crate) fn all() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let mut files: Vec<PathBuf> = folder
        .read_dir()
        .expect("the folder of vectors")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_name().expect("a file").to_string_lossy().into_owned();
        cases.extend(read_vectors(&file).into_iter().map(|case| (name.clone(), case)));
    }
    cases
}

#[test]
fn every_case_is_annotated_as_it_says() {
    check_all(Mode::default());
}

/// What the rules find, the model must not lose, nor may it add to it.
#[test]
fn every_case_is_so_with_the_model_too() {
    check_all(Mode::Full);
}

fn check_all(mode: Mode) {
    let wanted = env::var("INQUIT_VECTORS").unwrap_or_default();
    let mut failed = Vec::new();
    let mut run = 0;
    for (file, case) in all() {
        let title = format!("{file}: {}", case.name);
        if !title.contains(&wanted) {
            continue;
        }
        run += 1;
        let wrong = check(&case, &case.name, &case.text, mode);
        if !wrong.is_empty() {
            let why = case.why.as_deref().map(|why| format!("({why})\n")).unwrap_or_default();
            failed.push(format!("{title}\n{why}{}\n{}\n", case.text, wrong.join("\n")));
        }
    }
    assert!(run > 0, "no case has `{wanted}` in its file or name");
    assert!(
        failed.is_empty(),
        "{} of {run} cases failed\n\n{}",
        failed.len(),
        failed.join("\n----\n")
    );
}

#[test]
fn there_are_many_cases_with_names_of_their_own() {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (file, case) in all() {
        if let Some(other) = files.insert(case.name.clone(), file.clone()) {
            panic!("`{}` stands in {other} and again in {file}", case.name);
        }
    }
    assert!(files.len() >= FEWEST, "{} cases, fewer than {FEWEST}", files.len());
}

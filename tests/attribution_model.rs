//! Model files: what is refused, and what the modes and options do.

use std::fs;
use std::path::PathBuf;

use inquit::{Annotations, Annotator, AnnotatorBuilder, Confidence, Document, Error, Mode, Origin};

/// What the rules alone do not see: a cue behind a noun.
const TEXT: &str = "Council officials were confident that the bridge would be open by Friday.\n\
                    “We will not sell,” said Ada Okoro.";

fn model() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/inquit/models/attribution.model")
}

fn annotate(builder: AnnotatorBuilder) -> Annotations {
    builder.build().annotate(&Document::new("a1", TEXT).expect("a document"))
}

/// No verb reports the first, which the fast mode passes over; that "dispute" reports, only the
/// model sees.
const REPORTS: &str = "Council officials were confident that the bridge would be open by Friday.\n\
                       Few of them dispute that the lock is old, and the owner warned of worse \
                       to come.";

fn opened(name: &str, bytes: &[u8]) -> Result<AnnotatorBuilder, Error> {
    let path = std::env::temp_dir().join(format!("inquit-{}-{name}", std::process::id()));
    fs::write(&path, bytes).expect("a temporary file");
    let result = Annotator::builder().attribution_model(&path);
    fs::remove_file(&path).expect("to remove it");
    result
}

#[test]
fn a_model_from_a_file_finds_what_the_built_in_one_does() {
    let from_file = Annotator::builder().attribution_model(model()).expect("a model");
    let (ours, theirs) = (annotate(Annotator::builder().mode(Mode::Full)), annotate(from_file));
    assert_eq!(ours, theirs);
    assert!(ours.quotes().iter().any(|quote| quote.origin() == Origin::Model), "{ours:?}");
}

#[test]
fn modes_differ() {
    let document = Document::new("a1", REPORTS).expect("a document");
    let annotator = |mode| Annotator::builder().mode(mode).build();
    let found = |mode| annotator(mode).annotate(&document).quotes().len();
    assert_eq!((found(Mode::Full), found(Mode::Fast), found(Mode::Rules)), (3, 2, 1));
}

#[test]
fn less_sure_quotes_are_left_out() {
    let least = Confidence::from_permille(900);
    let found = annotate(Annotator::builder().mode(Mode::Full).min_confidence(least));
    assert!(found.quotes().iter().all(|quote| quote.confidence() >= least));
    assert_eq!(found.quotes().len(), 1);
    assert_eq!(found.quotes()[0].id(), "a1#q1");
}

#[test]
fn every_altered_part_of_a_model_is_refused() {
    let whole = fs::read(model()).expect("the model");
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        let error = opened("altered", &bytes).expect_err("an altered model");
        assert!(error.to_string().contains("altered"), "the message names the file: {error}");
        let error = opened("cut", &whole[..at]).expect_err("a truncated model");
        assert!(error.is_damaged() || error.is_not_artefact(), "{error}");
    }
}

#[test]
fn other_files_are_refused_with_what_was_expected() {
    let error = opened("text", b"id,name\n").expect_err("no model");
    assert!(error.is_not_artefact() && error.to_string().contains("attribution model"), "{error}");
    let mut newer = fs::read(model()).expect("the model");
    newer[12] = 99;
    let error = opened("newer", &newer).expect_err("a model of the future");
    assert!(error.to_string().contains("99"), "{error}");
    let error = Annotator::builder().attribution_model("no/such/file").expect_err("no file");
    assert!(error.to_string().contains("no/such/file"), "{error}");
}

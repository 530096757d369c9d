//! The model of names: what files are refused, and what it is worth.

use std::fs;
use std::path::PathBuf;

use inquit::{Annotations, Annotator, AnnotatorBuilder, Document, Error, Origin};

/// Names that no list has.
const TEXT: &str = "Ada Okoro works for Quillmark Systems in Lagos.";

fn model() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/inquit/models/names.model")
}

fn annotate(builder: AnnotatorBuilder) -> Annotations {
    builder.build().annotate(&Document::new("a1", TEXT).expect("a document"))
}

fn opened(name: &str, bytes: &[u8]) -> Result<AnnotatorBuilder, Error> {
    let path = std::env::temp_dir().join(format!("inquit-names-{}-{name}", std::process::id()));
    fs::write(&path, bytes).expect("a temporary file");
    let result = Annotator::builder().names_model(&path);
    fs::remove_file(&path).expect("to remove it");
    result
}

#[test]
fn a_model_from_a_file_finds_what_the_built_in_one_does() {
    let from_file = Annotator::builder().names_model(model()).expect("a model");
    let (ours, theirs) = (annotate(Annotator::builder()), annotate(from_file));
    assert_eq!(ours, theirs);
    let read: Vec<&str> = ours
        .mentions()
        .iter()
        .filter(|mention| mention.origin() == Origin::Model)
        .map(|mention| &ours.document()[mention.span()])
        .collect();
    assert_eq!(read, ["Ada Okoro", "Quillmark Systems"]);
    assert!(ours.mentions().iter().all(|it| (1..=1000).contains(&it.confidence().permille())));
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
    assert!(error.is_not_artefact() && error.to_string().contains("names model"), "{error}");
    let other = model().with_file_name("attribution.model");
    let error = Annotator::builder().names_model(other).expect_err("another model");
    assert!(error.to_string().contains("names model"), "{error}");
    let mut newer = fs::read(model()).expect("the model");
    newer[12] = 99;
    let error = opened("newer", &newer).expect_err("a model of the future");
    assert!(error.to_string().contains("99"), "{error}");
    let error = Annotator::builder().names_model("no/such/file").expect_err("no file");
    assert!(error.to_string().contains("no/such/file"), "{error}");
}

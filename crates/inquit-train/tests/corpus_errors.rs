//! What is said of a corpus that no model can be made of.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TEXT: &str = "The wall held, Ada Okoro said.\n";
const ANNOTATION: &str = "T1\tContent 0 13\tThe wall held\nT2\tSource 15 24\tAda Okoro\n\
                          T3\tCue 25 29\tsaid\nE1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n";

/// A folder with these files, gone when dropped.
struct Corpus(PathBuf);

impl Corpus {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Corpus {
        let folder =
            std::env::temp_dir().join(format!("inquit-train-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        for (file, bytes) in files {
            fs::write(folder.join(file), bytes).expect("a file of the corpus");
        }
        Corpus(folder)
    }

    /// What the trainer says to it, after it has failed.
    fn complaint(&self) -> String {
        let model = self.0.join("out.model");
        let output = train(&[Path::new("attribution"), &self.0, Path::new("-o"), &model]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(!model.exists(), "no model is written");
        String::from_utf8(output.stderr).expect("text")
    }
}

impl Drop for Corpus {
    fn drop(&mut self) {
        // A folder that stays behind harms nothing.
        drop(fs::remove_dir_all(&self.0));
    }
}

fn train(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inquit-train")).args(arguments).output().expect("the trainer")
}

/// One article with this annotation.
fn with_annotation(name: &str, annotation: &str) -> String {
    let files = [("a.txt", TEXT.as_bytes()), ("a.ann", annotation.as_bytes())];
    Corpus::new(name, &files).complaint()
}

#[test]
fn a_corpus_too_small_is_told_its_size() {
    let complaint = with_annotation("small", ANNOTATION);
    assert!(complaint.contains("only 1 attributions in 1 articles; 200 are needed"), "{complaint}");
}

#[test]
fn a_folder_without_texts_is_named() {
    let corpus = Corpus::new("empty", &[("a.ann", ANNOTATION.as_bytes())]);
    let complaint = corpus.complaint();
    assert!(complaint.contains("no .txt files in `"), "{complaint}");
    assert!(complaint.contains(corpus.0.to_str().expect("text")), "{complaint}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let missing = std::env::temp_dir().join("inquit-train-no-such-folder");
    let output =
        train(&[Path::new("attribution"), &missing, Path::new("-o"), Path::new("never.model")]);
    let complaint = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint.contains("cannot read `") && complaint.contains("no-such-folder"));
}

#[test]
fn a_text_without_annotation_is_named() {
    let files =
        [("a.txt", TEXT.as_bytes()), ("a.ann", ANNOTATION.as_bytes()), ("b.txt", TEXT.as_bytes())];
    let complaint = Corpus::new("lone", &files).complaint();
    assert!(complaint.contains("b.txt` has no .ann file beside it"), "{complaint}");
}

#[test]
fn offsets_outside_the_text_are_named_with_their_line() {
    let complaint = with_annotation("outside", &ANNOTATION.replace("25 29", "25 290"));
    assert!(complaint.contains("a.ann:3`: `25 290` are no offsets into a"), "{complaint}");
}

#[test]
fn offsets_in_the_wrong_order_are_named_with_their_line() {
    let complaint = with_annotation("order", &ANNOTATION.replace("15 24", "24 15"));
    assert!(complaint.contains("a.ann:2`: `24 15` are no offsets"), "{complaint}");
}

#[test]
fn offsets_that_are_no_numbers_are_named_with_their_line() {
    let complaint = with_annotation("words", &ANNOTATION.replace("0 13", "zero 13"));
    assert!(complaint.contains("a.ann:1`: `zero 13` are no offsets"), "{complaint}");
}

#[test]
fn one_bad_part_of_several_is_enough() {
    let complaint = with_annotation("parts", &ANNOTATION.replace("0 13", "0 3;4"));
    assert!(complaint.contains("a.ann:1`: `0 3;4` are no offsets"), "{complaint}");
}

#[test]
fn a_stretch_without_offsets_is_named_with_its_line() {
    let complaint = with_annotation("bare", &ANNOTATION.replace("Cue 25 29", "Cue"));
    assert!(complaint.contains("a.ann:3`: `Cue` has no offsets"), "{complaint}");
}

#[test]
fn a_role_without_a_stretch_is_named_with_its_line() {
    let complaint = with_annotation("role", &ANNOTATION.replace("Source:T2", "Source"));
    assert!(complaint.contains("a.ann:4`: `Source` is not a role and a stretch"), "{complaint}");
}

#[test]
fn a_file_that_is_not_text_is_named() {
    let files = [("a.txt", &b"\xFF\xFE\x00"[..]), ("a.ann", ANNOTATION.as_bytes())];
    let complaint = Corpus::new("bytes", &files).complaint();
    assert!(complaint.contains("a.txt`") && complaint.contains("UTF-8"), "{complaint}");
}

#[test]
fn wrong_usage_is_told_apart_from_a_wrong_corpus() {
    for arguments in [&[][..], &[Path::new("attribution")], &[Path::new("names"), Path::new("x")]] {
        let output = train(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage: inquit-train"));
    }
}

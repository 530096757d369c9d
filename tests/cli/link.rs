//! `inquit link` and `inquit verify`: what scripts rely on.

use inquit_cli::ExitCode;
use serde_json::json;

use super::{Folder, inquit};

const ONE: &str = "“The ferry should never have left port,” said Ada Okoro.";
const OTHER: &str = "Ada Okoro said: “The ferry … never have left port.”";

fn folder() -> Folder {
    Folder::with(&[("a.txt", ONE), ("b.txt", OTHER)])
}

#[test]
fn links_are_one_object() {
    let folder = folder();
    let run = inquit(["link"]).arg(folder.path("a.txt")).arg(folder.path("b.txt")).done();
    let records = run.records();
    assert_eq!(records.len(), 1);
    let links = &records[0];
    assert_eq!(links["entities"][0]["name"], "Ada Okoro");
    assert_eq!(
        links["entities"][0]["members"],
        json!([{"doc": "a", "entity": "a#e1"}, {"doc": "b", "entity": "b#e1"}])
    );
    assert_eq!(
        links["utterances"],
        json!([{
            "id": "u1",
            "speaker": "#e1",
            "reference": {"doc": "a", "quote": "a#q1", "spans": [[1, 39]]},
            "variants": [{
                "doc": "b", "quote": "b#q1", "spans": [[17, 50]], "relation": "direct",
                "confidence": links["utterances"][0]["variants"][0]["confidence"],
                "fidelity": "marked",
                "ops": [
                    {"kind": "ellipsis_fill", "reference": [2, 3], "variant": [2, 3],
                     "reference_text": "should", "variant_text": "…"},
                    {"kind": "punctuation", "reference": [6, 7], "variant": [6, 7],
                     "reference_text": "port,", "variant_text": "port."},
                ],
            }],
        }])
    );
    assert_eq!(links["stories"], json!([{"id": "s1", "documents": ["a", "b"]}]));
    assert_eq!(links["duplicates"], json!([]));
}

#[test]
fn lines_of_extract_are_taken_as_they_are() {
    let folder = folder();
    let lines = inquit(["extract", "--with-text"]).arg(folder.path("")).done().stdout;
    let of_lines = inquit(["link", "-"]).stdin(&lines).done().stdout;
    let of_articles = inquit(["link"]).arg(folder.path("")).done().stdout;
    assert_eq!(of_lines, of_articles);
    let without_text = inquit(["extract"]).arg(folder.path("a.txt")).done().stdout;
    let run = inquit(["link", "-"]).stdin(without_text).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert!(run.stderr.contains("`text`"), "{}", run.stderr);
}

#[test]
fn a_repeated_id_is_an_error_and_the_rest_goes_on() {
    let folder = Folder::with(&[("a.txt", "One."), ("b.txt", "Two.")]);
    let lines = "{\"id\": \"c\", \"text\": \"Three.\"}\n{\"id\": \"a\", \"text\": \"Four.\"}\n\
                 {\"id\": \"c\", \"text\": \"Five.\"}\n{\"id\": \"d\", \"text\": \"Six.\"}\n";
    let lines = folder.write("lines.jsonl", lines);
    let (a, b) = (folder.path("a.txt"), folder.path("b.txt"));
    let run = inquit(["link"]).arg(&a).arg(&b).arg(&lines).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    let twice = |line: u8, id: &str, first: String| {
        format!(
            "{}:{line}: document `{id}` is given twice, first at {first}; give each an id of its own",
            lines.display(),
        )
    };
    let first = format!("{}:1", lines.display());
    assert_eq!(run.errors(), [twice(2, "a", a.display().to_string()), twice(3, "c", first)]);
    let stories = run.records()[0]["stories"].clone();
    let documents: Vec<_> = stories.as_array().unwrap().iter().map(|it| &it["documents"]).collect();
    assert_eq!(documents, [&json!(["a"]), &json!(["b"]), &json!(["c"]), &json!(["d"])]);
}

#[test]
fn an_empty_corpus_is_said_to_be_empty() {
    let folder = Folder::new();
    for args in [["verify", "We will never sell.", "--corpus"].as_slice(), &["link"]] {
        let run = inquit(args.iter().copied()).arg(folder.path("")).run();
        assert_eq!(run.exit, ExitCode::Done);
        assert!(run.stderr.contains("no .txt or .jsonl file"), "{}", run.stderr);
        let expected = if args.len() == 1 { json!([]) } else { json!("absent") };
        let found = &run.records()[0];
        assert_eq!(
            if args.len() == 1 { &found["utterances"] } else { &found["verdict"] },
            &expected
        );
    }
}

#[test]
fn a_record_in_other_offsets_is_refused() {
    let folder = folder();
    let lines = inquit(["extract", "--with-text", "--offsets", "byte"]).arg(folder.path("a.txt"));
    let run = inquit(["link", "-"]).stdin(lines.done().stdout).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert!(
        run.stderr.contains("stdin:1: ")
            && run.stderr.contains("in code points")
            && run.stderr.contains("no `--offsets`"),
        "{}",
        run.stderr
    );
}

#[test]
fn quotations_are_verified() {
    let folder = folder();
    let verdict = |words: &str, more: &[&str]| {
        let run = inquit(["verify", words, "--corpus"]).arg(folder.path("a.txt")).args(more).done();
        run.records()[0]["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict("The ferry should never have left port.", &[]), "verbatim");
    assert_eq!(verdict("The ferry should not have left port.", &[]), "altered");
    assert_eq!(
        verdict("The ferry should never have left port.", &["--speaker", "Okoro"]),
        "verbatim"
    );
    assert_eq!(
        verdict("The ferry should never have left port.", &["--speaker", "Lois Lane"]),
        "other_speaker"
    );
    assert_eq!(verdict("Nobody answered a single letter.", &[]), "absent");
    let unnamed =
        inquit(["verify", "We will never sell it.", "--corpus", "-", "--speaker", "Okoro"])
            .stdin("{\"text\": \"“We will never sell it,” the captain said.\"}\n")
            .run();
    assert_eq!(unnamed.records()[0]["verdict"], "verbatim", "{}", unnamed.stdout);
    // The corpus is not looked for first.
    let run = inquit(["verify", "...", "--corpus"]).arg(folder.path("none.txt")).run();
    assert_eq!(run.exit, ExitCode::Refused);
    assert!(run.stderr.contains("no word"), "{}", run.stderr);
}

#[test]
fn the_old_links_stay_until_there_are_new_ones() {
    let folder = folder();
    let old = folder.write("links.json", "old");
    // Another name of the old file still leads to it when the new one has taken its place.
    let kept = folder.path("kept.json");
    std::fs::hard_link(&old, &kept).unwrap();
    inquit(["link"]).arg(folder.path("a.txt")).arg("-o").arg(&old).done();
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "old");
    assert!(std::fs::read_to_string(&old).unwrap().starts_with("{\"entities\""));
}

#[test]
fn verify_names_the_utterances_as_link_does() {
    let text = "“We hope that the ferry will never leave port,” hoped Ada Okoro.\n\n\
                Ada Okoro hopes that the harbour stays shut.\n\n\
                “The engines of the ferry were flooded,” said Ada Okoro.";
    let folder = Folder::with(&[("a.txt", text)]);
    let linked = inquit(["link"]).arg(folder.path("a.txt")).done().records();
    let classes = ["--classes", "speech,writing", "--corpus"];
    let verified = inquit(["verify", "The engines of the ferry were flooded."])
        .args(&classes)
        .arg(folder.path("a.txt"))
        .done()
        .records();
    let utterances = linked[0]["utterances"].as_array().unwrap();
    let last = utterances.last().unwrap();
    assert_eq!(last["reference"]["quote"], verified[0]["sources"][0]["quote"]);
    assert_eq!(last["id"], verified[0]["utterance"]);
}

#[test]
fn what_is_feared_is_verified_too() {
    let folder = Folder::with(&[("a.txt", "Ada Okoro feared “a slow death of the old town”.")]);
    let verified = inquit(["verify", "a slow death of the old town", "--corpus"])
        .arg(folder.path("a.txt"))
        .done()
        .records();
    assert_eq!(verified[0]["verdict"], "verbatim");
}

//! `inquit match`: what scripts rely on.

use inquit_cli::ExitCode;
use serde_json::json;

use super::{Folder, inquit};

const LIST: &str = "\
id,name,kind,aliases,prior
Q1,Ada Okoro,person,Okoro,
Q2,Port,place,,1
Q3,Port,organization,,2
";

const TEXT: &str = "🙂 Ada Okoro saw\nthe Port.";

fn folder() -> Folder {
    Folder::with(&[("watch.csv", LIST), ("a.txt", TEXT), ("b.txt", "Nobody.")])
}

#[test]
fn a_record_says_where_names_stand_and_whom_they_may_mean() {
    let folder = folder();
    let run = inquit(["match", "--dictionary"]).arg(folder.path("watch.csv"));
    let run = run.arg(folder.path("a.txt")).arg(folder.path("b.txt")).done();
    assert_eq!(
        run.records(),
        [
            json!({"schema": 1, "inquit": env!("CARGO_PKG_VERSION"), "id": "a", "matches": [
                {"start": 2, "end": 11, "text": "Ada Okoro", "candidates": ["Q1"]},
                {"start": 20, "end": 24, "text": "Port", "candidates": ["Q3", "Q2"]},
            ]}),
            json!({"schema": 1, "inquit": env!("CARGO_PKG_VERSION"), "id": "b", "matches": []}),
        ]
    );
    assert!(run.stdout.starts_with("{\"schema\":1,\"inquit\":"));
}

#[test]
fn offsets_count_what_was_asked_for() {
    let folder = folder();
    for (unit, start) in [("codepoint", 2), ("byte", 5), ("utf16", 3)] {
        let run = inquit(["match", "--offsets", unit, "--with-text", "--dictionary"]);
        let record = run.arg(folder.path("watch.csv")).arg(folder.path("a.txt")).done().records();
        assert_eq!(record[0]["matches"][0]["start"], start);
        assert_eq!(record[0]["text"], TEXT);
    }
}

#[test]
fn a_table_has_a_row_a_match() {
    let folder = folder();
    let output = folder.path("out.csv");
    let run = inquit(["match", "--format", "csv", "-o"]).arg(&output).arg("--dictionary");
    run.arg(folder.path("watch.csv")).arg(folder.path("a.txt")).done();
    assert_eq!(
        folder.read("out.csv"),
        "document,start,end,text,entity,name,kind,candidates\n\
         a,2,11,Ada Okoro,Q1,Ada Okoro,person,Q1\n\
         a,20,24,Port,Q3,Port,organization,Q3; Q2\n"
    );
}

#[test]
fn a_built_dictionary_finds_what_its_list_finds() {
    let folder = folder();
    let built = folder.path("watch.inquit");
    inquit(["dictionary", "build", "-o"]).arg(&built).arg(folder.path("watch.csv")).done();
    let found = |dictionary: &str| {
        let run = inquit(["match", "--dictionary"]).arg(folder.path(dictionary));
        run.arg(folder.path("a.txt")).done().stdout
    };
    assert_eq!(found("watch.inquit"), found("watch.csv"));
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let folder = folder();
    let line = |n| format!("{{\"id\":\"{n}\",\"text\":\"Port {n}\"}}\n");
    let lines = (0..700).map(line).collect::<Vec<_>>().concat();
    let found = |threads: &str| {
        let run = inquit(["match", "--threads", threads, "--dictionary"]);
        run.arg(folder.path("watch.csv")).arg("-").stdin(&lines).done().stdout
    };
    let one = found("1");
    assert_eq!(one.lines().count(), 700);
    assert_eq!(found("3"), one);
}

#[test]
fn a_bad_document_fails_alone() {
    let folder = folder();
    let run = inquit(["match", "--dictionary"]).arg(folder.path("watch.csv"));
    let run = run.stdin("{\"text\":\"Port\"}\n[]\n{\"text\":\"Okoro\"}\n").run();
    assert_eq!(
        (run.exit, run.ids()),
        (ExitCode::SomeFailed, vec!["stdin:1".into(), "stdin:3".into()])
    );
    assert_eq!(run.errors().len(), 1);
    assert!(run.errors()[0].starts_with("stdin:2: the line is an array"));
}

#[test]
fn a_line_stays_a_line() {
    let folder = Folder::with(&[("watch.csv", "Ada\u{2028}Okoro,person\n")]);
    let run = inquit(["match", "--with-text", "--dictionary"]).arg(folder.path("watch.csv"));
    let run = run.stdin("Ada\u{2028}Okoro\u{85}\u{2029}").done();
    assert_eq!(run.stdout.split(['\n', '\u{85}', '\u{2028}', '\u{2029}']).count(), 2);
    assert_eq!(run.records()[0]["matches"][0]["text"], "Ada\u{2028}Okoro");
}

#[test]
fn wrong_usage_is_refused() {
    let folder = folder();
    inquit(["match", "-"]).stdin("Port").refused("--dictionary");
    let list = folder.path("watch.csv");
    let run = |args: &[&str]| inquit(["match", "--dictionary"]).arg(&list).args(args);
    run(&["--with-text", "--format", "csv", "-"]).refused("--with-text needs --format jsonl");
    run(&["none.txt"]).refused("none.txt` does not exist");
    let run = inquit(["match", "--dictionary"]).arg(folder.path("none.csv")).stdin("Port");
    run.refused("none.csv`: ");
    let bad = folder.write("bad.csv", "name\nPort\nPort\n");
    let run = inquit(["match", "--dictionary"]).arg(bad).stdin("Port");
    run.refused("bad.csv:3: entity `Port` is given twice; ");
}

#[test]
fn other_commands_take_a_dictionary_too() {
    let folder = Folder::with(&[
        ("watch.csv", "id,name,aliases\nQ1,Ada Okoro,the Captain\n"),
        ("a.txt", "“We sail at noon,” said Ada Okoro.\n"),
    ]);
    let run = |command: &str| {
        let run = inquit([command, "--dictionary"]).arg(folder.path("watch.csv"));
        run.arg(folder.path("a.txt")).done()
    };
    assert_eq!(run("extract").records()[0]["quotes"][0]["speakers"][0]["id"], "Q1");
    assert!(run("show").stdout.contains("Ada Okoro"));
}

//! Bad documents: each is one line on the error stream, and does no harm to the others.

use std::time::{Duration, Instant};

use inquit_cli::ExitCode;

use super::{Folder, inquit};

const BEFORE: &str = "{\"id\": \"before\", \"text\": \"“Yes,” said Ida Holm.\"}\n";
const AFTER: &str = "\n{\"id\": \"after\", \"text\": \"“No,” said Jon Vell.\"}\n";

/// A bad line between two good ones fails alone, with a message of this kind at line 2.
#[track_caller]
fn assert_line_fails(line: &[u8], message: &str) {
    let folder = Folder::new();
    let path = folder.write("news.jsonl", [BEFORE.as_bytes(), line, AFTER.as_bytes()].concat());
    let run = inquit(["extract"]).arg(&path).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert_eq!(run.ids(), ["before", "after"]);
    for record in run.records() {
        assert_eq!(record["quotes"].as_array().map(Vec::len), Some(1));
    }
    assert_eq!(run.errors(), [format!("{}:2: {message}", path.display())]);
}

#[test]
fn a_line_that_is_not_an_object() {
    for (line, what) in [
        ("[1, 2]", "an array"),
        ("\"text\"", "a string"),
        ("42", "a number"),
        ("-1.5e3", "a number"),
        ("true", "a boolean"),
        ("null", "null"),
    ] {
        let message =
            format!("the line is {what}, not a JSON object; write one JSON object a line");
        assert_line_fails(line.as_bytes(), &message);
    }
}

#[test]
fn a_line_that_is_not_json() {
    for (line, message) in [
        ("plain words", "invalid JSON at column 1: expected value"),
        ("{\"text\": \"a\"", "invalid JSON at column 12: EOF while parsing an object"),
        ("{\"text\": \"a", "invalid JSON at column 11: EOF while parsing a string"),
        ("{\"text\": \"a\"} {}", "invalid JSON at column 15: trailing characters"),
        ("{'text': 'a'}", "invalid JSON at column 2: key must be a string"),
        ("{\"text\": \"a\", }", "invalid JSON at column 15: trailing comma"),
    ] {
        assert_line_fails(line.as_bytes(), &format!("{message}; write one JSON object a line"));
    }
}

#[test]
fn a_line_without_a_text() {
    let message = "the object has no `text`; give it one";
    for line in ["{}", "{\"id\": \"a\"}", "{\"Text\": \"a\"}", "{\"text\": null}"] {
        assert_line_fails(line.as_bytes(), message);
    }
}

#[test]
fn a_value_of_a_wrong_type() {
    for key in ["text", "id", "title", "outlet", "url", "published", "language"] {
        for (value, what) in [
            ("7", "a number"),
            ("-7", "a number"),
            ("0.5", "a number"),
            ("false", "a boolean"),
            ("[\"a\"]", "an array"),
            ("{\"a\": \"b\"}", "an object"),
        ] {
            let text = if key == "text" { "" } else { "\"text\": \"a\", " };
            assert_line_fails(
                format!("{{{text}\"{key}\": {value}}}").as_bytes(),
                &format!("`{key}` is {what}, not a string; write it in quotation marks"),
            );
        }
    }
}

#[test]
fn a_key_that_comes_twice() {
    let message = "`text` is given twice; keep one";
    assert_line_fails(b"{\"text\": \"a\", \"text\": \"b\"}", message);
    assert_line_fails(b"{\"text\": null, \"text\": \"b\"}", message);
}

#[test]
fn half_of_a_character() {
    for (line, escape) in [
        (r#"{"text": "a \ud800 b"}"#, r"\ud800"),
        (r#"{"text": "a \uDC00 b"}"#, r"\uDC00"),
        (r#"{"text": "a \udbff\u0041 b"}"#, r"\udbff"),
        (r#"{"text": "a", "title": "\ud83d"}"#, r"\ud83d"),
    ] {
        let message = format!("the escape `{escape}` is half of a character; remove or replace it");
        assert_line_fails(line.as_bytes(), &message);
    }
}

#[test]
fn a_pair_of_halves_is_a_character() {
    let run = inquit(["extract", "--with-text", "-"]).stdin(r#"{"text": "\ud83d\ude42"}"#).done();
    assert_eq!(run.records()[0]["text"], "🙂");
}

#[test]
fn a_line_that_is_not_utf8() {
    let message =
        |at| format!("invalid UTF-8 at byte {}; save the text as UTF-8", BEFORE.len() + at);
    assert_line_fails(b"{\"text\": \"a \xFF b\"}", &message(12));
    assert_line_fails(b"{\"text\": \"Bj\xF6rn\"}", &message(12));
    assert_line_fails(b"{\"text\": \"a\", \"note\": \"\xED\xA0\x80\"}", &message(23));
}

#[test]
fn nesting_as_deep_as_a_line_is_long() {
    let deep = "[".repeat(1_000_000);
    let line = format!("{{\"text\": {deep}");
    assert_line_fails(
        line.as_bytes(),
        "invalid JSON at column 1000009: EOF while parsing a list; write one JSON object a line",
    );
    let closed =
        format!("{{\"id\": \"deep\", \"text\": \"a\", \"x\": {deep}{}}}", "]".repeat(1_000_000));
    assert_eq!(inquit(["extract", "-"]).stdin(closed).done().ids(), ["deep"]);
}

#[test]
fn a_line_beyond_the_limit() {
    let line = format!("{{\"text\": \"{}\"}}", "a".repeat(70 << 20));
    let start = Instant::now();
    assert_line_fails(
        line.as_bytes(),
        "the line has more than 67108864 bytes; split it or raise `Limits::max_line`",
    );
    assert!(start.elapsed() < Duration::from_secs(60));
}

#[test]
fn a_text_beyond_the_limit() {
    let text = "a".repeat((16 << 20) + 1);
    assert_line_fails(
        format!("{{\"id\": \"long\", \"text\": \"{text}\"}}").as_bytes(),
        "document `long` has 16777217 bytes, more than the limit of 16777216; split it or raise \
         the limit, `max_document`",
    );
    let folder = Folder::with(&[("long.txt", &text), ("short.txt", "b")]);
    let message =
        "the text has more than 16777216 bytes; split it or raise the limit, `max_document`";
    for run in [inquit(["extract"]).arg(folder.root()), inquit(["extract", "-"]).stdin(&text)] {
        let run = run.run();
        assert_eq!(run.exit, ExitCode::SomeFailed);
        assert!(run.errors()[0].ends_with(message), "{}", run.stderr);
    }
    assert_eq!(inquit(["extract"]).arg(folder.root()).run().ids(), ["short"]);
}

#[test]
fn texts_that_cannot_be_read_fail_alone() {
    let folder = Folder::with(&[("a.txt", "“Yes,” said Ida Holm."), ("z.txt", "Fine.")]);
    let empty = folder.write("empty.txt", "");
    let none = folder.write("empty.jsonl", "");
    let blank = folder.write("none.jsonl", " \n\n\t\n");
    let latin = folder.write("latin.txt", b"One.\nTwo.\nBj\xF6rn said no.\n");
    let utf16 = folder.write("utf16.txt", b"\xFF\xFEa\0");
    let run = inquit(["extract"]).arg(folder.root()).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert_eq!(run.ids(), ["a", "z"]);
    let expected = [
        format!("{}: is empty; leave it out, or put text into it", none.display()),
        format!("{}: is empty; leave it out, or put text into it", empty.display()),
        format!("{}:3: invalid UTF-8 at byte 12; save the text as UTF-8", latin.display()),
        format!("{}: is empty; leave it out, or put text into it", blank.display()),
        format!("{}:1: invalid UTF-8 at byte 0; save the text as UTF-8", utf16.display()),
    ];
    assert_eq!(run.errors(), expected);

    let pages = inquit(["show"]).arg(folder.root()).run();
    assert_eq!((pages.exit, pages.errors()), (ExitCode::SomeFailed, run.errors()));
}

#[test]
fn standard_input_that_cannot_be_read() {
    let run = inquit(["extract", "-"]).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert_eq!(run.errors(), ["stdin: is empty; leave it out, or put text into it"]);

    let run = inquit(["extract", "-"]).stdin(b"One.\nTw\xFF").run();
    assert_eq!(run.errors(), ["stdin:2: invalid UTF-8 at byte 7; save the text as UTF-8"]);
    assert_eq!(run.stdout, "");
}

#[test]
fn nul_is_a_character() {
    let text = "\0“Yes\0,” said Ida Holm.\0";
    let folder = Folder::with(&[("nul.txt", text)]);
    let run = inquit(["extract", "--with-text"]).arg(folder.root()).done();
    assert_eq!(run.records()[0]["text"], text);
    assert_eq!(run.records()[0]["quotes"][0]["text"], "Yes\0,");
    let run = inquit(["extract", "--with-text", "-"]).stdin(r#"{"text": "a\u0000b"}"#).done();
    assert_eq!(run.records()[0]["text"], "a\0b");
    assert_line_fails(
        b"{\"text\": \"a\0b\"}",
        "invalid JSON at column 12: control character (\\u0000-\\u001F) found while parsing a \
         string; write one JSON object a line",
    );
}

#[test]
fn an_error_is_one_harmless_line() {
    let folder = Folder::new();
    folder.write("two\nlines \u{1b}[31m.txt", "");
    let run = inquit(["extract"]).arg(folder.root()).run();
    assert_eq!(run.errors().len(), 1);
    assert!(run.errors()[0].contains("two\u{FFFD}lines \u{FFFD}[31m.txt: is empty"));
}

#[test]
fn every_failure_is_counted_and_nothing_else() {
    let lines: String = (0..2000)
        .map(|number| if number % 10 == 3 { "oops\n" } else { "{\"text\": \"Fine.\"}\n" })
        .collect();
    let run = inquit(["extract", "-"]).stdin(lines).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert_eq!((run.errors().len(), run.records().len()), (200, 1800));
    assert!(run.errors()[1].starts_with("stdin:14: "));
}

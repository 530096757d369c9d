//! What is read, in which order, and under which ids.

use inquit_cli::{ExitCode, Terminal};

use super::{Folder, inquit};

#[test]
fn a_directory_is_read_in_path_order() {
    let names = ["b.txt", "a/z.txt", "a.txt", "a-b.txt", "a/b/c.txt", "A.txt", "10.txt", "9.txt"];
    let folder = Folder::new();
    for name in names {
        folder.write(name, name);
    }
    folder.write("c.jsonl", "{\"text\": \"x\"}\n{\"text\": \"y\"}\n");
    folder.write("notes.md", "not read");
    folder.write("a/b/table.csv", "not read");
    folder.write("txt", "not read");
    let run = inquit(["extract"]).arg(folder.root()).done();
    let ids = ["10", "9", "A", "c", "z", "a-b", "a", "b", "c.jsonl:1", "c.jsonl:2"];
    assert_eq!(run.ids(), ids);
}

#[test]
fn inputs_are_read_in_the_order_they_are_named() {
    let folder = Folder::with(&[("b.txt", "b"), ("d/a.txt", "a"), ("c.jsonl", "{\"text\":\"c\"}")]);
    let run = inquit(["extract"]).arg(folder.path("c.jsonl")).arg(folder.path("b.txt"));
    let run = run.arg("-").arg(folder.path("d")).stdin("s").done();
    assert_eq!(run.ids(), ["c.jsonl:1", "b", "stdin", "a"]);
}

#[test]
fn texts_that_share_a_stem_get_their_path_in_the_directory() {
    let folder = Folder::with(&[
        ("monday/port.txt", "1"),
        ("monday/ferry.txt", "2"),
        ("tuesday/port.txt", "3"),
        ("tuesday/deep/port.txt", "4"),
        ("tuesday/port.TXT", "5"),
    ]);
    let run = inquit(["extract"]).arg(folder.root()).done();
    let ids = [
        "ferry",
        "monday/port.txt",
        "tuesday/deep/port.txt",
        "tuesday/port.TXT",
        "tuesday/port.txt",
    ];
    assert_eq!(run.ids(), ids);
}

#[test]
fn texts_that_share_that_too_get_their_whole_path() {
    let folder = Folder::with(&[("monday/port.txt", "1"), ("tuesday/port.txt", "2")]);
    let days = [folder.path("monday"), folder.path("tuesday")];
    let run = inquit(["extract"]).arg(&days[0]).arg(&days[1]).done();
    let path = |day: &std::path::Path| day.join("port.txt").to_string_lossy().into_owned();
    assert_eq!(run.ids(), [path(&days[0]), path(&days[1])]);
}

#[test]
fn a_line_without_an_id_is_called_by_its_file_and_number() {
    let lines = "\u{FEFF}{\"text\": \"a\"}\r\n\r\n   \n{\"id\": \"own\", \"text\": \"b\"}\n{\"id\": \
                 null, \"text\": \"c\"}\n{\"id\": \"\", \"text\": \"d\"}";
    let folder = Folder::with(&[("x/news.jsonl", lines)]);
    let run = inquit(["extract"]).arg(folder.root()).done();
    assert_eq!(run.ids(), ["news.jsonl:1", "own", "news.jsonl:5", "news.jsonl:6"]);

    folder.write("y/news.jsonl", "{\"text\": \"e\"}");
    let run = inquit(["extract"]).arg(folder.root()).done();
    assert_eq!(
        run.ids(),
        ["x/news.jsonl:1", "own", "x/news.jsonl:5", "x/news.jsonl:6", "y/news.jsonl:1"]
    );
}

#[test]
fn the_same_id_may_come_twice() {
    let lines = "{\"id\": \"a\", \"text\": \"1\"}\n{\"id\": \"a\", \"text\": \"2\"}\n";
    assert_eq!(inquit(["extract", "-"]).stdin(lines).done().ids(), ["a", "a"]);
}

#[test]
fn standard_input_is_lines_of_json_if_it_begins_like_that() {
    for lines in
        ["{\"text\":\"a\"}\n{\"text\":\"b\"}", "\u{FEFF}{\"text\":\"a\"}\n{\"text\":\"b\"}\n"]
    {
        let run = inquit(["extract", "-"]).stdin(lines).done();
        assert_eq!(run.ids(), ["stdin:1", "stdin:2"]);
    }
    let run = inquit(["extract", "-"]).stdin(" \n\n \t{\"text\":\"a\"}").done();
    assert_eq!(run.ids(), ["stdin:3"]);
}

#[test]
fn standard_input_is_one_text_otherwise() {
    for text in ["One.\n\nTwo {x}.", "\n  [1]\n", " \n \n", "\u{FEFF}text", "｛"] {
        let run = inquit(["extract", "--with-text", "-"]).stdin(text).done();
        assert_eq!(run.ids(), ["stdin"]);
        assert_eq!(run.records()[0]["text"], text);
    }
}

#[test]
fn standard_input_is_read_when_nothing_is_named() {
    assert_eq!(inquit(["extract"]).stdin("Some text.").done().ids(), ["stdin"]);
    let typed = Terminal { stdin: true, ..Terminal::default() };
    inquit(["extract"]).stdin("Some text.").terminal(typed).refused("nothing to read");
    assert_eq!(inquit(["extract", "-"]).stdin("Typed.").terminal(typed).done().ids(), ["stdin"]);
}

#[test]
fn a_directory_without_documents_is_done_at_once() {
    let folder = Folder::with(&[("readme.md", "x")]);
    for command in ["extract", "show"] {
        let run = inquit([command]).arg(folder.root()).run();
        assert_eq!((run.exit, &*run.stdout), (ExitCode::Done, ""));
        assert_eq!(run.stderr, "warning: no .txt or .jsonl file is in what was named\n");
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn circles_of_links_end() {
        let folder = Folder::with(&[("a/one.txt", "1"), ("b/two.txt", "2")]);
        symlink(folder.root(), folder.path("a/up")).expect("a link");
        symlink(folder.path("b"), folder.path("a/across")).expect("a link");
        symlink(folder.path("a"), folder.path("b/back")).expect("a link");
        symlink("self", folder.path("a/self")).expect("a link");
        let run = inquit(["extract"]).arg(folder.root()).done();
        assert_eq!(run.ids(), ["two", "one"], "each file once, under the first path to it");
    }

    #[test]
    fn a_link_to_a_file_is_a_file_of_its_own() {
        let folder = Folder::with(&[("b.txt", "text")]);
        symlink("b.txt", folder.path("a.txt")).expect("a link");
        assert_eq!(inquit(["extract"]).arg(folder.root()).done().ids(), ["a", "b"]);
    }

    #[test]
    fn a_link_to_nothing_is_one_failed_document() {
        let folder = Folder::with(&[("b.txt", "text")]);
        symlink("nowhere", folder.path("a.txt")).expect("a link");
        let run = inquit(["extract"]).arg(folder.root()).run();
        assert_eq!(run.exit, ExitCode::SomeFailed);
        assert_eq!(run.ids(), ["b"]);
        assert!(run.errors()[0].contains("a.txt: cannot be read: "), "{}", run.stderr);
    }
}

//! Arguments, help, and everything that ends with exit code 2.

use std::io::{self, Write};

use inquit_cli::{ExitCode, Face, Streams, Terminal, run};

use super::{Folder, inquit};

#[test]
fn wrong_arguments_are_refused() {
    for (args, message) in [
        (&["extract", "--nonsense"][..], "unexpected argument '--nonsense'"),
        (&["nonsense"], "unrecognized subcommand 'nonsense'"),
        (&["extract", "--offsets", "words"], "[possible values: codepoint, byte, utf16]"),
        (&["extract", "--format", "xml"], "[possible values: jsonl, csv]"),
        (&["extract", "--threads", "many"], "invalid value 'many'"),
        (&["extract", "--threads=-1"], "invalid value '-1'"),
        (&["extract", "--color", "sometimes"], "[possible values: auto, always, never]"),
        (&["extract", "--classes", "all"], "unexpected argument '--classes'"),
        (&["show", "--classes", "speech,song"], "unknown cue class `song`"),
        (&["show", "--classes", ""], "unknown cue class ``"),
        (&["show", "--format", "csv"], "unexpected argument '--format'"),
        (&["extract", "--with-text", "--format", "csv", "-"], "--with-text needs --format jsonl"),
        (&["extract", "-", "-"], "standard input is named twice"),
    ] {
        inquit(args).stdin("Text.").refused(message);
    }
}

#[test]
fn a_path_that_does_not_exist_is_refused_before_work_starts() {
    let folder = Folder::with(&[("a.txt", "Text.")]);
    let run = inquit(["extract"]).arg(folder.path("a.txt")).arg(folder.path("b.txt"));
    run.refused("b.txt` does not exist; check how it is spelt");
    inquit(["show"]).arg(folder.path("a.txt/b")).refused("a.txt/b: cannot be read: ");
}

#[test]
fn a_file_of_another_kind_is_refused_when_named() {
    let folder = Folder::with(&[("page.html", "<p>"), ("text", "Text.")]);
    for name in ["page.html", "text"] {
        let message = format!("{name}` is neither a .txt nor a .jsonl file");
        inquit(["extract"]).arg(folder.path(name)).refused(&message);
    }
}

#[test]
fn an_output_that_cannot_be_written_is_refused() {
    let folder = Folder::with(&[("a.txt", "Text.")]);
    let run = inquit(["extract", "-o"]).arg(folder.path("no/such/place.jsonl"));
    run.arg(folder.path("a.txt")).refused("place.jsonl`: ");
}

/// An output that takes a few bytes and then fails.
struct Failing {
    room: usize,
    kind: io::ErrorKind,
}

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room);
        self.room -= taken;
        if taken == 0 { Err(self.kind.into()) } else { Ok(taken) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs with an output that fails after some bytes; what is on the error stream, and the end.
fn run_into(kind: io::ErrorKind, room: usize, args: &[&str], text: &str) -> (ExitCode, String) {
    let mut stderr = Vec::new();
    let args = ["inquit"].iter().chain(args);
    let exit = run(args, Streams::new(text.as_bytes(), Failing { room, kind }, &mut stderr));
    (exit, String::from_utf8(stderr).expect("UTF-8"))
}

const SHORT: &str = "“Yes,” said Ida Holm.";

/// A text so long that its lines are not made in memory.
fn long() -> String {
    format!("{SHORT}\n\n{}\n\n{SHORT}", "The ferry left the port.\n\n".repeat(25_000))
}

#[test]
fn an_output_nobody_reads_ends_the_run_quietly() {
    let quiet = (ExitCode::Done, String::new());
    for args in [&["extract", "-"][..], &["extract", "--format=csv", "-"], &["show", "-"]] {
        for room in [0, 10, 150] {
            assert_eq!(run_into(io::ErrorKind::BrokenPipe, room, args, SHORT), quiet, "{args:?}");
        }
    }
    for args in [&["extract", "-"][..], &["extract", "--format=csv", "-"]] {
        assert_eq!(run_into(io::ErrorKind::BrokenPipe, 250, args, &long()), quiet, "{args:?}");
    }
    assert_eq!(run_into(io::ErrorKind::BrokenPipe, 10, &["--help"], ""), quiet);
}

#[test]
fn an_output_that_fails_otherwise_is_an_error() {
    let failed = |args: &[&str], text: &str| {
        let (exit, stderr) = run_into(io::ErrorKind::StorageFull, 10, args, text);
        assert_eq!(exit, ExitCode::Refused, "{args:?}");
        assert!(stderr.starts_with("error: cannot write to standard output: "), "{stderr}");
    };
    for args in [&["extract", "-"][..], &["extract", "--format=csv", "-"], &["show", "-"]] {
        failed(args, SHORT);
    }
    failed(&["extract", "-"], &long());
}

#[test]
fn help_and_version_are_data() {
    let version = inquit(["--version"]).done().stdout;
    assert_eq!(version, concat!("inquit ", env!("CARGO_PKG_VERSION"), "\n"));
    let help = inquit(["--help"]).done().stdout;
    for word in ["extract", "show", "match", "dictionary", "--color", "Examples:", "Exit codes:"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    let help = inquit(["extract", "--help"]).done().stdout;
    for word in ["--offsets", "--with-text", "--format", "--threads", "--output", "Examples:"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert!(inquit(["show", "--help"]).done().stdout.contains("--classes"));
    inquit([""; 0]).refused("Usage: inquit");
}

#[test]
fn errors_are_red_only_where_colours_are_wanted() {
    let face = Face { terminal: false, colour: true };
    let colour = Terminal { stdout: face, stderr: face, ..Terminal::default() };
    let red =
        |args: &[&str], terminal| inquit(args).terminal(terminal).run().stderr.contains("\u{1b}[");
    for args in [&["extract", "-"][..], &["extract", "--nonsense"]] {
        assert!(red(args, colour));
        assert!(!red(args, Terminal::default()));
    }
    assert!(!red(&["extract", "--color=never", "-"], colour));
    assert!(red(&["extract", "--color=always", "-"], Terminal::default()));
    let records = inquit(["extract", "--color=always", "-"]).stdin("“A,” said Ida Holm.").done();
    assert!(!records.stdout.contains('\u{1b}'), "data has no colours");
}

#[test]
fn exit_codes_are_numbers() {
    let codes = [ExitCode::Done, ExitCode::SomeFailed, ExitCode::Refused].map(ExitCode::code);
    assert_eq!(codes, [0, 1, 2]);
}

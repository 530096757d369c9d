//! The readers below the command: any stream, any limits.

use std::io::{self, BufRead, BufReader, Read};

use inquit::{Document, Limits};
use inquit_io::{Error, Inputs, JsonLines, read_text};

use super::Folder;

/// A stream that gives a few bytes at a time, is interrupted between them, and may break.
struct Halting<'a> {
    bytes: &'a [u8],
    step: usize,
    breaks: bool,
    interrupted: bool,
}

impl Read for Halting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if self.bytes.is_empty() && self.breaks {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        let length = self.step.min(buffer.len()).min(self.bytes.len());
        let (taken, rest) = self.bytes.split_at(length);
        buffer[..length].copy_from_slice(taken);
        self.bytes = rest;
        Ok(length)
    }
}

fn halting(bytes: &[u8], step: usize) -> BufReader<Halting<'_>> {
    BufReader::new(Halting { bytes, step, breaks: false, interrupted: false })
}

/// Ids and texts, or the message of the error.
fn plain(documents: impl Iterator<Item = Result<Document, Error>>) -> Vec<String> {
    let plain = |document: Result<Document, Error>| match document {
        Ok(document) => format!("{}={}", document.id(), document.text()),
        Err(error) => error.to_string(),
    };
    documents.map(plain).collect()
}

const LINES: &str = "\u{FEFF}{\"text\": \"a\"}\r\n\n{\"id\": \"ü\", \"text\": \"ö\\n🙂\"}\noops\n[]\n {\"text\": \"c\"}";

#[test]
fn how_a_stream_is_cut_changes_nothing() {
    let whole = plain(JsonLines::new(LINES.as_bytes(), "f", Limits::new()));
    assert_eq!(whole.len(), 5);
    assert_eq!((&*whole[0], &*whole[1], &*whole[4]), ("f:1=a", "ü=ö\n🙂", "f:6=c"));
    for step in [1, 2, 3, 5, 7, 16, 64] {
        let lines = JsonLines::new(halting(LINES.as_bytes(), step), "f", Limits::new());
        assert_eq!(plain(lines), whole, "{step} bytes at a time");
        let inputs = Inputs::find(["-"]).expect("standard input");
        let documents = inputs.documents(halting(LINES.as_bytes(), step), Limits::new());
        assert_eq!(plain(documents)[0], "stdin:1=a", "{step} bytes at a time");
    }
    let text = read_text(halting(LINES.as_bytes(), 1), "a", &Limits::new()).expect("a text");
    assert_eq!(text.text(), LINES);
}

#[test]
fn a_stream_that_breaks_is_one_error_after_what_came_before() {
    let broken =
        |bytes| BufReader::new(Halting { bytes, step: 9, breaks: true, interrupted: false });
    let mut lines = JsonLines::new(broken(b"{\"text\": \"a\"}\n{\"te"), "f", Limits::new());
    assert!(lines.next().is_some_and(|document| document.is_ok()));
    let error = lines.next().expect("the error").expect_err("it broke");
    assert_eq!(error.io_kind(), Some(io::ErrorKind::ConnectionReset));
    assert!(error.to_string().starts_with("f: cannot be read: "));
    assert!(lines.next().is_none());

    let error = read_text(broken(b"text"), "f", &Limits::new()).expect_err("it broke");
    assert_eq!(error.io_kind(), Some(io::ErrorKind::ConnectionReset));
}

#[test]
fn limits_are_kept_to_the_byte() {
    // A line of 13 bytes with a text of one.
    let limits = |line, document| {
        Limits::new().with_max_line(line).with_max_document(document).expect("small")
    };
    let read = |line: &str, limits| {
        JsonLines::new(format!("{line}\n{line}").as_bytes(), "f", limits).collect::<Vec<_>>()
    };
    let line = "{\"text\": \"a\"}";
    for result in read(line, limits(13, 1)) {
        assert_eq!(result.expect("within the limits").text(), "a");
    }
    for (line_limit, document_limit) in [(12, 1), (13, 0)] {
        let results = read(line, limits(line_limit, document_limit));
        assert_eq!(results.len(), 2);
        for result in results {
            assert!(result.expect_err("beyond a limit").is_too_large());
        }
    }
    assert!(read_text(&b"ab"[..], "f", &limits(0, 2)).is_ok());
    let error = read_text(&b"abc"[..], "f", &limits(0, 2)).expect_err("beyond the limit");
    assert!(error.is_too_large());
    // Whether a character is cut at the limit does not matter.
    assert!(read_text("aöö".as_bytes(), "f", &limits(0, 2)).expect_err("beyond").is_too_large());
}

#[test]
fn a_line_beyond_the_limit_is_passed_over_however_long_it_is() {
    let limits = Limits::new().with_max_line(100);
    let endless = io::repeat(b'a').take(200 << 20);
    let stream = endless.chain(&b"\n{\"text\": \"b\"}\n"[..]);
    let mut lines = JsonLines::new(BufReader::with_capacity(1 << 20, stream), "f", limits);
    assert!(lines.next().expect("an error").expect_err("too long").is_too_large());
    assert_eq!(lines.next().expect("a document").expect("a good one").id(), "f:2");
    assert!(lines.next().is_none());
    assert_eq!(lines.bytes_read(), (200 << 20) + 15);
}

#[test]
fn errors_say_what_they_are() {
    let first = |bytes: &[u8]| {
        let mut lines = JsonLines::new(bytes, "f", Limits::new());
        lines.next().expect("an error").expect_err("a bad line")
    };
    assert!(first(b"").is_empty());
    assert!(first(b"\n \n").is_empty());
    assert!(first(b"\xFF").is_invalid_utf8());
    for line in [&b"[]"[..], b"x", b"{}", b"{\"text\": 1}", b"{\"text\":\"\",\"text\":\"\"}"] {
        assert!(first(line).is_invalid_record());
        assert!(!first(line).is_invalid_utf8());
    }
    assert!(Inputs::find(["no such file.txt"]).expect_err("missing").is_not_found());
    let folder = Folder::with(&[("a.pdf", "")]);
    assert!(Inputs::find([folder.path("a.pdf")]).expect_err("a PDF").is_unknown_format());
}

#[test]
fn inputs_know_how_much_there_is() {
    let folder = Folder::with(&[("a.txt", "four"), ("b.jsonl", LINES)]);
    let inputs = Inputs::find([folder.root()]).expect("a directory");
    assert_eq!((inputs.len(), inputs.is_empty()), (2, false));
    let size = 4 + LINES.len() as u64;
    assert_eq!(inputs.size(), Some(size));
    assert!(inputs.contains(&folder.path("./b.jsonl")));
    assert!(!inputs.contains(&folder.path("c.txt")));

    let mut documents = inputs.documents(io::empty(), Limits::new());
    assert_eq!(documents.bytes_read(), 0);
    documents.next();
    assert_eq!(documents.bytes_read(), 4);
    assert_eq!(documents.by_ref().count(), 5);
    assert_eq!(documents.bytes_read(), size);

    let stream = Inputs::find(["-"]).expect("standard input");
    assert_eq!(stream.size(), None);
}

#[test]
fn documents_say_when_they_may_wait() {
    let lines = b"{\"text\": \"a\"}\n{\"text\": \"b\"}\n\n \n{\"text\": \"c\"}\n\n";
    let waits = |reader: Box<dyn BufRead>| {
        let inputs = Inputs::find(["-"]).expect("standard input");
        let mut documents = inputs.documents(reader, Limits::new());
        let mut waits = Vec::new();
        while documents.next().is_some() {
            waits.push(documents.may_wait());
        }
        waits
    };
    assert_eq!(waits(Box::new(&lines[..])), [false, false, true]);
    assert_eq!(waits(Box::new(halting(lines, 15))), [true, true, true]);

    let folder = Folder::new();
    folder.write("a.jsonl", lines);
    let inputs = Inputs::find([folder.root()]).expect("a directory");
    let mut documents = inputs.documents(io::empty(), Limits::new());
    while documents.next().is_some() {
        assert!(!documents.may_wait(), "a file is never waited for");
    }
}

//! What holds for every format: compression, limits, faults, and hostile input.

use std::io::{self, BufReader, Read, Write};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use inquit::{Dictionary, Limits};
use inquit_io::{Entities, EntityFormat, EntityOptions, read_dictionary};

use super::read;

const TABLE: &str = "name,kind\nAda Okoro,person\nThe Gull,organization\n";

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

fn bz2(bytes: &[u8]) -> Vec<u8> {
    let mut packed = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

fn names(bytes: &[u8]) -> Vec<String> {
    let entities = read("list", bytes, &EntityOptions::new());
    entities.into_iter().map(|it| it.expect("an entity").name().to_owned()).collect()
}

#[test]
fn compressed_files_are_read_all_their_parts() {
    let (first, rest) = TABLE.split_at(20);
    for pack in [gz, bz2] {
        assert_eq!(names(&pack(TABLE.as_bytes())), ["Ada Okoro", "The Gull"]);
        let parts = [pack(first.as_bytes()), pack(rest.as_bytes())].concat();
        assert_eq!(names(&parts), ["Ada Okoro", "The Gull"]);
    }
}

#[test]
fn a_compressed_file_that_is_cut_or_altered_is_an_error() {
    let rows = (0..2000).map(|row| format!("Name of {row},person,{}\n", row * row));
    let table = rows.collect::<String>();
    for pack in [gz, bz2] {
        let packed = pack(table.as_bytes());
        for length in [packed.len() / 2, packed.len() - 3] {
            let found = Entities::new(&packed[..length], "list.gz", &EntityOptions::new());
            let error = match found {
                Ok(found) => found.take(5000).find_map(Result::err).expect("an error"),
                Err(error) => error,
            };
            assert!(error.io_kind().is_some(), "{error}");
            assert!(error.to_string().starts_with("list.gz: cannot be read: "), "{error}");
        }
    }
}

#[test]
fn the_format_is_told_by_the_first_bytes() {
    for (text, format) in [
        ("Ada Okoro,person", EntityFormat::Csv),
        ("", EntityFormat::Csv),
        (" {\"name\": \"Ada Okoro\"}", EntityFormat::Jsonl),
        ("\u{FEFF}{\"name\": \"Ada Okoro\"}", EntityFormat::Jsonl),
        ("[\n{\"type\":\"item\",\"id\":\"Q1\"},\n]", EntityFormat::Wikidata),
        ("{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{}}", EntityFormat::Wikidata),
        ("{\"@context\": {}, \"@graph\": []}", EntityFormat::JsonLd),
        ("[{\"@id\": \"http://a.example/\"}]", EntityFormat::JsonLd),
        ("@prefix a: <http://a.example/> .", EntityFormat::Turtle),
        ("# Ports\n@prefix a: <http://a.example/> .", EntityFormat::Turtle),
        ("<http://a.example/> a <http://a.example/b> .", EntityFormat::Turtle),
    ] {
        for bytes in [text.as_bytes().to_owned(), gz(text.as_bytes())] {
            let entities = Entities::new(&*bytes, "list", &EntityOptions::new()).expect("a stream");
            assert_eq!(entities.format(), format, "{text}");
        }
    }
}

#[test]
fn a_line_beyond_the_limit_is_one_error() {
    let options = EntityOptions::new().with_limits(Limits::new().with_max_line(100));
    let long = "x".repeat(101);
    let quoted = format!("\"{}\"", "x\n".repeat(60));
    for (name, text, errors) in [
        ("a.csv", format!("Ada,person\n{long}\nGull\n"), "a.csv:2"),
        ("a.csv", format!("Ada,person\n{quoted}\nGull\n"), "a.csv:2"),
        ("a.jsonl", format!("{{\"name\":\"Ada\"}}\n{long}\n{{\"name\":\"Gull\"}}\n"), "a.jsonl:2"),
    ] {
        let all = read(name, text, &options);
        let bad = all.iter().find_map(|it| it.as_ref().err()).expect("an error");
        assert!(bad.is_too_large(), "{bad}");
        let message = format!("{errors}: the line has more than 100 bytes; ");
        assert!(bad.to_string().starts_with(&message), "{bad}");
        assert!(all.first().is_some_and(Result::is_ok) && all.last().is_some_and(Result::is_ok));
    }
}

#[test]
fn a_line_that_is_not_utf8_is_one_error() {
    for (name, bytes, offset) in [
        ("a.csv", b"name\nBj\xF6rn\nGull\n".to_vec(), 7),
        ("a.jsonl", b"\n{\"name\":\"Bj\xF6rn\"}\n{\"name\":\"Gull\"}\n".to_vec(), 12),
        ("a.json", b"[\n{\"labels\":{\"en\":\"Bj\xF6rn\"}},\n{\"id\":\"Q1\",\"labels\":{\"en\":{\"value\":\"Gull\"}}}\n]".to_vec(), 21),
    ] {
        let all = read(name, bytes, &EntityOptions::new());
        let error = all[0].as_ref().expect_err("an error");
        assert!(error.is_invalid_utf8());
        let message = format!("{name}:2: invalid UTF-8 at byte {offset}; save the text as UTF-8");
        assert_eq!(error.to_string(), message);
        assert_eq!(all[1].as_ref().expect("an entity").name(), "Gull");
        assert_eq!(all.len(), 2);
    }
}

/// Gives some bytes, then fails for ever.
struct Failing(&'static [u8]);

impl Read for Failing {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self.0.read(bytes)? {
            0 => Err(io::ErrorKind::ConnectionReset.into()),
            read => Ok(read),
        }
    }
}

#[test]
fn a_stream_that_fails_ends() {
    // Longer than what is looked at to find the format out.
    let start: &'static str = " ".repeat(5000).leak();
    for &format in EntityFormat::ALL {
        let options = EntityOptions::new().with_format(format);
        let reader = BufReader::new(Failing(start.as_bytes()));
        let entities = Entities::new(reader, "pipe", &options).expect("a beginning");
        let all: Vec<_> = entities.take(100).collect();
        assert_eq!(all.len(), 1, "{format}");
        let error = all[0].as_ref().expect_err("an error");
        assert_eq!(error.io_kind(), Some(io::ErrorKind::ConnectionReset), "{format}");
    }
}

#[test]
fn a_dictionary_is_not_built_from_half_a_stream() {
    let reader = BufReader::new(Failing(" ".repeat(5000).leak().as_bytes()));
    let entities = Entities::new(reader, "pipe", &EntityOptions::new()).expect("a beginning");
    let error =
        read_dictionary([entities], &Dictionary::builder(), |_| Ok::<(), inquit_io::Error>(()));
    assert!(error.expect_err("an error").io_kind().is_some());
}

#[test]
fn an_id_given_twice_is_named_where_it_comes_again() {
    let options = EntityOptions::new();
    let file = |name: &str| Entities::new(TABLE.as_bytes(), name, &options).expect("a stream");
    let mut errors = Vec::new();
    let dictionary =
        read_dictionary([file("a.csv"), file("b.csv")], &Dictionary::builder(), |row| {
            errors.extend(row.err().map(|error| error.to_string()));
            Ok::<(), inquit_io::Error>(())
        });
    assert_eq!(dictionary.expect("a dictionary").len(), 2);
    let message = "is given twice; merge the two, or give them ids of their own";
    assert_eq!(
        errors,
        [
            format!("b.csv:2: entity `Ada Okoro` {message}"),
            format!("b.csv:3: entity `The Gull` {message}"),
        ]
    );
}

/// Whatever is in a file, reading it ends, in little stack.
#[test]
fn hostile_files_are_read_to_their_end() {
    let deep = 100_000;
    let skos = "http://www.w3.org/2004/02/skos/core#prefLabel";
    let texts = [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        format!("{{\"@graph\":{}", "[".repeat(deep)),
        format!("{{\"@id\":\"http://a.example/\",\"{skos}\":{}", "{\"@list\":[".repeat(deep)),
        format!("{{\"name\":\"A\",\"x\":{}{}}}", "[".repeat(deep), "]".repeat(deep)),
        format!("{{\"name\":\"A\",\"aliases\":{}{}}}", "[".repeat(deep), "]".repeat(deep)),
        format!("{{\"labels\":{}{}}}", "{\"en\":".repeat(deep), "}".repeat(deep)),
        format!("<http://a.example/> <{skos}> {}", "[ <http://a.example/> ".repeat(deep)),
        format!("<http://a.example/> <{skos}> {}", "( ".repeat(deep)),
        "\"".repeat(deep + 1),
        ",".repeat(deep),
        "name".to_owned() + &",name".repeat(deep),
        "|".repeat(deep),
        format!("name,aliases\nA,{}", "b|".repeat(deep)),
        "\0".repeat(deep),
        "a\r".repeat(deep),
    ];
    let run = move || {
        for text in &texts {
            for &format in EntityFormat::ALL {
                let options = EntityOptions::new().with_format(format);
                assert!(!read("hostile", text, &options).is_empty());
            }
        }
    };
    let thread = thread::Builder::new().stack_size(256 << 10).spawn(run).expect("a thread");
    thread.join().expect("no panic");
}

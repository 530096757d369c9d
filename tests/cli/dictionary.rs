//! `inquit dictionary`: from lists to a file, and what is in it.

use inquit::{Dictionary, Entity, EntityKind};
use inquit_cli::ExitCode;

use super::{Folder, inquit};

const LIST: &str = "\
name,kind,aliases
Ada Okoro,person,Okoro|AO
The Gull,organization,Gull
Port,,Gull
";

/// A list with two bad rows.
const BAD: &str = "name,kind\nAda Okoro,person\nPort,harbour\nGull\n,person\n";

fn names(folder: &Folder) -> Vec<String> {
    let dictionary = Dictionary::open(folder.path("out.inquit")).expect("a dictionary");
    dictionary.iter().map(|entity| entity.name().to_owned()).collect()
}

#[test]
fn a_list_becomes_a_dictionary_that_tells_what_is_in_it() {
    let folder = Folder::with(&[("watch.csv", LIST)]);
    let output = folder.path("out.inquit");
    let build = inquit(["dictionary", "build", "-o"]).arg(&output).arg(folder.path("watch.csv"));
    assert_eq!(build.done().stdout, "");
    let dictionary = Dictionary::open(&output).expect("a dictionary");
    let okoro = dictionary.iter().next().expect("an entity");
    assert_eq!((okoro.name(), okoro.kind()), ("Ada Okoro", Some(EntityKind::Person)));

    let info = inquit(["dictionary", "info"]).arg(&output).done().stdout;
    let bytes = dictionary.as_bytes().len();
    let expected = format!(
        "format: {}\nbytes: {bytes}\nentities: 3\nentities of kind person: 1\n\
         entities of kind organization: 1\nentities of kind none: 1\naliases: 7\n\
         aliases of case rule first-letter: 6\naliases of case rule acronym: 1\n\
         ambiguous aliases: 1\naliases that contradict the atlas: 0\nverified: yes\n",
        Dictionary::FORMAT
    );
    assert_eq!(info, expected);
}

#[test]
fn a_dictionary_that_contradicts_the_atlas_is_told_so() {
    let list = "name,kind,id,wikidata,aliases\n\
                Kenya,person,p1,,\n\
                Our Kingdom,place,e2,Q145,UK|Britain\n\
                Their Kingdom,place,e3,Q999999,Denmark\n";
    let folder = Folder::with(&[("watch.csv", list)]);
    let output = folder.path("out.inquit");
    let build = inquit(["dictionary", "build", "-o"]).arg(&output).arg(folder.path("watch.csv"));
    build.done();
    let info = inquit(["dictionary", "info"]).arg(&output).done().stdout;
    let told: Vec<&str> = info.lines().filter(|line| line.contains("atlas")).collect();
    assert_eq!(
        told,
        [
            "aliases that contradict the atlas: 2",
            "warning: `Kenya` of p1 is Q114 (Kenya) in the atlas; the dictionary wins",
            "warning: `Denmark` of e3 is Q35 (Denmark) in the atlas; the dictionary wins",
        ]
    );
}

#[test]
fn lists_of_several_formats_and_standard_input_become_one_dictionary() {
    let folder = Folder::with(&[
        ("watch.csv", LIST),
        ("more.jsonl", "{\"name\": \"Ida Holm\", \"id\": \"e1\"}\n"),
        (
            "dump.json",
            "[\n{\"id\":\"Q1\",\"labels\":{\"de\":{\"value\":\"Hafen\"}}},\n{\"id\":\"Q2\",\"labels\":{\"en\":{\"value\":\"Quay\"}}}\n]\n",
        ),
    ]);
    let build = |extra: &[&str]| {
        let run = inquit(["dictionary", "build"]).arg("-o").arg(folder.path("out.inquit"));
        let run = ["watch.csv", "more.jsonl", "dump.json"]
            .iter()
            .fold(run, |run, name| run.arg(folder.path(name)));
        run.args(extra).stdin("Jon Vell,person\n").done();
        names(&folder)
    };
    assert_eq!(build(&["-"]), ["Ada Okoro", "The Gull", "Port", "Ida Holm", "Quay", "Jon Vell"]);
    assert_eq!(build(&["--language", "de, en"])[4..], ["Hafen", "Quay"]);
}

#[test]
fn a_bad_row_stops_the_build_and_nothing_is_written() {
    let folder = Folder::with(&[("watch.csv", BAD), ("out.inquit", "as it was")]);
    let run = inquit(["dictionary", "build", "-o"]).arg(folder.path("out.inquit"));
    run.arg(folder.path("watch.csv")).refused("watch.csv:3: unknown entity kind `harbour`; ");
    assert_eq!(folder.read("out.inquit"), "as it was");
}

#[test]
fn bad_rows_are_skipped_when_that_is_asked_for() {
    let folder = Folder::with(&[("watch.csv", BAD)]);
    let run = inquit(["dictionary", "build", "--on-error", "skip", "-o"]);
    let run = run.arg(folder.path("out.inquit")).arg(folder.path("watch.csv")).run();
    assert_eq!((run.exit, &*run.stdout), (ExitCode::SomeFailed, ""));
    let place = folder.path("watch.csv");
    let message = "unknown entity kind `harbour`; expected one of person, organization, place, \
                   group, event, work";
    assert_eq!(
        run.errors(),
        [
            format!("{}:3: {message}", place.display()),
            format!("{}:5: the entity has no name; give it one", place.display()),
        ]
    );
    assert_eq!(names(&folder), ["Ada Okoro", "Gull"]);
}

#[test]
fn a_list_that_cannot_be_read_is_refused() {
    let folder = Folder::with(&[("watch.csv", LIST), ("empty.csv", "")]);
    let build = |name: &str| {
        let run = inquit(["dictionary", "build", "--on-error=skip", "-o"]);
        run.arg(folder.path("out.inquit")).arg(folder.path("watch.csv")).arg(folder.path(name))
    };
    build("none.csv").refused("none.csv` does not exist; check how it is spelt");
    build(".").refused("cannot be read: ");
    let run = build("empty.csv").run();
    assert_eq!((run.exit, run.errors().len()), (ExitCode::SomeFailed, 1));
    assert!(
        run.errors()[0].ends_with(
            "empty.csv: holds no entities; check its format, and the languages asked for"
        )
    );
    inquit(["dictionary", "build", "-o", "x", "-", "-"]).refused("standard input is named twice");
    let list = folder.path("watch.csv");
    let run = inquit(["dictionary", "build", "-o"]).arg(&list).arg(&list);
    run.refused("watch.csv` is one of the inputs; write elsewhere");
    assert_eq!(folder.read("watch.csv"), LIST);
    let run = inquit(["dictionary", "build", "-o"]).arg(folder.path("no/place.inquit")).arg(&list);
    run.refused("no/place.inquit`: ");
}

#[test]
fn accents_are_folded_when_that_is_asked_for() {
    let folder = Folder::with(&[("watch.csv", "Žofín\n"), ("a.txt", "Zofin, Žofín.")]);
    for (extra, count) in [(&[][..], 1), (&["--fold-accents"], 2)] {
        let run = inquit(["dictionary", "build", "-o"]).arg(folder.path("out.inquit"));
        run.args(extra).arg(folder.path("watch.csv")).done();
        let run = inquit(["match", "--dictionary"]).arg(folder.path("out.inquit"));
        let record = run.arg(folder.path("a.txt")).done().records().remove(0);
        assert_eq!(record["matches"].as_array().map(Vec::len), Some(count));
    }
}

#[test]
fn a_file_that_is_no_dictionary_or_a_damaged_one_is_refused() {
    let folder = Folder::with(&[("watch.csv", LIST), ("a.txt", "Port")]);
    let entities = [Entity::new("Q1", "Ada Okoro"), Entity::new("Q2", "Port")];
    let whole = Dictionary::compile(entities).expect("a dictionary").as_bytes().to_owned();
    let info = |name: &str| inquit(["dictionary", "info"]).arg(folder.path(name));
    info("none.inquit").refused("none.inquit`: ");
    info("watch.csv").refused("watch.csv` is not an inquit dictionary");

    let mut altered = whole.clone();
    let last = altered.len() - 1;
    altered[last] ^= 1;
    let mut newer = whole.clone();
    newer[12] += 1;
    for (bytes, message) in [
        (&altered[..], " is damaged: "),
        (&whole[..last], " is damaged: "),
        (
            &newer[..],
            " is a dictionary in format 2, and this version of inquit knows formats up to 1",
        ),
    ] {
        folder.write("bad.inquit", bytes);
        info("bad.inquit").refused(message);
        for command in ["match", "extract", "show"] {
            let run = inquit([command, "--dictionary"]).arg(folder.path("bad.inquit"));
            run.arg(folder.path("a.txt")).refused(message);
        }
    }
}

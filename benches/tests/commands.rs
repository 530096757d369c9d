//! Each command once, on little, so that it still works when it is wanted; and the texts still are
//! what they were made to be.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What a command prints.
fn printed(arguments: &str) -> String {
    let mut out = Vec::new();
    let arguments = std::iter::once("inquit-bench").chain(arguments.split(' '));
    if let Err(error) = inquit_bench::run(arguments, &mut out) {
        panic!("{error}");
    }
    String::from_utf8(out).expect("text")
}

fn rows(arguments: &str) -> Vec<Value> {
    let line = |line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    printed(arguments).lines().map(line).collect()
}

/// A folder that no other test uses, without anything in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("a folder of this test");
    }
    folder
}

#[test]
fn every_library_gives_the_same_answers_under_every_case_rule() {
    let rows = rows("matcher --aliases 100,1000 --case all --megabytes 0.1 --rounds 1 --json");
    let libraries = ["inquit", "aho-corasick", "daachorse", "fst", "yada"];
    // Five cases, two sizes, two ways to hand over the text.
    assert_eq!(rows.len(), 5 * 2 * 2 * libraries.len());
    for rows in rows.chunks(libraries.len()) {
        let names: Vec<&str> = rows.iter().filter_map(|row| row["library"].as_str()).collect();
        assert_eq!(names, libraries);
        assert!(rows.iter().all(|row| row["checksum"] == rows[0]["checksum"]), "{rows:?}");
        assert!(rows.iter().all(|row| row["mb_per_s"].as_f64() > Some(0.0)), "{rows:?}");
    }
    let keys: Vec<&String> = rows[0].as_object().expect("an object").keys().collect();
    // In the order of the alphabet, as the reader of JSON here keeps them.
    let expected =
        ["aliases", "build_s", "case", "checksum", "heap_mb", "library", "matches", "mb_per_s"];
    assert_eq!(keys, expected);
}

#[test]
fn a_record_says_what_was_measured_and_where() {
    let folder = folder("records");
    let folder = folder.to_str().expect("a path in UTF-8");
    let command = format!(
        "matcher --aliases 100 --megabytes 0.05 --rounds 1 --library inquit --record {folder}"
    );
    let table = printed(&command);
    printed(&command);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("records").map(|file| file.expect("a file").path()).collect();
    files.sort();
    // The stop that follows the name of the first comes after the hyphen of the second.
    let record = fs::read_to_string(files.last().expect("a record")).expect("a record");
    for wanted in
        ["* machine: ", "* compiler: ", "* commit: ", "* command: ", "```json\n{\"case\":\"mix\""]
    {
        assert!(record.contains(wanted), "no {wanted:?} in\n{record}");
    }
    assert!(record.contains(&table), "{record}");
    assert_eq!(files.len(), 2, "the second record must not replace the first");
}

#[test]
fn saved_dictionaries_are_opened() {
    let rows = rows("opening --aliases 100 --megabytes 0.05 --rounds 2 --json");
    let steps: Vec<&str> = rows.iter().filter_map(|row| row["step"].as_str()).collect();
    let expected =
        ["compile", "save", "open", "open_mapped", "open_mapped and search an article", "verify"];
    assert_eq!(steps, expected);
    assert!(rows.iter().all(|row| row["wall_ms"].as_f64() > Some(0.0)), "{rows:?}");
}

#[test]
fn threads_and_growth_are_measured() {
    let rows_of_threads = rows("threads --aliases 100 --megabytes 0.1 --rounds 1 --json");
    assert!(rows_of_threads[0]["cpu_ratio"].as_f64() > Some(0.0), "{rows_of_threads:?}");
    let growth = rows("growth --aliases 100 --megabytes 0.02 --rounds 1 --json");
    assert!(growth.len() > 20 && growth[0]["text"] == "news", "{growth:?}");
    assert!(growth.iter().all(|row| row["growth"].as_f64() > Some(0.0)), "{growth:?}");
}

#[test]
fn wrong_arguments_are_refused() {
    for arguments in
        ["matcher --library regex", "matcher --case upper", "matcher --rounds 0", "sing"]
    {
        let words = std::iter::once("inquit-bench").chain(arguments.split(' '));
        assert!(inquit_bench::run(words, &mut Vec::new()).is_err(), "{arguments}");
    }
}

/// How often something is there in a thousand.
fn permille(count: usize, of: usize) -> usize {
    count * 1_000 / of
}

#[test]
fn text_and_lists_have_the_profile_of_news() {
    let folder = folder("news");
    let command =
        format!("write --aliases 100000 --case mix --megabytes 1 --to {}", folder.display());
    printed(&command);
    let text = fs::read_to_string(folder.join("text.txt")).expect("a text");
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
    };
    let tokens = permille(words(&text), text.len());
    assert!((160..174).contains(&tokens), "{tokens} tokens in 1,000 bytes");
    let foreign = text.chars().filter(|c| !c.is_ascii()).count() * 100_000 / text.chars().count();
    assert!((420..480).contains(&foreign), "{foreign} of 100,000 characters are not ASCII");

    let list = fs::read_to_string(folder.join("mix-100000.tsv")).expect("a list");
    let aliases: Vec<(&str, &str)> = list.lines().filter_map(|it| it.split_once('\t')).collect();
    assert_eq!(aliases.len(), 100_000);
    let all = aliases.len();
    let tokens = aliases.iter().map(|it| words(it.1)).sum::<usize>() * 10 / all;
    assert!((21..24).contains(&tokens), "{tokens} tokens in ten aliases");
    let bytes = aliases.iter().map(|it| it.1.len()).sum::<usize>() * 10 / all;
    assert!((143..157).contains(&bytes), "{bytes} bytes in ten aliases");
    let share = |is: &dyn Fn(&(&str, &str)) -> bool| {
        permille(aliases.iter().filter(|alias| is(alias)).count(), all)
    };
    assert!(share(&|it| !it.1.is_ascii()) >= 200);
    assert!(share(&|it| it.1.starts_with(char::is_lowercase)) >= 4);
    assert!(share(&|it| it.1.ends_with('.')) >= 20);
    assert!(share(&|it| it.1.contains('’')) >= 5);
    for (rule, expected) in [("acronym", 50), ("exact", 150), ("any", 100), ("first-letter", 700)] {
        assert!(share(&|it| it.0 == rule).abs_diff(expected) < 10, "{rule}");
    }

    for (aliases, matches) in [(100, 8..10), (100_000, 12..16)] {
        let rows = rows(&format!(
            "matcher --aliases {aliases} --megabytes 1 --rounds 1 --library inquit --calls text --json"
        ));
        let found = rows[0]["matches"].as_u64().expect("a number") / 1_000;
        assert!(matches.contains(&found), "{found} matches in a KB with {aliases} aliases");
    }
}

#[test]
fn linking_grows_and_finds_copies() {
    let rows = rows("linking-scale --quotes 2000 --documents 200 --json");
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[2]["quotes"], 2_000);
    // Outlets print the same statements again.
    assert!(rows[2]["utterances"].as_u64() < Some(1_500), "{rows:?}");
    assert!(rows[4]["copies"].as_u64() > Some(10), "{rows:?}");
}

/// Two sentences of each article.
const STATEMENTS: [[&str; 2]; 8] = [
    [
        "The ferry should never have left the old port in that storm.",
        "Its owner has written three letters about both engines since spring",
    ],
    [
        "Nobody asked the teachers before the school was moved across the river.",
        "Every child now needs forty minutes on a bus that is always late",
    ],
    [
        "Our hospital has lost eleven nurses to better paid jobs abroad.",
        "Whoever stays works nights, weekends and most of the holidays",
    ],
    [
        "Herring prices fell by half while diesel doubled within a year.",
        "Four boats of this harbour will be sold for scrap before Christmas",
    ],
    [
        "This museum keeps maps that no other library in Europe has seen.",
        "A leaking roof must not decide what our grandchildren can read",
    ],
    [
        "Wolves crossed the frozen lake and killed sheep on nine farms.",
        "Fences help, but the valley cannot afford another winter of them",
    ],
    [
        "Tenants were promised lifts, balconies and a garden behind the tower.",
        "What they got is scaffolding, dust and letters from lawyers",
    ],
    [
        "Bakers start at two in the morning and pay more for flour each month.",
        "Customers notice only when a loaf costs twice what it did",
    ],
];

#[test]
fn pairs_are_made_and_judged() {
    let folder = folder("brat");
    fs::create_dir_all(folder.join("text")).expect("a folder");
    fs::create_dir_all(folder.join("attributions")).expect("a folder");
    for (article, [words, more]) in STATEMENTS.iter().enumerate() {
        let text = format!("“{words} {more},” said Ada Okoro.");
        let end = text.chars().count() - " said Ada Okoro.".chars().count();
        let name = format!("gull_{article}");
        fs::write(folder.join("text").join(format!("{name}.txt")), &text).expect("a text");
        let source = end + " said ".chars().count();
        let annotations = format!(
            "T1\tContent 0 {end}\t…\nT2\tSource {source} {}\tAda Okoro\nT3\tCue {} {}\tsaid\n\
             E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3\n",
            source + 9,
            end + 1,
            end + 5,
        );
        let file = folder.join("attributions").join(format!("{name}_me.ann"));
        fs::write(file, annotations).expect("annotations");
    }
    let rows = rows(&format!("linking --corpus {} --json", folder.display()));
    let inquit = rows.last().expect("a row");
    assert_eq!(inquit["judge"], "inquit");
    assert!(inquit["pairs"].as_u64() > Some(5), "{inquit}");
    assert_eq!(inquit["replayed"], 1.0);
    assert!(inquit["precision"].as_f64() >= Some(0.9), "{inquit}");
}

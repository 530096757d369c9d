//! Dictionaries in files: what is opened is what was saved, or an error.

use std::fs;
use std::path::{Path, PathBuf};

use inquit::{CaseRule, Dictionary, Entity, EntityKind, Error, FlatMatch, Matcher};

use crate::random::Random;

const TEXT: &str = "Kerry met the WHO’s chief in St. Petersburg, and Assad’s aide in 東京; \
                    KERRY, O'Brien & Co., .NET, José and a b c d e f g h i j k l m n o p q r s t.";

/// With something in every section of the file.
fn entities() -> Vec<Entity> {
    let long = "a b c d e f g h i j k l m n o p q r s t";
    vec![
        Entity::new("Q1", "Kerry").with_kind(EntityKind::Person).with_prior(3),
        Entity::new("Q2", "Assad").with_external("wikidata", "Q44329").with_external("viaf", "1"),
        Entity::new("Q3", "World Health Organization").with_alias_case("WHO", CaseRule::Acronym),
        Entity::new("Q4", "who").with_alias_case("Kerry", CaseRule::Any),
        Entity::new("Q5", "St. Petersburg").with_alias("Saint Petersburg").with_alias("St. Peter"),
        Entity::new("Q6", "東京").with_alias("O’Brien").with_alias(".NET").with_alias("José"),
        Entity::new("Q7", format!("{long} {long}")).with_alias(long),
        Entity::new("Q8", "Kerry").with_kind(EntityKind::Place),
    ]
}

fn dictionary() -> Dictionary {
    Dictionary::compile(entities()).expect("a dictionary")
}

fn found(dictionary: &Dictionary) -> Vec<(FlatMatch, Vec<String>)> {
    let mut found = Vec::new();
    Matcher::new(dictionary).find_flat(TEXT, &mut found);
    let ids = |it: &FlatMatch| dictionary.candidates(it.candidates).map(String::from).collect();
    found.into_iter().map(|it| (it, ids(&it))).collect()
}

/// A path of its own below the folder for temporary files, which is made.
fn path(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("inquit-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder.join("watch.inquit")
}

fn remove(path: &Path) {
    fs::remove_dir_all(path.parent().expect("a folder")).expect("it is there");
}

#[test]
fn what_is_saved_is_opened() {
    let (given, path) = (dictionary(), path("saved"));
    given.save(&path).expect("a file");
    given.save(&path).expect("the file again");
    for opened in [Dictionary::open(&path), Dictionary::open_mapped(&path)] {
        let opened = opened.expect("the file");
        assert!(opened.verify().is_ok());
        assert_eq!(opened.iter().collect::<Vec<_>>(), entities());
        assert_eq!(found(&opened), found(&given));
        assert_eq!(opened.get(&"Q2".into()), Some(entities()[1].clone()));
        assert_eq!((opened.number("Q5"), opened.number("Q9")), (Some(4), None));
        assert_eq!((opened.id(4), opened.name(4)), (Some("Q5"), Some("St. Petersburg")));
        assert_eq!((opened.kind(7), opened.kind(8)), (Some(EntityKind::Place), None));
    }
    let files = fs::read_dir(path.parent().expect("a folder")).expect("the folder");
    assert_eq!(files.count(), 1, "no temporary file is left");
    remove(&path);
}

#[test]
fn the_same_entities_make_the_same_file() {
    assert_eq!(dictionary().as_bytes(), dictionary().as_bytes());
    let folding = Dictionary::builder().fold_accents(true).compile(entities()).expect("one");
    let again = Dictionary::from_bytes(folding.as_bytes().to_vec()).expect("its bytes");
    assert!(found(&again).len() >= found(&dictionary()).len());
}

#[test]
fn errors_name_the_file_and_what_is_wrong() {
    let path = path("errors");
    let error = |is: fn(&Error) -> bool| {
        let error = Dictionary::open(&path).expect_err("no dictionary");
        let mapped = Dictionary::open_mapped(&path).expect_err("no dictionary");
        assert!(is(&error) && is(&mapped), "{error} / {mapped}");
        assert!(error.to_string().contains("watch.inquit"), "{error}");
    };
    error(|it| it.file_error() == Some(std::io::ErrorKind::NotFound) && it.is_file());
    fs::write(&path, "id,name\nQ1,Kerry\n").expect("a file");
    error(Error::is_not_artefact);
    fs::write(&path, "").expect("a file");
    error(Error::is_not_artefact);
    let mut bytes = dictionary().as_bytes().to_vec();
    bytes[8..12].copy_from_slice(b"TAGG");
    fs::write(&path, &bytes).expect("a file");
    error(Error::is_other_artefact);
    bytes[8..12].copy_from_slice(b"DICT");
    bytes[12] += 1;
    fs::write(&path, &bytes).expect("a file");
    error(Error::is_newer_artefact);
    fs::write(&path, &dictionary().as_bytes()[..1000]).expect("a file");
    error(Error::is_damaged);
    remove(&path);
}

#[test]
fn saving_where_nothing_can_be_saved_is_an_error() {
    let path = path("nowhere");
    let error = dictionary().save(path.join("no/such/folder")).expect_err("no folder");
    assert!(error.is_file(), "{error}");
    assert!(dictionary().save(path.parent().expect("a folder")).is_err());
    remove(&path);
}

#[test]
fn every_flipped_bit_is_found_on_opening() {
    let bytes = dictionary().as_bytes().to_vec();
    for bit in 0..bytes.len() * 8 {
        // All of the head and the table, and one bit of each other byte.
        if bit / 8 > 1000 && bit % 8 != bit / 8 % 8 {
            continue;
        }
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(Dictionary::from_bytes(flipped).is_err(), "bit {bit}");
    }
    for length in (0..bytes.len()).step_by(7) {
        assert!(Dictionary::from_bytes(bytes[..length].to_vec()).is_err(), "{length} bytes");
    }
}

/// Does everything that a dictionary can do; what comes out does not matter.
fn use_all(dictionary: &Dictionary) {
    let count = dictionary.iter().take(100).count();
    assert!(count <= 100);
    for (_, ids) in found(dictionary) {
        let known = ids.iter().take(100).filter_map(|id| dictionary.get(&id.as_str().into()));
        assert!(known.count() <= 100);
    }
    let number = dictionary.number("Q5").unwrap_or(u32::MAX);
    let names = [dictionary.id(number), dictionary.name(number)];
    assert!(dictionary.entity(number).is_none_or(|it| names.contains(&Some(it.name()))));
}

#[test]
fn a_damaged_file_that_is_mapped_never_panics() {
    let path = path("damaged");
    let bytes = dictionary().as_bytes().to_vec();
    let sections = 40 + 32 * usize::from(bytes[16]);
    let mut random = Random::new(3);
    let (mut opened, mut refused) = (0, 0);
    for round in 0..4_000 {
        let mut damaged = bytes.clone();
        for _ in 0..=random.below(4) {
            // In the head and table now and then, where it is refused.
            let from = if round % 8 == 0 { 0 } else { sections };
            let at = from + random.below(damaged.len() - from);
            let end = (at + [1, 2, 4, 16][random.below(4)]).min(damaged.len());
            let byte = [0x00, 0xFF, 0x80, 0x01][random.below(4)];
            match random.below(3) {
                0 => damaged[at] ^= 1 << random.below(8),
                _ => damaged[at..end].fill(byte),
            }
        }
        fs::write(&path, &damaged).expect("a file");
        match Dictionary::open_mapped(&path) {
            Ok(dictionary) => {
                use_all(&dictionary);
                assert!(damaged == bytes || dictionary.verify().is_err(), "round {round}");
                opened += 1;
            }
            Err(error) => {
                assert!(!error.is_file(), "{error}");
                refused += 1;
            }
        }
    }
    assert!(opened > 1_000 && refused > 10, "{opened} opened, {refused} refused");
    remove(&path);
}

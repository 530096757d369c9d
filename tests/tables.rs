//! The form of the word lists in `crates/inquit/data`: a slip of the keyboard there would go unseen.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The rows of a table, each as its fields.
fn rows(name: &str) -> Vec<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/inquit/data").join(name);
    let table = fs::read_to_string(file).expect("a table");
    assert!(table.starts_with("# ") && table.contains("\n# Source: "), "{name}: no source");
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(String::from).collect())
        .collect()
}

/// Rows of so many fields, each without stray space or empty items.
fn well_formed(name: &str, fields: usize) -> Vec<Vec<String>> {
    let rows = rows(name);
    for row in &rows {
        assert_eq!(row.len(), fields, "{name}: {row:?}");
        assert!(!row[0].is_empty(), "{name}: {row:?}");
        for field in row {
            let items: Vec<&str> = field.split('|').collect();
            let stray = items.iter().any(|item| item.trim() != *item);
            let empty = items.len() > 1 && items.contains(&"");
            let twice = items.iter().collect::<BTreeSet<_>>().len() < items.len();
            assert!(!stray && !empty && !twice, "{name}: {row:?}");
        }
    }
    rows
}

fn names_are_unique(name: &str, rows: &[Vec<String>]) {
    let mut seen = BTreeSet::new();
    for row in rows {
        assert!(seen.insert(&row[0]), "{name}: `{}` twice", row[0]);
    }
}

fn holds_only(name: &str, rows: &[Vec<String>], field: usize, values: &[&str]) {
    for row in rows {
        assert!(values.contains(&&*row[field]), "{name}: {row:?}");
    }
}

/// Ids of Wikidata, each of one row, or none.
fn ids_are_of_wikidata(name: &str, rows: &[Vec<String>], field: usize) {
    let mut seen = BTreeSet::new();
    for row in rows.iter().filter(|row| !row[field].is_empty()) {
        let number = row[field].strip_prefix('Q');
        let sound = number.is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()));
        assert!(sound && seen.insert(&row[field]), "{name}: {row:?}");
    }
}

#[test]
fn titles_have_a_class_and_a_gender() {
    let rows = well_formed("titles.tsv", 3);
    names_are_unique("titles.tsv", &rows);
    holds_only("titles.tsv", &rows, 1, &["honorific", "office"]);
    holds_only("titles.tsv", &rows, 2, &["m", "f", "-"]);
}

#[test]
fn agencies_have_a_kind() {
    let rows = well_formed("agencies.tsv", 4);
    names_are_unique("agencies.tsv", &rows);
    let kinds = ["agency", "newspaper", "broadcaster", "magazine", "site"];
    holds_only("agencies.tsv", &rows, 1, &kinds);
    ids_are_of_wikidata("agencies.tsv", &rows, 3);
}

#[test]
fn given_names_have_a_gender() {
    let rows = well_formed("given_names.tsv", 2);
    names_are_unique("given_names.tsv", &rows);
    holds_only("given_names.tsv", &rows, 1, &["m", "f", "u"]);
}

#[test]
fn organizations_have_a_kind() {
    let rows = well_formed("organizations.tsv", 4);
    names_are_unique("organizations.tsv", &rows);
    holds_only("organizations.tsv", &rows, 2, &["organization", "company", "group"]);
    ids_are_of_wikidata("organizations.tsv", &rows, 3);
}

#[test]
fn states_have_people_and_a_capital() {
    let rows = well_formed("places.tsv", 5);
    let state = |name| rows.iter().find(|row| row[0] == name).expect("a state");
    assert_eq!(state("France")[3], "Paris");
    assert!(state("United States")[1].split('|').any(|alias| alias == "U.S."));
    ids_are_of_wikidata("places.tsv", &rows, 4);
    let (states, _) = rows.split_at(196);
    for row in states {
        assert!(!row[3].is_empty() && !row[4].is_empty(), "{row:?}");
        assert!(!row[2].is_empty() || row[0] == "Vatican City", "{row:?}");
    }
}

#[test]
fn offices_are_titles_and_each_is_one_office() {
    let titles: BTreeSet<String> =
        rows("titles.tsv").into_iter().map(|row| row[0].to_lowercase()).collect();
    let rows = well_formed("offices.tsv", 2);
    let mut seen = BTreeSet::new();
    for row in &rows {
        for name in [row[0].as_str()].into_iter().chain(row[1].split('|')) {
            assert!(seen.insert(name.to_lowercase()), "offices.tsv: `{name}` twice");
            assert!(titles.contains(&name.to_lowercase()), "titles.tsv: no `{name}`");
        }
    }
}

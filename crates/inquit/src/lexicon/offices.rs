//! Offices that are one and the same under several names: a foreign secretary is a foreign minister.

use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::key::{Table, WordKey};
use super::listed::names;
use super::table::columns;

/// The key by which an office is known, whatever it is called where it is held.
pub(crate) fn office_key(words: WordKey) -> WordKey {
    listed_office(words).unwrap_or(words)
}

/// The same for an office of the list, each of which one person holds at a time.
pub(crate) fn listed_office(words: WordKey) -> Option<WordKey> {
    static OFFICES: LazyLock<Table<WordKey>> = LazyLock::new(|| {
        let mut table = Table::with_capacity_and_hasher(256, BuildHasherDefault::default());
        for [office, others] in columns(include_str!("../../data/offices.tsv")) {
            let Some(office) = WordKey::of_phrase(office) else { continue };
            let others = names(others).filter_map(WordKey::of_phrase);
            table.insert(office, office);
            table.extend(others.map(|other| (other, office)));
        }
        table
    });
    OFFICES.get(&words).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(words: &str) -> WordKey {
        office_key(WordKey::of_phrase(words).unwrap())
    }

    #[test]
    fn one_office_has_one_key() {
        assert_eq!(key("Foreign Secretary"), key("foreign minister"));
        assert_eq!(key("secretary of state"), key("top diplomat"));
        assert_ne!(key("home secretary"), key("foreign secretary"));
        assert_ne!(key("president"), key("prime minister"));
    }
}

//! Places, and the words for their people.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::key::{Table, WordKey};
use super::listed::{Listed, NameForm, Sort, names};
use super::table::columns;

const PLACES: &str = include_str!("../../data/places.tsv");

/// Every name of a place and every word for its people; then the capitals that have no row of their
/// own.
pub(super) fn places() -> impl Iterator<Item = (&'static str, Listed)> {
    let of_rows = columns(PLACES).flat_map(|[name, aliases, demonyms, _, wikidata]| {
        let listed = move |form| Listed { name, sort: Sort::Place, form, wikidata };
        let aliases = names(aliases).map(move |alias| (alias, listed(NameForm::Alias)));
        let demonyms = names(demonyms).map(move |demonym| (demonym, listed(NameForm::Demonym)));
        [(name, listed(NameForm::Name))].into_iter().chain(aliases).chain(demonyms)
    });
    let own: HashSet<&str> =
        columns(PLACES).flat_map(|[name, aliases]| names(aliases).chain([name])).collect();
    let capitals = columns(PLACES).flat_map(|[_, _, _, capitals]| {
        let capital = |name| Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata: "" };
        names(capitals).map(move |name| (name, capital(name)))
    });
    of_rows.chain(capitals.filter(move |(name, _)| !own.contains(name)))
}

/// The state or region that is governed from the place of this name: the United States from
/// Washington.
pub(crate) fn governed_from(place: WordKey) -> Option<&'static Listed> {
    static SEATS: LazyLock<Table<Listed>> = LazyLock::new(|| {
        let mut seats = Table::with_capacity_and_hasher(512, BuildHasherDefault::default());
        for [name, _, _, capitals, wikidata] in columns(PLACES) {
            let listed = Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata };
            let others = names(capitals).filter(|capital| *capital != name);
            for capital in others.filter_map(WordKey::of_phrase) {
                seats.entry(capital).or_insert(listed);
            }
        }
        seats
    });
    SEATS.get(&place)
}

/// A place among several of one name, and what else in a text speaks for it.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) listed: Listed,
    /// Keys of the preferred names of other places.
    pub(crate) evidence: Vec<WordKey>,
}

/// The places that have the name with this key, where the lists know several; else none.
pub(crate) fn readings(name: WordKey) -> &'static [Reading] {
    static READINGS: LazyLock<Table<Vec<Reading>>> = LazyLock::new(|| {
        let mut readings: Table<Vec<Reading>> = Table::default();
        for [name, wikidata, evidence] in columns(include_str!("../../data/homonyms.tsv")) {
            let listed = Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata };
            let evidence = names(evidence).filter_map(WordKey::of_phrase).collect();
            let Some(name) = WordKey::of_phrase(name) else { continue };
            readings.entry(name).or_default().push(Reading { listed, evidence });
        }
        readings
    });
    READINGS.get(&name).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn capitals_govern() {
        assert_eq!(
            governed_from(WordKey::of("Washington")).map(|it| it.name),
            Some("United States")
        );
        assert_eq!(governed_from(WordKey::of("London")).map(|it| it.name), Some("United Kingdom"));
        assert_eq!(governed_from(WordKey::of("Singapore")), None);
        assert_eq!(governed_from(WordKey::of("Boston")), None);
        // No two places differ only in what keys leave out.
        let mut names: HashMap<WordKey, &str> = HashMap::new();
        for (_, listed) in places() {
            let key = WordKey::of_phrase(listed.name).unwrap();
            assert_eq!(*names.entry(key).or_insert(listed.name), listed.name);
        }
    }

    #[test]
    fn readings_and_what_speaks_for_them_are_in_the_lists() {
        for [name, wikidata, evidence] in columns(include_str!("../../data/homonyms.tsv")) {
            let place = places().any(|(it, listed)| it == name && listed.wikidata == wikidata);
            assert!(place, "{name} {wikidata}");
            for other in names(evidence) {
                assert!(places().any(|(_, listed)| listed.name == other), "{other}");
            }
        }
        assert_eq!(readings(WordKey::of("Georgia")).len(), 2);
        assert!(readings(WordKey::of("Kenya")).is_empty());
    }
}

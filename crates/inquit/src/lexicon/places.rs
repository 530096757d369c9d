//! Places, and the words for their people.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::key::WordKey;
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

/// The state or region that is governed from a place: the United States from Washington.
pub(crate) fn governed_from(place: &str) -> Option<Listed> {
    static SEATS: LazyLock<HashMap<&str, Listed>> = LazyLock::new(|| {
        let mut seats = HashMap::new();
        for [name, _, _, capitals, wikidata] in columns(PLACES) {
            let listed = Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata };
            for capital in names(capitals).filter(|capital| *capital != name) {
                seats.entry(capital).or_insert(listed);
            }
        }
        seats
    });
    SEATS.get(place).copied()
}

/// A place among several of one name, and what else in a text speaks for it.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) listed: Listed,
    /// Keys of the preferred names of other places.
    pub(crate) evidence: Vec<WordKey>,
}

/// The places that have a name, where the lists know several; else none.
pub(crate) fn readings(name: &str) -> &'static [Reading] {
    static READINGS: LazyLock<HashMap<&str, Vec<Reading>>> = LazyLock::new(|| {
        let mut readings: HashMap<&str, Vec<Reading>> = HashMap::new();
        for [name, wikidata, evidence] in columns(include_str!("../../data/homonyms.tsv")) {
            let listed = Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata };
            let evidence = names(evidence).filter_map(WordKey::of_phrase).collect();
            readings.entry(name).or_default().push(Reading { listed, evidence });
        }
        readings
    });
    READINGS.get(name).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_govern() {
        assert_eq!(governed_from("Washington").map(|it| it.name), Some("United States"));
        assert_eq!(governed_from("London").map(|it| it.name), Some("United Kingdom"));
        assert_eq!(governed_from("Singapore"), None);
        assert_eq!(governed_from("Boston"), None);
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
        assert_eq!(readings("Georgia").len(), 2);
        assert!(readings("Kenya").is_empty());
    }
}

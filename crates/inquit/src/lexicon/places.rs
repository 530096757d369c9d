//! Places, and the words for their people.

use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::key::{Table, WordKey};
use super::listed::{Listed, NameForm, Sort, names};
use super::table::columns;

/// Every name of a place and every word for its people; capitals last, so that one with a row of
/// its own is not taken from the row of its country.
pub(super) fn places() -> impl Iterator<Item = (&'static str, Listed)> {
    let table = include_str!("../../data/places.tsv");
    let of_rows = columns(table).flat_map(|[name, aliases, demonyms, _, wikidata]| {
        let listed = move |form| Listed { name, sort: Sort::Place, form, wikidata };
        let aliases = names(aliases).map(move |alias| (alias, listed(NameForm::Alias)));
        let demonyms = names(demonyms).map(move |demonym| (demonym, listed(NameForm::Demonym)));
        [(name, listed(NameForm::Name))].into_iter().chain(aliases).chain(demonyms)
    });
    let capitals = columns(table).flat_map(|[_, _, _, capitals]| {
        let capital = |name| Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata: "" };
        names(capitals).map(move |name| (name, capital(name)))
    });
    of_rows.chain(capitals)
}

/// The state that a seat of government stands for, as Washington does for the United States.
pub(crate) fn state_of_seat(name: &str) -> Option<Listed> {
    static STATES: LazyLock<Table<Listed>> = LazyLock::new(|| {
        let mut states = Table::with_hasher(BuildHasherDefault::default());
        for [name, _, _, seats, wikidata] in columns(include_str!("../../data/places.tsv")) {
            let state = Listed { name, sort: Sort::Place, form: NameForm::Name, wikidata };
            for key in names(seats).filter_map(WordKey::of_phrase) {
                states.entry(key).or_insert(state);
            }
        }
        states
    });
    STATES.get(&WordKey::of_phrase(name)?).copied()
}

//! Places, and the words for their people.

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

//! Places, and the words for their people.

use super::listed::{Listed, NameForm, Sort};
use super::table::rows;

/// Every name of a place and every word for its people; capitals last, so that one with a row of
/// its own is not taken from the row of its country.
pub(super) fn places() -> impl Iterator<Item = (&'static str, Listed)> {
    let mut phrases = Vec::new();
    let mut capitals = Vec::new();
    for row in rows(include_str!("../../data/places.tsv")) {
        let field = |at: usize| row.get(at).copied().unwrap_or_default();
        let parts = |at| field(at).split('|').map(str::trim).filter(|part| !part.is_empty());
        let listed = |form| Listed { name: field(0), sort: Sort::Place, form };
        phrases.push((field(0), listed(NameForm::Name)));
        phrases.extend(parts(1).map(|alias| (alias, listed(NameForm::Alias))));
        phrases.extend(parts(2).map(|demonym| (demonym, listed(NameForm::Demonym))));
        capitals.extend(
            parts(3).map(|name| (name, Listed { name, sort: Sort::Place, form: NameForm::Name })),
        );
    }
    phrases.into_iter().chain(capitals)
}

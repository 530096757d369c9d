//! Organisations and groups known by name.

use super::listed::{Listed, NameForm, Sort};
use super::table::rows;

/// Every name of an organisation or group.
pub(super) fn organizations() -> impl Iterator<Item = (&'static str, Listed)> {
    rows(include_str!("../../data/organizations.tsv")).flat_map(|row| {
        let field = |at: usize| row.get(at).copied().unwrap_or_default();
        let sort = if field(2) == "group" { Sort::Group } else { Sort::Organization };
        let listed = |form| Listed { name: field(0), sort, form };
        let aliases = field(1).split('|').map(str::trim).filter(|alias| !alias.is_empty());
        let mut phrases = vec![(field(0), listed(NameForm::Name))];
        phrases.extend(aliases.map(|alias| (alias, listed(NameForm::Alias))));
        phrases
    })
}

//! News agencies and outlets, which pass on what others said.

use super::listed::{Listed, NameForm, Sort};
use super::table::rows;

/// Every name of a news organisation.
pub(super) fn agencies() -> impl Iterator<Item = (&'static str, Listed)> {
    rows(include_str!("../../data/agencies.tsv")).flat_map(|row| {
        let field = |at: usize| row.get(at).copied().unwrap_or_default();
        let sort = if field(1) == "agency" { Sort::Agency } else { Sort::Outlet };
        let listed = |form| Listed { name: field(0), sort, form };
        let aliases = field(2).split('|').map(str::trim).filter(|alias| !alias.is_empty());
        let mut phrases = vec![(field(0), listed(NameForm::Name))];
        phrases.extend(aliases.map(|alias| (alias, listed(NameForm::Alias))));
        phrases
    })
}

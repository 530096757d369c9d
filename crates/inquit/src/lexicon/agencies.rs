//! News agencies and outlets, which pass on what others said.

use super::listed::{Listed, Sort, with_aliases};
use super::table::columns;

/// Every name of a news organisation.
pub(super) fn agencies() -> impl Iterator<Item = (&'static str, Listed)> {
    let table = include_str!("../../data/agencies.tsv");
    columns(table).flat_map(|[name, kind, aliases, wikidata]| {
        let sort = if kind == "agency" { Sort::Agency } else { Sort::Outlet };
        with_aliases(name, aliases, sort, wikidata)
    })
}

//! Organisations and groups known by name.

use super::listed::{Listed, Sort, with_aliases};
use super::table::columns;

/// Every name of an organisation or group.
pub(super) fn organizations() -> impl Iterator<Item = (&'static str, Listed)> {
    let table = include_str!("../../data/organizations.tsv");
    columns(table).flat_map(|[name, aliases, kind, wikidata]| {
        let sort = if kind == "group" { Sort::Group } else { Sort::Organization };
        with_aliases(name, aliases, sort, wikidata)
    })
}

//! Organisations and groups known by name.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::listed::{Listed, Sort, with_aliases};
use super::table::columns;

const ORGANIZATIONS: &str = include_str!("../../data/organizations.tsv");

/// Every name of an organisation or group.
pub(super) fn organizations() -> impl Iterator<Item = (&'static str, Listed)> {
    columns(ORGANIZATIONS).flat_map(|[name, aliases, kind, wikidata]| {
        let sort = if kind == "group" { Sort::Group } else { Sort::Organization };
        with_aliases(name, aliases, sort, wikidata)
    })
}

/// Whether the listed organisation of a preferred name is a company.
pub(crate) fn is_company(name: &str) -> bool {
    static COMPANIES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let rows = columns(ORGANIZATIONS).filter(|[_, _, kind]| *kind == "company");
        rows.map(|[name, _, _]| name).collect()
    });
    COMPANIES.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies() {
        assert!(is_company("Google") && is_company("Petrobras"));
        assert!(!is_company("FBI") && !is_company("Reuters") && !is_company("Labour Party"));
    }
}

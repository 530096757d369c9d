//! Names that the lists know, whatever they name.

use std::sync::LazyLock;

use super::agencies::agencies;
use super::key::WordKey;
use super::organizations::organizations;
use super::phrases::Phrases;
use super::places::places;
use crate::text::Token;

/// A name of the lists.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Listed {
    /// The preferred name of the same thing.
    pub(crate) name: &'static str,
    pub(crate) sort: Sort,
    pub(crate) form: NameForm,
    /// Its id in Wikidata; empty where that is in doubt.
    pub(crate) wikidata: &'static str,
}

/// What a listed name names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sort {
    Place,
    Organization,
    /// People taken together: "Kurds".
    Group,
    /// A news agency, which serves other outlets: "Reuters".
    Agency,
    /// A newspaper, broadcaster, magazine or site.
    Outlet,
}

/// How a listed name stands to the preferred one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NameForm {
    /// It is that.
    Name,
    /// It is another name.
    Alias,
    /// It is a word for the people of the place: "Russian".
    Demonym,
}

/// The names in a field, between bars.
pub(super) fn names(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split('|').map(str::trim).filter(|name| !name.is_empty())
}

/// A name and its aliases.
pub(super) fn with_aliases(
    name: &'static str,
    aliases: &'static str,
    sort: Sort,
    wikidata: &'static str,
) -> impl Iterator<Item = (&'static str, Listed)> {
    let listed = move |form| Listed { name, sort, form, wikidata };
    let aliases = names(aliases).map(move |alias| (alias, listed(NameForm::Alias)));
    [(name, listed(NameForm::Name))].into_iter().chain(aliases)
}

/// Every listed name, and what is known of it.
pub(crate) fn all_listed() -> impl Iterator<Item = (&'static str, Listed)> {
    places().chain(organizations()).chain(agencies())
}

/// Of equal names the first counts: places before organisations before outlets.
pub(super) fn listed() -> &'static Phrases<Listed> {
    static LISTED: LazyLock<Phrases<Listed>> = LazyLock::new(|| Phrases::new(all_listed()));
    &LISTED
}

/// The longest listed name that begins with the first of these tokens, the first two of which have
/// these keys: how many tokens it takes, and what is known of it.
pub(crate) fn listed_at(
    keys: [Option<WordKey>; 2],
    text: &str,
    tokens: &[Token],
) -> Option<(usize, Listed)> {
    listed().longest(keys, text, tokens).map(|(count, &listed)| (count, listed))
}

/// What is known of the name that all these tokens together are.
pub(crate) fn listed_of(text: &str, tokens: &[Token]) -> Option<Listed> {
    listed().exactly(text, tokens).copied()
}

/// The same, where the keys of the tokens are known.
pub(crate) fn listed_by(
    words: impl Iterator<Item = WordKey>,
    text: &str,
    tokens: &[Token],
) -> Option<&'static Listed> {
    listed().exactly_by(words, text, tokens)
}

/// Whether all these tokens together are the name of a news agency or outlet, whatever else may have
/// that name: PTI is a party in Pakistan, too.
pub(crate) fn is_outlet(text: &str, tokens: &[Token]) -> bool {
    static OUTLETS: LazyLock<Phrases<()>> =
        LazyLock::new(|| Phrases::new(agencies().map(|(name, _)| (name, ()))));
    OUTLETS.exactly(text, tokens).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn of(name: &str) -> Option<(&'static str, Sort, NameForm)> {
        let listed = listed_of(name, &tokenize(name))?;
        Some((listed.name, listed.sort, listed.form))
    }

    #[test]
    fn names_aliases_and_demonyms_lead_to_one_name() {
        assert_eq!(of("United States"), Some(("United States", Sort::Place, NameForm::Name)));
        assert_eq!(of("U.S."), Some(("United States", Sort::Place, NameForm::Alias)));
        assert_eq!(of("American"), Some(("United States", Sort::Place, NameForm::Demonym)));
        assert_eq!(of("AP"), Some(("Associated Press", Sort::Agency, NameForm::Alias)));
        assert_eq!(of("us"), None);
        assert_eq!(of("United"), None);
    }

    #[test]
    fn the_capital_of_a_country_is_a_place_of_its_own() {
        assert_eq!(of("London"), Some(("London", Sort::Place, NameForm::Name)));
        assert_eq!(of("Moscow"), Some(("Moscow", Sort::Place, NameForm::Name)));
    }
}

//! Titles that stand before or after a name: honorifics and offices.

use std::sync::LazyLock;

use super::given_names::Gender;
use super::key::WordKey;
use super::phrases::Phrases;
use super::table::columns;
use crate::text::Token;

/// What a title is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum TitleClass {
    /// It says nothing but how to address somebody: "Mr".
    Honorific,
    /// It can stand for the person: "president".
    Office,
}

/// What is known of a title.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Title {
    pub(crate) class: TitleClass,
    /// Of everybody who can bear it.
    pub(crate) gender: Option<Gender>,
}

pub(super) fn titles() -> &'static Phrases<Title> {
    static TITLES: LazyLock<Phrases<Title>> = LazyLock::new(|| {
        Phrases::new(columns(include_str!("../../data/titles.tsv")).map(
            |[words, class, gender]| {
                let class = match class {
                    "honorific" => TitleClass::Honorific,
                    _ => TitleClass::Office,
                };
                (words, Title { class, gender: Gender::parse(gender) })
            },
        ))
    });
    &TITLES
}

/// The longest title that begins with the first of these tokens, the first two of which have these
/// keys: how many tokens it takes, and the title.
pub(crate) fn title_at(
    keys: [Option<WordKey>; 2],
    text: &str,
    tokens: &[Token],
) -> Option<(usize, Title)> {
    titles().longest(keys, text, tokens).map(|(count, &title)| (count, title))
}

/// The title that all these tokens together are.
pub(crate) fn title_of(text: &str, tokens: &[Token]) -> Option<Title> {
    titles().exactly(text, tokens).copied()
}

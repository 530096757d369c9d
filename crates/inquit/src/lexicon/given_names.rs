//! Given names: whom they are given to, and which are short for which.

use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::key::{Table, WordKey};
use super::table::columns;

/// Whether somebody is spoken of as he or as she.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Gender {
    Male,
    Female,
}

impl Gender {
    /// From the letter that tables use; `None` for every other.
    pub(super) fn parse(letter: &str) -> Option<Gender> {
        match letter {
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Given {
    gender: Option<Gender>,
    /// The name that this one is short for, or the name itself.
    whole: Option<WordKey>,
}

fn table() -> &'static Table<Given> {
    static TABLE: LazyLock<Table<Given>> = LazyLock::new(|| {
        let names = include_str!("../../data/given_names.tsv");
        let mut table =
            Table::with_capacity_and_hasher(names.len() / 8, BuildHasherDefault::default());
        for [name, gender] in columns(names) {
            table
                .entry(WordKey::of(name))
                .or_insert(Given { gender: Gender::parse(gender), whole: None });
        }
        for [name, short] in columns(include_str!("../../data/nicknames.tsv")) {
            let whole = Some(WordKey::of(name));
            for short in short.split(' ') {
                table.entry(WordKey::of(short)).or_default().whole = whole;
            }
        }
        table
    });
    &TABLE
}

/// The keys of all given names, and whom each is given to; `None` for one given to both.
pub(super) fn given_names() -> impl Iterator<Item = (WordKey, Option<Gender>)> {
    table().iter().map(|(&name, given)| (name, given.gender))
}

/// Whether two given names can be those of one person: equal, one short for the other, both short
/// for a third, one the beginning of the other, or one an initial.
pub(crate) fn may_be_one_name(a: &str, b: &str) -> bool {
    let whole = |name: &str| {
        let key = WordKey::of(name);
        table().get(&key).and_then(|given| given.whole).unwrap_or(key)
    };
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    if whole(a) == whole(b) {
        return true;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let initial = short.chars().nth(1).is_none();
    let beginning = long.get(..short.len()).is_some_and(|head| head.eq_ignore_ascii_case(short));
    beginning && (initial || short.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_a_name() {
        for (a, b) in
            [("Ash", "Ashton"), ("Bob", "Robert"), ("J.", "John"), ("Bill", "Will"), ("X", "X")]
        {
            assert!(may_be_one_name(a, b) && may_be_one_name(b, a), "{a} {b}");
        }
        for (a, b) in [("John", "Teresa"), ("Jo", "John"), ("J.", "Bob"), ("Éa", "Éb")] {
            assert!(!may_be_one_name(a, b), "{a} {b}");
        }
    }
}

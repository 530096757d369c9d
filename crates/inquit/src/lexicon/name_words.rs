//! What a word can be in a name: its first word, its last, a part that joins others, or none.

use std::hash::BuildHasherDefault;

use super::given_names::{Gender, given_names};
use super::key::{Table, WordKey};
use super::listed::listed;
use super::table::columns;
use super::titles::titles;

/// A set of parts that a word can play; see `data/name_words.tsv`.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Role(u64);

impl Role {
    pub(crate) const NONE: Role = Role(0);
    /// Never in a name of its own, however it is written.
    pub(crate) const STOP: Role = Role(1);
    /// An ordinary word that often begins a sentence: "Officials".
    pub(crate) const COMMON: Role = Role(1 << 26);
    pub(crate) const DAY: Role = Role(1 << 1);
    pub(crate) const MONTH: Role = Role(1 << 2);
    /// A small word inside a family name: "van".
    pub(crate) const PARTICLE: Role = Role(1 << 3);
    /// Last word of an organisation: "Council".
    pub(crate) const ORGANIZATION_HEAD: Role = Role(1 << 4);
    /// First word of an organisation, with "of" after it: "Ministry".
    pub(crate) const ORGANIZATION_OF: Role = Role(1 << 5);
    /// Legal form of a company: "Inc".
    pub(crate) const CORPORATE: Role = Role(1 << 6);
    /// Last word of a place: "River".
    pub(crate) const PLACE_HEAD: Role = Role(1 << 7);
    /// First word of a place: "Lake".
    pub(crate) const PLACE_FIRST: Role = Role(1 << 8);
    /// First word of a place, with "of" after it: "Gulf".
    pub(crate) const PLACE_OF: Role = Role(1 << 9);
    /// Last word of an event: "Summit".
    pub(crate) const EVENT_HEAD: Role = Role(1 << 10);
    /// Last word of a work: "Act".
    pub(crate) const WORK_HEAD: Role = Role(1 << 11);
    /// After a family name: "Jr".
    pub(crate) const SUFFIX: Role = Role(1 << 12);
    /// A name that is an ordinary word too, so that a capital at the start of a sentence says
    /// nothing: "Mark".
    pub(crate) const AMBIGUOUS: Role = Role(1 << 13);
    /// Before a place: "in".
    pub(crate) const PLACE_PREPOSITION: Role = Role(1 << 14);
    /// After somebody: "said", "who".
    pub(crate) const AFTER_PERSON: Role = Role(1 << 15);
    /// Letters in capitals that name no organisation: "GDP".
    pub(crate) const LETTERS: Role = Role(1 << 16);
    /// Before an office, and part of it: "foreign", "deputy".
    pub(crate) const OFFICE_MODIFIER: Role = Role(1 << 17);
    /// A place or organisation head that is a family name as well: "Hill".
    pub(crate) const SURNAME_TOO: Role = Role(1 << 18);
    /// An adjective made of a name and such an ending: "-led".
    pub(crate) const COMPOUND_END: Role = Role(1 << 19);
    /// Capitalised by custom, but the name of nothing here: "Christmas".
    pub(crate) const NO_NAME: Role = Role(1 << 20);
    /// An office only with a capital; an ordinary word without: "general".
    pub(crate) const CAPITAL_OFFICE: Role = Role(1 << 21);
    /// Beside the name of a place: "village".
    pub(crate) const PLACE_NOUN: Role = Role(1 << 27);
    /// After the name of an organisation: "shares".
    pub(crate) const ORGANIZATION_NOUN: Role = Role(1 << 28);
    /// What only somebody has: "wife".
    pub(crate) const PERSON_NOUN: Role = Role(1 << 29);
    /// Before somebody: "accused".
    pub(crate) const BEFORE_PERSON: Role = Role(1 << 30);
    /// What somebody is, before the name: "midfielder".
    pub(crate) const RELATION: Role = Role(1 << 31);
    /// After somebody's family name: "regime".
    pub(crate) const PERSON_HEADED: Role = Role(1 << 33);
    /// Peoples, faiths and creeds: "Muslim".
    pub(crate) const PEOPLE: Role = Role(1 << 32);
    /// A syllable of Chinese and Korean names: "jae".
    pub(crate) const SYLLABLE: Role = Role(1 << 34);
    pub(crate) const GIVEN: Role = Role(1 << 22);
    /// Given names of men and of women.
    const MALE: Role = Role(1 << 37);
    const FEMALE: Role = Role(1 << 38);
    pub(crate) const BEGINS_TITLE: Role = Role(1 << 23);
    pub(crate) const BEGINS_LISTED: Role = Role(1 << 24);
    pub(crate) const ENDS_TITLE: Role = Role(1 << 25);
    /// Titles of more words begin with it.
    pub(crate) const BEGINS_LONG_TITLE: Role = Role(1 << 35);
    /// Listed names of more words begin with it.
    pub(crate) const BEGINS_LONG: Role = Role(1 << 36);

    const NAMES: [(&str, Role); 31] = [
        ("stop", Role::STOP),
        ("common", Role::COMMON),
        ("day", Role::DAY),
        ("month", Role::MONTH),
        ("particle", Role::PARTICLE),
        ("organization-head", Role::ORGANIZATION_HEAD),
        ("organization-of", Role::ORGANIZATION_OF),
        ("corporate", Role::CORPORATE),
        ("place-head", Role::PLACE_HEAD),
        ("place-first", Role::PLACE_FIRST),
        ("place-of", Role::PLACE_OF),
        ("event-head", Role::EVENT_HEAD),
        ("work-head", Role::WORK_HEAD),
        ("suffix", Role::SUFFIX),
        ("ambiguous", Role::AMBIGUOUS),
        ("place-preposition", Role::PLACE_PREPOSITION),
        ("after-person", Role::AFTER_PERSON),
        ("letters", Role::LETTERS),
        ("office-modifier", Role::OFFICE_MODIFIER),
        ("surname-too", Role::SURNAME_TOO),
        ("compound-end", Role::COMPOUND_END),
        ("no-name", Role::NO_NAME),
        ("capital-office", Role::CAPITAL_OFFICE),
        ("place-noun", Role::PLACE_NOUN),
        ("organization-noun", Role::ORGANIZATION_NOUN),
        ("person-noun", Role::PERSON_NOUN),
        ("before-person", Role::BEFORE_PERSON),
        ("relation", Role::RELATION),
        ("people", Role::PEOPLE),
        ("person-headed", Role::PERSON_HEADED),
        ("syllable", Role::SYLLABLE),
    ];

    /// Whether the sets share a role.
    pub(crate) const fn any(self, other: Role) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as a number, as models know it: whatever the gender, and without how long a phrase is
    /// that begins so.
    pub(crate) const fn bits(self) -> u64 {
        let unknown = Role::MALE.or(Role::FEMALE).or(Role::BEGINS_LONG_TITLE).or(Role::BEGINS_LONG);
        self.0 & !unknown.0
    }

    /// Whom the given name is given to; `None` for one given to both, and for every other word.
    pub(crate) fn gender(self) -> Option<Gender> {
        match (self.any(Role::MALE), self.any(Role::FEMALE)) {
            (true, _) => Some(Gender::Male),
            (_, true) => Some(Gender::Female),
            _ => None,
        }
    }

    /// The union.
    pub(crate) const fn or(self, other: Role) -> Role {
        Role(self.0 | other.0)
    }
}

/// The parts that each word of the lists can play in a name.
pub(super) fn roles() -> Table<Role> {
    // Given names are most of it.
    let most = given_names().count() * 2;
    let mut table = Table::<Role>::with_capacity_and_hasher(most, BuildHasherDefault::default());
    let mut add = |word, role: Role| {
        let known = table.entry(word).or_default();
        *known = known.or(role);
    };
    for [name, words] in columns(include_str!("../../data/name_words.tsv")) {
        let Some(&(_, role)) = Role::NAMES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        words.split_whitespace().for_each(|word| add(WordKey::of(word), role));
    }
    for (word, gender) in given_names() {
        let gender = match gender {
            Some(Gender::Male) => Role::MALE,
            Some(Gender::Female) => Role::FEMALE,
            None => Role::NONE,
        };
        add(word, Role::GIVEN.or(gender));
    }
    for (word, longer) in titles().first_words() {
        add(word, Role::BEGINS_TITLE.or(if longer { Role::BEGINS_LONG_TITLE } else { Role::NONE }));
    }
    titles().last_words().for_each(|word| add(word, Role::ENDS_TITLE));
    for (word, longer) in listed().first_words() {
        add(word, Role::BEGINS_LISTED.or(if longer { Role::BEGINS_LONG } else { Role::NONE }));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::role;

    fn of(word: &str) -> Role {
        role(WordKey::of(word))
    }

    #[test]
    fn every_class_of_the_table_is_known() {
        for [name, words, rest] in columns(include_str!("../../data/name_words.tsv")) {
            let known = Role::NAMES.iter().any(|(known, _)| *known == name);
            assert!(known && !words.is_empty() && rest.is_empty(), "{name}");
        }
    }

    #[test]
    fn genders_of_given_names() {
        assert_eq!(of("John").gender(), Some(Gender::Male));
        assert_eq!(of("MARY").gender(), Some(Gender::Female));
        assert_eq!(of("Alex").gender(), None);
        assert_eq!(of("Zxqv").gender(), None);
        assert_eq!(of("John").bits() & Role::MALE.bits(), 0);
    }

    #[test]
    fn words_play_their_parts() {
        assert!(of("The").any(Role::STOP));
        assert!(of("Ministry").any(Role::ORGANIZATION_OF));
        assert!(of("president").any(Role::BEGINS_TITLE.or(Role::ENDS_TITLE)));
        assert!(of("John").any(Role::GIVEN));
        assert!(of("United").any(Role::BEGINS_LISTED));
        assert_eq!(of("zxqv"), Role::default());
    }
}

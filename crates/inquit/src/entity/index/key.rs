//! What an alias is looked up by, and what else is to be known of it.

use super::alias::{Alias, Traits};
use super::beginnings::Start;
use super::hash;
use super::shape::shape;
use super::spelling::{Spelling, trimmed_units, unit_text};
use crate::entity::model::CaseRule;
use crate::entity::unit::{Unit, UnitKind, Units};
use crate::text::fold_sign;

/// The most bytes, as they are compared, of an alias that is found by its hash.
pub(super) const MOST_BYTES: usize = 200;

/// What an alias is looked up by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// The hash of the beginnings of its first unit and of the word after it.
    pub(super) head: u64,
    /// Its position.
    pub(super) alias: u32,
    /// What it names, and [`SMALL`].
    entity: u32,
}

/// Set if a text in which an alias is found may have a small letter of ASCII at its start. The
/// numbers of entities are smaller.
const SMALL: u32 = 1 << 31;

impl Key {
    /// What the alias names.
    pub(super) fn entity(&self) -> u32 {
        self.entity & !SMALL
    }

    /// Whether the alias has a second word.
    pub(super) fn has_pair(&self) -> bool {
        self.head & hash::PAIR != 0
    }

    /// Whether a text in which it is found may have a small letter of ASCII at its start.
    pub(super) fn is_small(&self) -> bool {
        self.entity & SMALL != 0
    }
}

/// An alias as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) key: Key,
    /// The hash of the beginning of its first unit.
    pub(super) first: u64,
    pub(super) traits: Traits,
    pub(super) units: usize,
    /// How many bytes its units have as they are compared.
    pub(super) bytes: usize,
}

/// Reads an alias of an entity; `None` if nothing in it can be searched for.
pub(super) fn read(
    text: &str,
    rule: CaseRule,
    entity: u32,
    spelling: Spelling,
    word: &mut String,
    start: &mut Start,
) -> Option<Read> {
    let shape = shape(text, spelling, word)?;
    let begins = text.get(shape.first.clone()).unwrap_or_default();
    if !matches!(shape.first_kind, UnitKind::Word | UnitKind::SmallWord) {
        start.enter_sign(begins);
    }
    let is_small = match rule {
        CaseRule::Any => true,
        CaseRule::Acronym => false,
        CaseRule::Exact | CaseRule::FirstLetter => {
            spelling.first_letter(begins).is_some_and(|first| first.is_ascii_lowercase())
        }
    };
    let traits = Traits {
        rule,
        is_plain: shape.is_plain,
        starts_small: shape.starts_small && rule == CaseRule::FirstLetter,
        units: u8::try_from(shape.units).unwrap_or(u8::MAX),
        is_in_capitals: shape.is_in_capitals,
    };
    let first = shape.beginning;
    let head = shape.second.map_or_else(|| hash::single(first), |next| hash::pair(first, next));
    let key = Key { head, alias: 0, entity: entity | if is_small { SMALL } else { 0 } };
    Some(Read { key, first, traits, units: shape.units, bytes: shape.bytes })
}

/// The hash of all units of an alias.
pub(super) fn whole(alias: Alias<'_>, spelling: Spelling, word: &mut String) -> u64 {
    let text = alias.str().unwrap_or_default();
    let chain = |whole, unit: Unit| {
        let hash = match unit.kind {
            UnitKind::Space | UnitKind::Break => hash::SPACE,
            _ => hash::of_bytes(spelling.spelled(text, &unit, word)),
        };
        hash::chain(whole, hash)
    };
    // There is nothing to trim from a plain alias.
    if alias.is_plain() {
        Units::new(text).fold(0, chain)
    } else {
        trimmed_units(text).fold(0, chain)
    }
}

/// An alias without hidden characters, and with one space for each run of white space.
pub(super) fn bare(text: &str) -> String {
    let mut bare = String::new();
    for unit in trimmed_units(text) {
        match unit.kind {
            UnitKind::Space | UnitKind::Break => bare.push(' '),
            _ => bare.extend(unit_text(text, &unit).chars().filter(|&c| fold_sign(c).is_some())),
        }
    }
    bare
}

//! What an alias is looked up by, and what else is to be known of it.

use super::alias::Traits;
use super::beginnings::Start;
use super::hash;
use super::spelling::{Spelling, starts_small, trimmed_units, unit_text};
use crate::entity::model::CaseRule;
use crate::entity::unit::{UnitKind, Units};
use crate::text::fold_sign;

/// The most bytes, as they are compared, of an alias that is found by its hash.
pub(super) const MOST_BYTES: usize = 200;

/// The hashes by which an alias is looked up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Key {
    /// Of the beginnings of its first unit and of the word after it.
    pub(super) head: u64,
    /// Of all its units.
    pub(super) whole: u64,
    /// Of the beginning of its first unit.
    pub(super) first: u64,
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

    /// Whether a text in which it is found may have a small letter of ASCII at its start.
    pub(super) fn is_small(&self) -> bool {
        self.entity & SMALL != 0
    }
}

/// An alias as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) key: Key,
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
    let (mut units, mut bytes, mut whole) = (0, 0, 0);
    let mut first = None;
    let mut second = None;
    let (mut small, mut capitals) = (false, true);
    let mut after_space = false;
    for unit in Units::new(text) {
        if matches!(unit.kind, UnitKind::Space | UnitKind::Break) {
            after_space = units > 0;
            continue;
        }
        if after_space {
            // Any white space inside an alias is a space.
            whole = hash::chain(whole, hash::SPACE);
            (units, bytes, after_space) = (units + 1, bytes + 1, false);
        }
        let hashes = spelling.hash(text, &unit, word);
        whole = hash::chain(whole, hashes.whole);
        (units, bytes) = (units + 1, bytes + hashes.length);
        let surface = unit_text(text, &unit);
        let is_word = matches!(unit.kind, UnitKind::Word | UnitKind::SmallWord);
        small |= starts_small(surface);
        capitals &= unit.kind != UnitKind::SmallWord;
        if first.is_none() {
            first = Some((hashes.beginning, unit, is_word));
        } else if second.is_none() && is_word {
            second = Some(hashes.beginning);
        }
    }
    let (hash, unit, is_word) = first?;
    let begins = unit_text(text, &unit);
    if !is_word {
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
        is_plain: is_plain(text.as_bytes()),
        starts_small: small && rule == CaseRule::FirstLetter,
        units: u8::try_from(units).unwrap_or(u8::MAX),
        is_in_capitals: capitals,
    };
    let head = second.map_or_else(|| hash::single(hash), |second| hash::pair(hash, second));
    let entity = entity | if is_small { SMALL } else { 0 };
    let key = Key { head, whole, first: hash, alias: 0, entity };
    Some(Read { key, traits, units, bytes })
}

/// Whether an alias can be compared with a text byte by byte.
fn is_plain(text: &[u8]) -> bool {
    // A space may not come first, last, or after another.
    let mut before = b' ';
    for &byte in text {
        let is_space = matches!(byte, b' ' | b'\t'..=b'\r');
        if !byte.is_ascii() || byte == b'\'' || is_space && (byte != b' ' || before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
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

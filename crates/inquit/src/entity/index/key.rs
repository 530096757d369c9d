//! What an alias is looked up by, and what else is to be known of it.

use super::alias::Traits;
use super::beginnings::Start;
use super::hash;
use super::spelling::{Spelling, starts_small, trimmed_units, unit_text};
use crate::entity::model::CaseRule;
use crate::entity::unit::UnitKind;
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
    /// What it names.
    pub(super) entity: u32,
    /// The first two letters of its first word, if it is of ASCII.
    pub(super) letters: Option<[u8; 2]>,
    /// Whether a text in which it is found may have a small letter of ASCII at its start.
    pub(super) is_small: bool,
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

/// Reads an alias; `None` if nothing in it can be searched for.
pub(super) fn read(
    text: &str,
    rule: CaseRule,
    spelling: Spelling,
    start: &mut Start,
) -> Option<Read> {
    let mut word = String::new();
    let (mut units, mut bytes, mut whole) = (0, 0, 0);
    let mut first = None;
    let mut second = None;
    let (mut small, mut capitals) = (false, true);
    for unit in trimmed_units(text) {
        units += 1;
        if matches!(unit.kind, UnitKind::Space | UnitKind::Break) {
            whole = hash::chain(whole, hash::SPACE);
            bytes += 1;
            continue;
        }
        let hashes = spelling.hash(text, &unit, &mut word);
        whole = hash::chain(whole, hashes.whole);
        bytes += hashes.length;
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
    let letters = spelling.first_letters(begins);
    let traits = Traits {
        rule,
        is_plain: is_plain(text.as_bytes()),
        starts_small: small && rule == CaseRule::FirstLetter,
        units: u8::try_from(units).unwrap_or(u8::MAX),
        is_in_capitals: capitals,
    };
    let head = second.map_or_else(|| hash::single(hash), |second| hash::pair(hash, second));
    let key = Key { head, whole, first: hash, letters, is_small, ..Key::default() };
    Some(Read { key, traits, units, bytes })
}

/// Whether an alias can be compared with a text byte by byte.
fn is_plain(text: &[u8]) -> bool {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let is_plain =
        |byte: &u8| byte.is_ascii() && *byte != b'\'' && (!is_space(byte) || *byte == b' ');
    text.iter().all(is_plain)
        && !text.first().is_some_and(is_space)
        && !text.last().is_some_and(is_space)
        && !text.windows(2).any(|pair| pair == b"  ")
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

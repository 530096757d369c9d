//! The index of a dictionary as it stands in a file, and what can be asked of it about a place in a
//! text.

use super::alias::{Alias, Aliases};
use super::candidates::Place;
use super::filter::Filter;
use super::hash;
use super::readings::readings;
use super::spelling::{Likeness, Spelling};
use super::table::Table;
use crate::entity::model::CaseRule;
use crate::entity::unit::{UnitKind, Units};
use crate::text::prefetch;

/// The most units of an alias that is found by its hash. As many lengths may be tried at a place.
pub(super) const MOST_UNITS: usize = 32;

/// As many aliases with the same head are listed; of more, the lengths are.
pub(super) const MOST_LISTED: usize = 8;

/// An index.
#[derive(Clone, Copy, Debug)]
pub(in crate::entity) struct Index<'d> {
    pub(in crate::entity) spelling: Spelling,
    pub(in crate::entity) aliases: Aliases<'d>,
    /// Heads, and whole aliases where many have the same head. Numbers below the end of the aliases
    /// are their positions; those from there on are places in `crowds`.
    pub(in crate::entity) table: Table<'d>,
    /// Aliases with the same head: how many, and their positions, the longest first; or, where there
    /// are many, zero and a set of the lengths in units that they have, one bit each.
    pub(in crate::entity) crowds: &'d [[u8; 4]],
    /// Readings of ambiguous aliases.
    pub(in crate::entity) readings: &'d [[u8; 4]],
    /// The first units of aliases; those of aliases with one word are special.
    pub(in crate::entity) first: Filter<'d>,
    /// The heads of aliases with several words.
    pub(in crate::entity) pair: Filter<'d>,
    /// With which bytes signs begin that begin an alias, one bit each.
    pub(in crate::entity) signs: Option<&'d [u8; 32]>,
    /// Whether an alias begins with an apostrophe.
    pub(in crate::entity) has_apostrophes: bool,
}

/// An alias found: where it ends and its candidates.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) candidates: u32,
}

impl<'d> Index<'d> {
    /// Asks for the memory of what a number of the table stands for.
    #[inline]
    pub(super) fn prefetch(&self, number: u32) {
        match (number as usize).checked_sub(self.aliases.end()) {
            None => prefetch(self.aliases.place(number)),
            Some(place) => prefetch(self.crowds.get(place)),
        }
    }

    /// The longest alias that begins at a place in a text.
    #[inline]
    pub(super) fn longest(&self, place: &Place, text: &str) -> Option<Found> {
        // There is one number for a head. Others that are found have another head in truth, and
        // their aliases are elsewhere.
        if let Some(found) =
            place.number.and_then(|number| self.longest_with(number, text, place.start))
        {
            return Some(found);
        }
        // An alias with several words is longer than one with a single word.
        [place.pair, place.single]
            .into_iter()
            .filter(|&head| head != 0)
            .flat_map(|head| self.table.find(head))
            .filter(|&number| Some(number) != place.number)
            .find_map(|number| self.longest_with(number, text, place.start))
    }

    #[inline]
    fn longest_with(&self, number: u32, text: &str, start: usize) -> Option<Found> {
        match (number as usize).checked_sub(self.aliases.end()) {
            None => self.verify(number, text, start),
            Some(crowd) => self.longest_of(crowd, text, start),
        }
    }

    /// The longest at a unit of the aliases that have the same head.
    fn longest_of(&self, crowd: usize, text: &str, start: usize) -> Option<Found> {
        let (count, crowd) = self.crowds.get(crowd..)?.split_first()?;
        match u32::from_le_bytes(*count) {
            0 => self.longest_of_lengths(u32::from_le_bytes(*crowd.first()?), text, start),
            count => crowd
                .iter()
                .take(MOST_LISTED.min(count as usize))
                .find_map(|alias| self.verify(u32::from_le_bytes(*alias), text, start)),
        }
    }

    /// The longest alias at a unit that has one of these lengths.
    fn longest_of_lengths(&self, lengths: u32, text: &str, start: usize) -> Option<Found> {
        let most = (u32::BITS - lengths.leading_zeros()) as usize;
        let mut hashes = [0; MOST_UNITS];
        let mut known = 0;
        let mut hash = 0;
        let mut spelling = String::new();
        let units = Units::from(text, start, false).take(most);
        for (unit, slot) in units.zip(&mut hashes) {
            if unit.kind == UnitKind::Break {
                break;
            }
            hash = hash::chain(
                hash,
                match unit.kind {
                    UnitKind::Space => hash::SPACE,
                    _ => hash::of_bytes(self.spelling.spelled(text, &unit, &mut spelling)),
                },
            );
            *slot = hash;
            known += 1;
        }
        let whole = hashes.iter().take(known).enumerate().rev();
        whole.filter(|(length, _)| lengths >> length & 1 != 0).find_map(|(_, &hash)| {
            let found = self.table.find(hash).filter_map(|number| self.verify(number, text, start));
            found.max()
        })
    }

    /// What the alias at a position names, if it stands at a place in a text.
    fn verify(&self, position: u32, text: &str, start: usize) -> Option<Found> {
        let alias = self.aliases.at(position)?;
        if alias.is_ambiguous() {
            return readings(self.readings, alias.candidates).find_map(|reading| {
                let alias = self.aliases.at(reading.alias)?;
                let (end, likeness) = self.compare(alias, text, start)?;
                let candidates = reading.candidates;
                reading.test.holds(likeness).then_some(Found { end, candidates })
            });
        }
        let (end, likeness) = self.compare(alias, text, start)?;
        let holds = match alias.rule() {
            CaseRule::Exact => likeness.exact,
            CaseRule::FirstLetter => {
                likeness.first_letters || alias.starts_small() && likeness.capitals
            }
            CaseRule::Acronym => likeness.capitals,
            CaseRule::Any => true,
        };
        holds.then_some(Found { end, candidates: alias.candidates })
    }

    #[inline]
    fn compare(&self, alias: Alias<'d>, text: &str, start: usize) -> Option<(usize, Likeness)> {
        if alias.is_plain() {
            match compare_plain(alias, text, start) {
                Compared::Different => return None,
                Compared::Alike(likeness) => return Some((start + alias.text.len(), likeness)),
                Compared::Unsure => {}
            }
        }
        self.spelling.compare(alias.str()?, text, start)
    }
}

enum Compared {
    Alike(Likeness),
    Different,
    /// The text has something in it that takes the rules of Unicode, or white space that is not one
    /// space.
    Unsure,
}

/// Compares an alias of plain ASCII with a text byte by byte.
#[inline]
fn compare_plain(alias: Alias<'_>, text: &str, start: usize) -> Compared {
    let Some(rest) = text.as_bytes().get(start..) else { return Compared::Different };
    let Some((same, after)) = rest.split_at_checked(alias.text.len()) else {
        return if rest.is_ascii() { Compared::Different } else { Compared::Unsure };
    };
    let likeness = if same == alias.text {
        let capitals = alias.is_in_capitals();
        Likeness { exact: true, first_letters: true, capitals }
    } else {
        match compare_letters(alias.text, rest) {
            Compared::Alike(likeness) => likeness,
            other => return other,
        }
    };
    // The last unit must end here.
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let ends_in_word = same.last().is_some_and(|&last| is_word(last));
    let ends = match after.first() {
        None => true,
        Some(next) if !next.is_ascii() || (ends_in_word && *next == b'\'') => {
            let word = same.iter().rev().take_while(|&&byte| is_word(byte)).count().max(1);
            let end = start + same.len();
            Units::from(text, end - word, false).next().is_some_and(|unit| unit.end == end)
        }
        Some(next) => !(ends_in_word && is_word(*next)),
    };
    if ends { Compared::Alike(likeness) } else { Compared::Different }
}

/// Compares what is not the same byte by byte.
fn compare_letters(alias: &[u8], text: &[u8]) -> Compared {
    let mut likeness = Likeness { exact: true, first_letters: true, capitals: true };
    let mut before = b' ';
    for (at, (&ours, &theirs)) in text.iter().zip(alias).enumerate() {
        if ours != theirs {
            if (ours ^ theirs) != 0x20 || !ours.is_ascii_alphabetic() {
                // White space may be more than one character, and equal to a space then.
                let is_space = matches!(ours, b' ' | b'\t'..=b'\r');
                let may_be_space = is_space && (theirs == b' ' || before == b' ');
                let is_mark = text.get(at..).is_some_and(starts_with_mark);
                let is_sure = ours.is_ascii() && !may_be_space || is_mark;
                return if is_sure { Compared::Different } else { Compared::Unsure };
            }
            likeness.exact = false;
            likeness.first_letters &= before.is_ascii_alphanumeric() || before == b'_';
        }
        likeness.capitals &= !ours.is_ascii_lowercase();
        before = ours;
    }
    Compared::Alike(likeness)
}

/// Whether a dash or a mark of quotation is at this place, which no plain alias has.
fn starts_with_mark(text: &[u8]) -> bool {
    matches!(text, [0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D, ..])
}

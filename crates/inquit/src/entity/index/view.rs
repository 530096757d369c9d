//! The index of a dictionary as it stands in a file, and what can be asked of it about a place in a
//! text.

use super::alias::{Alias, Aliases};
use super::filter::Filter;
use super::hash;
use super::readings::readings;
use super::spelling::{Likeness, Spelling};
use super::table::Table;
use crate::entity::model::CaseRule;
use crate::entity::unit::{UnitKind, Units};

/// The most units of an alias that is found by its hash. As many lengths may be tried at a place.
pub(super) const MOST_UNITS: usize = 32;

/// An index.
#[derive(Clone, Copy, Debug)]
pub(in crate::entity) struct Index<'d> {
    pub(in crate::entity) spelling: Spelling,
    pub(in crate::entity) aliases: Aliases<'d>,
    /// Heads and whole aliases; numbers below the end of the aliases are their positions, those from
    /// there on are the places of sets of lengths.
    pub(in crate::entity) table: Table<'d>,
    /// Sets of lengths in units, one bit each, that the aliases with the same head have.
    pub(in crate::entity) lengths: &'d [[u8; 4]],
    /// Readings of ambiguous aliases.
    pub(in crate::entity) readings: &'d [[u8; 4]],
    /// With which two letters words of ASCII begin that begin an alias, one bit each: see
    /// [`two_letters`].
    pub(in crate::entity) letters: &'d [[u8; 8]],
    /// What is at the beginning of words: of those that do not begin with a small letter of ASCII,
    /// and of those that do.
    pub(in crate::entity) beginnings: [Beginnings<'d>; 2],
    /// With which bytes signs begin that begin an alias, one bit each.
    pub(in crate::entity) signs: Option<&'d [u8; 32]>,
    /// Whether an alias begins with an apostrophe.
    pub(in crate::entity) has_apostrophes: bool,
}

/// What some words of a text must pass to be looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::entity) struct Beginnings<'d> {
    /// The first units of aliases.
    pub(in crate::entity) first: Filter<'d>,
    /// The heads of aliases with one word.
    pub(in crate::entity) single: Filter<'d>,
    /// The heads of those with several.
    pub(in crate::entity) pair: Filter<'d>,
}

/// What the first two bytes of a word of ASCII have in common if only the first keeps its case, as a
/// number.
#[inline]
pub(super) fn two_letters(letters: [u8; 2]) -> usize {
    usize::from(u16::from_le_bytes(letters) | 0x2000)
}

/// An alias found: where it ends and its candidates.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) candidates: u32,
}

impl<'d> Index<'d> {
    /// Whether a word of ASCII may begin an alias, going by its first two letters. The byte after a
    /// word of one letter counts as its second.
    #[inline]
    pub(super) fn may_begin_with(&self, letters: [u8; 2]) -> bool {
        let at = two_letters(letters);
        let word = self.letters.get(at / 64);
        word.is_some_and(|word| u64::from_le_bytes(*word) >> (at % 64) & 1 != 0)
    }

    /// The filters for words that begin with this byte.
    #[inline]
    pub(super) fn beginnings(&self, byte: u8) -> &Beginnings<'d> {
        let [large, small] = &self.beginnings;
        if byte.is_ascii_lowercase() { small } else { large }
    }

    /// The longest alias with this head that begins at a unit of a text.
    #[inline]
    pub(super) fn longest(&self, head: u64, text: &str, start: usize) -> Option<Found> {
        let mut longest: Option<Found> = None;
        for number in self.table.find(head) {
            let found = match (number as usize).checked_sub(self.aliases.end()) {
                None => self.verify(number, text, start),
                Some(place) => self.longest_of(place, text, start),
            };
            longest = longest.max(found);
        }
        longest
    }

    /// The longest alias at a unit that has one of these lengths.
    fn longest_of(&self, lengths: usize, text: &str, start: usize) -> Option<Found> {
        let lengths = self.lengths.get(lengths).map_or(0, |set| u32::from_le_bytes(*set));
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
            hash = hash::chain(hash, self.spelling.hash(text, &unit, &mut spelling));
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
            match compare_plain(alias.text, text.as_bytes(), start) {
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
fn compare_plain(alias: &[u8], text: &[u8], start: usize) -> Compared {
    let Some(rest) = text.get(start..) else { return Compared::Different };
    let Some((same, after)) = rest.split_at_checked(alias.len()) else {
        return if rest.is_ascii() { Compared::Different } else { Compared::Unsure };
    };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let mut likeness = Likeness { exact: true, first_letters: true, capitals: true };
    let mut inside = false;
    for (&ours, &theirs) in same.iter().zip(alias) {
        if ours != theirs {
            if (ours ^ theirs) != 0x20 || !ours.is_ascii_alphabetic() {
                let is_sure = ours.is_ascii() && !ours.is_ascii_whitespace() && ours != 0xB;
                return if is_sure { Compared::Different } else { Compared::Unsure };
            }
            likeness.exact = false;
            likeness.first_letters &= inside;
        }
        likeness.capitals &= !ours.is_ascii_lowercase();
        inside = is_word(ours);
    }
    // The last unit must end here.
    match after.first() {
        Some(next) if !next.is_ascii() || (inside && *next == b'\'') => Compared::Unsure,
        Some(next) if inside && is_word(*next) => Compared::Different,
        _ => Compared::Alike(likeness),
    }
}

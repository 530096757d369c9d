//! The places in a text where an alias may begin.
//!
//! A filter that lets every alias pass and little else, in steps that get dearer as fewer places are
//! left: the first two letters of a word; a Bloom filter of first words; and, with the word that
//! follows, Bloom filters of what aliases begin with. What passes is looked up in the table and
//! compared with the text; in news that is hardly more than what is found.

use super::hash;
use super::view::{Index, MOST_UNITS};
use super::window::Window;
use crate::entity::unit::{Unit, UnitKind, Units};
use crate::text::{BLOCK, char_before, is_space, prefetch};

/// The places of a window where an alias may begin, in order.
#[derive(Debug, Default)]
pub(super) struct Candidates<'t> {
    window: Window,
    /// Where the units of a run go on that the window has cut.
    cut: Option<Units<'t>>,
    first: Vec<First>,
    places: Vec<Place>,
    spelling: String,
}

/// A unit that may be the first of an alias.
#[derive(Clone, Copy, Debug)]
struct First {
    /// Places in the window.
    start: u32,
    end: u32,
    hash: u64,
    /// Whether it begins with a small letter of ASCII.
    is_small: bool,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    /// A word of ASCII with no odd byte beside it.
    PlainWord,
    Word,
    Sign,
}

/// A place where an alias may begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// In the text.
    pub(super) start: usize,
    /// The head of those with several words that may be there.
    pub(super) pair: Option<u64>,
    /// The head of those with one.
    pub(super) single: Option<u64>,
}

impl<'t> Candidates<'t> {
    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }

    /// Moves on; `false` at the end of the text.
    pub(super) fn next_window(&mut self, index: &Index<'_>, text: &'t str) -> bool {
        let start = self.window.next_start();
        self.places.clear();
        if start >= text.len() {
            return false;
        }
        self.window.load(text, start, !index.has_apostrophes);
        self.first.clear();
        self.find_first(index, text);
        self.find_places(index, text);
        true
    }

    /// Finds the units with which an alias may begin.
    fn find_first(&mut self, index: &Index<'_>, text: &'t str) {
        let bytes = text.as_bytes();
        let origin = self.window.origin();
        let window = std::mem::take(&mut self.window);
        if let Some(units) = self.cut.take() {
            self.read_units(index, text, &window, units, window.run_end(window.start()));
        }
        let [large, small] = &index.beginnings;
        for (at, masks, begins) in window.beginnings() {
            let mut left = begins;
            if small.is_empty() && masks.odd == 0 {
                // A run that goes on in the next block may be odd there.
                let crossing = (masks.word.leading_ones() as usize).min(BLOCK - 1);
                left &= !masks.small | u64::MAX << (BLOCK - 1 - crossing);
            }
            if index.signs.is_some() {
                left |= window.searched(at) & !(masks.word | masks.odd);
            }
            while left != 0 {
                let bit = left.trailing_zeros() as usize;
                left &= left - 1;
                let start = at + bit;
                if begins >> bit & 1 == 0 {
                    self.read_sign(index, text, origin, start);
                    continue;
                }
                let end = window.word_end(start);
                let end = end.unwrap_or_else(|| window.seen()).min(window.seen());
                if window.is_odd(end) {
                    let units = units_from(text, origin + start);
                    self.read_units(index, text, &window, units, window.run_end(end));
                    continue;
                }
                let is_small = masks.small >> bit & 1 != 0;
                let beginnings = if is_small { small } else { large };
                let Some(&letter) = bytes.get(origin + start) else { continue };
                let next = bytes.get(origin + start + 1).copied().unwrap_or(b' ');
                if !beginnings.may_begin(letter, next) {
                    continue;
                }
                let hash = hash::of_word(bytes, origin + start, origin + end);
                if beginnings.first.may_hold(hash) {
                    let (start, end) = (narrow(start), narrow(end));
                    let kind = Kind::PlainWord;
                    self.first.push(First { start, end, hash, is_small, kind });
                }
            }
        }
        self.window = window;
    }

    /// Reads the units up to a place, where an odd run ends or the window.
    #[cold]
    fn read_units(
        &mut self,
        index: &Index<'_>,
        text: &'t str,
        window: &Window,
        mut units: Units<'t>,
        end: usize,
    ) {
        let origin = window.origin();
        loop {
            let here = units.clone();
            match units.next() {
                Some(unit) if unit.start < origin + end => {
                    self.read_unit(index, text, origin, &unit)
                }
                Some(_) if end == window.end() => {
                    self.cut = Some(here);
                    break;
                }
                _ => break,
            }
        }
    }

    #[cold]
    fn read_sign(&mut self, index: &Index<'_>, text: &'t str, origin: usize, place: usize) {
        let byte = text.as_bytes().get(origin + place).copied().unwrap_or_default();
        let is_first = |signs: &[u8; 32]| {
            signs.get(usize::from(byte / 8)).is_some_and(|bits| bits >> (byte % 8) & 1 != 0)
        };
        if index.signs.is_some_and(is_first)
            && let Some(unit) = Units::from(text, origin + place, false).next()
        {
            self.read_unit(index, text, origin, &unit);
        }
    }

    fn read_unit(&mut self, index: &Index<'_>, text: &str, origin: usize, unit: &Unit) {
        let kind = match unit.kind {
            UnitKind::Word | UnitKind::SmallWord => Kind::Word,
            UnitKind::Sign => Kind::Sign,
            UnitKind::Space | UnitKind::Break | UnitKind::Ending => return,
        };
        let Some(start) = unit.start.checked_sub(origin) else { return };
        let byte = text.as_bytes().get(unit.start).copied().unwrap_or_default();
        let is_small = byte.is_ascii_lowercase();
        let [large, small] = &index.beginnings;
        let hash = index.spelling.hash(text, unit, &mut self.spelling);
        if (if is_small { small } else { large }).first.may_hold(hash) {
            let (start, end) = (narrow(start), narrow(unit.end - origin));
            self.first.push(First { start, end, hash, is_small, kind });
        }
    }

    /// Keeps the units that begin an alias together with the word after them, or without one.
    fn find_places(&mut self, index: &Index<'_>, text: &str) {
        let origin = self.window.origin();
        let bytes = text.as_bytes();
        for first in &self.first {
            let end = first.end as usize;
            let plain = match first.kind {
                Kind::PlainWord => self.window.plain_word_from(end),
                Kind::Word | Kind::Sign => None,
            };
            let second = match plain {
                Some((start, end)) => Some(hash::of_word(bytes, origin + start, origin + end)),
                None => {
                    let units = Units::from(text, origin + end, first.kind != Kind::Sign);
                    second_word(index, text, units, &mut self.spelling)
                }
            };
            let [large, small] = &index.beginnings;
            let beginnings = if first.is_small { small } else { large };
            let single = hash::single(first.hash);
            let single = beginnings.single.may_hold(single).then_some(single);
            let pair = second.map(|second| hash::pair(first.hash, second));
            let pair = pair.filter(|pair| beginnings.pair.may_hold(*pair));
            if let Some(head) = pair.or(single) {
                prefetch(index.table.place(head));
                self.places.push(Place { start: origin + first.start as usize, pair, single });
            }
        }
    }
}

/// The hash of the first word among units, as far as an alias may reach.
#[cold]
fn second_word(
    index: &Index<'_>,
    text: &str,
    units: Units<'_>,
    spelling: &mut String,
) -> Option<u64> {
    let mut units = units.take(MOST_UNITS);
    let word = units.find(|unit| matches!(unit.kind, UnitKind::Word | UnitKind::SmallWord))?;
    Some(index.spelling.hash(text, &word, spelling))
}

/// The units from the beginning of a run on.
fn units_from(text: &str, start: usize) -> Units<'_> {
    let is_ascii = text.as_bytes().get(start).is_some_and(u8::is_ascii);
    match char_before(text, start) {
        // Marks belong to the sign before them.
        Some(c) if !is_ascii && !is_space(c) && !c.is_alphanumeric() => {
            let mut units = Units::from(text, start - c.len_utf8(), false);
            units.next();
            units
        }
        _ => Units::from(text, start, false),
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

//! The places in a text where an alias may begin.
//!
//! A filter that lets every alias pass and little else, in steps that get dearer as fewer words are
//! left: the first two letters of a word; a Bloom filter of first words; and, with the word that
//! follows, Bloom filters of what aliases begin with. What passes is looked up in the table and
//! compared with the text; in news that is hardly more than what is found.
//!
//! Each step goes over all that is left of a window before the next begins, and writes down each
//! word, whether it passes or not, over the last that did not: so there is nothing for the processor
//! to guess wrong.

use std::ops::Range;

use super::hash;
use super::view::{Index, MOST_UNITS};
use super::window::Window;
use crate::entity::unit::{Unit, UnitKind, Units};
use crate::text::{char_before, is_space, prefetch};

/// The places of a window where an alias may begin, in order.
#[derive(Debug, Default)]
pub(super) struct Candidates<'t> {
    window: Window,
    /// Where the units of a run go on that the window has cut.
    cut: Option<Units<'t>>,
    /// The numbers of words that pass the first step.
    likely: Vec<u32>,
    first: Vec<First>,
    places: Vec<Place>,
    spelling: String,
}

/// A word that may be the first of an alias.
#[derive(Clone, Copy, Debug, Default)]
struct First {
    /// Its number among the words of the window.
    word: u32,
    hash: u64,
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
        let mut window = std::mem::take(&mut self.window);
        window.load(text, start, !index.has_apostrophes);
        self.find_likely(index, &window, text.as_bytes());
        self.find_first(index, &window, text.as_bytes());
        self.find_places(index, &window, text);
        self.read_odd(index, &window, text);
        self.window = window;
        true
    }

    /// Finds the words that may begin an alias by their first two letters.
    fn find_likely(&mut self, index: &Index<'_>, window: &Window, text: &[u8]) {
        let text = text.get(window.origin()..).unwrap_or_default();
        let words = window.words();
        let Range { start, end } = window.searched();
        let from = words.partition_point(|[word, _]| (*word as usize) < start);
        let to = words.partition_point(|[word, _]| (*word as usize) < end);
        self.likely.resize(to.saturating_sub(from), 0);
        let searched = words.get(from..to).unwrap_or_default();
        let mut count = 0;
        for ([start, _], number) in searched.iter().zip(narrow(from)..) {
            let letters = match text.get(*start as usize..) {
                Some([first, second, ..]) => [*first, *second],
                Some([first]) => [*first, b' '],
                _ => continue,
            };
            if let Some(likely) = self.likely.get_mut(count) {
                *likely = number;
            }
            count += usize::from(index.may_begin_with(letters));
        }
        self.likely.truncate(count);
    }

    /// Finds those that do begin one.
    fn find_first(&mut self, index: &Index<'_>, window: &Window, text: &[u8]) {
        let text = text.get(window.origin()..).unwrap_or_default();
        let words = window.words();
        self.first.resize(self.likely.len(), First::default());
        let mut count = 0;
        for &word in &self.likely {
            let Some(&[start, end]) = words.get(word as usize) else { continue };
            let Some(&byte) = text.get(start as usize) else { continue };
            let hash = hash::of_word(text, start as usize, end as usize);
            if let Some(first) = self.first.get_mut(count) {
                *first = First { word, hash };
            }
            count += usize::from(index.beginnings(byte).first.may_hold(hash));
        }
        self.first.truncate(count);
    }

    /// Keeps the words that begin an alias together with the word after them, or without one.
    fn find_places(&mut self, index: &Index<'_>, window: &Window, text: &str) {
        let origin = window.origin();
        let bytes = text.as_bytes().get(origin..).unwrap_or_default();
        let mut runs = window.odd_runs().iter().map(|run| run.start).peekable();
        for first in &self.first {
            let number = first.word as usize;
            let Some(&[start, end]) = window.words().get(number) else { continue };
            while runs.next_if(|&run| run < end as usize).is_some() {}
            let odd = runs.peek().copied();
            let second = match window.words().get(number + 1) {
                Some(&[start, end]) if odd.is_none_or(|odd| odd > start as usize) => {
                    Some(hash::of_word(bytes, start as usize, end as usize))
                }
                _ => {
                    let units = Units::from(text, origin + end as usize, true);
                    second_word(index, text, units, &mut self.spelling)
                }
            };
            let byte = bytes.get(start as usize).copied().unwrap_or_default();
            let place = place(index, byte, origin + start as usize, first.hash, second);
            self.places.extend(place);
        }
    }

    /// Adds the places in odd runs, and those of signs.
    fn read_odd(&mut self, index: &Index<'_>, window: &Window, text: &'t str) {
        let Range { start: first, end: last } = window.searched();
        let plain = self.places.len();
        let mut cut = self.cut.take();
        for run in window.odd_runs() {
            let units = if run.start >= first {
                Some(units_from(text, window.origin() + run.start))
            } else if run.end > first {
                cut.take()
            } else {
                None
            };
            if run.start < last
                && let Some(units) = units
            {
                self.read_units(index, text, window, units, run.end);
            }
        }
        if let Some(signs) = index.signs {
            self.read_signs(index, signs, text, window);
        }
        if self.places.len() > plain {
            // Two or three ordered parts.
            self.places.sort_by_key(|place| place.start);
        }
    }

    /// Reads the units up to a place, where an odd run ends, or to the end of the window.
    fn read_units(
        &mut self,
        index: &Index<'_>,
        text: &'t str,
        window: &Window,
        mut units: Units<'t>,
        end: usize,
    ) {
        let last = window.searched().end;
        loop {
            let here = units.clone();
            match units.next() {
                Some(unit) if unit.start < window.origin() + end.min(last) => {
                    self.read_unit(index, text, &unit);
                }
                Some(_) if end >= last => {
                    self.cut = Some(here);
                    break;
                }
                _ => break,
            }
        }
    }

    /// Reads the signs with which an alias may begin, outside of odd runs.
    fn read_signs(&mut self, index: &Index<'_>, signs: &[u8; 32], text: &'t str, window: &Window) {
        let mut runs = window.odd_runs().iter().peekable();
        for at in window.searched() {
            let byte = text.as_bytes().get(window.origin() + at).copied().unwrap_or_default();
            let bits = signs.get(usize::from(byte / 8)).copied().unwrap_or_default();
            while runs.next_if(|run| run.end <= at).is_some() {}
            if bits >> (byte % 8) & 1 != 0
                && runs.peek().is_none_or(|run| at < run.start)
                && let Some(unit) = Units::from(text, window.origin() + at, false).next()
            {
                self.read_unit(index, text, &unit);
            }
        }
    }

    fn read_unit(&mut self, index: &Index<'_>, text: &str, unit: &Unit) {
        let is_word = match unit.kind {
            UnitKind::Word | UnitKind::SmallWord => true,
            UnitKind::Sign => false,
            UnitKind::Space | UnitKind::Break | UnitKind::Ending => return,
        };
        let byte = text.as_bytes().get(unit.start).copied().unwrap_or_default();
        let hash = index.spelling.hash(text, unit, &mut self.spelling);
        if index.beginnings(byte).first.may_hold(hash) {
            let units = Units::from(text, unit.end, is_word);
            let second = second_word(index, text, units, &mut self.spelling);
            self.places.extend(place(index, byte, unit.start, hash, second));
        }
    }
}

/// The place of a unit, if aliases begin like it and the word that comes after.
#[inline]
fn place(
    index: &Index<'_>,
    byte: u8,
    start: usize,
    first: u64,
    second: Option<u64>,
) -> Option<Place> {
    let beginnings = index.beginnings(byte);
    let single = hash::single(first);
    let single = beginnings.single.may_hold(single).then_some(single);
    let pair = second.map(|second| hash::pair(first, second));
    let pair = pair.filter(|pair| beginnings.pair.may_hold(*pair));
    prefetch(index.table.place(pair.or(single)?));
    Some(Place { start, pair, single })
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

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

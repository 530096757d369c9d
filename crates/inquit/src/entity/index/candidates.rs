//! The places in a text where an alias may begin.
//!
//! A filter that lets every alias pass and little else, in steps that get dearer as fewer words are
//! left: a Bloom filter of first words; with the word that follows, another of the two words that
//! aliases begin with; and the table. What passes is compared with the text; in news that is hardly
//! more than what is found.
//!
//! Each step goes over all that is left of a window before the next begins, and writes down each
//! word, whether it passes or not, over the last that did not: so there is nothing for the processor
//! to guess wrong.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use std::ops::Range;

use super::filter::{may_hold, may_hold_special};
use super::hash;
use super::kept::Kept;
use super::view::{Index, MOST_UNITS};
use super::window::Window;
use crate::entity::unit::{Unit, UnitKind, Units};
use crate::text::{
    FirstWord, Work, char_before, find_first_words, hash_word, in_filter, is_space, prefetch,
    with_best_instructions,
};

/// The places of a window where an alias may begin, in order.
#[derive(Debug, Default)]
pub(super) struct Candidates<'t> {
    window: Window,
    /// The first unit behind the last odd run, or behind a window that ended in one, and those that
    /// follow. It may be long: white space, for one.
    pending: Option<(Unit, Units<'t>)>,
    /// Words that may be the first of an alias, and behind them room for all words.
    first: Vec<FirstWord>,
    places: Kept<Place>,
    spelling: String,
}

/// A place where an alias may begin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// In the text.
    pub(super) start: usize,
    /// The head of those with several words that may be there, or 0.
    pub(super) pair: u64,
    /// The head of those with one, or 0.
    pub(super) single: u64,
    /// What the table has for the first of them.
    pub(super) number: Option<u32>,
}

/// The work on all words of a window.
struct Step<'a, 't> {
    candidates: &'a mut Candidates<'t>,
    index: &'a Index<'a>,
    window: &'a mut Window,
    text: &'t str,
    start: usize,
}

impl Work for Step<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn work(self) {
        let Step { candidates, index, window, text, start } = self;
        window.load(text, start, !index.has_apostrophes);
        candidates.find_places(index, window, text);
    }
}

impl<'t> Candidates<'t> {
    pub(super) fn places(&self) -> &[Place] {
        self.places.all()
    }

    /// Moves on; `false` at the end of the text.
    pub(super) fn next_window(&mut self, index: &Index<'_>, text: &'t str) -> bool {
        let start = self.window.next_start();
        self.places.clear();
        if start >= text.len() {
            return false;
        }
        let mut window = std::mem::take(&mut self.window);
        let candidates = &mut *self;
        with_best_instructions(Step { candidates, index, window: &mut window, text, start });
        self.read_odd(index, &window, text);
        self.window = window;
        self.look_up(index);
        true
    }

    /// Looks all of them up, and asks for the memory of what is found, so that it is at hand when it
    /// is compared.
    fn look_up(&mut self, index: &Index<'_>) {
        for place in self.places.all_mut() {
            let head = if place.pair == 0 { place.single } else { place.pair };
            place.number = index.table.find(head).next();
            if let Some(number) = place.number {
                index.prefetch(number);
            }
        }
    }

    /// Keeps the words that begin an alias together with the word after them, or without one.
    #[inline(always)]
    fn find_places(&mut self, index: &Index<'_>, window: &Window, text: &str) {
        let origin = window.origin();
        let bytes = text.as_bytes().get(origin..).unwrap_or_default();
        let mut runs = window.odd_runs().iter().map(|run| run.start);
        let mut odd = runs.next().unwrap_or(usize::MAX);
        let Range { start: from, end: to } = window.searched();
        let number =
            |place: usize| window.words().partition_point(|[at, _]| (*at as usize) < place);
        let (from, to) = (number(from), number(to));
        let searched = window.words().get(from..to).unwrap_or_default();
        if self.first.len() < searched.len() {
            self.first.resize(searched.len(), FirstWord::default());
        }
        let count = find_first_words(bytes, searched, index.first.words(), &mut self.first);
        self.places.reserve(count);
        for first in self.first.iter().take(count) {
            let number = from + first.number as usize;
            let Some(&[start, end]) = window.words().get(number) else { continue };
            while odd <= start as usize {
                odd = runs.next().unwrap_or(usize::MAX);
            }
            let second = match window.words().get(number + 1) {
                Some(&[next, next_end]) if odd > next as usize => {
                    let bytes = bytes.get(next as usize..).unwrap_or_default();
                    Some(hash_word(bytes, next_end - next))
                }
                _ => {
                    let units = Units::from(text, origin + end as usize, true);
                    second_word(index, text, units, &mut self.spelling)
                }
            };
            let byte = bytes.get(start as usize).copied().unwrap_or_default();
            let place = place(index, byte, origin + start as usize, first, second);
            self.places.keep(place, place.pair | place.single != 0);
        }
    }

    /// Adds the places in odd runs, and those of signs.
    fn read_odd(&mut self, index: &Index<'_>, window: &Window, text: &'t str) {
        let Range { start: first, end: last } = window.searched();
        let plain = self.places.all().len();
        for run in window.odd_runs() {
            if run.start >= last {
                break;
            }
            let known = self.pending.take_if(|(unit, _)| unit.end > window.origin() + run.start);
            // One that began before has no units left that are not known.
            let units = match known {
                None if run.start >= first => {
                    let mut units = units_from(text, window.origin() + run.start);
                    units.next().map(|unit| (unit, units))
                }
                known => known,
            };
            if let Some((unit, units)) = units {
                let from = window.origin() + run.start.max(first);
                let to = window.origin() + run.end.min(last);
                self.read_units(index, text, from..to, unit, units);
            }
        }
        if let Some(signs) = index.signs {
            self.read_signs(index, signs, text, window);
        }
        if self.places.all().len() > plain {
            // Two or three ordered parts.
            self.places.all_mut().sort_by_key(|place| place.start);
        }
    }

    /// Reads the units that begin in a part of the text, from a first one on.
    fn read_units(
        &mut self,
        index: &Index<'_>,
        text: &'t str,
        part: Range<usize>,
        mut unit: Unit,
        mut units: Units<'t>,
    ) {
        while unit.start < part.end {
            if unit.start >= part.start {
                self.read_unit(index, text, &unit);
            }
            let Some(next) = units.next() else { break };
            unit = next;
        }
        self.pending = Some((unit, units));
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
        let hash = hash::beginning(index.spelling.spelled(text, unit, &mut self.spelling));
        let in_filter = in_filter(hash, byte.is_ascii_lowercase());
        let filter = index.first.word(in_filter);
        if may_hold(filter, in_filter) {
            let units = Units::from(text, unit.end, is_word);
            let second = second_word(index, text, units, &mut self.spelling);
            let first = FirstWord { number: 0, hash, filter };
            let place = place(index, byte, unit.start, &first, second);
            self.places.reserve(1);
            self.places.keep(place, place.pair | place.single != 0);
        }
    }
}

/// The place of a unit, with the heads that pass.
#[inline]
fn place(
    index: &Index<'_>,
    byte: u8,
    start: usize,
    first: &FirstWord,
    second: Option<u64>,
) -> Place {
    let is_small = byte.is_ascii_lowercase();
    let kept = |head: u64, passes: bool| head & 0_u64.wrapping_sub(u64::from(passes));
    let is_single = may_hold_special(first.filter, in_filter(first.hash, is_small));
    let single = kept(hash::single(first.hash), is_single);
    let pair = second.map_or(0, |second| hash::pair(first.hash, second));
    let in_filter = in_filter(pair, is_small);
    let is_pair = may_hold(index.pair.word(in_filter), in_filter);
    let pair = kept(pair, is_pair && second.is_some());
    prefetch(index.table.place(if pair == 0 { single } else { pair }));
    Place { start, pair, single, number: None }
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
    Some(hash::beginning(index.spelling.spelled(text, &word, spelling)))
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

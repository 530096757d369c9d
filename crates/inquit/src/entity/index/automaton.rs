//! The few aliases that are not found by their hash: those of more units than are hashed together,
//! and those that too many others are spelled like.
//!
//! **Why backwards.** The longest alias that begins at a place is wanted, for every place. Searching
//! forwards, no automaton gives that in linear time: leftmost-longest search reads on to see whether
//! a longer alias follows and goes back when none does, and overlapping search reports, at each end,
//! every alias that ends there; with aliases nested a thousand deep, both take a thousand times as
//! long. Read backwards, with the aliases turned round, an Aho-Corasick automaton stands after each
//! character at the longest alias that *begins* there, and says so at once: one state, one answer.
//!
//! **Why units.** That answer is only of use if it is valid. A longest hit that is then rejected, for
//! the edge of a word or the case of a letter, would hide the shorter ones behind it, and looking
//! through those is no longer linear. So nothing is left to reject: text and aliases are spelled out
//! unit by unit ([`Units`]), with a byte after each that cannot occur inside, and there is an
//! automaton for each way to compare letter case ([`Form`]), in which equal spellings are matches.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, BuildError, MatchKind};

use super::alias::Aliases;
use super::search::Hit;
use super::spelling::{Form, Spelling, trimmed_units, unit_text};
use crate::entity::unit::{Unit, UnitKind, Units};

/// Ends the spelling of every unit but a space. It occurs in no UTF-8 text.
const END: u8 = 0xFF;

/// How many units of a text are searched at a time, at least.
const STRETCH: usize = 1024;

/// An automaton for each form in which an alias is to be found.
#[derive(Debug, Default)]
pub(in crate::entity) struct Automata {
    tables: Vec<Table>,
    spelling: Spelling,
    /// The length in units of the longest alias.
    longest: usize,
}

#[derive(Debug)]
struct Table {
    form: Form,
    automaton: NFA,
    start: StateID,
    patterns: Vec<Pattern>,
}

/// An alias in one form.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    units: u32,
    /// Its candidates.
    candidates: u32,
    /// Its candidates where the text is in capitals.
    in_capitals: u32,
}

/// The longest alias at each unit of a text at which there is one.
#[derive(Debug)]
pub(super) struct Hits<'d, 't> {
    automata: &'d Automata,
    text: &'t str,
    units: Units<'t>,
    stretch: Vec<Unit>,
    /// For each automaton, the pattern at each unit of the stretch.
    by_table: Vec<Vec<Option<u32>>>,
    spelling: String,
    /// The first unit of the stretch that is not behind us.
    next: usize,
    /// How many units of the stretch have been searched for beginnings.
    searched: usize,
    is_last: bool,
}

impl Automata {
    /// Automata for rows of a form, the position of an alias and its candidates, elsewhere and in
    /// capitals.
    pub(in crate::entity) fn build(
        rows: &[[u8; 16]],
        aliases: Aliases<'_>,
        spelling: Spelling,
    ) -> Result<Automata, BuildError> {
        let mut automata = Automata { tables: Vec::new(), spelling, longest: 0 };
        for form in Form::ALL {
            let mut keys: Vec<Vec<u8>> = Vec::new();
            let mut patterns = Vec::new();
            for row in rows {
                let (numbers, _) = row.as_chunks::<4>();
                let [of, alias, candidates, in_capitals] = numbers else { continue };
                let [of, alias, candidates, in_capitals] =
                    [of, alias, candidates, in_capitals].map(|number| u32::from_le_bytes(*number));
                let Some(text) = aliases.at(alias).and_then(|alias| alias.str()) else { continue };
                if of == form as u32 {
                    let (key, units) = key(text, form, spelling);
                    automata.longest = automata.longest.max(units);
                    keys.push(key);
                    let units = u32::try_from(units).unwrap_or(u32::MAX);
                    patterns.push(Pattern { units, candidates, in_capitals });
                }
            }
            if !keys.is_empty() {
                automata.tables.push(Table::build(form, &keys, patterns)?);
            }
        }
        Ok(automata)
    }

    /// Whether there is nothing to find.
    pub(in crate::entity) fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    pub(super) fn search<'d, 't>(&'d self, text: &'t str) -> Hits<'d, 't> {
        Hits {
            automata: self,
            text,
            units: Units::new(text),
            stretch: Vec::new(),
            by_table: Vec::new(),
            spelling: String::new(),
            next: 0,
            searched: 0,
            is_last: self.is_empty(),
        }
    }
}

/// An alias spelled backwards, and how many units it has.
fn key(text: &str, form: Form, spelling: Spelling) -> (Vec<u8>, usize) {
    let units: Vec<Unit> = trimmed_units(text).collect();
    let mut key = Vec::with_capacity(text.len() + units.len());
    let mut word = String::new();
    for unit in units.iter().rev() {
        // Any white space in an alias is a space, and the case of an alias is not the text's.
        if matches!(unit.kind, UnitKind::Space | UnitKind::Break) {
            key.push(b' ');
        } else {
            spelling.spell(form, unit_text(text, unit), &mut word);
            key.push(END);
            key.extend(word.bytes().rev());
        }
    }
    (key, units.len())
}

impl Table {
    fn build(form: Form, keys: &[Vec<u8>], patterns: Vec<Pattern>) -> Result<Table, BuildError> {
        let automaton =
            Builder::new().match_kind(MatchKind::Standard).prefilter(false).build(keys)?;
        let start = automaton.start_state(Anchored::No).unwrap_or_default();
        Ok(Table { form, automaton, start, patterns })
    }

    /// Finds the longest alias that begins at each of the first units, reading from the last.
    fn scan(
        &self,
        spell: Spelling,
        text: &str,
        units: &[Unit],
        spelling: &mut String,
        hits: &mut [Option<u32>],
    ) {
        hits.fill(None);
        let mut state = self.start;
        for (at, unit) in units.iter().enumerate().rev() {
            state = self.read(spell, state, text, unit, spelling);
            if self.automaton.is_match(state)
                && let Some(hit) = hits.get_mut(at)
            {
                // Its own pattern comes first, before those that it begins with.
                *hit = Some(self.automaton.match_pattern(state, 0).as_u32());
            }
        }
    }

    /// The state after one more unit, read backwards.
    fn read(
        &self,
        spell: Spelling,
        state: StateID,
        text: &str,
        unit: &Unit,
        spelling: &mut String,
    ) -> StateID {
        match unit.kind {
            UnitKind::Space => return self.step(state, b' '),
            UnitKind::Break => return self.start,
            UnitKind::SmallWord if self.form == Form::Capitals => return self.start,
            _ => {}
        }
        let word = unit_text(text, unit);
        let state = self.step(state, END);
        if !word.is_ascii() {
            spell.spell(self.form, word, spelling);
            return self.read_word(state, spelling.bytes());
        }
        let lower = |byte: &u8| byte.to_ascii_lowercase();
        match self.form {
            Form::Exact => self.read_word(state, word.bytes()),
            Form::Capitals | Form::Any => self.read_word(state, word.as_bytes().iter().map(lower)),
            Form::FirstLetter => {
                let (first, rest) = word.as_bytes().split_at(word.len().min(1));
                self.read_word(state, first.iter().copied().chain(rest.iter().map(lower)))
            }
        }
    }

    fn read_word(&self, mut state: StateID, word: impl DoubleEndedIterator<Item = u8>) -> StateID {
        for byte in word.rev() {
            state = self.step(state, byte);
            // No alias has a part of this word at its end, and none begins inside a word.
            if state == self.start {
                break;
            }
        }
        state
    }

    fn step(&self, state: StateID, byte: u8) -> StateID {
        self.automaton.next_state(Anchored::No, state, byte)
    }
}

impl Hits<'_, '_> {
    /// Searches a text one stretch after the other, each with as much of the next as the longest
    /// alias may reach into.
    fn search_next_stretch(&mut self) {
        let reach = self.automata.longest;
        let wanted = STRETCH.max(reach) + reach;
        self.stretch.drain(..self.next.min(self.stretch.len()));
        self.next = 0;
        let missing = wanted.saturating_sub(self.stretch.len());
        self.stretch.extend(self.units.by_ref().take(missing));
        self.is_last = self.stretch.len() < wanted;
        self.searched = if self.is_last { self.stretch.len() } else { self.stretch.len() - reach };
        let tables = &self.automata.tables;
        self.by_table.resize_with(tables.len(), Vec::new);
        for (table, found) in tables.iter().zip(&mut self.by_table) {
            found.resize(self.searched, None);
            let spell = self.automata.spelling;
            table.scan(spell, self.text, &self.stretch, &mut self.spelling, found);
        }
    }

    /// The longest alias at a unit. Of the forms in which it is found, the first has the candidates
    /// of all.
    fn hit(&self, at: usize) -> Option<Hit> {
        let mut longest: Option<(Form, Pattern)> = None;
        let mut in_capitals = false;
        for (table, found) in self.automata.tables.iter().zip(&self.by_table) {
            let Some(pattern) = found.get(at).copied().flatten() else { continue };
            let Some(&pattern) = table.patterns.get(pattern as usize) else { continue };
            let known = longest.map_or(0, |(_, known)| known.units);
            if pattern.units > known {
                longest = Some((table.form, pattern));
                in_capitals = false;
            }
            in_capitals |= pattern.units >= known && table.form == Form::Capitals;
        }
        let (form, pattern) = longest?;
        let first = self.stretch.get(at)?;
        let last = self.stretch.get(at + (pattern.units as usize).checked_sub(1)?)?;
        let capitals = in_capitals && form == Form::FirstLetter;
        let candidates = if capitals { pattern.in_capitals } else { pattern.candidates };
        Some(Hit { start: first.start, end: last.end, candidates })
    }
}

impl Iterator for Hits<'_, '_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        loop {
            while self.next < self.searched {
                let at = self.next;
                self.next += 1;
                if let Some(hit) = self.hit(at) {
                    return Some(hit);
                }
            }
            if self.is_last {
                return None;
            }
            self.search_next_stretch();
        }
    }
}

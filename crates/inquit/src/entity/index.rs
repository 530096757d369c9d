//! The aliases of a dictionary, compiled for searching.
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

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, BuildError, MatchKind};

use super::model::{Alias, CaseRule};
use super::unit::{Unit, UnitKind, Units};
use crate::text::{fold_case, fold_sign};

/// Ends the spelling of every unit but a space. It occurs in no UTF-8 text.
const END: u8 = 0xFF;

/// Collects aliases for an [`Index`].
#[derive(Default)]
pub(super) struct IndexBuilder {
    tables: [HashMap<Box<[u8]>, Pattern>; Form::ALL.len()],
    longest: usize,
}

/// Aliases that are spelled alike, and what they name.
struct Pattern {
    /// In order of arrival, so that the automaton does not depend on the order of a hash map.
    id: usize,
    units: u32,
    entities: Vec<u32>,
}

/// The aliases of a dictionary.
#[derive(Debug)]
pub(super) struct Index {
    tables: Vec<Table>,
    longest: usize,
}

#[derive(Debug)]
struct Table {
    form: Form,
    automaton: NFA,
    start: StateID,
    patterns: Box<[Named]>,
}

/// The length of an alias in units, and the entities it names.
#[derive(Debug)]
struct Named {
    units: u32,
    entities: Box<[u32]>,
}

/// The aliases that begin at each unit of a stretch of text.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// For each table, the pattern at each unit.
    by_table: Vec<Vec<Option<u32>>>,
    spelling: String,
}

/// A way to spell words, such that those with equal spellings match.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Form {
    /// As written.
    Exact,
    /// The first letter of each word as written, the others in any case.
    FirstLetter,
    /// In any case; a word with small letters in it has no spelling.
    Capitals,
    /// In any case.
    Any,
}

impl IndexBuilder {
    /// Adds an alias of the entity with this number; `false` if nothing in it can be searched for.
    pub(super) fn add(&mut self, alias: &Alias, entity: u32) -> bool {
        let mut units: Vec<Unit> = Units::new(&alias.text).collect();
        let is_space = |unit: &Unit| matches!(unit.kind, UnitKind::Space | UnitKind::Break);
        while units.last().is_some_and(is_space) {
            units.pop();
        }
        if units.first().is_some_and(is_space) {
            units.remove(0);
        }
        if units.is_empty() {
            return false;
        }
        self.longest = self.longest.max(units.len());
        let forms: &[Form] = match alias.case_rule {
            CaseRule::Exact => &[Form::Exact],
            CaseRule::Acronym => &[Form::Capitals],
            CaseRule::Any => &[Form::Any],
            CaseRule::FirstLetter if starts_small(&alias.text, &units) => {
                &[Form::FirstLetter, Form::Capitals]
            }
            CaseRule::FirstLetter => &[Form::FirstLetter],
        };
        for &form in forms {
            self.add_spelling(form, &alias.text, &units, entity);
        }
        true
    }

    fn add_spelling(&mut self, form: Form, text: &str, units: &[Unit], entity: u32) {
        let Some(table) = self.tables.get_mut(form as usize) else { return };
        let mut key = Vec::with_capacity(text.len() + units.len());
        let mut spelling = String::new();
        for unit in units.iter().rev() {
            // Any white space in an alias is a space, and the case of an alias is not the text's.
            if matches!(unit.kind, UnitKind::Space | UnitKind::Break) {
                key.push(b' ');
            } else {
                form.spell(unit_text(text, unit), &mut spelling);
                key.push(END);
                key.extend(spelling.bytes().rev());
            }
        }
        let id = table.len();
        match table.entry(key.into()) {
            Entry::Occupied(known) => known.into_mut().entities.push(entity),
            Entry::Vacant(new) => {
                let units = u32::try_from(units.len()).unwrap_or(u32::MAX);
                new.insert(Pattern { id, units, entities: vec![entity] });
            }
        }
    }

    /// How many aliases it holds, counting those that are spelled alike once.
    pub(super) fn len(&self) -> usize {
        self.tables.iter().map(HashMap::len).sum()
    }

    pub(super) fn build(self) -> Result<Index, BuildError> {
        let longest = self.longest;
        let tables = Form::ALL
            .into_iter()
            .zip(self.tables)
            .filter(|(_, patterns)| !patterns.is_empty())
            .map(|(form, patterns)| Table::build(form, patterns))
            .collect::<Result<_, _>>()?;
        Ok(Index { tables, longest })
    }
}

impl Table {
    fn build(form: Form, patterns: HashMap<Box<[u8]>, Pattern>) -> Result<Table, BuildError> {
        let mut patterns: Vec<(Box<[u8]>, Pattern)> = patterns.into_iter().collect();
        patterns.sort_unstable_by_key(|(_, pattern)| pattern.id);
        let automaton = Builder::new()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .build(patterns.iter().map(|(key, _)| key))?;
        let start = automaton.start_state(Anchored::No).unwrap_or_default();
        let named = |(_, pattern): (_, Pattern)| Named {
            units: pattern.units,
            entities: pattern.entities.into(),
        };
        Ok(Table { form, automaton, start, patterns: patterns.into_iter().map(named).collect() })
    }

    /// Finds the longest alias that begins at each of the first units, reading from the last.
    fn scan(&self, text: &str, units: &[Unit], spelling: &mut String, hits: &mut [Option<u32>]) {
        hits.fill(None);
        let mut state = self.start;
        for (at, unit) in units.iter().enumerate().rev() {
            state = self.read(state, text, unit, spelling);
            if self.automaton.is_match(state)
                && let Some(hit) = hits.get_mut(at)
            {
                // Its own pattern comes first, before those that it begins with.
                *hit = Some(self.automaton.match_pattern(state, 0).as_u32());
            }
        }
    }

    /// The state after one more unit, read backwards.
    fn read(&self, state: StateID, text: &str, unit: &Unit, spelling: &mut String) -> StateID {
        match unit.kind {
            UnitKind::Space => return self.step(state, b' '),
            UnitKind::Break => return self.start,
            UnitKind::SmallWord if self.form == Form::Capitals => return self.start,
            _ => {}
        }
        let word = unit_text(text, unit);
        let state = self.step(state, END);
        if !word.is_ascii() {
            self.form.spell(word, spelling);
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

impl Index {
    /// The length in units of the longest alias; 0 without any.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Finds the aliases that begin at each of the first `count` units of a stretch of text.
    ///
    /// They may end behind those, but only as far as the stretch goes.
    pub(super) fn scan(&self, text: &str, units: &[Unit], count: usize, hits: &mut Hits) {
        hits.by_table.resize_with(self.tables.len(), Vec::new);
        for (table, found) in self.tables.iter().zip(&mut hits.by_table) {
            found.resize(count, None);
            table.scan(text, units, &mut hits.spelling, found);
        }
    }

    /// The length in units of the longest alias that begins at a unit.
    pub(super) fn longest_at(&self, hits: &Hits, at: usize) -> Option<usize> {
        self.hits_at(hits, at).map(|named| named.units as usize).max()
    }

    /// The entities named by the aliases of this length at a unit; some perhaps more than once.
    pub(super) fn entities_at(
        &self,
        hits: &Hits,
        at: usize,
        length: usize,
    ) -> impl Iterator<Item = u32> {
        self.hits_at(hits, at)
            .filter(move |named| named.units as usize == length)
            .flat_map(|named| named.entities.iter().copied())
    }

    fn hits_at(&self, hits: &Hits, at: usize) -> impl Iterator<Item = &Named> {
        self.tables.iter().zip(&hits.by_table).filter_map(move |(table, found)| {
            let pattern = (*found.get(at)?)?;
            table.patterns.get(pattern as usize)
        })
    }
}

impl Form {
    const ALL: [Form; 4] = [Form::Exact, Form::FirstLetter, Form::Capitals, Form::Any];

    /// Writes the spelling of a unit that is not a space, in place of the one before.
    fn spell(self, word: &str, spelling: &mut String) {
        spelling.clear();
        for c in word.chars().filter_map(fold_sign) {
            let keeps = match self {
                Form::Exact => true,
                Form::FirstLetter => spelling.is_empty(),
                Form::Capitals | Form::Any => false,
            };
            if keeps {
                spelling.push(c);
            } else {
                fold_case(c, |folded| spelling.push(folded));
            }
        }
    }
}

/// Whether the first letter of a word is not a capital, so that the alias in capitals has others.
fn starts_small(text: &str, units: &[Unit]) -> bool {
    units
        .iter()
        .filter_map(|unit| unit_text(text, unit).chars().find_map(fold_sign))
        .any(|first| !first.to_uppercase().eq([first]))
}

fn unit_text<'t>(text: &'t str, unit: &Unit) -> &'t str {
    text.get(unit.start..unit.end).unwrap_or_default()
}

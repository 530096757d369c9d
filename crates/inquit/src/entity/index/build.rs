//! Compiles aliases into the tables of an [`Index`](super::view::Index).

use std::cmp::Reverse;

use super::alias::{self, Aliases, LIST, Traits};
use super::beginnings::{FirstUnit, Start, first_filter, pair_filter};
use super::key::{Key, MOST_BYTES, bare, read, whole};
use super::readings::{self, Member, NewReading, Test, group, written};
use super::spelling::{Form, Spelling};
use super::table::TableBuilder;
use super::view::{MOST_LISTED, MOST_UNITS};
use crate::entity::model::Alias;
use crate::text::prefetch;

/// Aliases that are spelled alike but for letter case are found by their hash if there are no more
/// ways to read them.
const MOST_READINGS: usize = 8;

/// Memory is asked for so many aliases before it is read.
const AHEAD: usize = 16;

/// Collects the aliases of entities, in order.
#[derive(Default)]
pub(in crate::entity) struct IndexBuilder {
    spelling: Spelling,
    aliases: Vec<u8>,
    keys: Vec<Key>,
    /// Those of aliases that go through an automaton.
    long: Vec<Key>,
    /// The places in `keys` of those whose aliases have much in them that has no weight.
    padded: Vec<usize>,
    /// Of those in `keys`.
    first_units: Vec<FirstUnit>,
    start: Start,
    /// The spelling of the last word.
    word: String,
}

/// The parts of an index, as they stand in a file.
#[derive(Debug, Default)]
pub(in crate::entity) struct Built {
    pub(in crate::entity) aliases: Vec<u8>,
    pub(in crate::entity) table: Vec<u32>,
    pub(in crate::entity) number_bits: u32,
    pub(in crate::entity) crowds: Vec<u32>,
    pub(in crate::entity) lists: Vec<u32>,
    pub(in crate::entity) readings: Vec<u32>,
    /// Rows for automata.
    pub(in crate::entity) long: Vec<u32>,
    /// The filter of the first units of aliases.
    pub(in crate::entity) first: Vec<u8>,
    /// The filter of the heads of aliases with several words.
    pub(in crate::entity) pair: Vec<u8>,
    pub(in crate::entity) start: Start,
}

/// There are more aliases than can be numbered.
#[derive(Debug)]
pub(in crate::entity) struct TooMany;

impl IndexBuilder {
    /// For an index with room for so many aliases.
    pub(in crate::entity) fn new(spelling: Spelling, aliases: usize) -> IndexBuilder {
        let (keys, first_units) = (Vec::with_capacity(aliases), Vec::with_capacity(aliases));
        IndexBuilder { spelling, keys, first_units, ..IndexBuilder::default() }
    }

    /// The position that the next alias will have.
    pub(in crate::entity) fn next_position(&self) -> Option<u32> {
        u32::try_from(Aliases::new(&self.aliases).end()).ok()
    }

    /// How many there are.
    pub(in crate::entity) fn len(&self) -> usize {
        self.keys.len() + self.long.len()
    }

    /// Adds an alias of the entity with this number; `false` if nothing in it can be searched for.
    pub(in crate::entity) fn add(&mut self, alias: &Alias, entity: u32) -> Result<bool, TooMany> {
        let (rule, word, start) = (alias.case_rule, &mut self.word, &mut self.start);
        let Some(read) = read(&alias.text, rule, entity, self.spelling, word, start) else {
            return Ok(false);
        };
        let traits = Traits { rule: alias.case_rule, ..read.traits };
        let position =
            alias::push(&mut self.aliases, &alias.text, entity, traits).ok_or(TooMany)?;
        let mut key = read.key;
        key.alias = position;
        if read.units > MOST_UNITS || read.bytes > MOST_BYTES {
            self.long.push(key);
        } else {
            if alias.text.len() > 2 * MOST_BYTES {
                self.padded.push(self.keys.len());
            }
            self.keys.push(key);
            let (hash, is_small) = (read.first, key.is_small());
            self.first_units.push(FirstUnit { hash, is_small, is_single: !key.has_pair() });
        }
        Ok(true)
    }

    /// Gives those aliases a copy to compare texts with, without what has no weight: comparing must
    /// not take longer than [`MOST_BYTES`] bytes do.
    fn unpad(&mut self) -> Result<(), TooMany> {
        for at in std::mem::take(&mut self.padded) {
            let Some(key) = self.keys.get_mut(at) else { continue };
            let Some(alias) = Aliases::new(&self.aliases).at(key.alias) else { continue };
            let (text, units) = (bare(alias.str().unwrap_or_default()), alias.units);
            let (rule, starts_small) = (alias.rule(), alias.starts_small());
            let is_in_capitals = alias.is_in_capitals();
            let traits = Traits { rule, is_plain: false, starts_small, units, is_in_capitals };
            let copy = alias::push(&mut self.aliases, &text, key.entity(), traits);
            key.alias = copy.ok_or(TooMany)?;
        }
        Ok(())
    }

    /// Compiles them; `priors` are those of the entities, or none where all are zero.
    pub(in crate::entity) fn build(mut self, priors: &[u32]) -> Result<Built, TooMany> {
        self.unpad()?;
        let mut built = Built { start: std::mem::take(&mut self.start), ..Built::default() };
        built.first = first_filter(&std::mem::take(&mut self.first_units));
        // Aliases with the same head stand together, in order of arrival.
        let mut keys = std::mem::take(&mut self.keys);
        keys.sort_unstable_by_key(|key| (key.head, key.alias));
        built.pair = pair_filter(&keys);
        // Hashes with positions of aliases, and with places of crowds.
        let mut entries: Vec<(u64, u32)> = Vec::with_capacity(keys.len());
        let mut crowds: Vec<(u64, usize)> = Vec::new();
        let mut crowd: Vec<(u8, u64, u32)> = Vec::new();
        let mut hashed: Vec<(u64, Key)> = Vec::new();
        let mut at = 0;
        for same_head in keys.chunk_by(|a, b| a.head == b.head) {
            at += same_head.len();
            self.expect(keys.get(at + AHEAD..at + AHEAD + 2));
            if let [only] = same_head {
                entries.push((only.head, only.alias));
                continue;
            }
            crowd.clear();
            self.hash(same_head, &mut hashed);
            for same_hash in hashed.chunk_by(|a, b| a.0 == b.0) {
                self.gather(same_hash, priors, &mut built, &mut crowd)?;
            }
            let head = same_head.first().map_or(0, |key| key.head);
            match crowd.as_slice() {
                [] => {}
                [(_, _, alias)] => entries.push((head, *alias)),
                _ => {
                    crowds.push((head, built.crowds.len()));
                    push_crowd(&mut built.crowds, &mut crowd, &mut entries);
                }
            }
        }
        drop(keys);
        let long = std::mem::take(&mut self.long);
        self.hash(&long, &mut hashed);
        for same_hash in hashed.chunk_by(|a, b| a.0 == b.0) {
            for group in self.alike(same_hash) {
                self.settle(&group, true, priors, &mut built)?;
            }
        }
        self.fill_table(&entries, &crowds, &mut built)?;
        built.aliases = self.aliases;
        Ok(built)
    }

    /// Asks for the memory of an alias that is to be read soon.
    fn expect(&self, soon: Option<&[Key]>) {
        if let Some([key, next]) = soon
            && key.head == next.head
        {
            let aliases = Aliases::new(&self.aliases);
            prefetch(aliases.place(key.alias));
            prefetch(aliases.place(next.alias));
        }
    }

    /// Sets keys behind the hashes of all units of their aliases, and in their order; those with the
    /// same hash in order of arrival.
    fn hash(&mut self, keys: &[Key], hashed: &mut Vec<(u64, Key)>) {
        let aliases = Aliases::new(&self.aliases);
        hashed.clear();
        hashed.extend(keys.iter().map(|key| {
            let alias = aliases.at(key.alias);
            (alias.map_or(0, |alias| whole(alias, self.spelling, &mut self.word)), *key)
        }));
        hashed.sort_unstable_by_key(|(whole, key)| (*whole, key.alias));
    }

    /// Adds aliases with the same hash to a crowd: how many units, the hash, and the position of the
    /// one to look for.
    fn gather(
        &mut self,
        same_hash: &[(u64, Key)],
        priors: &[u32],
        built: &mut Built,
        crowd: &mut Vec<(u8, u64, u32)>,
    ) -> Result<(), TooMany> {
        let mut enter = |index: &IndexBuilder, alias: u32| {
            let units = Aliases::new(&index.aliases).at(alias).map_or(0, |it| it.units);
            crowd.push((units, same_hash.first().map_or(0, |(whole, _)| *whole), alias));
        };
        if let [(_, only)] = same_hash {
            enter(self, only.alias);
            return Ok(());
        }
        for group in self.alike(same_hash) {
            if let Some(alias) = self.settle(&group, false, priors, built)? {
                enter(self, alias);
            }
        }
        Ok(())
    }

    fn fill_table(
        &self,
        entries: &[(u64, u32)],
        crowds: &[(u64, usize)],
        built: &mut Built,
    ) -> Result<(), TooMany> {
        let aliases = Aliases::new(&self.aliases).end();
        let numbered = crowds.iter().map(|(head, place)| {
            // The table takes no more than fit.
            (*head, u32::try_from(aliases + place).unwrap_or(u32::MAX))
        });
        let (count, bound) = (entries.len() + crowds.len(), aliases + built.crowds.len() + 1);
        // More room helps where many want the same place, unless they have the same hash.
        for room in [1, 2, 4] {
            let mut table = TableBuilder::new(count * room, bound).ok_or(TooMany)?;
            let mut all = entries.iter().copied().chain(numbered.clone());
            if all.all(|(hash, number)| table.insert(hash, number)) {
                built.number_bits = table.number_bits();
                built.table = table.into_places();
                return Ok(());
            }
        }
        Err(TooMany)
    }

    /// Parts keys with the same hash into those that are spelled alike in any case: one group, but
    /// for a coincidence.
    fn alike(&self, same_hash: &[(u64, Key)]) -> Vec<Vec<Key>> {
        let aliases = Aliases::new(&self.aliases);
        let mut groups: Vec<(String, Vec<Key>)> = Vec::new();
        let mut last: Option<(&[u8], usize)> = None;
        for (_, key) in same_hash {
            let Some(alias) = aliases.at(key.alias) else { continue };
            let at = match last {
                Some((text, at)) if text == alias.text => at,
                _ => {
                    let text = written(alias.str().unwrap_or_default(), Form::Any, self.spelling);
                    let known = groups.iter().position(|(known, _)| *known == text);
                    known.unwrap_or_else(|| {
                        groups.push((text, Vec::new()));
                        groups.len() - 1
                    })
                }
            };
            last = Some((alias.text, at));
            if let Some((_, group)) = groups.get_mut(at) {
                group.push(*key);
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// Stores what aliases that are spelled alike name. The position of the one to look for, or none
    /// if that is left to an automaton.
    fn settle(
        &mut self,
        keys: &[Key],
        is_long: bool,
        priors: &[u32],
        built: &mut Built,
    ) -> Result<Option<u32>, TooMany> {
        let aliases = Aliases::new(&self.aliases);
        let Some(first) = keys.first() else { return Ok(None) };
        if keys.len() == 1 && !is_long {
            return Ok(Some(first.alias));
        }
        let members: Vec<Member<'_>> = keys
            .iter()
            .filter_map(|key| {
                let alias = aliases.at(key.alias)?;
                let (text, rule) = (alias.str()?, alias.rule());
                Some(Member { alias: key.alias, text, rule, entity: key.entity() })
            })
            .collect();
        let is_same = |a: &Member<'_>, b: &Member<'_>| a.rule == b.rule && a.text == b.text;
        let is_one = members.windows(2).all(|pair| matches!(pair, [a, b] if is_same(a, b)));
        let readings = group(&members, self.spelling, priors);
        let lists = &mut built.lists;
        if is_long || readings.len() > MOST_READINGS {
            push_rows(&mut built.long, &readings, |entities| store(lists, entities))?;
            return Ok(None);
        }
        // The last reading of the same alias many times asks least, and has no other candidates.
        if let (true, Some(last)) = (is_one, readings.last()) {
            let candidates = store(lists, &last.entities).ok_or(TooMany)?;
            alias::set_candidates(&mut self.aliases, first.alias, candidates, false);
            return Ok(Some(first.alias));
        }
        let place = readings::push(&mut built.readings, &readings, |them| store(lists, them));
        alias::set_candidates(&mut self.aliases, first.alias, place.ok_or(TooMany)?, true);
        Ok(Some(first.alias))
    }
}

/// Adds aliases with the same head, and enters each under its hash if there are too many to list.
fn push_crowd(crowds: &mut Vec<u32>, crowd: &mut [(u8, u64, u32)], entries: &mut Vec<(u64, u32)>) {
    if crowd.len() <= MOST_LISTED {
        crowd.sort_by_key(|(units, _, _)| Reverse(*units));
        crowds.extend(u32::try_from(crowd.len()));
        crowds.extend(crowd.iter().map(|(_, _, alias)| alias));
        return;
    }
    let length = |units: u8| 1_u32.checked_shl(u32::from(units).saturating_sub(1)).unwrap_or(0);
    let lengths = crowd.iter().fold(0, |lengths, (units, _, _)| lengths | length(*units));
    crowds.extend([0, lengths]);
    entries.extend(crowd.iter().map(|(_, whole, alias)| (*whole, *alias)));
}

/// Stores candidates: one is its own number.
fn store(lists: &mut Vec<u32>, entities: &[u32]) -> Option<u32> {
    if let [only] = entities {
        return Some(*only);
    }
    let place = u32::try_from(lists.len()).ok().filter(|place| place & LIST == 0)?;
    lists.push(u32::try_from(entities.len()).ok()?);
    lists.extend(entities);
    Some(place | LIST)
}

/// Adds the rows from which automata are built.
fn push_rows(
    rows: &mut Vec<u32>,
    readings: &[NewReading],
    mut store: impl FnMut(&[u32]) -> Option<u32>,
) -> Result<(), TooMany> {
    let mut in_capitals = None;
    for reading in readings {
        let candidates = store(&reading.entities).ok_or(TooMany)?;
        let form = match reading.test {
            Test::FirstLetterInCapitals => {
                in_capitals = Some(candidates);
                continue;
            }
            Test::Exact => Form::Exact,
            Test::FirstLetter => Form::FirstLetter,
            Test::Capitals => Form::Capitals,
            Test::Any => Form::Any,
        };
        let in_capitals = in_capitals.take().unwrap_or(candidates);
        rows.extend([form as u32, reading.alias, candidates, in_capitals]);
    }
    Ok(())
}

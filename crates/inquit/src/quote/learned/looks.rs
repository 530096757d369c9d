//! The words seen lately, each looked at once, in one document or in many.

use std::num::NonZero;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use super::model::AttributionModel;
use super::tagger::Tagged;
use super::templates::{ALONE, alone};
use super::word::{Look, look};
use super::words::Words;
use super::written::Written;
use crate::quote::passage::Passage;
use crate::tagger::{Chain, Scores, Sum};
use crate::text::{TokenKind, TokenRange, prefetch, rest};

/// So many words are kept, as a power of two.
const ROOM: u32 = 13;

/// A word adds to the scores of so many tokens.
pub(super) const NEAR: usize = 5;
/// What a word adds to the scores of the tokens around it and to its own: from the second before it
/// to the second after it.
pub(super) type Alone = [Scores; NEAR];

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) look: Look,
    pub(super) alone: Alone,
}

/// A word, if it is short, and what kind of token it is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Key {
    bytes: [u64; 2],
    /// Length and kind; 0 for no word.
    mark: u16,
}

/// A place for one word at a time.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Slot {
    key: Key,
    seen: Seen,
}

/// The words seen lately. Which words those are changes nothing but the time it takes.
#[derive(Debug)]
pub(crate) struct Looks<'m> {
    words: &'m Words,
    chain: Option<&'m Chain>,
    slots: Box<[Slot]>,
    /// The words that will soon be looked at.
    keys: Vec<Option<Key>>,
    /// A word that is too long to be kept.
    long: Seen,
    /// What no token at all adds.
    pub(super) edge: Alone,
    home: Option<&'m Shelf>,
    /// Room for the scores of one sequence after the other.
    pub(super) readings: Tagged,
}

/// Tables of words that are not in use.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<Vec<Box<[Slot]>>>);

/// As many tables are kept as threads run at once.
static MOST: LazyLock<usize> = LazyLock::new(|| available_parallelism().map_or(1, NonZero::get));

impl Shelf {
    fn tables(&self) -> MutexGuard<'_, Vec<Box<[Slot]>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Option<Box<[Slot]>> {
        self.tables().pop()
    }

    fn give(&self, table: Box<[Slot]>) {
        let mut tables = self.tables();
        if tables.len() < *MOST {
            tables.push(table);
        }
    }
}

impl Clone for Shelf {
    fn clone(&self) -> Shelf {
        Shelf::default()
    }
}

impl<'m> Looks<'m> {
    /// Without scores.
    #[cfg(feature = "training")]
    pub(crate) fn new(words: &'m Words) -> Looks<'m> {
        Looks::with(words, None, None)
    }

    /// With what words add to the scores of a model.
    pub(crate) fn of(model: &'m AttributionModel) -> Looks<'m> {
        Looks::with(&model.tagger.words, Some(&model.tagger.chain), Some(&model.shelf))
    }

    fn with(words: &'m Words, chain: Option<&'m Chain>, home: Option<&'m Shelf>) -> Looks<'m> {
        let kept = home.and_then(Shelf::take);
        let slots = kept.unwrap_or_else(|| vec![Slot::default(); 1 << ROOM].into());
        let readings = Tagged::default();
        let (long, edge) = (Seen::default(), added(chain, &Look::default()));
        Looks { words, chain, slots, keys: Vec::new(), long, edge, home, readings }
    }

    /// Asks for the memory of words that will soon be looked at.
    pub(super) fn expect(&mut self, passage: &Passage<'_>, range: &TokenRange) {
        self.keys.clear();
        self.keys.extend(range.clone().map(|at| {
            let key = Key::of(passage.surface(at), passage.kind(at));
            let slot = key.and_then(|key| self.slots.get(key.place()));
            prefetch(slot);
            prefetch(slot.map(|slot| &slot.seen.alone));
            key
        }));
    }

    /// What is known of a token by itself, the first of those expected being this one.
    #[inline]
    pub(super) fn seen(&mut self, passage: &Passage<'_>, first: usize, at: usize) -> &Seen {
        let key = self.keys.get(at - first).copied().flatten();
        self.kept(key, passage, at)
    }

    /// How often a token is a cue, as [`Look::cue`] has it.
    pub(super) fn cue(&mut self, passage: &Passage<'_>, at: usize) -> u8 {
        let key = Key::of(passage.surface(at), passage.kind(at));
        self.kept(key, passage, at).look.cue
    }

    #[inline]
    fn kept(&mut self, key: Option<Key>, passage: &Passage<'_>, at: usize) -> &Seen {
        let slot = key.and_then(|key| self.slots.get_mut(key.place()));
        if let (Some(key), Some(slot)) = (key, slot) {
            if slot.key != key {
                *slot = Slot { key, seen: seen(self.words, self.chain, Written::at(passage, at)) };
            }
            return &slot.seen;
        }
        self.long = seen(self.words, self.chain, Written::at(passage, at));
        &self.long
    }
}

impl Drop for Looks<'_> {
    fn drop(&mut self) {
        if let Some(home) = self.home {
            home.give(std::mem::take(&mut self.slots));
        }
    }
}

impl Key {
    #[inline]
    fn of(surface: &str, kind: TokenKind) -> Option<Key> {
        let bytes = surface.as_bytes();
        let mark = u16::try_from(bytes.len()).ok()? << 3 | (kind as u16 + 1);
        let bytes = match bytes.split_first_chunk::<8>() {
            None => [rest(bytes, 0), 0],
            Some((head, tail)) if tail.len() < 8 => [u64::from_le_bytes(*head), rest(tail, 0)],
            Some(_) => return None,
        };
        Some(Key { bytes, mark })
    }

    #[inline]
    fn place(&self) -> usize {
        let [head, tail] = self.bytes;
        let mixed = head ^ tail.rotate_left(29) ^ u64::from(self.mark) << 40;
        usize::try_from(mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - ROOM)).unwrap_or(0)
    }
}

#[cold]
fn seen(words: &Words, chain: Option<&Chain>, written: Written<'_>) -> Seen {
    let look = look(written, words);
    Seen { look, alone: added(chain, &look) }
}

/// What a word adds to scores.
fn added(chain: Option<&Chain>, look: &Look) -> Alone {
    let Some(chain) = chain else { return Alone::default() };
    let mut sums = [Sum::default(); NEAR];
    let rows = chain.rows_of(alone(look));
    for ((place, _), row) in ALONE.into_iter().zip(rows) {
        if let Some(sum) = sums.get_mut(place) {
            *sum = sum.with(row);
        }
    }
    sums.map(|sum| sum.added_to(Scores::default()))
}

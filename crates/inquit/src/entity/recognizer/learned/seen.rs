//! How the words of a document are written elsewhere in it, and in what company.

use super::runs::Run;
use crate::entity::words::Words;
use crate::lexicon::{Role, Seeded, TextTable, WordKey};

/// For each word that stands with a capital somewhere, what all its places say of it.
#[derive(Debug)]
pub(super) struct Seen {
    words: TextTable<u16>,
    keys: Keys,
}

/// It stands without a capital too.
const SMALL: u16 = 1;
/// It stands with one that its place does not explain.
const CAPITAL: u16 = 2;
/// How often, up to a few: the lowest bit of three.
const ONE: u16 = 4;
const MOST: u16 = 4;
/// What stands beside the row of capitals it belongs to: "in", "the", a title; "said".
const PLACED: u16 = 1 << 5;
const DEFINITE: u16 = 1 << 6;
const TITLED: u16 = 1 << 7;
const ACTS: u16 = 1 << 8;
/// It stands behind a given name.
const FAMILY: u16 = 1 << 9;

impl Seen {
    /// Of the words in these rows, and of all others.
    pub(super) fn of(words: Words<'_>, runs: &[Run]) -> Seen {
        let table = TextTable::with_capacity_and_hasher(runs.len(), Seeded::default());
        let mut seen = Seen { words: table, keys: Keys([0; BLOCKS]) };
        let mut sketches = Sketches::default();
        for run in runs {
            seen.take(words, run, &mut sketches);
        }
        for (at, key) in words.keys().iter().enumerate() {
            if seen.keys.may_have(*key)
                && words.is_word(at)
                && !words.is_capitalized(at)
                && !words.role(at).any(Role::STOP)
                && sketches.has(words.bytes(at))
                && let Some(known) = seen.words.get_mut(key)
            {
                *known |= SMALL;
            }
        }
        seen
    }

    fn take(&mut self, words: Words<'_>, run: &Run, sketches: &mut Sketches) {
        let (tokens, segment) = (&run.tokens, run.segment.start);
        let mut company = 0;
        if let Some(before) = tokens.start.checked_sub(1).filter(|&before| before >= segment) {
            let role = words.role(before);
            if role.any(Role::PLACE_PREPOSITION) || words.surface(before) == "from" {
                company |= PLACED;
            } else if role.any(Role::ENDS_TITLE) {
                company |= TITLED;
            } else if words.surface(before).eq_ignore_ascii_case("the") {
                company |= DEFINITE;
            }
        }
        if words.role(tokens.end).any(Role::AFTER_PERSON) {
            company |= ACTS;
        }
        let mut behind = 0;
        for at in tokens.clone() {
            sketches.add(words.bytes(at));
            let own = if words.is_initial(at, segment) { 0 } else { CAPITAL };
            let role = words.role(at);
            let key = words.key(at);
            self.keys.add(key);
            let known = self.words.entry(key).or_default();
            let one = if *known & (ONE * 7) < MOST * ONE { ONE } else { 0 };
            *known = (*known | own | company | behind) + one;
            behind = match () {
                () if role.any(Role::GIVEN) => FAMILY,
                () if role.any(Role::ENDS_TITLE) => TITLED,
                () => 0,
            };
        }
    }

    /// What the document says of a word: how it is written, and how often; and beside what.
    pub(super) fn bits(&self, word: WordKey) -> (u32, u32) {
        let known = Some(word).filter(|&word| self.keys.may_have(word));
        let bits = known.and_then(|word| self.words.get(&word)).copied().map_or(0, u32::from);
        (bits & 31, bits >> 5)
    }
}

/// A bit for each of some keys, so that most other words need not be looked up.
#[derive(Debug)]
struct Keys([u64; BLOCKS]);

const BLOCKS: usize = 128;

impl Keys {
    #[inline]
    fn place(key: WordKey) -> (usize, u32) {
        let bits = key.upper_half();
        (bits as usize % BLOCKS, bits >> 26)
    }

    fn add(&mut self, key: WordKey) {
        let (at, bit) = Keys::place(key);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= 1 << bit;
        }
    }

    #[inline]
    fn may_have(&self, key: WordKey) -> bool {
        let (at, bit) = Keys::place(key);
        self.0.get(at).is_some_and(|bits| bits >> bit & 1 != 0)
    }
}

/// The first and the last letters and the lengths of words. One that has a stop here and none there
/// goes unseen: the model has learned from that.
struct Sketches([u64; 128]);

impl Default for Sketches {
    fn default() -> Sketches {
        Sketches([0; 128])
    }
}

impl Sketches {
    fn place(bytes: &[u8]) -> (usize, u64) {
        let letter = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or(0) & 31);
        let place = letter(bytes.first()) << 8 | letter(bytes.last()) << 3 | bytes.len() & 7;
        (place >> 6, 1 << (place & 63))
    }

    fn add(&mut self, word: &[u8]) {
        let (at, bit) = Sketches::place(word);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    fn has(&self, word: &[u8]) -> bool {
        let (at, bit) = Sketches::place(word);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

//! What a word looks like, wherever it stands.

use super::lists::Lists;
use crate::entity::words::Words;
use crate::tagger::hash_word;
use crate::text::TokenKind;

/// What a word looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// The word in small letters, digits as 0.
    pub(super) word: u32,
    /// Its last two, its last three and its first three letters.
    pub(super) ending: u32,
    pub(super) long_ending: u32,
    pub(super) beginning: u32,
    pub(super) shape: u32,
    /// The parts it can play in a name, as one number.
    pub(super) role: u32,
    /// The lists it stands in.
    pub(super) lists: u32,
}

/// Letters of a word that count for its beginning and ending.
const PART: usize = 3;

/// The look of the token at a place.
pub(super) fn look(words: Words<'_>, at: usize, lists: &Lists) -> Look {
    let surface = words.surface(at);
    let mut letters = Letters::default();
    let word = hash_word(surface.chars().map(plain).inspect(|&c| letters.take(c)));
    let bits = words.role(at).bits();
    let [low, high] = [bits & u64::from(u32::MAX), bits >> 32].map(|it| u32::try_from(it).unwrap_or(0));
    let named = words.kind(at) == Some(TokenKind::Word) && words.is_capitalized(at);
    Look {
        word,
        ending: letters.last(2),
        long_ending: letters.last(PART),
        beginning: letters.first(),
        shape: shape(surface),
        role: low.wrapping_mul(0x9E37_79B1) ^ high,
        lists: if named { u32::from(lists.of(word)) } else { 0 },
    }
}

/// The first and the last letters of a word.
#[derive(Default)]
struct Letters {
    count: usize,
    first: [char; PART],
    last: [char; PART],
}

impl Letters {
    fn take(&mut self, c: char) {
        if let Some(slot) = self.first.get_mut(self.count) {
            *slot = c;
        }
        self.last.rotate_left(1);
        self.last[PART - 1] = c;
        self.count += 1;
    }

    fn first(&self) -> u32 {
        hash_word(self.first.iter().copied().take(self.count))
    }

    fn last(&self, most: usize) -> u32 {
        let count = most.min(self.count);
        hash_word(self.last.iter().copied().skip(PART - count))
    }
}

/// A letter as features see it.
pub(super) fn plain(c: char) -> char {
    match c {
        '0'..='9' => '0',
        '’' | 'ʼ' => '\'',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The forms of the letters of a word in order, each row of one form once: "McGee" is Xx Xx.
fn shape(surface: &str) -> u32 {
    let mut shape = 1_u32;
    let mut before = 0;
    for c in surface.chars() {
        let form = match c {
            _ if c.is_lowercase() => 1,
            _ if c.is_uppercase() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            '-' | '\u{2010}' | '\u{2011}' => 5,
            '\'' | '’' => 6,
            _ if c.is_alphabetic() => 7,
            _ => 8,
        };
        // Two capitals are not one.
        let form = if form == 2 && before == 2 { 9 } else { form };
        if form != before && !(form == 9 && before == 9) {
            shape = shape.wrapping_mul(16).wrapping_add(form);
        }
        before = if form == 9 { 2 } else { form };
        if shape >= 1 << 24 {
            break;
        }
    }
    shape
}

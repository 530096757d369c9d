//! A stretch of text with the class of each byte, from which words can be picked without looking at
//! their letters.
//!
//! Bytes are *word* (letters, digits and the underscore of ASCII), *odd*, or neither. Odd is what
//! takes the full rules of [`Units`](crate::entity::unit::Units): letters beyond ASCII, marks, hidden
//! characters, and apostrophes inside words. What is neither stands apart from what is beside it, so
//! that the following holds, upon which the search is built:
//!
//! * a run of word and odd bytes begins at the beginning of a unit;
//! * a run of word bytes without an odd byte in it is a unit, a word.
//!
//! Vector instructions know ASCII only, and take every apostrophe and every other byte for odd. Here
//! white space, signs and marks of quotation are told from them, and so are the apostrophes that are
//! quotation marks or begin an ending ("'s"), which ends the word before it.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use std::ops::Range;

use crate::entity::unit::is_apart;
use crate::text::{BLOCK, Masks, char_at, classify, is_any_apostrophe};

/// How many bytes are searched at a time.
const LENGTH: usize = 16 << 10;
/// How many more are classified, so that nearly every word that follows one can be seen.
const AHEAD: usize = 64;
/// How many words a block of a text has at most, nearly always.
const USUAL: usize = 12;
/// How many before are, so that an ending is known for one.
const BEHIND: usize = 8;

/// A stretch of text. Places are counted from its origin.
#[derive(Debug, Default)]
pub(super) struct Window {
    /// Where in the text it begins.
    origin: usize,
    /// The places in which beginnings are searched for.
    first: usize,
    end: usize,
    masks: Vec<Masks>,
    /// Where words begin and end, and how many of them count.
    words: Vec<[u32; 2]>,
    known: usize,
    runs: Vec<Range<usize>>,
}

impl Window {
    /// Where in the text the places are counted from.
    pub(super) fn origin(&self) -> usize {
        self.origin
    }

    /// Where in the text the next window begins.
    pub(super) fn next_start(&self) -> usize {
        self.origin + self.end
    }

    /// The places in which beginnings are searched for.
    pub(super) fn searched(&self) -> Range<usize> {
        self.first..self.end
    }

    /// Where the words begin and end that have nothing odd in them, with some before and after those
    /// that are searched.
    pub(super) fn words(&self) -> &[[u32; 2]] {
        self.words.get(..self.known).unwrap_or_default()
    }

    /// Runs of word and odd bytes with something odd in them, or whose end is out of sight.
    pub(super) fn odd_runs(&self) -> &[Range<usize>] {
        &self.runs
    }

    /// Moves to a place in the text, with apostrophes told apart or left odd.
    #[inline(always)]
    pub(super) fn load(&mut self, text: &str, start: usize, tells_apostrophes: bool) {
        self.origin = boundary_before(text, start.saturating_sub(BEHIND));
        self.first = start - self.origin;
        self.end = boundary_before(text, start.saturating_add(LENGTH)) - self.origin;
        let seen = boundary_before(text, start.saturating_add(LENGTH + AHEAD));
        classify(text.as_bytes().get(self.origin..seen).unwrap_or_default(), &mut self.masks);
        self.runs.clear();
        let mut is_odd = false;
        for block in 0..self.masks.len() {
            let mut odd = self.odd(block);
            is_odd |= odd != 0;
            while odd != 0 {
                let bit = odd.trailing_zeros() as usize;
                let length = self.settle(text, block * BLOCK + bit, tells_apostrophes);
                // What is left of a character may be in the next block, and is passed over there.
                let behind = bit + length;
                odd &= if behind < BLOCK { u64::MAX << behind } else { 0 };
            }
        }
        if is_odd {
            for block in 0..self.masks.len() {
                while self.odd(block) != 0 {
                    self.take_run(block * BLOCK + self.odd(block).trailing_zeros() as usize);
                }
            }
        }
        if let Some(last) = (seen - self.origin).checked_sub(1).filter(|_| seen < text.len()) {
            self.take_run(last);
        }
        self.find_words();
    }

    fn odd(&self, block: usize) -> u64 {
        self.masks.get(block).map_or(0, |masks| masks.odd)
    }

    /// Whether a byte is word or odd.
    fn is_inside(&self, at: usize) -> bool {
        let masks = self.masks.get(at / BLOCK);
        masks.is_some_and(|masks| (masks.word | masks.odd) >> (at % BLOCK) & 1 != 0)
    }

    /// Sets the run around a place aside, if there is one.
    fn take_run(&mut self, at: usize) {
        if !self.is_inside(at) {
            return;
        }
        let start = (0..at).rev().take_while(|&at| self.is_inside(at)).last().unwrap_or(at);
        let end = (at..self.masks.len() * BLOCK).find(|&at| !self.is_inside(at));
        let end = end.unwrap_or(self.masks.len() * BLOCK);
        self.set_apart(start, end - start);
        self.runs.push(start..end);
    }

    #[inline(always)]
    fn find_words(&mut self) {
        // A block has at most a word for every second byte.
        let most = (self.masks.len() + 1) * (BLOCK / 2);
        self.words.resize(most.max(self.words.len()), [0; 2]);
        let mut known = 0_usize;
        let mut before = 0;
        for (masks, at) in self.masks.iter().zip((0_u32..).step_by(BLOCK)) {
            let word = masks.word;
            if before != 0
                && let Some([_, end]) =
                    known.checked_sub(1).and_then(|last| self.words.get_mut(last))
            {
                *end += word.trailing_ones();
            }
            let mut begins = word & !(word << 1 | before);
            before = word >> (BLOCK - 1);
            let slots = self.words.get_mut(known..known + BLOCK / 2).unwrap_or_default();
            known += begins.count_ones() as usize;
            let (usual, further) = slots.split_at_mut(USUAL.min(slots.len()));
            // As many as a block hardly ever has more of, without asking each time whether there is
            // another: those there are not are written over.
            for slot in usual {
                *slot = first_word(begins, word, at);
                begins &= begins.wrapping_sub(1);
            }
            for slot in further {
                if begins == 0 {
                    break;
                }
                *slot = first_word(begins, word, at);
                begins &= begins.wrapping_sub(1);
            }
        }
        self.known = known;
    }

    /// Looks at a character that is odd; its length, or 1 for a part of one.
    fn settle(&mut self, text: &str, at: usize, tells_apostrophes: bool) -> usize {
        let place = self.origin + at;
        match text.as_bytes().get(place..) {
            Some([b'\'', ..]) => {
                if tells_apostrophes {
                    self.settle_apostrophe(text, at, 1);
                }
                1
            }
            // Dashes and marks of quotation.
            Some([0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6, ..]) => {
                self.set_apart(at, 3);
                3
            }
            _ => char_at(text, place).map_or(1, |c| {
                let length = c.len_utf8();
                if is_any_apostrophe(c) && tells_apostrophes {
                    self.settle_apostrophe(text, at, length);
                } else if is_apart(c) {
                    self.set_apart(at, length);
                }
                length
            }),
        }
    }

    fn settle_apostrophe(&mut self, text: &str, at: usize, length: usize) {
        let byte = |place: usize| text.as_bytes().get(place).copied().unwrap_or(b' ');
        let place = self.origin + at;
        let before = place.checked_sub(1).map_or(b' ', byte);
        let after = place + length;
        let is_odd = |byte: u8| !byte.is_ascii() || byte == b'\'';
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        if is_odd(before) || is_odd(byte(after)) {
            return;
        }
        if !is_word(before) || !byte(after).is_ascii_alphabetic() {
            return self.set_apart(at, length);
        }
        let small = |place: usize| byte(place).to_ascii_lowercase();
        let ending = match (small(after), small(after + 1)) {
            (b's' | b'd' | b'm', _) => 1,
            (b'l', b'l') | (b'r' | b'v', b'e') => 2,
            _ => 0,
        };
        let next = byte(after + ending);
        if ending > 0 && is_odd(next) {
            return;
        }
        if ending > 0 && !is_word(next) {
            self.set_apart(at, length + ending);
        } else if !before.is_ascii_alphabetic() {
            self.set_apart(at, length);
        }
    }

    /// Takes bytes out of all classes.
    fn set_apart(&mut self, at: usize, length: usize) {
        let (mut at, end) = (at, at + length);
        while at < end {
            let here = (end - at).min(BLOCK - at % BLOCK);
            let mask = (u64::MAX >> (BLOCK - here)) << (at % BLOCK);
            if let Some(masks) = self.masks.get_mut(at / BLOCK) {
                masks.odd &= !mask;
                masks.word &= !mask;
            }
            at += here;
        }
    }
}

/// Where the first of the words of a block begins and ends.
#[inline(always)]
fn first_word(begins: u64, word: u64, at: u32) -> [u32; 2] {
    let bit = begins.trailing_zeros();
    [at + bit, at + bit + word.wrapping_shr(bit).trailing_ones()]
}

/// The last boundary of characters at or before a byte.
fn boundary_before(text: &str, mut at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

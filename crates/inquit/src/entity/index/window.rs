//! A stretch of text with the class of each byte, from which words can be picked without looking at
//! their letters.
//!
//! Bytes are *word* (letters, digits and the underscore of ASCII), *odd*, or neither. Odd is what
//! takes the full rules of [`Units`](crate::entity::unit::Units): letters beyond ASCII, marks, hidden
//! characters, and apostrophes inside words. What is neither stands apart from what is beside it, so
//! that the following holds, upon which the search is built:
//!
//! * a run of word and odd bytes begins at the beginning of a unit;
//! * a run of word bytes without an odd byte beside it is a unit, a word.
//!
//! Vector instructions know ASCII only, and take every apostrophe and every other byte for odd. Here
//! white space, signs and marks of quotation are told from them, and so are the apostrophes that are
//! quotation marks or begin an ending ("'s"), which ends the word before it.

use crate::entity::unit::is_apart;
use crate::text::{BLOCK, Masks, char_at, classify, is_any_apostrophe};

/// How many bytes are searched at a time.
const LENGTH: usize = 8 << 10;
/// How many more are classified, so that nearly every word that follows one can be seen.
const AHEAD: usize = 256;
/// How many before are, so that an ending is known for one.
const BEHIND: usize = 8;

/// A stretch of text. Places are counted from its origin.
#[derive(Debug, Default)]
pub(super) struct Window {
    masks: Vec<Masks>,
    /// Where in the text it begins.
    origin: usize,
    /// The places in which words are searched for.
    first: usize,
    end: usize,
    /// How many bytes are classified.
    seen: usize,
    /// Whether the text goes on behind them.
    goes_on: bool,
}

impl Window {
    /// Where in the text a place is.
    pub(super) fn origin(&self) -> usize {
        self.origin
    }

    /// Where in the text the next window begins.
    pub(super) fn next_start(&self) -> usize {
        self.origin + self.end
    }

    /// Moves to a place in the text, with apostrophes told apart or left odd.
    pub(super) fn load(&mut self, text: &str, start: usize, tells_apostrophes: bool) {
        self.origin = boundary_before(text, start.saturating_sub(BEHIND));
        self.first = start - self.origin;
        self.end = boundary_before(text, start.saturating_add(LENGTH)) - self.origin;
        let seen = boundary_before(text, start.saturating_add(LENGTH + AHEAD));
        self.seen = seen - self.origin;
        self.goes_on = seen < text.len();
        classify(text.as_bytes().get(self.origin..seen).unwrap_or_default(), &mut self.masks);
        for block in 0..self.masks.len() {
            let mut odd = self.masks.get(block).map_or(0, |masks| masks.odd);
            while odd != 0 {
                let at = block * BLOCK + odd.trailing_zeros() as usize;
                odd &= odd - 1;
                self.settle(text, at, tells_apostrophes);
            }
        }
    }

    /// Looks at an odd byte.
    fn settle(&mut self, text: &str, at: usize, tells_apostrophes: bool) {
        let place = self.origin + at;
        let length = match text.as_bytes().get(place..) {
            Some([b'\'', ..]) if tells_apostrophes => return self.settle_apostrophe(text, at, 1),
            // Dashes and marks of quotation.
            Some([0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6, ..]) => 3,
            Some([0xC0..=0xFF, ..]) => match char_at(text, place) {
                Some(c) if is_any_apostrophe(c) && tells_apostrophes => {
                    return self.settle_apostrophe(text, at, c.len_utf8());
                }
                Some(c) if is_apart(c) => c.len_utf8(),
                _ => return,
            },
            _ => return,
        };
        self.set_apart(at, length);
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

    fn set_apart(&mut self, at: usize, length: usize) {
        for at in at..at + length {
            if let Some(masks) = self.masks.get_mut(at / BLOCK) {
                masks.odd &= !(1 << (at % BLOCK));
                masks.word &= !(1 << (at % BLOCK));
            }
        }
    }

    /// Where runs of word and odd bytes begin, block by block: the place of the first byte of the
    /// block, its classes, and a mask of beginnings.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = (usize, Masks, u64)> {
        let mut before = 0;
        self.masks.iter().zip((0..self.end).step_by(BLOCK)).map(move |(masks, at)| {
            let inside = masks.word | masks.odd;
            let begins = inside & !(inside << 1 | before);
            before = inside >> (BLOCK - 1);
            (at, *masks, begins & self.searched(at))
        })
    }

    /// Which bytes of the block at this place are searched.
    pub(super) fn searched(&self, at: usize) -> u64 {
        let from = self.first.saturating_sub(at).min(BLOCK);
        let to = self.end.saturating_sub(at).min(BLOCK);
        let below = |count: usize| if count < BLOCK { (1 << count) - 1 } else { u64::MAX };
        below(to) & !below(from)
    }

    /// Whether the byte at a place is odd.
    #[inline]
    pub(super) fn is_odd(&self, at: usize) -> bool {
        self.masks.get(at / BLOCK).is_some_and(|masks| masks.odd >> (at % BLOCK) & 1 != 0)
    }

    /// The first place from this one on that is not a word byte; `None` if it cannot be seen.
    #[inline]
    pub(super) fn word_end(&self, at: usize) -> Option<usize> {
        self.find(at, |masks| !masks.word)
    }

    /// The first place from this one on that is a word or odd byte.
    #[inline]
    fn next_inside(&self, at: usize) -> Option<usize> {
        self.find(at, |masks| masks.word | masks.odd)
    }

    /// The first place from this one on that is neither a word nor an odd byte, or where the search
    /// ends.
    pub(super) fn run_end(&self, at: usize) -> usize {
        self.find(at, |masks| !(masks.word | masks.odd)).map_or(self.end, |at| at.min(self.end))
    }

    /// The first place in which words are searched for.
    pub(super) fn start(&self) -> usize {
        self.first
    }

    /// One past the last place in which words are searched for.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// One past the last place that is classified.
    pub(super) fn seen(&self) -> usize {
        self.seen
    }

    /// Where the next word at or after a place begins and ends, if nothing odd is before it or
    /// beside it.
    #[inline]
    pub(super) fn plain_word_from(&self, at: usize) -> Option<(usize, usize)> {
        let start = self.next_inside(at).filter(|&start| !self.is_odd(start))?;
        let end = match self.word_end(start) {
            Some(end) => end.min(self.seen),
            None if self.goes_on => return None,
            None => self.seen,
        };
        let is_cut = self.goes_on && end == self.seen;
        (!is_cut && !self.is_odd(end)).then_some((start, end))
    }

    #[inline]
    fn find(&self, at: usize, holds: impl Fn(&Masks) -> u64) -> Option<usize> {
        let block = at / BLOCK;
        let here = holds(self.masks.get(block)?) >> (at % BLOCK);
        if here != 0 {
            return Some(at + here.trailing_zeros() as usize);
        }
        let further = self.masks.iter().enumerate().skip(block + 1);
        for (block, masks) in further {
            let there = holds(masks);
            if there != 0 {
                return Some(block * BLOCK + there.trailing_zeros() as usize);
            }
        }
        None
    }
}

/// The last boundary of characters at or before a byte.
fn boundary_before(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

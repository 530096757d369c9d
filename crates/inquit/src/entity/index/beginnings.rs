//! The filters of the beginnings of words.

use std::collections::HashSet;

use super::filter::filter;
use super::hash;
use super::key::Key;
use super::view::two_letters;
use crate::text::{fold_sign, is_any_apostrophe};

/// Of more aliases than these, nearly any two letters begin one.
const FEW: usize = 500;

/// The filters of what aliases begin with.
#[derive(Debug, Default)]
pub(in crate::entity) struct NewBeginnings {
    pub(in crate::entity) letters: Vec<u8>,
    pub(in crate::entity) first: Vec<u8>,
    pub(in crate::entity) pair: Vec<u8>,
}

/// The signs with which aliases begin.
#[derive(Clone, Debug, Default)]
pub(in crate::entity) struct Start {
    /// The first bytes of their characters, one bit each; none if no alias begins with a sign.
    pub(in crate::entity) signs: Option<[u8; 32]>,
    /// Whether one of them is an apostrophe.
    pub(in crate::entity) has_apostrophes: bool,
}

impl Start {
    /// Takes note of a sign at the beginning of an alias.
    pub(super) fn enter_sign(&mut self, sign: &str) {
        let Some(c) = sign.chars().next() else { return };
        if is_any_apostrophe(c) || c == '\'' {
            self.has_apostrophes = true;
            return;
        }
        let signs = self.signs.get_or_insert([0; 32]);
        let mut enter = |c: char| {
            let mut bytes = [0; 4];
            let byte = c.encode_utf8(&mut bytes).bytes().next().unwrap_or(0);
            if let Some(bits) = signs.get_mut(usize::from(byte / 8)) {
                *bits |= 1 << (byte % 8);
            }
        };
        enter(c);
        if fold_sign(c) == Some('-') {
            ['-', '\u{2010}'].into_iter().for_each(&mut enter);
        }
    }
}

/// The filters of what these aliases begin with.
pub(super) fn beginnings(keys: &[Key]) -> NewBeginnings {
    // Each for texts that do not begin with a small letter, and some for those that do too.
    let both = |key: &Key| [false, true].into_iter().take(1 + usize::from(key.is_small));
    let is_pair = |key: &Key| key.head & hash::PAIR != 0;
    let first = keys.iter().flat_map(|key| {
        both(key).map(|is_small| (hash::in_filter(key.first, is_small), !is_pair(key)))
    });
    let pair = keys
        .iter()
        .filter(|key| is_pair(key))
        .flat_map(|key| both(key).map(|is_small| (hash::in_filter(key.head, is_small), false)));
    let letters = if keys.len() <= FEW { letters(keys) } else { Vec::new() };
    NewBeginnings { letters, first: filter(first), pair: filter(pair) }
}

/// With which two letters words begin that begin an alias, one bit each.
fn letters(keys: &[Key]) -> Vec<u8> {
    let mut bits = vec![0_u64; (1 << 16) / 64];
    let mut set = |letters: [u8; 2]| {
        let at = two_letters(letters);
        if let Some(word) = bits.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    };
    let mut seen = HashSet::new();
    for key in keys {
        let Some([first, second]) = key.letters.filter(|it| seen.insert((*it, key.is_small)))
        else {
            continue;
        };
        let mut set_both = |first: u8| match second {
            // What follows a word of one letter may be anything.
            0 => (0..=u8::MAX).for_each(|second| set([first, second])),
            _ => set([first, second]),
        };
        set_both(first.to_ascii_uppercase());
        if key.is_small {
            set_both(first.to_ascii_lowercase());
        }
    }
    bits.iter().flat_map(|word| word.to_le_bytes()).collect()
}

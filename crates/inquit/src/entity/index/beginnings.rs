//! The filters of the beginnings of words.

use super::filter::filter;
use super::hash;
use super::key::Key;
use crate::text::{fold_sign, in_filter, is_any_apostrophe};

/// The filters of what aliases begin with.
#[derive(Debug, Default)]
pub(in crate::entity) struct NewBeginnings {
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
    let both = |key: &Key| [false, true].into_iter().take(1 + usize::from(key.is_small()));
    let is_pair = |key: &Key| key.head & hash::PAIR != 0;
    let first = keys
        .iter()
        .flat_map(|key| both(key).map(|is_small| (in_filter(key.first, is_small), !is_pair(key))));
    let pair = keys
        .iter()
        .filter(|key| is_pair(key))
        .flat_map(|key| both(key).map(|is_small| (in_filter(key.head, is_small), false)));
    NewBeginnings { first: filter(first), pair: filter(pair) }
}

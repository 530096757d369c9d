//! The filters of the beginnings of words.

use super::filter::{distinct, filter};
use super::key::Key;
use crate::text::{fold_sign, in_filter, is_any_apostrophe};

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

/// The first unit of an alias.
#[derive(Clone, Copy, Debug)]
pub(super) struct FirstUnit {
    /// The hash of its beginning.
    pub(super) hash: u64,
    /// Whether a text in which the alias is found may have a small letter of ASCII there.
    pub(super) is_small: bool,
    /// Whether the alias has no further word.
    pub(super) is_single: bool,
}

/// The filter of the first units of aliases; those of aliases with one word are special.
pub(super) fn first_filter(units: &[FirstUnit]) -> Vec<u8> {
    let entries = units.iter().flat_map(|unit| {
        both(unit.is_small).map(|is_small| (in_filter(unit.hash, is_small), unit.is_single))
    });
    let all = distinct(entries.clone().map(|(hash, _)| hash));
    let special =
        distinct(entries.clone().filter(|(_, is_single)| *is_single).map(|(hash, _)| hash));
    filter(entries, all + special)
}

/// The filter of the heads of aliases with several words; `keys` stand in order of their heads.
pub(super) fn pair_filter(keys: &[Key]) -> Vec<u8> {
    let same_heads = keys.chunk_by(|a, b| a.head == b.head);
    let entries = same_heads.filter_map(|same_head| {
        let key = same_head.first().filter(|key| key.has_pair())?;
        Some((key.head, same_head.iter().any(Key::is_small)))
    });
    let entries = entries
        .flat_map(|(head, is_small)| both(is_small).map(move |it| (in_filter(head, it), false)));
    let count = entries.clone().count();
    filter(entries, count)
}

/// Whether a text begins with a small letter: for texts that do not, and for those that may.
fn both(is_small: bool) -> impl Iterator<Item = bool> + Clone {
    [false, true].into_iter().take(1 + usize::from(is_small))
}

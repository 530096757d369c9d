//! How the words of a document are written elsewhere in it.

use crate::entity::words::Words;
use crate::lexicon::{Role, TextTable};

/// How often, up to a few, each word that stands with a capital somewhere stands without, and with
/// one that its place does not explain.
#[derive(Debug, Default)]
pub(super) struct Seen(TextTable<u8>);

const SMALL: u8 = 1;
const CAPITAL: u8 = 2;

impl Seen {
    /// Of the words in these segments.
    pub(super) fn of(words: Words<'_>, segments: impl Iterator<Item = std::ops::Range<usize>>) -> Seen {
        let mut seen = Seen::default();
        for segment in segments {
            for at in segment.clone() {
                if words.is_capitalized(at) {
                    let own = if words.is_initial(at, segment.start) { 0 } else { CAPITAL };
                    *seen.0.entry(words.key(at)).or_default() |= own;
                }
            }
        }
        for at in 0..words.len() {
            let role = words.role(at);
            if words.is_word(at) && !words.is_capitalized(at) && !role.any(Role::STOP)
                && let Some(known) = seen.0.get_mut(&words.key(at))
            {
                *known |= SMALL;
            }
        }
        seen
    }

    /// Bits: seen in small letters, seen with a capital for its own sake.
    pub(super) fn bits(&self, words: Words<'_>, at: usize) -> u32 {
        u32::from(self.0.get(&words.key(at)).copied().unwrap_or(0))
    }
}

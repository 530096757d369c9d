//! How the words of a document are written elsewhere in it.

use crate::entity::words::Words;
use crate::lexicon::{Role, TextTable};

/// For each word that stands with a capital somewhere: whether it stands without, whether with one
/// that its place does not explain, and how often in all.
#[derive(Debug, Default)]
pub(super) struct Seen(TextTable<u8>);

const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
/// The count is in the bits above.
const ONE: u8 = 4;
const MOST: u8 = 4;

impl Seen {
    /// Of the words in these segments.
    pub(super) fn of(words: Words<'_>, segments: impl Iterator<Item = std::ops::Range<usize>>) -> Seen {
        let mut seen = Seen::default();
        for segment in segments {
            for at in segment.clone() {
                if words.is_capitalized(at) {
                    let own = if words.is_initial(at, segment.start) { 0 } else { CAPITAL };
                    let known = seen.0.entry(words.key(at)).or_default();
                    *known = (*known | own) + if *known < MOST * ONE { ONE } else { 0 };
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

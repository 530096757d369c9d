//! How the words of a document are written elsewhere in it, and in what company.

use std::ops::Range;

use super::runs::run_end;
use crate::entity::words::Words;
use crate::lexicon::{Role, TextTable};

/// For each word that stands with a capital somewhere, what all its places say of it.
#[derive(Debug, Default)]
pub(super) struct Seen(TextTable<u16>);

/// It stands without a capital too.
const SMALL: u16 = 1;
/// It stands with one that its place does not explain.
const CAPITAL: u16 = 2;
/// How often, up to a few: the lowest bit of three.
const ONE: u16 = 4;
const MOST: u16 = 4;
/// What stands beside the row of capitals it belongs to: "in", "the", a title; "said", a
/// possessive.
const PLACED: u16 = 1 << 5;
const DEFINITE: u16 = 1 << 6;
const TITLED: u16 = 1 << 7;
const ACTS: u16 = 1 << 8;
/// It stands behind a given name.
const FAMILY: u16 = 1 << 9;

impl Seen {
    /// Of the words in these segments.
    pub(super) fn of(words: Words<'_>, segments: &[Range<usize>]) -> Seen {
        let mut seen = Seen::default();
        for segment in segments {
            let mut at = segment.start;
            while at < segment.end {
                if words.is_capitalized(at) {
                    let run = at..run_end(words, at, segment.end);
                    at = run.end;
                    seen.take(words, run, segment.start);
                } else {
                    at += 1;
                }
            }
        }
        for at in 0..words.len() {
            if words.is_word(at)
                && !words.is_capitalized(at)
                && !words.role(at).any(Role::STOP)
                && let Some(known) = seen.0.get_mut(&words.key(at))
            {
                *known |= SMALL;
            }
        }
        seen
    }

    fn take(&mut self, words: Words<'_>, run: Range<usize>, segment: usize) {
        let mut company = 0;
        if let Some(before) = run.start.checked_sub(1).filter(|&before| before >= segment) {
            let role = words.role(before);
            if role.any(Role::PLACE_PREPOSITION) || words.surface(before) == "from" {
                company |= PLACED;
            } else if role.any(Role::ENDS_TITLE) {
                company |= TITLED;
            } else if words.surface(before).eq_ignore_ascii_case("the") {
                company |= DEFINITE;
            }
        }
        if words.role(run.end).any(Role::AFTER_PERSON) {
            company |= ACTS;
        }
        let mut behind = 0;
        for at in run {
            let own = if words.is_initial(at, segment) { 0 } else { CAPITAL };
            let role = words.role(at);
            let known = self.0.entry(words.key(at)).or_default();
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
    pub(super) fn bits(&self, words: Words<'_>, at: usize) -> (u32, u32) {
        let bits = u32::from(self.0.get(&words.key(at)).copied().unwrap_or(0));
        (bits & 31, bits >> 5)
    }
}

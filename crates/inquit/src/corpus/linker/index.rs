//! Which utterances a wording may belong to, without a look at all of them.
//!
//! An inverted index from three words in a row, by one speaker, to the utterances that have them. Of
//! each such run only the newest utterances are looked at, so that what a speaker says all the time
//! costs no more than anything else.

use std::collections::HashMap;

use super::words::Words;
use crate::corpus::identity::EntityNumber;
use crate::corpus::stored::{Bytes, Stored, stored};

/// An utterance by number.
pub(super) type UtteranceNumber = u32;

/// Words in a row.
const RUN: usize = 3;

/// So many utterances of one run are looked at, the newest first.
const NEWEST: usize = 24;

/// So many utterances are handed over, those first that share most runs.
const MOST: usize = 10;

/// An utterance must share at least one part in so many of the runs that the best one shares.
const FEWEST_OF_BEST: u32 = 6;

#[derive(Debug, Default)]
pub(super) struct Index {
    /// The last posting of each run.
    heads: HashMap<u64, u32>,
    postings: Vec<Posting>,
}

#[derive(Clone, Copy, Debug)]
struct Posting {
    utterance: UtteranceNumber,
    /// The one before it of the same run, plus one; 0 for none.
    before: u32,
}

stored!(Posting { utterance, before });

impl Stored for Index {
    fn write(&self, out: &mut Vec<u8>) {
        self.heads.write(out);
        self.postings.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Index> {
        let (heads, postings) = <(HashMap<u64, u32>, Vec<Posting>)>::read(from)?;
        // Each leads to one before it, never in a circle.
        let lead_back = (0..).zip(&postings).all(|(at, it): (u32, _)| it.before <= at);
        lead_back.then_some(Index { heads, postings })
    }
}

impl Index {
    /// Enters the wording of an utterance under its speaker.
    pub(super) fn enter(
        &mut self,
        words: &Words,
        speaker: Option<EntityNumber>,
        utterance: UtteranceNumber,
    ) {
        for run in runs(words, speaker) {
            let next = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
            let head = self.heads.entry(run).or_default();
            let before = std::mem::replace(head, next.saturating_add(1));
            let last = before.checked_sub(1).and_then(|at| self.postings.get(at as usize));
            if last.is_some_and(|last| last.utterance == utterance) {
                *head = before;
                continue;
            }
            self.postings.push(Posting { utterance, before });
        }
    }

    /// The utterances of a speaker that share most runs with a wording, the best first.
    pub(super) fn candidates(
        &self,
        words: &Words,
        speaker: Option<EntityNumber>,
    ) -> Vec<UtteranceNumber> {
        let mut counts: Vec<(UtteranceNumber, u32)> = Vec::new();
        for run in runs(words, speaker) {
            let mut next = self.heads.get(&run).copied().unwrap_or(0);
            for _ in 0..NEWEST {
                let Some(posting) =
                    next.checked_sub(1).and_then(|at| self.postings.get(at as usize))
                else {
                    break;
                };
                counts.push((posting.utterance, 1));
                next = posting.before;
            }
        }
        counts.sort_unstable();
        counts.dedup_by(|one, kept| {
            let is_same = one.0 == kept.0;
            kept.1 += if is_same { one.1 } else { 0 };
            is_same
        });
        counts.sort_by_key(|&(utterance, count)| (std::cmp::Reverse(count), utterance));
        counts.truncate(MOST);
        // Those that share little beside the best are other things said.
        let most = counts.first().map_or(0, |best| best.1);
        counts.retain(|&(_, count)| count * FEWEST_OF_BEST >= most);
        counts.into_iter().map(|(utterance, _)| utterance).collect()
    }
}

/// The runs of a wording as numbers; of one that is too short, all of it. Runs of words of the grammar
/// alone say nothing.
fn runs(words: &Words, speaker: Option<EntityNumber>) -> impl Iterator<Item = u64> {
    let from = speaker.map_or(u64::MAX, u64::from);
    let size = words.keys.len().clamp(1, RUN);
    words
        .keys
        .windows(size)
        .filter(move |run| size < RUN || run.iter().any(|key| !key.is_light()))
        .map(move |run| {
            run.iter().fold(from, |hash, key| {
                let mixed = (hash ^ u64::from(key.number())).wrapping_mul(0x9E37_79B9_7F4A_7C15);
                mixed ^ (mixed >> 29)
            })
        })
}

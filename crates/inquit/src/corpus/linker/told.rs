//! How much a word tells among all that is said in a story.

use std::collections::HashMap;

use super::kept::DocumentNumber;
use super::state::Linker;
use super::words::Stem;

/// So many utterances of a story are counted, the newest first.
const MOST: usize = 128;

/// In how many utterances of a story each word stands.
#[derive(Debug)]
pub(super) struct Told(HashMap<u32, u32>);

impl Told {
    pub(super) fn of(linker: &Linker, story: DocumentNumber) -> Told {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        let all = linker.in_story.get(&story).map(Vec::as_slice).unwrap_or_default();
        for &utterance in all.iter().rev().take(MOST) {
            let known = linker.utterances.get(utterance as usize);
            let words = known
                .and_then(|known| known.wordings.first())
                .and_then(|&words| linker.lexis.get(words));
            for stem in words.map(|words| &*words.stems).unwrap_or_default() {
                *counts.entry(stem.word()).or_default() += 1;
            }
        }
        Told(counts)
    }

    /// How much a word tells, from 1 to 4: what the story is about tells less than what somebody
    /// said once.
    pub(super) fn value(&self, stem: Stem) -> u32 {
        let value: u32 = match self.0.get(&stem.word()).copied().unwrap_or(0) {
            0..=2 => 4,
            3..=4 => 3,
            5..=8 => 2,
            _ => 1,
        };
        (value * stem.most()).div_ceil(4)
    }
}

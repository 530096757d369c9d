//! The model of names, and how it reads a document.

use std::ops::Range;

use super::join::{Found, join};
use super::lists::Lists;
use super::runs::{runs, visit_stretches};
use super::seen::Seen;
use super::sequence::Sequence;
use super::templates::TEMPLATES;
use crate::entity::model::EntityKind;
use crate::entity::recognizer::piece::Piece;
use crate::entity::words::Words;
use crate::tagger::{Chain, LANES, Marginals, Scores, decode, marginals};

/// The labels: outside, then the first and the further words of each kind.
pub(crate) const LABELS: usize = 7;
/// The kinds in order of their labels.
const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// The model of names.
#[derive(Clone, Debug)]
pub(crate) struct NamesModel {
    pub(crate) lists: Lists,
    pub(crate) chain: Chain,
}

/// Reads the stretches of segments that the rules leave in doubt, and mends the pieces.
pub(in crate::entity::recognizer) fn read(
    model: &NamesModel,
    words: Words<'_>,
    segments: &[Range<usize>],
    pieces: Vec<Piece>,
) -> Vec<Piece> {
    let mut reader = Reader::default();
    let mut found = Vec::new();
    sequences(words, segments, &pieces, &model.lists, |sequence| {
        reader.read(&model.chain, sequence, &mut found);
    });
    join(words, pieces, found)
}

/// Calls `visit` with each stretch that the model reads.
pub(in crate::entity::recognizer) fn sequences(
    words: Words<'_>,
    segments: &[Range<usize>],
    pieces: &[Piece],
    lists: &Lists,
    mut visit: impl FnMut(&Sequence),
) {
    let runs = runs(words, segments);
    let seen = Seen::of(words, &runs);
    let mut sequence = Sequence::default();
    visit_stretches(words, &runs, pieces, |stretch, inside| {
        sequence.fill(words, stretch, inside, &seen, lists);
        visit(&sequence);
    });
}

/// Labels stretches, one after the other in the same room.
#[derive(Default)]
struct Reader {
    scores: Vec<Scores>,
    marginals: Vec<Marginals>,
    labels: Vec<u8>,
}

impl Reader {
    fn read(&mut self, chain: &Chain, sequence: &Sequence, found: &mut Vec<Found>) {
        self.scores.clear();
        self.marginals.clear();
        self.labels.clear();
        let mut hashes = [0; TEMPLATES];
        for at in 0..sequence.len() {
            let mut slots = hashes.iter_mut();
            sequence.features(at, |feature| {
                if let Some(slot) = slots.next() {
                    *slot = feature.hash();
                }
            });
            let mut scores = [0; LANES];
            chain.add(&hashes, &mut scores);
            self.scores.push(scores);
        }
        marginals(chain, &self.scores, &sequence.contexts, &mut self.marginals);
        decode(chain, &self.scores, &sequence.contexts, [0; LANES], &mut self.labels);
        let mut at = 0;
        while let Some(&label) = self.labels.get(at) {
            let start = at;
            at += 1;
            let mut permille = self.likely(start, label);
            let kind = match label {
                0 => None,
                _ => KINDS.get(usize::from(label - 1) / 2).copied(),
            };
            if kind.is_some() {
                while self.labels.get(at) == Some(&(label + 1)) {
                    permille = permille.min(self.likely(at, label + 1));
                    at += 1;
                }
                // The word behind it must not go on with it.
                if let Some(after) = self.marginals.get(at) {
                    let on = after.get(usize::from(label) + 1).copied().unwrap_or(0);
                    permille = permille.min(1000_u16.saturating_sub(on));
                }
            }
            let tokens = sequence.tokens.start + start..sequence.tokens.start + at;
            found.push(Found { tokens, kind, permille });
        }
    }

    fn likely(&self, at: usize, label: u8) -> u16 {
        let marginals = self.marginals.get(at);
        marginals.and_then(|it| it.get(usize::from(label))).copied().unwrap_or(0)
    }
}

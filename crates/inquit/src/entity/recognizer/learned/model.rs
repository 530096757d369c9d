//! The model of names, and how it reads a document.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use std::ops::Range;

use super::calibration::Calibration;
use super::join::{Found, join};
use super::runs::{runs, visit_stretches};
use super::seen::Seen;
use super::sequence::Sequence;
use super::templates::{OTHERS, SCARCE, scarce_feature};
use crate::entity::model::EntityKind;
use crate::entity::recognizer::piece::Piece;
use crate::entity::words::Words;
use crate::tagger::{
    Best, Chain, LANES, Marginals, Room, Scarce, Scored, Scores, Sum, decode, marginals,
};

/// The labels: outside, then the first and the further words of each kind.
pub(crate) const LABELS: usize = 7;
/// The kinds in order of their labels.
const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// A label this likely, in thousandths, is that of the best sequence.
const CLEAR: u16 = 700;

/// The model of names.
#[derive(Clone, Debug)]
pub(crate) struct NamesModel {
    pub(crate) chain: Chain,
    scarce: Scarce<{ SCARCE.len() }>,
    pub(crate) calibration: Calibration,
}

impl NamesModel {
    pub(crate) fn new(chain: Chain, calibration: Calibration) -> NamesModel {
        let bits = |(_, bits): (u32, &[u32])| bits.iter().sum();
        let feature = |(number, bits), filled| scarce_feature(number, bits, filled);
        let scarce = Scarce::new(&chain, SCARCE, bits, feature);
        NamesModel { chain, scarce, calibration }
    }
}

/// The tokens of a sequence.
struct Tokens<'a> {
    sequence: &'a Sequence,
    scarce: &'a Scarce<{ SCARCE.len() }>,
}

impl Scored<OTHERS> for Tokens<'_> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.sequence.len()
    }

    #[inline(always)]
    fn base(&self, at: usize) -> (Scores, Sum) {
        (Scores::default(), self.scarce.sum(self.sequence.scarce(at)))
    }

    #[inline(always)]
    fn hashes(&self, at: usize) -> [u64; OTHERS] {
        self.sequence.others(at)
    }
}

/// Reads the stretches of segments that the rules leave in doubt; returns the pieces mended, and
/// those in which it sees no name, open now.
pub(in crate::entity::recognizer) fn read(
    model: &NamesModel,
    words: Words<'_>,
    segments: &[Range<usize>],
    pieces: Vec<Piece>,
) -> (Vec<Piece>, Vec<Piece>) {
    let found = read_stretches(model, words, segments, &pieces);
    join(words, pieces, found)
}

/// What the model takes the words of these stretches for.
pub(in crate::entity::recognizer) fn read_stretches(
    model: &NamesModel,
    words: Words<'_>,
    segments: &[Range<usize>],
    pieces: &[Piece],
) -> Vec<Found> {
    let mut reader = Reader::default();
    let mut found = Vec::with_capacity(2 * pieces.len());
    sequences(words, segments, pieces, |sequence| {
        reader.read(model, sequence, &mut found);
    });
    for name in &mut found {
        name.confidence = model.calibration.of(name.permille);
    }
    found
}

/// Calls `visit` with each stretch that the model reads.
pub(in crate::entity::recognizer) fn sequences(
    words: Words<'_>,
    segments: &[Range<usize>],
    pieces: &[Piece],
    mut visit: impl FnMut(&Sequence),
) {
    let runs = runs(words, segments);
    let seen = Seen::of(words, &runs);
    let mut sequence = Sequence::default();
    visit_stretches(words, &runs, pieces, |stretch, inside| {
        sequence.fill(words, stretch, inside, &seen);
        visit(&sequence);
    });
}

/// Labels stretches, one after the other in the same room.
#[derive(Debug, Default)]
struct Reader {
    scores: Vec<Scores>,
    marginals: Vec<Marginals>,
    labels: Vec<u8>,
    room: Room,
    bests: Vec<Best>,
}

impl Reader {
    /// Appends what the words of a sequence are.
    fn read(&mut self, model: &NamesModel, sequence: &Sequence, found: &mut Vec<Found>) {
        let chain = &model.chain;
        self.scores.clear();
        self.marginals.clear();
        chain.score(&Tokens { sequence, scarce: &model.scarce }, &mut self.scores);
        let contexts = &sequence.contexts;
        marginals(chain, &self.scores, contexts, &mut self.room, &mut self.marginals);
        self.label(chain, sequence);
        let likely = |at: usize, label: usize| {
            self.marginals.get(at).and_then(|it| it.get(label)).copied().unwrap_or(0)
        };
        let mut labels = self.labels.iter().map(|&label| usize::from(label)).enumerate().peekable();
        while let Some((at, label)) = labels.next() {
            if label == 0 && !sequence.is_in_piece(at) {
                continue;
            }
            let start = sequence.tokens.start + at;
            let permille = likely(at, label);
            let mut name = Found { tokens: start..start + 1, kind: None, permille, confidence: 0 };
            if label > 0 {
                let number = (label - 1) / 2;
                name.kind = KINDS.get(number).copied();
                let further = 2 * number + 2;
                while let Some((at, _)) = labels.next_if(|it| it.1 == further) {
                    name.tokens.end = sequence.tokens.start + at + 1;
                    name.permille = name.permille.min(likely(at, further));
                }
            }
            found.push(name);
        }
    }

    /// The label of each word: the most likely one, where there is no doubt; else that of the best
    /// sequence.
    fn label(&mut self, chain: &Chain, sequence: &Sequence) {
        self.labels.clear();
        let best = self.marginals.iter().map(best);
        let clear = best.clone().all(|(_, permille)| permille >= CLEAR);
        if clear {
            self.labels.extend(best.map(|(label, _)| label));
        } else {
            let biases = [[0; LANES]; LANES];
            let contexts = &sequence.contexts;
            let labels = decode(chain, &self.scores, contexts, &biases, &mut self.bests);
            self.labels.extend(labels.iter().map(|[label, ..]| label));
        }
    }
}

/// The most likely label, and how likely it is; of equals the first.
fn best(marginals: &Marginals) -> (u8, u16) {
    let mut best = (0, 0);
    for (label, &permille) in (0..).zip(marginals.iter().take(LABELS)) {
        if permille > best.1 {
            best = (label, permille);
        }
    }
    best
}

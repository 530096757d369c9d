//! Labels sources, cues and contents.

use super::sequence::Sequence;
use super::templates::{SCARCE, scarce, scarce_feature};
use super::words::Words;
use crate::tagger::{
    Bias, Chain, Feature, LANES, Labels, Marginals, Row, Scores, decode, marginals, plus,
};

/// The labels: outside, then the first and the further tokens of source, cue and content.
pub(crate) const LABELS: usize = 7;
pub(crate) const CUE: usize = 3;

/// The model that labels tokens.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    pub(crate) words: Words,
    pub(crate) chain: Chain,
    scarce: Scarce,
}

/// The rows of the templates that few things can fill, each at the place of what fills it.
#[derive(Clone, Debug)]
struct Scarce([Box<[Row]>; SCARCE.len()]);

impl Scarce {
    fn new(chain: &Chain) -> Scarce {
        Scarce(SCARCE.map(|(number, bits)| {
            let row = |filled| chain.rows_of([scarce_feature(number, filled)]);
            (0..1 << bits).flat_map(row).collect()
        }))
    }

    /// Scores with what the templates add at a token.
    #[inline(always)]
    fn added(&self, mut scores: Scores, filled: [u32; SCARCE.len()]) -> Scores {
        for (rows, filled) in self.0.iter().zip(filled) {
            scores = plus(scores, rows.get(filled as usize).copied().unwrap_or_default());
        }
        scores
    }
}

/// A sequence with its scores.
#[derive(Debug)]
pub(crate) struct Tagged {
    scores: Vec<Scores>,
    pub(crate) marginals: Vec<Marginals>,
}

/// What is added to the score of each further cue, and taken from that of being outside; in 64ths.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Leaning {
    cue: i16,
    outside: i16,
}

const fn leaning(cue: i16, outside: i16) -> Leaning {
    Leaning { cue, outside }
}

/// The decodes whose candidates are pooled; the first few are those of the fast mode.
pub(crate) const LEANINGS: [Leaning; LANES] = [
    leaning(32, 0),
    leaning(160, 0),
    leaning(32, 45),
    leaning(32, -45),
    leaning(256, 0),
    leaning(-32, 0),
    leaning(96, 45),
    leaning(96, -45),
];

/// Where no cue is more likely than this, in thousandths, nothing is looked for.
const LEAST_CUE: u16 = 30;

impl Tagger {
    pub(crate) fn new(words: Words, chain: Chain) -> Tagger {
        let scarce = Scarce::new(&chain);
        Tagger { words, chain, scarce }
    }

    /// The scores and marginals of a sequence.
    pub(crate) fn tag(&self, sequence: &Sequence) -> Tagged {
        let mut scores = Vec::new();
        let base = |at: usize| {
            let own = sequence.scores(at);
            sequence.around(at).map_or(own, |around| self.scarce.added(own, scarce(around)))
        };
        let others = |at: usize| sequence.others(at).map(Feature::hash);
        self.chain.score(sequence.len(), base, others, &mut scores);
        let mut tagged = Tagged { scores, marginals: Vec::with_capacity(sequence.len()) };
        marginals(&self.chain, &tagged.scores, &sequence.contexts, &mut tagged.marginals);
        tagged
    }

    /// The best labels of a sequence under each of the first few leanings: each once, with the bits
    /// of the leanings that it is best under.
    pub(crate) fn decode(
        &self,
        sequence: &Sequence,
        tagged: &Tagged,
        decodes: usize,
    ) -> Vec<(Vec<u8>, u16)> {
        let bias = |leaning: Leaning| {
            let mut bias: Bias = [0; LANES];
            bias[0] = -leaning.outside;
            bias[CUE] = leaning.cue;
            bias
        };
        let biases = LEANINGS.map(bias);
        let labels = decode(&self.chain, &tagged.scores, &sequence.contexts, &biases);
        distinct(&labels, decodes)
    }
}

/// The sequences of labels of the first few searches.
fn distinct(labels: &[Labels], searches: usize) -> Vec<(Vec<u8>, u16)> {
    let mut found = Vec::new();
    let mut left = (1_u16 << searches.min(LANES)) - 1;
    while left > 0 {
        let first = left.trailing_zeros() as usize;
        let mut others = [0; LANES];
        for labels in labels {
            for lane in 0..LANES {
                others[lane] |= labels[lane] ^ labels[first];
            }
        }
        let same = (0..LANES).fold(0, |bits, lane| bits | u16::from(others[lane] == 0) << lane);
        found.push((labels.iter().map(|labels| labels[first]).collect(), left & same));
        left &= !same;
    }
    found
}

impl Tagged {
    /// Whether a cue is at all likely anywhere.
    pub(crate) fn has_cue(&self) -> bool {
        self.marginals.iter().any(|it| it[CUE] + it[CUE + 1] > LEAST_CUE)
    }
}

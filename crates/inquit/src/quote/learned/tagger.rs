//! Labels sources, cues and contents.

use super::sequence::Sequence;
use super::words::Words;
use crate::tagger::{Bias, Chain, LANES, Marginals, Scores, decode, marginals};

/// The labels: outside, then the first and the further tokens of each role.
pub(crate) const LABELS: usize = 7;
pub(crate) const SOURCE: usize = 1;
pub(crate) const CUE: usize = 3;
pub(crate) const CONTENT: usize = 5;

/// The model that labels tokens.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    pub(crate) words: Words,
    pub(crate) chain: Chain,
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
pub(crate) const LEANINGS: [Leaning; 9] = [
    leaning(32, 0),
    leaning(160, 0),
    leaning(32, 45),
    leaning(32, -45),
    leaning(256, 0),
    leaning(-32, 0),
    leaning(96, 0),
    leaning(96, 45),
    leaning(96, -45),
];

/// So many decodes are done side by side.
const ABREAST: usize = 3;

/// Where no cue is more likely than this, in thousandths, nothing is looked for.
const LEAST_CUE: u16 = 30;

impl Tagger {
    /// The scores and marginals of a sequence.
    pub(crate) fn tag(&self, sequence: &Sequence) -> Tagged {
        let mut scores = Vec::new();
        self.chain.score(sequence.len(), |at| sequence.hashes(at), &mut scores);
        let mut tagged = Tagged { scores, marginals: Vec::with_capacity(sequence.len()) };
        marginals(&self.chain, &tagged.scores, &sequence.contexts, &mut tagged.marginals);
        tagged
    }

    /// The best labels of a sequence under each of the first few leanings.
    pub(crate) fn decode(
        &self,
        sequence: &Sequence,
        tagged: &Tagged,
        decodes: usize,
    ) -> Vec<Vec<u8>> {
        let (leanings, _) = LEANINGS.as_chunks::<ABREAST>();
        let bias = |leaning: Leaning| {
            let mut bias: Bias = [0; LANES];
            bias[0] = -leaning.outside;
            bias[CUE] = leaning.cue;
            bias
        };
        leanings
            .iter()
            .take(decodes.div_ceil(ABREAST))
            .flat_map(|leanings| {
                let biases = leanings.map(bias);
                decode(&self.chain, &tagged.scores, &sequence.contexts, biases)
            })
            .collect()
    }
}

impl Tagged {
    /// Whether a cue is at all likely anywhere.
    pub(crate) fn has_cue(&self) -> bool {
        self.marginals.iter().any(|it| it[CUE] + it[CUE + 1] > LEAST_CUE)
    }
}

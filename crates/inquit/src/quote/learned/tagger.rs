//! Labels sources, cues and contents.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::sequence::Sequence;
use super::templates::{OTHERS, SCARCE, scarce, scarce_feature};
use super::words::Words;
use crate::tagger::{
    Best, Bias, Chain, Feature, LANES, Labels, Marginals, Room, Scarce, Scored, Scores, Sum,
    decode, marginals,
};

/// The labels: outside, then the first and the further tokens of source, cue and content.
pub(crate) const LABELS: usize = 7;
pub(crate) const CUE: usize = 3;

/// The model that labels tokens.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    pub(crate) words: Words,
    pub(crate) chain: Chain,
    scarce: Scarce<{ SCARCE.len() }>,
}

/// The tokens of a sequence.
struct Tokens<'a> {
    sequence: &'a Sequence,
    scarce: &'a Scarce<{ SCARCE.len() }>,
}

impl Scored<{ OTHERS.len() }> for Tokens<'_> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.sequence.len()
    }

    #[inline(always)]
    fn base(&self, at: usize) -> (Scores, Sum) {
        let sum = match self.sequence.around(at) {
            Some(around) => self.scarce.sum(scarce(around)),
            None => Sum::default(),
        };
        (self.sequence.scores(at), sum)
    }

    #[inline(always)]
    fn hashes(&self, at: usize) -> [u64; OTHERS.len()] {
        self.sequence.others(at).map(Feature::hash)
    }
}

/// The scores of a sequence, and room to find them in.
#[derive(Debug, Default)]
pub(crate) struct Tagged {
    scores: Vec<Scores>,
    pub(crate) marginals: Vec<Marginals>,
    room: Room,
    bests: Vec<Best>,
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

/// The decodes whose candidates are pooled; the first is that of the fast mode.
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
        let feature = |(number, _), filled| scarce_feature(number, filled);
        let scarce = Scarce::new(&chain, SCARCE, |(_, bits)| bits, feature);
        Tagger { words, chain, scarce }
    }

    /// Finds the scores and marginals of a sequence; those of another are forgotten.
    pub(crate) fn tag(&self, sequence: &Sequence, tagged: &mut Tagged) {
        let Tagged { scores, marginals: out, room, .. } = tagged;
        scores.clear();
        out.clear();
        self.chain.score(&Tokens { sequence, scarce: &self.scarce }, scores);
        marginals(&self.chain, scores, &sequence.contexts, room, out);
    }

    /// The best labels of a sequence under each of the first few leanings: each once, with the bits
    /// of the leanings that it is best under.
    pub(crate) fn decode(
        &self,
        sequence: &Sequence,
        tagged: &mut Tagged,
        decodes: usize,
    ) -> Vec<(Vec<u8>, u16)> {
        let bias = |leaning: Leaning| {
            let mut bias: Bias = [0; LANES];
            bias[0] = -leaning.outside;
            bias[CUE] = leaning.cue;
            bias
        };
        let biases = LEANINGS.map(bias);
        let labels =
            decode(&self.chain, &tagged.scores, &sequence.contexts, &biases, &mut tagged.bests);
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

#[cfg(all(test, feature = "training", feature = "models"))]
mod tests {
    use super::*;
    use crate::lexicon::WordId;
    use crate::quote::glances;
    use crate::quote::learned::templates::all;
    use crate::quote::learned::{AttributionModel, Looks};
    use crate::quote::passage::{Layers, Passage};
    use crate::text::{pair_in_paragraphs, paragraphs, tokenize};

    #[test]
    fn what_is_looked_up_in_parts_is_what_was_learnt() {
        let text = "“We need 12 boats, not two,” said Mr Okoro, who runs the ferry. According to \
                    the harbour, it is misunderstood-by-everybody: that he asked (twice) @quay \
                    “Why now?” and “because of what” is unknown… She said that the US will pay";
        let tokens = tokenize(text);
        let words = vec![WordId::default(); tokens.len()];
        let marked = pair_in_paragraphs(text, &paragraphs(text));
        let glances = glances(text, &tokens, &words);
        let layers =
            Layers { text, tokens: &tokens, words: &words, glances: &glances, marked: &marked };
        let passage = Passage::new(layers, 0..tokens.len(), &[]);
        let bytes = include_bytes!("../../../models/attribution.model");
        let model = AttributionModel::from_static(bytes).expect("a model");
        let mut looks = Looks::of(&model);
        for range in [0..tokens.len(), 7..tokens.len(), 3..4] {
            let sequence = Sequence::new(&passage, &range, &mut looks);
            let mut tagged = Tagged::default();
            model.tagger.tag(&sequence, &mut tagged);
            assert_eq!(tagged.scores.len(), range.len());
            for (at, scores) in tagged.scores.iter().enumerate() {
                let features = all(sequence.around(at).expect("a token"));
                let rows = model.tagger.chain.rows_of(features);
                let sum = rows.into_iter().fold(Sum::default(), Sum::with);
                assert_eq!(sum.added_to(Scores::default())[..LABELS], scores[..LABELS]);
            }
        }
    }
}

//! A passage as the tagger sees it: what is seen at each token.

use super::marks::{CLOSES, INSIDE, OPENS, Place, places};
use super::neighbours::{Neighbour, neighbours};
use super::pattern::pattern;
use super::scale::distance;
use super::sentences::sentences;
use super::templates::{TEMPLATES, features};
use super::word::{COMMA, Look, Looks, Shape, THAT};
use crate::quote::passage::Passage;
use crate::tagger::Context;
use crate::text::TokenRange;

/// What is seen at a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sight {
    pub(super) look: Look,
    pub(super) place: Place,
    /// How far the sentence's start and end are.
    pub(super) start: u8,
    pub(super) end: u8,
    pub(super) left: Neighbour,
    pub(super) right: Neighbour,
    /// How this sentence, the one before and the one after report.
    pub(super) pattern: u32,
    pub(super) pattern_before: u32,
    pub(super) pattern_after: u32,
    /// The number of the sentence in its paragraph, up to 3.
    pub(super) number: u8,
    /// Whether there is a token here at all.
    pub(super) real: bool,
}

/// How far beside a token features look.
pub(super) const REACH: usize = 3;
/// How many contexts tell the scores of pairs of labels apart.
pub(crate) const CONTEXTS: usize = 16;
/// No sentence beside this one in the paragraph.
const NO_SENTENCE: u32 = 1 << 12;

/// A passage as the tagger sees it.
#[derive(Debug)]
pub(crate) struct Sequence {
    /// With `REACH` empty places at either end.
    sights: Vec<Sight>,
    pub(crate) contexts: Vec<Context>,
    pub(crate) sentences: Vec<TokenRange>,
    /// The first token.
    pub(crate) first: usize,
}

impl Sequence {
    /// Some tokens of a passage.
    pub(crate) fn new<'a>(
        passage: &Passage<'a>,
        range: &TokenRange,
        words: &mut Looks<'a>,
    ) -> Sequence {
        let looks: Vec<Look> = range
            .clone()
            .map(|at| {
                let mut look = words.look(passage.surface(at), passage.kind(at));
                // "according to" is a cue, whatever "according" is.
                if look.cue > 0 && passage.reads(at, "according") && passage.reads(at + 1, "to") {
                    look.cue = 4;
                }
                look
            })
            .collect();
        let places = places(passage, range);
        let sentences = sentences(passage, range);
        let mut left = vec![Neighbour::default(); looks.len()];
        let mut right = left.clone();
        let mut patterns = Vec::with_capacity(sentences.len());
        for sentence in &sentences {
            let inside = sentence.start - range.start..sentence.end - range.start;
            let own = looks.get(inside.clone()).unwrap_or_default();
            let numbered = || inside.clone().zip(own);
            neighbours(numbered(), &mut left);
            neighbours(numbered().rev(), &mut right);
            let wordlike = |at: usize| passage.is_word(sentence.start + at);
            patterns.push(pattern(own, places.get(inside.clone()).unwrap_or_default(), wordlike));
        }
        let mut sights = vec![Sight::default(); REACH];
        sights.reserve(looks.len() + REACH);
        for (number, sentence) in sentences.iter().enumerate() {
            let pattern = |number: Option<usize>| {
                number.and_then(|at| patterns.get(at)).copied().unwrap_or(NO_SENTENCE)
            };
            for at in sentence.clone() {
                let own = at - range.start;
                sights.push(Sight {
                    look: looks.get(own).copied().unwrap_or_default(),
                    place: places.get(own).copied().unwrap_or_default(),
                    start: distance(at - sentence.start),
                    end: distance(sentence.end - 1 - at),
                    left: left.get(own).copied().unwrap_or_default(),
                    right: right.get(own).copied().unwrap_or_default(),
                    pattern: pattern(Some(number)),
                    pattern_before: pattern(number.checked_sub(1)),
                    pattern_after: pattern(Some(number + 1)),
                    number: u8::try_from(number.min(3)).unwrap_or(0),
                    real: true,
                });
            }
        }
        sights.extend([Sight::default(); REACH]);
        let mut sequence = Sequence { sights, contexts: Vec::new(), sentences, first: range.start };
        sequence.contexts = (0..range.len()).map(|at| sequence.context(at)).collect();
        sequence
    }

    pub(crate) fn len(&self) -> usize {
        self.contexts.len()
    }

    /// What is seen around a token: `REACH` places before it, its own, `REACH` after it.
    pub(super) fn around(&self, at: usize) -> Option<&[Sight; 2 * REACH + 1]> {
        self.sights.get(at..)?.first_chunk()
    }

    /// What is seen at a token.
    pub(super) fn sight(&self, at: usize) -> Option<&Sight> {
        self.sights.get(at + REACH)
    }

    /// The number of the sentence that a token stands in.
    pub(crate) fn sentence_of(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= at)
    }

    fn context(&self, at: usize) -> Context {
        let before = at.checked_sub(1).and_then(|at| self.sight(at));
        let (Some(here), Some(before)) = (self.sight(at), before) else { return 1 };
        let look = here.look;
        match (here.place.state, before.place.state) {
            (INSIDE, _) if here.start == 0 => 2,
            _ if here.start == 0 => 3,
            (OPENS, _) => 4,
            (_, CLOSES) => 5,
            (CLOSES, _) => 6,
            (_, OPENS) => 7,
            (INSIDE, _) => 8,
            _ if look.link == COMMA => 9,
            _ if before.look.link == COMMA => 10,
            _ if look.cue >= 3 => 11,
            _ if look.cue >= 1 => 12,
            _ if before.look.cue >= 2 => 13,
            _ if look.link == THAT => 14,
            _ if look.shape == Shape::Other => 15,
            _ => 0,
        }
    }
}

impl Sequence {
    /// The hashes of the features of a token.
    #[inline]
    pub(crate) fn hashes(&self, at: usize) -> [u64; TEMPLATES] {
        let mut hashes = [0; TEMPLATES];
        let mut slots = hashes.iter_mut();
        if let Some(around) = self.around(at) {
            features(around, |feature| {
                if let Some(slot) = slots.next() {
                    *slot = feature.hash();
                }
            });
        }
        hashes
    }
}

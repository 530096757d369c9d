//! A passage as the tagger sees it: what is seen at each token.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::looks::{Alone, Looks, NEAR};
use super::marks::{CLOSES, INSIDE, OPENS, Place, places};
use super::neighbours::{Neighbour, neighbours};
use super::pattern::pattern;
use super::scale::distance;
use super::sentences::sentences;
use super::templates::{OTHERS, others};
#[cfg(feature = "training")]
use super::templates::{TEMPLATES, all};
use super::word::{COMMA, Look, Shape, THAT};
use super::written::Written;
use crate::quote::passage::Passage;
use crate::tagger::{Context, Feature, LANES, Scores};
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
    /// How the sentence reports.
    pub(super) pattern: u32,
    /// Whether there is a token here at all.
    pub(super) real: bool,
}

/// How far beside a token features look.
pub(super) const REACH: usize = 3;
/// How many contexts tell the scores of pairs of labels apart.
pub(crate) const CONTEXTS: usize = 16;

/// A passage as the tagger sees it.
#[derive(Debug)]
pub(crate) struct Sequence {
    /// With `REACH` empty places at either end.
    sights: Vec<Sight>,
    /// What the words by themselves add to the scores of each, with `NEAR / 2` more at either end.
    scores: Vec<Scores>,
    pub(crate) contexts: Vec<Context>,
    pub(crate) sentences: Vec<TokenRange>,
    /// The first token.
    pub(crate) first: usize,
}

impl Sequence {
    /// Some tokens of a passage.
    pub(crate) fn new(
        passage: &Passage<'_>,
        range: &TokenRange,
        looks: &mut Looks<'_>,
    ) -> Sequence {
        let mut sights = vec![Sight::default(); range.len() + 2 * REACH];
        let mut scores = vec![[0; LANES]; range.len() + 2 * REACH + NEAR - 1];
        looks.expect(passage, range);
        for place in [1, 2, range.len() + REACH, range.len() + REACH + 1] {
            add(&mut scores, place, &looks.edge);
        }
        let places = places(passage, range);
        let slots = sights.iter_mut().enumerate().skip(REACH);
        for ((at, place), (slot, sight)) in range.clone().zip(places).zip(slots) {
            let seen = looks.seen(passage, range.start, at);
            let mut look = seen.look;
            add(&mut scores, slot, &seen.alone);
            // "according to" is a cue, whatever "according" is.
            if look.cue > 0 && passage.reads(at, "according") && passage.reads(at + 1, "to") {
                look.cue = 4;
                look.rank = Written::at(passage, at).rank(look.cue);
            }
            *sight = Sight { look, place, real: true, ..Sight::default() };
        }
        let sentences = sentences(passage, range);
        for sentence in &sentences {
            let own = sentence.start - range.start + REACH..sentence.end - range.start + REACH;
            let Some(own) = sights.get_mut(own) else { continue };
            let pattern = pattern(own, |at| passage.is_word(sentence.start + at));
            neighbours(own.iter_mut().map(|it| (it.look, &mut it.left)));
            neighbours(own.iter_mut().rev().map(|it| (it.look, &mut it.right)));
            for (at, sight) in own.iter_mut().enumerate() {
                sight.start = distance(at);
                sight.end = distance(sentence.len() - 1 - at);
                sight.pattern = pattern;
            }
        }
        let mut sequence =
            Sequence { sights, scores, contexts: Vec::new(), sentences, first: range.start };
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

    /// What is seen at each of its tokens.
    pub(super) fn own(&self) -> &[Sight] {
        self.sights.get(REACH..REACH + self.len()).unwrap_or_default()
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

/// Adds what a word adds to the scores around its place.
#[inline]
fn add(scores: &mut [Scores], place: usize, alone: &Alone) {
    let Some(near) = scores.get_mut(place..).and_then(<[Scores]>::first_chunk_mut::<NEAR>) else {
        return;
    };
    for (sum, more) in near.iter_mut().zip(alone) {
        for lane in 0..LANES {
            sum[lane] = sum[lane].wrapping_add(more[lane]);
        }
    }
}

impl Sequence {
    /// What words by themselves add to the scores of a token.
    #[inline]
    pub(super) fn scores(&self, at: usize) -> Scores {
        self.scores.get(at + REACH + NEAR / 2).copied().unwrap_or_default()
    }

    /// Its features that many things can fill.
    #[inline(always)]
    pub(super) fn others(&self, at: usize) -> [Feature; OTHERS.len()] {
        match self.around(at) {
            Some(around) => others(around),
            None => [Feature::template(0); OTHERS.len()],
        }
    }

    /// The hashes of all its features.
    #[cfg(feature = "training")]
    pub(crate) fn hashes(&self, at: usize) -> [u64; TEMPLATES] {
        self.around(at).map_or([0; TEMPLATES], |around| all(around).map(Feature::hash))
    }
}

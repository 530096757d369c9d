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
        let mut sights = Vec::with_capacity(range.len() + 2 * REACH);
        sights.extend([Sight::default(); REACH]);
        sights.extend(range.clone().zip(places(passage, range)).map(|(at, place)| {
            let mut look = words.look(passage.surface(at), passage.kind(at));
            // "according to" is a cue, whatever "according" is.
            if look.cue > 0 && passage.reads(at, "according") && passage.reads(at + 1, "to") {
                look.cue = 4;
            }
            Sight { look, place, real: true, ..Sight::default() }
        }));
        sights.extend([Sight::default(); REACH]);
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

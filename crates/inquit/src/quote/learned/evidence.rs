//! What the marginals and the words say about stretches of a sequence.

use std::ops::Range;

use super::facts::{Counts, Fact, Part, Sums, WHOLE, facts, halvings, outside};
use super::sequence::Sequence;
use super::tagger::Tagged;
use super::word::Look;
use crate::quote::passage::Passage;
use crate::text::TokenRange;

/// A sequence with what is known of its tokens, for questions about stretches of it.
#[derive(Debug)]
pub(crate) struct Evidence<'a, 'p> {
    pub(super) passage: &'a Passage<'p>,
    pub(super) sequence: Sequence,
    facts: Vec<Fact>,
    /// Over the tokens before each, and before the end.
    sums: Vec<Sums>,
}

impl<'a, 'p> Evidence<'a, 'p> {
    pub(crate) fn new(
        passage: &'a Passage<'p>,
        sequence: Sequence,
        tagged: &Tagged,
    ) -> Evidence<'a, 'p> {
        let (facts, sums) = facts(passage, &sequence, &tagged.marginals);
        Evidence { passage, sequence, facts, sums }
    }

    /// What is known of a token; nothing of one outside the sequence.
    fn fact(&self, at: usize) -> Fact {
        let own = at.checked_sub(self.sequence.first);
        own.and_then(|own| self.facts.get(own)).copied().unwrap_or_default()
    }

    /// What is known of each token of a stretch.
    pub(super) fn stretch(&self, range: &TokenRange) -> impl Iterator<Item = &Fact> + Clone {
        const NONE: &Fact = &Fact::NONE;

        let places = self.places(range);
        let ahead =
            self.sequence.first.clamp(range.start, range.end.max(range.start)) - range.start;
        let behind = range.len() - ahead - places.len();
        let known = self.facts.get(places).unwrap_or_default();
        std::iter::repeat_n(NONE, ahead).chain(known).chain(std::iter::repeat_n(NONE, behind))
    }

    /// How likely a part begins at a token, in thousandths.
    pub(super) fn begins(&self, at: usize, part: Part) -> i16 {
        self.fact(at).begins[part as usize]
    }

    /// How likely a token belongs to a part, in thousandths.
    pub(super) fn belongs(&self, at: usize, part: Part) -> i16 {
        self.fact(at).belongs[part as usize]
    }

    /// How likely a part goes on at a token if the one before belongs to it, in thousandths.
    pub(super) fn goes_on(&self, at: usize, part: Part) -> i16 {
        self.fact(at).goes_on[part as usize]
    }

    /// How likely a part is just this stretch, as the logarithm in 16ths of a halving, never above 0.
    pub(super) fn likeness(&self, range: &TokenRange, part: Part) -> i16 {
        let second = range.start + 1;
        let inside = second..range.end.max(second);
        // Nothing is known of tokens outside.
        let outside = i32::try_from(inside.len() - self.places(&inside).len()).unwrap_or(i32::MAX);
        let [start, end] = self.sums(&inside).map(|it| it.halvings[part as usize]);
        let first = halvings(self.begins(range.start, part));
        let ends = halvings(1000 - self.goes_on(range.end, part));
        let known = first + end - start + ends;
        let sum = known.saturating_sub(WHOLE.saturating_mul(outside));
        small(sum.max(-9999))
    }

    /// The sum of how likely the tokens of a stretch belong to a part.
    pub(super) fn sum(&self, range: &TokenRange, part: Part) -> u32 {
        let [start, end] = self.sums(range).map(|it| it.belongs[part as usize]);
        end.saturating_sub(start)
    }

    /// The mean over stretches; -1 for none.
    pub(super) fn mean<'r>(&self, ranges: impl Iterator<Item = &'r TokenRange>, part: Part) -> i16 {
        let (mut sum, mut count) = (0, 0);
        for range in ranges {
            sum += self.sum(range, part);
            count += range.len();
        }
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        sum.checked_div(count).map_or(-1, small)
    }

    /// How many tokens of a stretch count by what.
    pub(super) fn counts(&self, range: &TokenRange) -> Counts {
        if range.is_empty() {
            return Counts::default();
        }
        let [start, end] = self.sums(range).map(|it| it.counts);
        let counts = end - start;
        if self.places(range).len() == range.len() {
            return counts;
        }
        let first = self.sequence.first;
        let tokens = range.clone().filter(|at| !(first..first + self.facts.len()).contains(at));
        counts + outside(self.passage, tokens)
    }

    /// The places of what of a stretch is in the sequence.
    fn places(&self, range: &TokenRange) -> Range<usize> {
        let place = |at: usize| at.saturating_sub(self.sequence.first).min(self.facts.len());
        place(range.start)..place(range.end)
    }

    /// The sums before both ends of what of a stretch is in the sequence.
    fn sums(&self, range: &TokenRange) -> [&Sums; 2] {
        const NONE: &Sums = &Sums::NONE;

        let places = self.places(range);
        [places.start, places.end].map(|at| self.sums.get(at).unwrap_or(NONE))
    }

    /// What a token looks like, if it stands in the sequence.
    pub(super) fn seen(&self, at: usize) -> Option<&Look> {
        let own = at.checked_sub(self.sequence.first)?;
        self.sequence.own().get(own).map(|it| &it.look)
    }

    /// The same; nothing of one outside.
    pub(super) fn look(&self, at: usize) -> Look {
        self.seen(at).copied().unwrap_or_default()
    }

    /// Where a token stands to marks: 0 outside, 1 opening, 2 inside, 3 closing.
    pub(super) fn state(&self, at: usize) -> i16 {
        let own = at.checked_sub(self.sequence.first);
        own.and_then(|own| self.sequence.sight(own)).map_or(0, |it| it.place.state.into())
    }

    /// The sentence that a token stands in.
    pub(super) fn sentence(&self, at: usize) -> TokenRange {
        let number = self.sequence.sentence_of(at);
        self.sequence.sentences.get(number).cloned().unwrap_or(at..at)
    }

    /// What stands at a place, on a scale from what ends a clause to what goes on with it; `None`
    /// and places outside the sequence are 0.
    pub(super) fn sort(&self, at: Option<usize>) -> i16 {
        at.map_or(0, |at| self.fact(at).sort)
    }
}

/// A count or sum as a value of a forest.
pub(super) fn small(count: impl TryInto<i16>) -> i16 {
    count.try_into().unwrap_or(i16::MAX)
}

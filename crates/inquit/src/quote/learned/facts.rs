//! What is known of each token of a sequence, and how it adds up: each token is looked at once, however
//! many candidates it is part of.

use super::sequence::Sequence;
use super::word::Look;
use super::written::{Counted, Written};
use crate::quote::passage::Passage;
use crate::tagger::Marginals;

/// The part of a token in an attribution, in order of the labels.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    Source,
    Cue,
    Content,
}

/// How many parts there are.
const PARTS: usize = 3;

/// What is known of a token; each number by part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fact {
    /// How likely the part begins here, in thousandths.
    pub(super) begins: [i16; PARTS],
    /// How likely the token belongs to it.
    pub(super) belongs: [i16; PARTS],
    /// How likely it goes on here if the token before belongs to it.
    pub(super) goes_on: [i16; PARTS],
    /// What stands here, on a scale from what ends a clause to what goes on with it.
    pub(super) sort: i16,
}

impl Fact {
    /// Nothing is known.
    pub(super) const NONE: Fact =
        Fact { begins: [0; PARTS], belongs: [0; PARTS], goes_on: [0; PARTS], sort: 0 };
}

/// How many counts there are, and some to spare, which makes adding them up faster.
const COUNTS: usize = 16;

/// How many tokens count by each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts([u16; COUNTS]);

impl Counts {
    pub(super) fn of(self, counted: Counted) -> usize {
        self.0.get(counted as usize).copied().unwrap_or(0).into()
    }

    /// With one more token, which counts by these, as bits. Of all counts alike, which is faster than
    /// only of those that change.
    fn with(self, counted: u16) -> Counts {
        let one = |at: usize| u16::from(counted & 1 << at != 0);
        Counts(std::array::from_fn(|at| self.0[at].saturating_add(one(at))))
    }
}

impl std::ops::Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        Counts(std::array::from_fn(|at| self.0[at].saturating_add(other.0[at])))
    }
}

impl std::ops::Sub for Counts {
    type Output = Counts;

    fn sub(self, other: Counts) -> Counts {
        Counts(std::array::from_fn(|at| self.0[at].saturating_sub(other.0[at])))
    }
}

/// Sums over the tokens before one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sums {
    /// How likely they belong to each part.
    pub(super) belongs: [u32; PARTS],
    /// How likely each part goes on at all of them, as a logarithm.
    pub(super) halvings: [i32; PARTS],
    pub(super) counts: Counts,
}

impl Sums {
    /// Over no token.
    pub(super) const NONE: Sums =
        Sums { belongs: [0; PARTS], halvings: [0; PARTS], counts: Counts([0; COUNTS]) };
}

/// The facts of the tokens of a sequence, and the sums before each and behind the last.
pub(super) fn facts(
    passage: &Passage<'_>,
    sequence: &Sequence,
    marginals: &[Marginals],
) -> (Vec<Fact>, Vec<Sums>) {
    let mut facts = Vec::with_capacity(marginals.len());
    let mut sums = Vec::with_capacity(marginals.len() + 1);
    let (mut before, mut sum) = (Fact::default(), Sums::NONE);
    sums.push(sum);
    for ((at, sight), marginals) in (sequence.first..).zip(sequence.own()).zip(marginals) {
        let mut fact = Fact { sort: sight.look.rank.into(), ..Fact::default() };
        let [_, source, in_source, cue, in_cue, content, in_content, _] =
            marginals.map(u16::cast_signed);
        fact.begins = [source, cue, content];
        let inside = [in_source, in_cue, in_content];
        for (part, inside) in inside.into_iter().enumerate() {
            fact.belongs[part] = fact.begins[part] + inside;
            sum.belongs[part] += u32::from(fact.belongs[part].unsigned_abs());
            // Most tokens are outside of most parts.
            if inside > 0 && before.belongs[part] > 0 {
                let likely = i32::from(inside) * 1000 / i32::from(before.belongs[part]);
                fact.goes_on[part] = likely.min(1000).try_into().unwrap_or(0);
                sum.halvings[part] += halvings(fact.goes_on[part]);
            } else {
                sum.halvings[part] -= WHOLE;
            }
        }
        let is_marked = passage.is_marked(at);
        sum.counts = sum.counts.with(counted(&sight.look, sight.place.state, is_marked, &fact));
        facts.push(fact);
        sums.push(sum);
        before = fact;
    }
    (facts, sums)
}

/// What a token is counted by, as bits.
fn counted(look: &Look, state: u8, is_marked: bool, fact: &Fact) -> u16 {
    let [_, cue, content] = fact.belongs;
    look.counted
        | Counted::Marked.bit(is_marked)
        | Counted::Mark.bit(state % 2 == 1)
        | Counted::CueWord.bit(look.cue >= 2)
        | Counted::LikelyCue.bit(cue > 400)
        | Counted::LikelyContent.bit(content > 500)
        | Counted::UnlikelyContent.bit(content < 300)
}

/// What the tokens of a stretch outside a sequence count by: nothing is known of them.
pub(super) fn outside(passage: &Passage<'_>, tokens: impl Iterator<Item = usize>) -> Counts {
    tokens.fold(Counts::default(), |counts, at| {
        let look = Look { counted: Written::at(passage, at).counted(), ..Look::default() };
        counts.with(counted(&look, 0, passage.is_marked(at), &Fact::default()))
    })
}

/// The logarithm of 1 by that of a thousandth, in 16ths of a halving.
pub(super) const WHOLE: i32 = 9 * 16 + 15;

/// The logarithm of thousandths of 1, in 16ths of a halving; never above 0.
pub(super) fn halvings(thousandths: i16) -> i32 {
    let number = u32::try_from(thousandths).unwrap_or(0).max(1);
    let power = number.ilog2();
    // Even between two powers of two, which is near enough.
    let part = (number << 4 >> power) - 16;
    i32::try_from(power * 16 + part).unwrap_or(0) - WHOLE
}

//! What the marginals say about stretches of a sequence.

use super::sequence::Sequence;
use super::tagger::{CONTENT, CUE, SOURCE, Tagged};
use super::word::Look;
use crate::lexicon::Class;
use crate::quote::passage::Passage;
use crate::text::{TokenKind, TokenRange};

/// A sequence with its marginals, for questions about stretches of it.
#[derive(Debug)]
pub(crate) struct Evidence<'a, 'p> {
    pub(super) passage: &'a Passage<'p>,
    pub(super) sequence: &'a Sequence,
    tagged: &'a Tagged,
    /// Sums of the probabilities of source, cue and content over the tokens before each.
    sums: Vec<[u32; 3]>,
    /// What stands at each token: it is asked for again and again.
    sorts: Vec<i16>,
}

/// The part of a token in an attribution.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    Source,
    Cue,
    Content,
}

impl Part {
    const fn label(self) -> usize {
        match self {
            Part::Source => SOURCE,
            Part::Cue => CUE,
            Part::Content => CONTENT,
        }
    }
}

impl<'a, 'p> Evidence<'a, 'p> {
    pub(crate) fn new(
        passage: &'a Passage<'p>,
        sequence: &'a Sequence,
        tagged: &'a Tagged,
    ) -> Evidence<'a, 'p> {
        let mut sum = [0_u32; 3];
        let mut sums = Vec::with_capacity(sequence.len() + 1);
        sums.push(sum);
        for it in &tagged.marginals {
            for (part, sum) in sum.iter_mut().enumerate() {
                *sum += u32::from(it[2 * part + 1]) + u32::from(it[2 * part + 2]);
            }
            sums.push(sum);
        }
        let mut evidence = Evidence { passage, sequence, tagged, sums, sorts: Vec::new() };
        evidence.sorts = (0..sequence.len()).map(|own| evidence.sort_of(own)).collect();
        evidence
    }

    fn marginal(&self, at: usize, label: usize) -> i16 {
        let own = at.checked_sub(self.sequence.first);
        let marginals = own.and_then(|own| self.tagged.marginals.get(own));
        marginals.and_then(|it| it.get(label)).map_or(0, |&it| it.cast_signed())
    }

    /// How likely a part begins at a token, in thousandths.
    pub(super) fn begins(&self, at: usize, part: Part) -> i16 {
        self.marginal(at, part.label())
    }

    /// How likely a token belongs to a part, in thousandths.
    pub(super) fn belongs(&self, at: usize, part: Part) -> i16 {
        self.marginal(at, part.label()) + self.marginal(at, part.label() + 1)
    }

    /// How likely a part goes on at a token if the one before belongs to it, in thousandths.
    pub(super) fn goes_on(&self, at: usize, part: Part) -> i16 {
        let before = i32::from(at.checked_sub(1).map_or(0, |before| self.belongs(before, part)));
        let inside = i32::from(self.marginal(at, part.label() + 1));
        small((inside * 1000).checked_div(before).unwrap_or(0).min(1000))
    }

    /// How likely a part is just this stretch, as the logarithm in 16ths of a halving, never above 0.
    pub(super) fn likeness(&self, range: &TokenRange, part: Part) -> i16 {
        let inside = range.clone().skip(1).map(|at| self.goes_on(at, part));
        let ends = 1000 - self.goes_on(range.end, part);
        let sum: i32 = std::iter::once(self.begins(range.start, part))
            .chain(inside)
            .chain([ends])
            .map(halvings)
            .sum();
        small(sum.max(-9999))
    }

    /// The sum of that over a stretch.
    pub(super) fn sum(&self, range: &TokenRange, part: Part) -> u32 {
        let sum = |at: usize| {
            let own = at.saturating_sub(self.sequence.first);
            self.sums.get(own).or(self.sums.last()).map_or(0, |sum| sum[part.label() / 2])
        };
        sum(range.end).saturating_sub(sum(range.start))
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

    pub(super) fn look(&self, at: usize) -> Look {
        let own = at.checked_sub(self.sequence.first);
        own.and_then(|own| self.sequence.sight(own)).map_or_else(Look::default, |it| it.look)
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
        let own = at.and_then(|at| at.checked_sub(self.sequence.first));
        own.and_then(|own| self.sorts.get(own)).copied().unwrap_or(0)
    }

    fn sort_of(&self, own: usize) -> i16 {
        let at = self.sequence.first + own;
        let passage = self.passage;
        match passage.kind(at) {
            TokenKind::QuotationMark => return 3,
            TokenKind::Punctuation => {
                return match passage.surface(at) {
                    "." | "!" | "?" | "…" | "..." => 1,
                    "," => 4,
                    ":" | ";" => 2,
                    _ => 5,
                };
            }
            TokenKind::Number | TokenKind::Address => return 20,
            TokenKind::Clitic => return 21,
            TokenKind::Word => {}
        }
        let classes = passage.word(at).classes;
        let sorts = [
            (Class::RELATIVE, 9),
            (Class::WH, 10),
            (Class::SUBORDINATOR, 8),
            (Class::CONJUNCTION, 6),
            (Class::NEGATION, 15),
            (Class::AUXILIARY, 14),
            (Class::SUBJECT, 17),
            (Class::DETERMINER.or(Class::POSSESSIVE), 18),
            (Class::PREPOSITION, 12),
            (Class::DAY.or(Class::TIME), 11),
            (Class::ADVERB, 13),
            (Class::PEOPLE.or(Class::SPOKESPERSON), 19),
        ];
        match passage.surface(at) {
            "that" => return 7,
            "but" | "But" => return 5,
            "to" => return 16,
            _ => {}
        }
        if let Some((_, sort)) = sorts.iter().find(|(class, _)| classes.any(*class)) {
            return *sort;
        }
        let look = self.look(at);
        match look.cue {
            2.. => 25,
            _ if passage.is_capital(at) => 22,
            1 => 24,
            _ => 23,
        }
    }
}

/// The logarithm of thousandths of 1, in 16ths of a halving.
fn halvings(thousandths: i16) -> i32 {
    const WHOLE: i32 = 9 * 16 + 15;
    let number = u32::try_from(thousandths).unwrap_or(0).max(1);
    let power = number.ilog2();
    // Even between two powers of two, which is near enough.
    let part = (number << 4 >> power) - 16;
    i32::try_from(power * 16 + part).unwrap_or(0) - WHOLE
}

/// A count or sum as a value of a forest.
pub(super) fn small(count: impl TryInto<i16>) -> i16 {
    count.try_into().unwrap_or(i16::MAX)
}

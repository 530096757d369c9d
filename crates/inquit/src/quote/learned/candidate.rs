//! Possible attributions, from the rules and from the decodes.

use std::cmp::Ordering;

use super::ends::EndValues;
use crate::quote::passage::Passage;
use crate::text::TokenRange;

/// A possible attribution.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Candidate {
    /// What was said: stretches of tokens, in order, with the marks around them but without other
    /// punctuation at either end.
    pub(crate) content: Vec<TokenRange>,
    pub(crate) cue: Option<TokenRange>,
    pub(crate) source: Option<TokenRange>,
    /// One bit for each decode that made it.
    pub(crate) decodes: u16,
    /// How often a word of its cue is one: 0 never, 4 nearly always.
    pub(crate) likeness: u8,
    /// How likely its content and its cue are just these stretches, as a logarithm.
    pub(crate) chance: i16,
    /// The number of the draft that the rules made of it.
    pub(crate) draft: Option<usize>,
    /// What the borders of its sentence say of its end.
    pub(crate) ends: EndValues,
}

impl Candidate {
    /// The order of content, then of cue; equal for two that are the same.
    pub(super) fn order(&self, other: &Candidate) -> Ordering {
        let place = |range: &TokenRange| (range.start, range.end);
        let content = self.content.iter().map(place).cmp(other.content.iter().map(place));
        content.then_with(|| self.cue.as_ref().map(place).cmp(&other.cue.as_ref().map(place)))
    }

    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(usize::MAX, |range| range.start)
    }

    pub(crate) fn end(&self) -> usize {
        self.content.last().map_or(0, |range| range.end)
    }

    /// How many tokens the content has.
    pub(crate) fn len(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }
}

/// How many tokens two lists of stretches share.
pub(crate) fn shared(mut a: &[TokenRange], mut b: &[TokenRange]) -> usize {
    let mut count = 0;
    while let ([left, more_left @ ..], [right, more_right @ ..]) = (a, b) {
        count += left.end.min(right.end).saturating_sub(left.start.max(right.start));
        if left.end <= right.end {
            a = more_left;
        } else {
            b = more_right;
        }
    }
    count
}

/// A content in the form that candidates have it in: without punctuation at the ends of its
/// stretches, joined where only punctuation parts them, with the marks that close around them.
pub(crate) fn tidied(
    passage: &Passage<'_>,
    content: impl IntoIterator<Item = TokenRange>,
) -> Vec<TokenRange> {
    let mut tidy: Vec<TokenRange> = Vec::new();
    for range in content {
        let first = range.clone().find(|&at| passage.is_word(at));
        let last = range.rev().find(|&at| passage.is_word(at));
        let (Some(first), Some(last)) = (first, last) else { continue };
        match tidy.last_mut() {
            Some(before) if (before.end..first).all(|at| !passage.is_word(at)) => {
                before.end = last + 1;
            }
            _ => tidy.push(first..last + 1),
        }
    }
    for range in &mut tidy {
        range.start = opened(passage, range.start);
        range.end = closed(passage, range.end);
    }
    tidy
}

/// Where the marks open if nothing but punctuation stands between them and this token.
fn opened(passage: &Passage<'_>, start: usize) -> usize {
    let Some(region) = passage.region_at(start).and_then(|number| passage.region(number)) else {
        return start;
    };
    let first = region.tokens.start;
    if (first..start).len() < 6 && (first..start).all(|at| !passage.is_word(at)) {
        first
    } else {
        start
    }
}

/// Where the marks close if nothing but punctuation stands between this place and them.
fn closed(passage: &Passage<'_>, end: usize) -> usize {
    let region = passage.region_at(end.saturating_sub(1)).and_then(|it| passage.region(it));
    let Some(region) = region else { return end };
    let last = region.tokens.end;
    if (end..last).len() < 6 && (end..last).all(|at| !passage.is_word(at)) { last } else { end }
}

//! How likely a content that follows its cue ends at each border, what that says of a candidate,
//! and candidates that end where it is likeliest.

use super::borders::{BorderVisitor, borders, thousandths, visit_borders};
use super::candidate::{Candidate, tidied};
use super::doubt::breaks_off;
use super::evidence::{Evidence, small};
use super::pool::merged;
use crate::quote::passage::Passage;
use crate::tagger::{Feature, Linear, probability};

/// A border where a content ends that likely makes a candidate, in thousandths.
const LIKELY: i16 = 150;
/// Borders that a content comes to less likely than this are not looked at.
const LEAST_REACHED: f32 = 0.01;

/// How many values speak of the end of a candidate.
pub(crate) const END_VALUES: usize = 8;

/// What the borders say of the end of a candidate.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct EndValues(pub(crate) [i16; END_VALUES]);

impl Default for EndValues {
    fn default() -> EndValues {
        EndValues([-1; END_VALUES])
    }
}

/// A border, and how likely a content ends there.
#[derive(Clone, Copy, Debug)]
struct End {
    at: usize,
    /// How many words the content then has.
    words: usize,
    /// How likely it ends there if it comes so far, and at all.
    stops: f32,
    likely: f32,
}

/// Whether a candidate follows its cue, so that borders tell where it may end.
pub(crate) fn follows(candidate: &Candidate) -> bool {
    candidate.cue.as_ref().is_some_and(|cue| candidate.start() >= cue.end)
}

/// The end of a candidate without marks and other punctuation.
pub(crate) fn bare_end(passage: &Passage<'_>, candidate: &Candidate) -> usize {
    let mut end = candidate.end();
    while end > candidate.start() + 1 && !passage.is_word(end - 1) {
        end -= 1;
    }
    end
}

/// The pool with what borders say of each candidate, and with more that end where it is likely.
pub(super) fn with_ends(
    evidence: &Evidence<'_, '_>,
    mut pool: Vec<Candidate>,
    weights: &Linear,
) -> Vec<Candidate> {
    let passage = evidence.passage;
    let key = |it: &Candidate| (it.cue.as_ref().map(|cue| (cue.end, cue.start)), it.start());
    pool.sort_by_key(key);
    let mut more = Vec::new();
    for group in pool.chunk_by_mut(|a, b| key(a) == key(b)) {
        let Some(first) = group.first().filter(|it| follows(it)).cloned() else { continue };
        // Marks tell where it ends.
        if group.iter().all(|it| it.content.iter().all(|it| passage.is_all_marked(it.clone()))) {
            continue;
        }
        let ends = ends(evidence, &first, weights);
        for candidate in group.iter_mut() {
            candidate.ends = values(&ends, bare_end(passage, candidate));
        }
        let known = |at: usize| group.iter().any(|it| bare_end(passage, it) == at);
        let likely = ends.iter().filter(|it| thousandths(it.likely) >= LIKELY && !known(it.at));
        let further = likely.map(|it| Candidate {
            content: tidied(passage, std::iter::once(first.start()..it.at)),
            ends: values(&ends, it.at),
            decodes: 0,
            draft: None,
            ..first.clone()
        });
        // A mark that opens at the end of a sentence has no word behind it.
        let whole = |it: &Candidate| !it.content.is_empty() && !breaks_off(passage, &it.content);
        more.extend(further.filter(whole));
    }
    pool.extend(more);
    merged(pool)
}

/// How likely a content ends at each border, as they come in.
struct Ending<'e, 'a, 'p> {
    evidence: &'e Evidence<'a, 'p>,
    weights: &'e Linear,
    /// The sum of the weights of the border that comes next.
    sum: i16,
    /// How likely the content comes as far as that.
    reached: f32,
    /// Up to where words are counted, and how many.
    from: usize,
    words: usize,
    ends: Vec<End>,
}

impl BorderVisitor for Ending<'_, '_, '_> {
    fn feature(&mut self, feature: Feature) {
        self.sum += self.weights.weight(feature);
    }

    fn border(&mut self, at: usize) -> bool {
        self.words += (self.from..at).filter(|&at| self.evidence.passage.is_word(at)).count();
        self.from = at;
        // 32nds to 64ths.
        let stops = probability(2 * std::mem::take(&mut self.sum));
        let likely = self.reached * stops;
        self.reached *= 1.0 - stops;
        self.ends.push(End { at, words: self.words, stops, likely });
        self.reached >= LEAST_REACHED
    }
}

/// How likely the content of a candidate ends at each border that it likely comes to.
fn ends(evidence: &Evidence<'_, '_>, candidate: &Candidate, weights: &Linear) -> Vec<End> {
    let borders = borders(evidence, candidate.start());
    let ends = Vec::with_capacity(borders.len());
    let from = candidate.start();
    let mut ending = Ending { evidence, weights, sum: 0, reached: 1.0, from, words: 0, ends };
    visit_borders(evidence, candidate, &borders, &mut ending);
    ending.ends
}

/// What borders say of a content that ends at a place.
fn values(ends: &[End], at: usize) -> EndValues {
    let place = ends.partition_point(|it| it.at < at);
    let own = ends.get(place).filter(|it| it.at == at);
    let most = |part: Option<&[End]>| {
        part.unwrap_or_default().iter().map(|it| thousandths(it.likely)).max().unwrap_or(-1)
    };
    let near = |words: usize| -> i16 {
        let same = |other: usize| 2 * words.min(other) >= words.max(other);
        thousandths(ends.iter().filter(|it| same(it.words)).map(|it| it.likely).sum())
    };
    // Of equals the first.
    let best = ends.iter().rev().max_by(|a, b| a.likely.total_cmp(&b.likely));
    let after = place + usize::from(own.is_some());
    let past: f32 = ends.get(after..).unwrap_or_default().iter().map(|it| it.likely).sum();
    EndValues([
        own.map_or(0, |it| thousandths(it.likely)),
        own.map_or(-1, |it| thousandths(it.stops)),
        most(ends.get(..place)),
        most(ends.get(after..)),
        best.map_or(0, |it| small(it.at).saturating_sub(small(at))),
        own.map_or(0, |it| near(it.words)),
        best.map_or(0, |it| near(it.words)),
        thousandths(past),
    ])
}

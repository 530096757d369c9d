//! The possible sources of a candidate, and what speaks for each.

use super::candidate::{Candidate, shared};
use super::evidence::{Evidence, small};
use super::facts::Part;
use super::linking::gap;
use super::passive;
use super::rivals::NEAREST;
use super::wording::wording;
use super::written::Counted;
use crate::lexicon::Class;
use crate::quote::draft::Draft;
use crate::quote::noun_phrase::starting_at;
use crate::quote::passage::Passage;
use crate::quote::subject::subject_before;
use crate::tagger::Linear;
use crate::text::TokenRange;

/// How many values speak for a source.
pub(crate) const SOURCE_VALUES: usize = 67;

/// A source begins anew where a token is this likely its first, in thousandths.
const LIKELY_FIRST: i16 = 400;
/// A stretch is a possible source where each token is so likely part of one.
const LIKELY: i16 = 80;
/// How far from its cue a source is looked for, in tokens.
const FAR: usize = 80;

/// Of more possible sources than any sentence has that is written to be read, the one found before and
/// the nearest count.
const MOST: usize = 16;

/// A possible source.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each way to find it is a value of its own")]
pub(crate) struct Possible {
    pub(crate) range: TokenRange,
    tagged: bool,
    linked: bool,
    left: bool,
    right: bool,
    /// The most decodes that give it to this cue, with one content.
    votes: u32,
    /// How likely it is just this stretch, and how likely its tokens belong to a source.
    likeness: i16,
    mean: i16,
}

/// The possible sources of a cue, whatever is said.
#[derive(Clone, Debug)]
struct Near {
    cue: TokenRange,
    passive: bool,
    found: Vec<Possible>,
}

impl Near {
    fn new(evidence: &Evidence<'_, '_>, cue: &TokenRange) -> Near {
        let passage = evidence.passage;
        let passive = passive::is_passive(passage, cue);
        let mut near = Near { cue: cue.clone(), passive, found: Vec::new() };
        let sentence = evidence.sentence(cue.start);
        let within =
            sentence.start.max(cue.start.saturating_sub(FAR))..sentence.end.min(cue.end + FAR);
        for run in tagged_runs(evidence, &within) {
            add(evidence, &mut near.found, run, |it| it.tagged = true);
        }
        if let Some(left) = subject_before(passage, cue.start, within.start) {
            add(evidence, &mut near.found, left, |it| it.left = true);
        }
        if let Some(right) = starting_at(passage, cue.end, within.end) {
            add(evidence, &mut near.found, right, |it| it.right = true);
        }
        let found = std::mem::take(&mut near.found);
        near.found = found.into_iter().filter(|it| near.may_be(passage, &it.range)).collect();
        near
    }

    fn may_be(&self, passage: &Passage<'_>, source: &TokenRange) -> bool {
        // "asked by a reporter", "it seems to her"
        let led = |at: usize| {
            let before = at.checked_sub(1).filter(|&before| before >= self.cue.start);
            before.is_some_and(|at| ["by", "to"].iter().any(|it| passage.reads(at, it)))
        };
        (!self.passive || led(source.start))
            && !passage.is(source.end - 1, Class::DAY.or(Class::TIME))
            && !is_outside(passage, source, &self.cue)
    }
}

/// The possible sources of the cues of a pool, as they are asked for.
#[derive(Debug, Default)]
pub(crate) struct Known(Vec<Near>);

impl Known {
    /// Candidates with the same cue stand near each other: not all that is known is looked through.
    fn near(&mut self, evidence: &Evidence<'_, '_>, cue: &TokenRange) -> Option<&Near> {
        let last = self.0.len().saturating_sub(8);
        let place = self.0.iter().skip(last).position(|it| it.cue == *cue);
        let at = place.map_or(self.0.len(), |at| last + at);
        if place.is_none() {
            self.0.push(Near::new(evidence, cue));
        }
        self.0.get(at)
    }
}

fn add(
    evidence: &Evidence<'_, '_>,
    found: &mut Vec<Possible>,
    range: TokenRange,
    mark: impl Fn(&mut Possible),
) {
    if let Some(known) = found.iter_mut().find(|it| it.range == range) {
        mark(known);
    } else {
        let (tagged, linked, left, right) = (false, false, false, false);
        let likeness = evidence.likeness(&range, Part::Source);
        let mean = evidence.mean(std::iter::once(&range), Part::Source);
        let mut possible =
            Possible { range, tagged, linked, left, right, votes: 0, likeness, mean };
        mark(&mut possible);
        found.push(possible);
    }
}

/// The possible sources of the candidate at a place of its pool.
pub(crate) fn possible_sources(
    evidence: &Evidence<'_, '_>,
    pool: &[Candidate],
    at: usize,
    known: &mut Known,
) -> Vec<Possible> {
    let Some(candidate) = pool.get(at) else { return Vec::new() };
    let Some(cue) = &candidate.cue else { return Vec::new() };
    let Some(near) = known.near(evidence, cue) else { return Vec::new() };
    let mut found = Vec::with_capacity(near.found.len() + 1);
    found.extend_from_slice(&near.found);
    if let Some(source) = &candidate.source
        && near.may_be(evidence.passage, source)
    {
        add(evidence, &mut found, source.clone(), |it| it.linked = true);
    }
    found.retain(|it| shared(std::slice::from_ref(&it.range), &candidate.content) < it.range.len());
    if found.len() > MOST {
        found.sort_by_key(|it| (!it.linked, gap(&it.range, cue)));
        found.truncate(MOST);
    }
    let near = at.saturating_sub(NEAREST)..pool.len().min(at + NEAREST + 1);
    let near = pool.get(near).unwrap_or_default();
    for other in near.iter().filter(|it| it.cue == candidate.cue) {
        let same = found.iter_mut().find(|it| Some(&it.range) == other.source.as_ref());
        if let Some(possible) = same {
            possible.votes = possible.votes.max(other.decodes.count_ones());
        }
    }
    found
}

/// Whether a possible source begins with the "who" of a clause that the cue stands outside of: "Ms
/// Okoro, who left in May, said".
fn is_outside(passage: &Passage<'_>, range: &TokenRange, cue: &TokenRange) -> bool {
    let parts = |at: usize| passage.is_comma(at) || passage.is_dash(at);
    let closed = cue.start > range.end && parts(cue.start - 1) && !parts(range.end);
    passage.reads(range.start, "who") && (range.len() > 1 || closed)
}

/// The stretches whose tokens are likely part of a source, without the marks and the conjunctions at
/// their edges.
fn tagged_runs(evidence: &Evidence<'_, '_>, within: &TokenRange) -> Vec<TokenRange> {
    let passage = evidence.passage;
    let mut runs: Vec<TokenRange> = Vec::new();
    for at in within.clone() {
        if evidence.belongs(at, Part::Source) <= LIKELY {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at && evidence.begins(at, Part::Source) <= LIKELY_FIRST => {
                run.end += 1;
            }
            _ => runs.push(at..at + 1),
        }
    }
    let joins = |at: usize| !passage.is_word(at) || passage.is(at, Class::CONJUNCTION);
    for run in &mut runs {
        while run.len() > 1 && joins(run.end - 1) {
            run.end -= 1;
        }
        while run.len() > 1 && joins(run.start) {
            run.start += 1;
        }
    }
    runs
}

/// What speaks for a possible source.
pub(crate) fn source_values(
    evidence: &Evidence<'_, '_>,
    candidate: &Candidate,
    all: &[Possible],
    possible: &Possible,
    drafts: &[Draft],
    weights: &Linear,
) -> [i16; SOURCE_VALUES] {
    let passage = evidence.passage;
    let range = &possible.range;
    let cue = candidate.cue.clone().unwrap_or(range.clone());
    let before = range.start < cue.start;
    let between = if before { range.end..cue.start } else { cue.end..range.start };
    let counts = evidence.counts(&between);
    let count = |by: Counted| small(counts.of(by));
    let sentence = evidence.sentence(cue.start);
    let likely = range.clone().map(|at| evidence.belongs(at, Part::Source));
    let own = std::slice::from_ref(range);
    let is = |at: usize, class: Class| i16::from(passage.is(at, class));
    let last = range.end - 1;
    let closer = |other: &&Possible| {
        (other.range.start < cue.start) == before && gap(&other.range, &cue) < gap(range, &cue)
    };
    let mut sum = 0;
    wording(evidence, candidate, range, |feature| sum += weights.weight(feature));
    let others = all.iter().filter(|it| it.range != *range);
    let rival_likeness = others.map(|it| it.likeness).max().unwrap_or(1);
    let [rule, rival_mean, rival_overlap] = company(&cue, all, range, drafts);
    [
        i16::from(possible.tagged),
        i16::from(possible.linked),
        i16::from(possible.left),
        i16::from(possible.right),
        i16::from(before),
        small(between.len()),
        count(Counted::Comma),
        count(Counted::Mark),
        count(Counted::LikelyCue),
        count(Counted::LikelyContent),
        possible.mean,
        likely.max().unwrap_or(0),
        evidence.begins(range.start, Part::Source),
        evidence.begins(range.end, Part::Source),
        evidence.belongs(range.end, Part::Source),
        range.start.checked_sub(1).map_or(0, |at| evidence.belongs(at, Part::Source)),
        small(range.len()),
        i16::from(range.clone().any(|at| passage.is_capital(at))),
        is(last, Class::SUBJECT),
        is(range.start, Class::SUBJECT),
        is(range.start, Class::DETERMINER.or(Class::POSSESSIVE)),
        i16::from(
            range.clone().any(|at| {
                passage.is(at, Class::PEOPLE.or(Class::SPOKESPERSON).or(Class::DOCUMENT))
            }),
        ),
        small(shared(own, std::slice::from_ref(&cue))),
        small(shared(own, &candidate.content)),
        i16::from(candidate.end() <= cue.start),
        i16::from(candidate.start() >= cue.end),
        i16::from(range.end <= candidate.start()),
        small(range.start.saturating_sub(sentence.start)),
        small(sentence.end.saturating_sub(range.end)),
        evidence.look(cue.start).cue.into(),
        evidence.look(cue.end - 1).cue.into(),
        small(cue.len()),
        i16::from(passage.reads(cue.start, "according")),
        evidence.state(range.start),
        evidence.state(cue.start),
        i16::from(passage.reads(range.end, "'s") || passage.reads(range.end, "’s")),
        small(all.len()),
        small(all.iter().filter(closer).count()),
        evidence.sort(Some(range.end)),
        evidence.sort(range.start.checked_sub(1)),
        evidence.sort(Some(range.start)),
        evidence.sort(Some(last)),
        evidence.sort(cue.start.checked_sub(1)),
        evidence.sort(cue.start.checked_sub(2)),
        evidence.sort(Some(cue.start)),
        evidence.sort(Some(cue.end - 1)),
        evidence.sort(Some(cue.end)),
        i16::from(is_passive(passage, &cue)),
        i16::from(passage.reads(cue.end, "by")),
        count(Counted::Relative),
        count(Counted::Auxiliary),
        count(Counted::Preposition),
        count(Counted::Capital),
        count(Counted::CueWord),
        i16::from(passage.is_comma(between.start))
            + 2 * i16::from(!between.is_empty() && passage.is_comma(between.end - 1)),
        rule,
        rival_mean,
        rival_overlap,
        i16::from(between.is_empty() || passage.reads(between.start, "who")),
        evidence.sort(range.start.checked_sub(2)),
        evidence.sort(Some(range.end + 1)),
        evidence.mean(std::iter::once(&between), Part::Source),
        possible.likeness,
        rival_likeness,
        small(possible.votes),
        small(all.iter().map(|it| it.votes).max().unwrap_or(0)),
        sum,
    ]
}

/// Whether a form of "be" stands in or close before a cue.
fn is_passive(passage: &Passage<'_>, cue: &TokenRange) -> bool {
    let be = ["was", "were", "been", "is", "are", "be", "being"];
    (cue.start.saturating_sub(2)..cue.end.saturating_sub(1).max(cue.start))
        .map(|at| passage.surface(at))
        .any(|surface| be.iter().any(|it| surface.eq_ignore_ascii_case(it)))
}

/// How a possible source stands to the one that the rules give to the cue, how likely the others
/// are, and how long those that overlap.
fn company(cue: &TokenRange, all: &[Possible], range: &TokenRange, drafts: &[Draft]) -> [i16; 3] {
    let own = std::slice::from_ref(range);
    let same_cue = |draft: &&Draft| shared(draft.cue.as_slice(), std::slice::from_ref(cue)) > 0;
    let rule = match drafts.iter().find(same_cue) {
        None => -2,
        Some(draft) => match &draft.source {
            None => -1,
            Some(source) if *source == *range => 2,
            Some(source) => i16::from(shared(std::slice::from_ref(source), own) > 0),
        },
    };
    let others = || all.iter().filter(|it| it.range != *range);
    let rival_mean = others().map(|it| it.mean).max().unwrap_or(-1);
    let rival_overlap = others()
        .filter(|it| shared(std::slice::from_ref(&it.range), own) > 0)
        .map(|it| small(it.range.len()))
        .max()
        .unwrap_or(-1);
    [rule, rival_mean, rival_overlap]
}

//! What speaks for a candidate.

use super::candidate::{Candidate, shared};
use super::evidence::{Evidence, small};
use super::facts::Part;
use super::rivals::Rivals;
use super::tagger::LEANINGS;
use super::written::Counted;
use crate::lexicon::{Act, Class, Frames};
use crate::quote::draft::Draft;
use crate::text::TokenRange;

/// How many values speak for a candidate.
pub(crate) const VALUES: usize = 132;

/// What is known of a candidate besides the candidate.
pub(crate) struct Company<'a> {
    pub(crate) drafts: &'a [Draft],
    pub(crate) rivals: Rivals,
    /// The probability of its source, in thousandths; -1 where it has no possible source.
    pub(crate) source: i16,
}

/// What speaks for a candidate.
pub(crate) fn values(
    evidence: &Evidence<'_, '_>,
    candidate: &Candidate,
    company: &Company<'_>,
) -> [i16; VALUES] {
    let mut values = Values { values: [0; VALUES], next: 0 };
    votes(candidate, company, &mut values);
    content(evidence, candidate, &mut values);
    cue(evidence, candidate, &mut values);
    source(evidence, candidate, company, &mut values);
    edges(evidence, candidate, &mut values);
    chances(evidence, candidate, &mut values);
    values.push(company.rivals.values());
    values.push(candidate.ends.0);
    debug_assert!(values.next <= VALUES, "{} values", values.next);
    values.values
}

/// Values as they come in.
struct Values {
    values: [i16; VALUES],
    next: usize,
}

impl Values {
    fn push(&mut self, more: impl IntoIterator<Item = i16>) {
        for value in more {
            if let Some(slot) = self.values.get_mut(self.next) {
                *slot = value;
            }
            self.next += 1;
        }
    }
}

/// Which decodes made it, and how it stands to what the rules found.
fn votes(candidate: &Candidate, company: &Company<'_>, values: &mut Values) {
    values.push([small(candidate.decodes.count_ones())]);
    values.push((0..LEANINGS.len()).map(|bit| i16::from(candidate.decodes >> bit & 1 == 1)));
    let own = candidate.draft.and_then(|at| company.drafts.get(at));
    values.push([own.map_or(-1, |draft| small(draft.confidence))]);
    let overlap = |draft: &Draft| shared(&draft.content, &candidate.content);
    let touching = |draft: &&Draft| overlap(draft) > 0;
    let best = company.drafts.iter().filter(touching).max_by_key(|draft| overlap(draft));
    values.push(match best {
        None => [-1, 0, 0, 0, 0, 0],
        Some(draft) => {
            let both = overlap(draft);
            let of = |len: usize| small(both * 1000 / len.max(1));
            let theirs = draft.content.iter().map(ExactSizeIterator::len).sum();
            let same = |a: &Option<TokenRange>, b: &Option<TokenRange>| match (a, b) {
                (None, None) => 1,
                (Some(a), Some(b)) if a.start < b.end && b.start < a.end => 3,
                (Some(_), Some(_)) => 0,
                (None, Some(_)) => -1,
                (Some(_), None) => -2,
            };
            [
                small(draft.confidence),
                of(theirs),
                of(candidate.len()),
                same(&candidate.cue, &draft.cue),
                same(&candidate.source, &draft.source),
                i16::from(draft.verbatim),
            ]
        }
    });
    let in_content = |draft: &&Draft| {
        draft
            .cue
            .as_ref()
            .is_some_and(|cue| shared(std::slice::from_ref(cue), &candidate.content) > 0)
    };
    let takes_cue = |draft: &&Draft| {
        candidate
            .cue
            .as_ref()
            .is_some_and(|cue| shared(std::slice::from_ref(cue), &draft.content) > 0)
    };
    values.push([
        small(company.drafts.iter().filter(in_content).count()),
        small(company.drafts.iter().filter(takes_cue).count()),
    ]);
}

fn content(evidence: &Evidence<'_, '_>, candidate: &Candidate, values: &mut Values) {
    let tokens = || candidate.content.iter().flat_map(|it| evidence.stretch(it));
    let counts = candidate.content.iter().map(|it| evidence.counts(it));
    let counts = counts.reduce(|all, it| all + it).unwrap_or_default();
    let (start, end) = (candidate.start(), candidate.end());
    let belongs = |at: usize| evidence.belongs(at, Part::Content);
    let weakest = tokens().map(|it| it.belongs[Part::Content as usize]).min();
    let most_cue = tokens().map(|it| it.belongs[Part::Cue as usize]).max();
    let sentence = evidence.sequence.sentence_of(start);
    let last = evidence.sentence(end - 1);
    let before = evidence.sentence(start).start < start;
    let marked = small(counts.of(Counted::Marked));
    values.push([
        small(candidate.len()),
        small(candidate.content.len()),
        evidence.mean(candidate.content.iter(), Part::Content),
        weakest.unwrap_or(-1),
        evidence.begins(start, Part::Content),
        belongs(end - 1),
        if before { 1000 - belongs(start - 1) } else { 1200 },
        if end < last.end { 1000 - belongs(end) } else { 1200 },
        if before { belongs(start.saturating_sub(1)) } else { -1 },
        most_cue.unwrap_or(-1),
        small(candidate.content.iter().map(|it| evidence.sum(it, Part::Cue)).sum::<u32>() / 10),
        small(candidate.content.iter().map(|it| evidence.sum(it, Part::Source)).sum::<u32>() / 10),
        small(counts.of(Counted::UnlikelyContent)),
        small(usize::from(marked.unsigned_abs()) * 1000 / candidate.len().max(1)),
        marked,
        evidence.state(start),
        evidence.state(end - 1),
        evidence.state(end),
        small(evidence.sequence.sentence_of(end - 1).saturating_sub(sentence)),
        small(counts.of(Counted::Comma)),
        small(counts.of(Counted::Conjunction)),
        small(counts.of(Counted::Subordinator)),
        small(counts.of(Counted::Auxiliary)),
        small(last.end.saturating_sub(end)),
        small(start.saturating_sub(evidence.sentence(start).start)),
    ]);
}

fn cue(evidence: &Evidence<'_, '_>, candidate: &Candidate, values: &mut Values) {
    let passage = evidence.passage;
    let Some(cue) = candidate.cue.clone() else {
        values.push([-1; 27]);
        return;
    };
    let own = std::slice::from_ref(&cue);
    let (start, end) = (candidate.start(), candidate.end());
    let reading = cue.clone().rev().find_map(|at| passage.word(at).cues.first());
    let frames = reading.map_or_else(Frames::default, |it| it.frames);
    let act = reading.map_or(-1, |it| match it.act {
        Act::Speech => 0,
        Act::Writing => 1,
        Act::Attitude => 2,
        Act::Intention => 3,
    });
    let away = if start >= cue.end { start - cue.end } else { cue.start.saturating_sub(end) };
    let split = start < cue.start && cue.end < end;
    values.push([
        small(cue.len()),
        evidence.mean(own.iter(), Part::Cue),
        cue.clone().map(|at| evidence.belongs(at, Part::Cue)).max().unwrap_or(-1),
        evidence.begins(cue.start, Part::Cue),
        evidence.look(cue.start).cue.into(),
        evidence.look(cue.end - 1).cue.into(),
        cue.clone().map(|at| evidence.look(at).cue.into()).max().unwrap_or(-1),
        act,
        reading.map_or(-1, |it| it.form as i16),
        evidence.state(cue.start),
        small(
            evidence.sequence.sentence_of(start).abs_diff(evidence.sequence.sentence_of(cue.start)),
        ),
        small(away),
        if start >= cue.end { 2 } else { i16::from(split) },
        evidence.sort(cue.start.checked_sub(1)),
        evidence.sort(Some(cue.start)),
        evidence.sort(Some(cue.end - 1)),
        evidence.sort(Some(cue.end)),
        i16::from(passage.reads(cue.end - 1, "to")),
        i16::from(evidence.sentence(cue.start).start == cue.start),
    ]);
    let all = [
        Frames::QUOTATION,
        Frames::FOLLOWS,
        Frames::THAT,
        Frames::CLAUSE,
        Frames::QUESTION,
        Frames::INFINITIVE,
        Frames::OBJECT,
        Frames::NOUN,
    ];
    values.push(all.map(|frame| i16::from(frames.has(frame))));
}

fn source(
    evidence: &Evidence<'_, '_>,
    candidate: &Candidate,
    company: &Company<'_>,
    values: &mut Values,
) {
    values.push([company.source]);
    let cue = candidate.cue.clone().unwrap_or_default();
    let Some(source) = &candidate.source else {
        values.push([-1; 7]);
        return;
    };
    let passage = evidence.passage;
    values.push([
        small(source.len()),
        evidence.mean(std::iter::once(source), Part::Source),
        i16::from(source.start < cue.start),
        small(source.start.abs_diff(cue.start)),
        i16::from(
            evidence.sequence.sentence_of(source.start) == evidence.sequence.sentence_of(cue.start),
        ),
        i16::from(passage.is(source.start, Class::SUBJECT))
            + 2 * i16::from(passage.is_capital(source.end - 1)),
        small(shared(std::slice::from_ref(source), &candidate.content)),
    ]);
}

/// The words at and around both edges of the content.
fn edges(evidence: &Evidence<'_, '_>, candidate: &Candidate, values: &mut Values) {
    let passage = evidence.passage;
    let (start, end) = (candidate.start(), candidate.end());
    let back = |steps: usize| start.checked_sub(steps);
    values.push([
        evidence.sort(back(1)),
        evidence.sort(back(2)),
        evidence.sort(Some(start)),
        evidence.sort(Some(start + 1)),
        evidence.sort(Some(end - 1)),
        evidence.sort(Some(end)),
        evidence.sort(Some(end + 1)),
        evidence.sort(Some(end + 2)),
        i16::from(back(1).is_some_and(|at| passage.reads(at, "that"))),
        i16::from(passage.reads(start, "that")),
        i16::from(back(1).is_some_and(|at| passage.reads(at, "to"))),
        i16::from(passage.reads(start, "to")),
    ]);
}

/// How likely content, cue and source are just these stretches, and where the content is least likely
/// to go on.
fn chances(evidence: &Evidence<'_, '_>, candidate: &Candidate, values: &mut Values) {
    let passage = evidence.passage;
    let end = candidate.end();
    let likeness = |range: Option<&TokenRange>, part: Part| {
        range.map_or(1, |range| evidence.likeness(range, part))
    };
    let ends = |range: Option<&TokenRange>, part: Part| {
        range.map_or(-1, |range| 1000 - evidence.goes_on(range.end, part))
    };
    let content = candidate.content.iter().map(|it| evidence.likeness(it, Part::Content));
    let weakest = candidate
        .content
        .iter()
        .flat_map(|range| range.clone().zip(evidence.stretch(range)).skip(1))
        .map(|(at, fact)| (fact.goes_on[Part::Content as usize], at))
        .min();
    let (weak, place) = weakest.unwrap_or((-1, end));
    let last = evidence.sentence(end - 1);
    let breaks =
        |at: &usize| matches!(evidence.sort(Some(*at)), 2 | 4 | 5 | 6) && !passage.is_marked(*at);
    let comma = candidate.content.last().and_then(|range| range.clone().rev().find(breaks));
    let next = (end..last.end)
        .find(|&at| evidence.goes_on(at + 1, Part::Content) < 500 || at + 1 == last.end);
    values.push([
        candidate.chance,
        content.fold(0, i16::saturating_add),
        likeness(candidate.content.first(), Part::Content),
        likeness(candidate.cue.as_ref(), Part::Cue),
        likeness(candidate.source.as_ref(), Part::Source),
        ends(candidate.content.last(), Part::Content),
        ends(candidate.cue.as_ref(), Part::Cue),
        ends(candidate.source.as_ref(), Part::Source),
        weak,
        evidence.sort(Some(place)),
        evidence.sort(Some(place + 1)),
        evidence.sort(Some(place + 2)),
        evidence.sort(place.checked_sub(1)),
        small(place - candidate.start()),
        small(end - place),
        comma.map_or(-1, |at| evidence.goes_on(at, Part::Content)),
        comma.map_or(-1, |at| small(end - at)),
        evidence.sort(comma),
        evidence.sort(comma.map(|at| at + 1)),
        evidence.sort(comma.map(|at| at + 2)),
        next.map_or(-1, |at| small(at + 1 - end)),
        next.map_or(-1, |at| 1000 - evidence.goes_on(at + 1, Part::Content)),
    ]);
}

//! Picks the candidates that agree with each other, the most likely first.

use super::candidate::{Candidate, shared};
use super::model::AttributionModel;
use super::tagger::LEANINGS;
use super::windows::{judged, visit_windows};
use super::word::Looks;
use crate::lexicon::{Act, Class, Frames};
use crate::quote::draft::Draft;
use crate::quote::following::addressee_at;
use crate::quote::passage::Passage;
use crate::quote::subject::verb_phrase_start;
use crate::text::TokenRange;

/// Candidates less likely than this, in thousandths, are dropped.
const LEAST: u16 = 250;
/// A candidate may share this part of its content with those already kept.
const SHARE: usize = 5;

/// The quotes of a passage: the best of what the tagger and the rules propose, and those drafts of
/// the rules that no model knows, such as quotations without a cue.
pub(crate) fn quotes<'p>(
    passage: &Passage<'p>,
    drafts: Vec<Draft>,
    model: &AttributionModel,
    looks: &mut Looks<'p>,
    fast: bool,
) -> Vec<Draft> {
    let decodes = if fast { 3 } else { LEANINGS.len() };
    let mut chosen: Vec<Draft> = Vec::new();
    visit_windows(passage, &drafts, &model.tagger, looks, decodes, |window| {
        let own = window.drafts;
        let forest = &model.judges.attributions;
        let mut ranked: Vec<(u16, Candidate)> = judged(window, &model.judges)
            .into_iter()
            .map(|(candidate, values)| (forest.probability(forest.score(&values)), candidate))
            .filter(|(probability, _)| *probability >= LEAST)
            .collect();
        // Stable: of equals the one that comes first in the text.
        ranked.sort_by_key(|(probability, _)| std::cmp::Reverse(*probability));
        chosen.extend(
            consistent(ranked)
                .into_iter()
                .map(|(probability, candidate)| draft(passage, own, candidate, probability)),
        );
    });
    chosen.sort_by_key(Draft::start);
    let cueless: Vec<Draft> = drafts
        .into_iter()
        .filter(|draft| draft.cue.is_none() && !overlaps(&chosen, draft))
        .collect();
    chosen.extend(cueless);
    chosen.sort_by_key(Draft::start);
    chosen
}

/// The candidates that agree with all before them.
fn consistent(ranked: Vec<(u16, Candidate)>) -> Vec<(u16, Candidate)> {
    let mut kept: Vec<(u16, Candidate)> = Vec::new();
    let mut contents: Vec<TokenRange> = Vec::new();
    let mut others: Vec<TokenRange> = Vec::new();
    for (probability, mut candidate) in ranked {
        let cue: &[TokenRange] = candidate.cue.as_slice();
        let taken = shared(&candidate.content, &contents);
        if taken * SHARE > candidate.len()
            || shared(cue, &contents) > 0
            || kept.iter().any(|(_, it)| shared(cue, it.cue.as_slice()) > 0)
        {
            continue;
        }
        let whole = candidate.content.clone();
        let rest = without(&without(&candidate.content, &contents), &others);
        if rest.is_empty() {
            continue;
        }
        candidate.content = rest;
        add(&mut contents, &whole);
        add(&mut others, cue);
        add(&mut others, candidate.source.as_slice());
        kept.push((probability, candidate));
    }
    kept
}

/// Adds stretches to a list in order; those that touch are joined.
fn add(list: &mut Vec<TokenRange>, more: &[TokenRange]) {
    list.extend_from_slice(more);
    list.sort_by_key(|range| range.start);
    list.dedup_by(|next, before| {
        let joins = next.start <= before.end;
        if joins {
            before.end = before.end.max(next.end);
        }
        joins
    });
}

/// What is left of stretches without others.
fn without(ranges: &[TokenRange], others: &[TokenRange]) -> Vec<TokenRange> {
    let mut left = Vec::with_capacity(ranges.len());
    for range in ranges {
        let mut start = range.start;
        let first = others.partition_point(|other| other.end <= range.start);
        let inside = others.get(first..).unwrap_or_default();
        for other in inside.iter().take_while(|other| other.start < range.end) {
            if start < other.start {
                left.push(start..other.start);
            }
            start = start.max(other.end);
        }
        if start < range.end {
            left.push(start..range.end);
        }
    }
    left
}

/// Whether a draft takes up anything that the chosen ones, in order of content, have.
fn overlaps(chosen: &[Draft], draft: &Draft) -> bool {
    let parts: Vec<TokenRange> = draft.content.clone();
    chosen.iter().any(|other| {
        other.parts().any(|part| shared(std::slice::from_ref(part), &parts) > 0)
    })
}

/// The draft that a candidate makes; what the rules found out about it is kept.
fn draft(passage: &Passage<'_>, drafts: &[Draft], candidate: Candidate, probability: u16) -> Draft {
    if let Some(known) = candidate.draft.and_then(|at| drafts.get(at)) {
        let source = candidate.source.or_else(|| known.source.clone());
        return Draft { source, confidence: probability, ..known.clone() };
    }
    let Candidate { content, cue, source, .. } = candidate;
    let mut draft = Draft { source, ..Draft::new(content, probability) };
    let Some(cue) = cue else { return draft };
    let reading = cue.clone().rev().find_map(|at| passage.word(at).cues.first());
    draft.act = reading.map_or(Act::Attitude, |reading| reading.act);
    let lowest = cue.start.saturating_sub(4).max(passage.range.start);
    let phrase = verb_phrase_start(passage, cue.start, lowest)..cue.end;
    draft.negated = phrase.clone().any(|at| passage.is(at, Class::NEGATION));
    draft.modal = phrase.clone().any(|at| passage.is(at, Class::MODAL));
    if reading.is_some_and(|reading| reading.frames.has(Frames::ADDRESSEE)) {
        draft.addressee = addressee_at(passage, cue.end, passage.range.end.min(cue.end + 40));
    }
    let same = |other: &&Draft| shared(&other.content, &draft.content) > 0;
    draft.relay = drafts.iter().find(same).and_then(|other| other.relay.clone());
    draft.cue = Some(cue);
    draft
}

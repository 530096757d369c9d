//! Picks the candidates that agree with each other, the most likely first.

use std::ops::Range;

use super::candidate::{Candidate, shared};
use super::doubt::least;
use super::finish::finish;
use super::looks::Looks;
use super::model::{AttributionModel, Judges};
use super::values::VALUES;
use super::windows::{Window, judged, visit_windows};
use crate::lexicon::Class;
use crate::quote::draft::Draft;
use crate::quote::passage::Passage;
use crate::quote::uncued::unattributed;
use crate::text::TokenRange;

/// What the rules found comes before others that are likelier by less than this, in thousandths.
const HEAD_START: u16 = 30;
/// A candidate may share this part of its content with those already kept.
const SHARE: usize = 5;

/// What may be said in a passage.
#[derive(Debug, Default)]
pub(crate) struct Proposals<'a, 'p> {
    weighed: Vec<Proposal>,
    open: Vec<Window<'a, 'p>>,
}

/// What may be said in a window of a passage.
#[derive(Debug)]
struct Proposal {
    /// Its drafts, among those of the passage.
    drafts: Range<usize>,
    /// Each with how likely it is, in thousandths.
    candidates: Vec<(u16, Candidate)>,
}

impl Proposals<'_, '_> {
    /// How many candidates are not [weighed](weigh).
    pub(crate) fn open(&self) -> usize {
        self.open.iter().map(|window| window.pool.len()).sum()
    }
}

/// What the tagger and the rules propose for a passage.
pub(crate) fn proposals<'a, 'p>(
    passage: &'a Passage<'p>,
    drafts: &[Draft],
    model: &AttributionModel,
    looks: &mut Looks<'_>,
    fast: bool,
) -> Proposals<'a, 'p> {
    let mut proposals = Proposals::default();
    visit_windows(passage, drafts, model, looks, fast, |window| {
        proposals.open.push(window);
        if proposals.open() >= AT_ONCE {
            weigh(model, fast, std::iter::once((&mut proposals, drafts)));
        }
    });
    proposals
}

/// So many candidates are weighed at once.
pub(crate) const AT_ONCE: usize = 256;

/// Finds out how likely the candidates of proposals are: of many faster than of one at a time.
/// Beside the proposals for a passage stand its drafts.
pub(crate) fn weigh<'r, 'a: 'r, 'p: 'a>(
    model: &AttributionModel,
    fast: bool,
    proposals: impl Iterator<Item = (&'r mut Proposals<'a, 'p>, &'r [Draft])>,
) {
    let mut owners = Vec::new();
    let mut windows = Vec::new();
    for (Proposals { weighed, open }, drafts) in proposals {
        owners.push((open.len(), weighed));
        windows.extend(open.drain(..).map(|window| {
            let own = drafts.get(window.drafts.clone()).unwrap_or_default();
            (window, own)
        }));
    }
    let values = judged(&mut windows, &model.judges);
    let Judges { attributions, fast: fast_attributions, .. } = &model.judges;
    let forest = if fast { fast_attributions } else { attributions };
    let scores = forest.scores(values.iter().map(<[i16; VALUES]>::as_slice));
    let mut probabilities = scores.into_iter().map(|score| forest.probability(score));
    let mut windows = windows.into_iter();
    for (count, weighed) in owners {
        weighed.extend(windows.by_ref().take(count).map(|(Window { pool, drafts, .. }, _)| {
            let candidates = probabilities.by_ref().take(pool.len()).zip(pool).collect();
            Proposal { drafts, candidates }
        }));
    }
}

/// The quotes of a passage: the best of what was proposed, and those drafts of the rules that the
/// model does not know, such as quotations without a cue, or was not asked about.
pub(crate) fn quotes(
    passage: &Passage<'_>,
    drafts: Vec<Draft>,
    proposals: Proposals<'_, '_>,
) -> Vec<Draft> {
    let mut chosen: Vec<Draft> = Vec::new();
    let mut is_weighed = vec![false; drafts.len()];
    for proposal in proposals.weighed {
        is_weighed.get_mut(proposal.drafts.clone()).unwrap_or_default().fill(true);
        let own = drafts.get(proposal.drafts).unwrap_or_default();
        let mut ranked: Vec<(u16, Candidate)> = proposal
            .candidates
            .into_iter()
            .map(|(probability, candidate)| (probability, completed(passage, own, candidate)))
            .filter(|(probability, candidate)| {
                least(passage, own, candidate).is_some_and(|least| *probability >= least)
            })
            .collect();
        // Stable: of equals the one that comes first in the text.
        ranked.sort_by_key(|(probability, candidate)| {
            let head_start = if candidate.draft.is_some() { HEAD_START } else { 0 };
            std::cmp::Reverse(probability + head_start)
        });
        chosen.extend(
            consistent(ranked)
                .into_iter()
                .map(|(probability, candidate)| finish(passage, own, candidate, probability)),
        );
    }
    chosen.sort_by_key(Draft::start);
    let mut taken: Vec<TokenRange> = Vec::new();
    let parts: Vec<TokenRange> = chosen.iter().flat_map(Draft::parts).cloned().collect();
    add(&mut taken, &parts);
    let others: Vec<Draft> = drafts
        .into_iter()
        .zip(is_weighed)
        .filter(|(draft, is_weighed)| !(*is_weighed && draft.cue.is_some()))
        .filter(|(draft, _)| !overlaps(&taken, draft))
        .filter_map(|(draft, _)| unattributed(passage, draft))
        .collect();
    chosen.extend(others);
    chosen.sort_by_key(Draft::start);
    chosen
}

/// A candidate that is a part of words in marks which the rules give to its cue, or the second half
/// of a clause that the cue parts: all of them. What goes on behind the cue in further sentences
/// belongs to it, though no sentence there says so.
fn completed(passage: &Passage<'_>, drafts: &[Draft], candidate: Candidate) -> Candidate {
    // "The lock, he said, was safe."
    let resumes = passage.is(candidate.start(), Class::AUXILIARY)
        && candidate.cue.as_ref().is_some_and(|cue| cue.end < candidate.start());
    let part = |draft: &Draft| {
        shared(draft.cue.as_slice(), candidate.cue.as_slice()) > 0
            && shared(&draft.content, &candidate.content) == candidate.len()
            && (resumes && draft.start() < candidate.start()
                || draft.content.iter().all(|range| passage.is_all_marked(range.clone())))
    };
    match drafts.iter().position(part) {
        Some(at) if candidate.draft.is_none() => {
            let content = drafts.get(at).map(|draft| draft.content.clone()).unwrap_or_default();
            Candidate { draft: Some(at), content, ..candidate }
        }
        _ => candidate,
    }
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

/// Whether a draft takes up anything of these stretches, which stand in order and apart.
fn overlaps(taken: &[TokenRange], draft: &Draft) -> bool {
    draft.content.iter().filter(|own| !own.is_empty()).any(|own| {
        let at = taken.partition_point(|other| other.end <= own.start);
        taken.get(at).is_some_and(|other| other.start < own.end)
    })
}

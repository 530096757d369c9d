//! Reads a passage window by window: tags it and pools the candidates of each window.

use super::candidate::Candidate;
use super::ends::with_ends;
use super::evidence::{Evidence, Part};
use super::model::{AttributionModel, Judges};
use super::pool::pool;
use super::rivals::Rivals;
use super::sequence::Sequence;
use super::sources::{SOURCE_VALUES, possible_sources, source_values};
use super::values::{Company, VALUES, values};
use super::word::Looks;
use crate::quote::draft::Draft;
use crate::quote::passage::Passage;
use crate::tagger::LONGEST_WINDOW;
use crate::text::TokenRange;

/// The stretches of a passage that are read as one: all of it, or as many whole sentences as fit.
pub(crate) fn windows(passage: &Passage<'_>) -> Vec<TokenRange> {
    let range = passage.range.clone();
    let mut windows = Vec::new();
    let mut start = range.start;
    while range.end - start > LONGEST_WINDOW {
        let most = start + LONGEST_WINDOW;
        let number = passage.sentences.partition_point(|it| it.start <= most);
        let cut = number.checked_sub(1).and_then(|at| passage.sentences.get(at));
        let end = cut.map(|it| it.start).filter(|&at| at > start).unwrap_or(most);
        windows.push(start..end);
        start = end;
    }
    if start < range.end {
        windows.push(start..range.end);
    }
    windows
}

/// A window of a passage with its candidates.
#[derive(Debug)]
pub(crate) struct Window<'w, 'a, 'p> {
    pub(crate) evidence: &'w Evidence<'a, 'p>,
    pub(crate) pool: Vec<Candidate>,
    pub(crate) drafts: &'w [Draft],
    /// The number of the first of them in the passage.
    pub(crate) first_draft: usize,
}

/// Calls `visit` with each window of a passage that may hold an attribution.
pub(crate) fn visit_windows<'p>(
    passage: &Passage<'p>,
    drafts: &[Draft],
    model: &AttributionModel,
    looks: &mut Looks<'p>,
    decodes: usize,
    mut visit: impl FnMut(Window<'_, '_, 'p>),
) {
    let AttributionModel { tagger, judges } = model;
    for range in windows(passage) {
        let sequence = Sequence::new(passage, &range, looks);
        let readings = tagger.tag(&sequence);
        let first = drafts.partition_point(|draft| draft.start() < range.start);
        let end = drafts.partition_point(|draft| draft.start() < range.end);
        let drafts = drafts.get(first..end).unwrap_or_default();
        let pool = pool(passage, &sequence, tagger, &readings, drafts, decodes);
        if pool.is_empty() {
            continue;
        }
        let evidence = Evidence::new(passage, &sequence, &readings);
        let pool = with_ends(&evidence, pool, &judges.borders);
        visit(Window { evidence: &evidence, pool, drafts, first_draft: first });
    }
}

/// The candidates of a window with their best sources, and what speaks for each.
pub(crate) fn judged(
    window: Window<'_, '_, '_>,
    judges: &Judges,
) -> Vec<(Candidate, [i16; VALUES])> {
    let Window { evidence, mut pool, drafts, .. } = window;
    let sources = find_sources(evidence, &mut pool, drafts, judges);
    for candidate in &mut pool {
        let cue = candidate.cue.clone().unwrap_or_default();
        candidate.likeness = cue.map(|at| evidence.look(at).cue).max().unwrap_or(0);
        candidate.chance = chance(evidence, candidate);
    }
    let values: Vec<_> = pool
        .iter()
        .zip(sources)
        .enumerate()
        .map(|(at, (candidate, source))| {
            let company = Company { drafts, rivals: Rivals::of(&pool, at), source };
            values(evidence, candidate, &company)
        })
        .collect();
    pool.into_iter().zip(values).collect()
}

/// How likely the content and the cue of a candidate are just these stretches.
fn chance(evidence: &Evidence<'_, '_>, candidate: &Candidate) -> i16 {
    let content = candidate.content.iter().map(|it| evidence.likeness(it, Part::Content));
    let cue = candidate.cue.iter().map(|it| evidence.likeness(it, Part::Cue));
    content.chain(cue).fold(0, i16::saturating_add)
}

/// Less likely than this, in thousandths, and a candidate has no source.
const LEAST_SOURCE: u16 = 150;

/// Gives each candidate its most likely source; returns how likely that is, in thousandths, or -1.
fn find_sources(
    evidence: &Evidence<'_, '_>,
    pool: &mut [Candidate],
    drafts: &[Draft],
    judges: &Judges,
) -> Vec<i16> {
    let possible: Vec<_> = (0..pool.len()).map(|at| possible_sources(evidence, pool, at)).collect();
    let mut values: Vec<[i16; SOURCE_VALUES]> = Vec::new();
    for (candidate, all) in pool.iter().zip(&possible) {
        let own = |it| source_values(evidence, candidate, all, it, drafts, &judges.wording);
        values.extend(all.iter().map(own));
    }
    // Of all candidates at once, which is faster.
    let forest = &judges.sources;
    let scores = forest.scores(values.iter().map(<[i16; SOURCE_VALUES]>::as_slice));
    let mut likely = scores.into_iter().map(|score| forest.probability(score));
    let mut degrees = Vec::with_capacity(pool.len());
    for (candidate, all) in pool.iter_mut().zip(possible) {
        let best = likely.by_ref().take(all.len()).zip(&all).max_by(|a, b| {
            // Of equals the first.
            a.0.cmp(&b.0).then(std::cmp::Ordering::Greater)
        });
        candidate.source = best
            .filter(|(probability, _)| *probability >= LEAST_SOURCE)
            .map(|(_, possible)| possible.range.clone());
        degrees.push(best.map_or(-1, |(probability, _)| probability.cast_signed()));
    }
    degrees
}

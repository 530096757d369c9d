//! Reads a passage window by window: tags it and pools the candidates of each window.

use std::ops::Range;

use super::candidate::Candidate;
use super::ends::with_ends;
use super::evidence::Evidence;
use super::facts::Part;
use super::looks::Looks;
use super::model::{AttributionModel, Judges};
use super::pool::pool;
use super::rivals::Rivals;
use super::sequence::Sequence;
use super::sources::{Known, Possible, SOURCE_VALUES, possible_sources, source_values};
use super::tagger::LEANINGS;
use super::values::{Company, VALUES, values};
use crate::lexicon::Frames;
use crate::quote::draft::Draft;
use crate::quote::passage::Passage;
use crate::quote::trust;
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

/// The sentences in which a word that mostly is a cue reports something that the rules do not surely
/// read, neighbours together: what the fast mode asks the model about.
fn unsure_windows(
    passage: &Passage<'_>,
    drafts: &[Draft],
    looks: &mut Looks<'_>,
) -> Vec<TokenRange> {
    let mut windows: Vec<TokenRange> = Vec::new();
    let is_sure = |draft: &&Draft| draft.confidence >= trust::SURE;
    let cues = drafts.iter().filter(is_sure).filter_map(|draft| draft.cue.as_ref());
    let mut sure: Vec<&TokenRange> = cues.collect();
    sure.sort_by_key(|cue| cue.start);
    for sentence in passage.sentences.iter() {
        let is_read = |at: usize| {
            let place = sure.partition_point(|cue| cue.end <= at);
            sure.get(place).is_some_and(|cue| cue.contains(&at))
        };
        let reports = |at: usize| {
            passage.word(at).cues.iter().any(|cue| cue.frames.has(Frames::FOLLOWS))
                && !passage.is_marked(at)
                && !is_read(at)
                && looks.cue(passage, at) >= OFTEN
        };
        let first = drafts.partition_point(|draft| draft.start() < sentence.start);
        let mut own = drafts.iter().skip(first).take_while(|draft| draft.start() < sentence.end);
        if !own.any(|draft| draft.cue.is_some() && !is_sure(&draft))
            && !sentence.clone().any(reports)
        {
            continue;
        }
        match windows.last_mut() {
            Some(last)
                if last.end == sentence.start && sentence.end - last.start <= LONGEST_WINDOW =>
            {
                last.end = sentence.end;
            }
            _ => {
                let cut = (sentence.start..sentence.end).step_by(LONGEST_WINDOW);
                windows.extend(cut.map(|at| at..sentence.end.min(at + LONGEST_WINDOW)));
            }
        }
    }
    windows
}

/// A word that is a cue this often, on a scale from 0 to 4, is worth a look.
const OFTEN: u8 = 3;

/// A window of a passage with its candidates.
#[derive(Debug)]
pub(crate) struct Window<'a, 'p> {
    pub(crate) evidence: Evidence<'a, 'p>,
    pub(crate) pool: Vec<Candidate>,
    /// Its drafts, among those of the passage.
    pub(crate) drafts: Range<usize>,
}

/// Calls `visit` with each window of a passage that may hold an attribution: of the unsure ones
/// after one decode, or of all after many.
pub(crate) fn visit_windows<'a, 'p>(
    passage: &'a Passage<'p>,
    drafts: &[Draft],
    model: &AttributionModel,
    looks: &mut Looks<'_>,
    fast: bool,
    mut visit: impl FnMut(Window<'a, 'p>),
) {
    let AttributionModel { tagger, judges, .. } = model;
    let (windows, decodes) = if fast {
        (unsure_windows(passage, drafts, looks), 1)
    } else {
        (windows(passage), LEANINGS.len())
    };
    let mut readings = std::mem::take(&mut looks.readings);
    for range in windows {
        let sequence = Sequence::new(passage, &range, looks);
        tagger.tag(&sequence, &mut readings);
        let first = drafts.partition_point(|draft| draft.start() < range.start);
        let end = drafts.partition_point(|draft| draft.start() < range.end);
        let own = drafts.get(first..end).unwrap_or_default();
        let pool = pool(passage, &sequence, tagger, &mut readings, own, decodes);
        if pool.is_empty() {
            continue;
        }
        let evidence = Evidence::new(passage, sequence, &readings);
        let pool = with_ends(&evidence, pool, &judges.borders);
        visit(Window { evidence, pool, drafts: first..end });
    }
    looks.readings = readings;
}

/// Gives the candidates of windows their best sources; tells what speaks for each. Beside each
/// window stand its drafts. Of many windows at once, which is faster.
pub(crate) fn judged(
    windows: &mut [(Window<'_, '_>, &[Draft])],
    judges: &Judges,
) -> Vec<[i16; VALUES]> {
    let mut sources = find_sources(windows, judges).into_iter();
    let mut all = Vec::with_capacity(sources.len());
    for (Window { evidence, pool, .. }, drafts) in windows {
        for candidate in &mut *pool {
            let cue = candidate.cue.clone().unwrap_or_default();
            candidate.likeness = cue.map(|at| evidence.look(at).cue).max().unwrap_or(0);
            candidate.chance = chance(evidence, candidate);
        }
        for ((at, candidate), source) in pool.iter().enumerate().zip(&mut sources) {
            let company = Company { drafts, rivals: Rivals::of(pool, at), source };
            all.push(values(evidence, candidate, &company));
        }
    }
    all
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
fn find_sources(windows: &mut [(Window<'_, '_>, &[Draft])], judges: &Judges) -> Vec<i16> {
    let mut possible: Vec<Vec<Possible>> = Vec::new();
    let mut values: Vec<[i16; SOURCE_VALUES]> = Vec::new();
    for (Window { evidence, pool, .. }, drafts) in &*windows {
        let mut known = Known::default();
        for (at, candidate) in pool.iter().enumerate() {
            let all = possible_sources(evidence, pool, at, &mut known);
            let own = |it| source_values(evidence, candidate, &all, it, drafts, &judges.wording);
            values.extend(all.iter().map(own));
            possible.push(all);
        }
    }
    let forest = &judges.sources;
    let scores = forest.scores(values.iter().map(<[i16; SOURCE_VALUES]>::as_slice));
    let mut likely = scores.into_iter().map(|score| forest.probability(score));
    let candidates = windows.iter_mut().flat_map(|(window, _)| &mut window.pool);
    candidates
        .zip(possible)
        .map(|(candidate, all)| {
            let best = likely.by_ref().take(all.len()).zip(&all).max_by(|a, b| {
                // Of equals the first.
                a.0.cmp(&b.0).then(std::cmp::Ordering::Greater)
            });
            candidate.source = best
                .filter(|(probability, _)| *probability >= LEAST_SOURCE)
                .map(|(_, possible)| possible.range.clone());
            best.map_or(-1, |(probability, _)| probability.cast_signed())
        })
        .collect()
}

//! From labels to attributions: which source and which content belong to which cue.

use super::candidate::{Candidate, tidied};
use super::narration::without_narration;
use super::sequence::Sequence;
use crate::quote::passage::Passage;
use crate::text::TokenRange;

/// How many cues on either side a content may belong to.
const NEAREST: usize = 4;
/// What a sentence, and what another cue between a content and a cue counts for, in tokens.
const SENTENCE: usize = 12;
const OTHER_CUE: usize = 15;

/// A cue with what belongs to it.
struct Link {
    cue: TokenRange,
    source: Option<TokenRange>,
}

/// The attributions that the labels of a sequence make.
pub(super) fn link(passage: &Passage<'_>, sequence: &Sequence, labels: &[u8]) -> Vec<Candidate> {
    let [sources, cues, contents] = runs(labels, sequence.first);
    let mut links: Vec<Link> = cues.into_iter().map(|cue| Link { cue, source: None }).collect();
    for source in sources {
        attach_source(sequence, &mut links, source);
    }
    inherit_sources(sequence, &mut links);
    let mut owned: Vec<Owned> = Vec::with_capacity(contents.len());
    for tokens in contents {
        if let Some(owner) = nearest_cue(sequence, &links, &tokens) {
            owned.push(Owned { tokens, owner });
        }
    }
    snap(passage, sequence, labels, &mut owned);
    collect(passage, &links, owned)
}

/// A stretch of a content, and the place of the cue that it belongs to.
#[derive(Clone)]
struct Owned {
    tokens: TokenRange,
    owner: usize,
}

/// The stretches of sources, of cues and of contents.
fn runs(labels: &[u8], first: usize) -> [Vec<TokenRange>; 3] {
    let mut runs = [const { Vec::new() }; 3];
    let mut last = 0;
    for (at, &label) in (first..).zip(labels) {
        let inside = label.is_multiple_of(2);
        // Most tokens are like the one before: no stretch begins or ends.
        if label == last && inside {
            continue;
        }
        let goes_on = inside && last + 1 == label;
        if !goes_on {
            end_run(&mut runs, last, at);
            if let Some(runs) = runs.get_mut(role(label)) {
                runs.push(at..at + 1);
            }
        }
        last = label;
    }
    end_run(&mut runs, last, first + labels.len());
    runs
}

/// The place of the stretches that a label belongs to; none for being outside.
fn role(label: u8) -> usize {
    usize::from(label).wrapping_sub(1) / 2
}

/// The stretch with this label, if it is one, ends here.
fn end_run(runs: &mut [Vec<TokenRange>; 3], label: u8, end: usize) {
    if let Some(run) = runs.get_mut(role(label)).and_then(|it| it.last_mut()) {
        run.end = end;
    }
}

/// How many tokens stand between two stretches.
pub(super) fn gap(a: &TokenRange, b: &TokenRange) -> usize {
    b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end))
}

/// The cues around a place.
fn around(links: &[Link], at: usize) -> TokenRange {
    let middle = links.partition_point(|link| link.cue.start < at);
    middle.saturating_sub(NEAREST)..links.len().min(middle + NEAREST)
}

/// Gives a source to the nearest cue of its sentence, rather one that follows it.
fn attach_source(sequence: &Sequence, links: &mut [Link], source: TokenRange) {
    let sentence = sequence.sentence_of(source.start);
    let cost = |link: &Link| {
        2 * gap(&source, &link.cue) + if source.end <= link.cue.start { 0 } else { 3 }
    };
    let near = around(links, source.start);
    let best = near
        .filter(|&at| {
            links.get(at).is_some_and(|link| sequence.sentence_of(link.cue.start) == sentence)
        })
        .min_by_key(|&at| links.get(at).map_or(usize::MAX, cost));
    let Some(link) = best.and_then(|at| links.get_mut(at)) else { return };
    let nearer =
        link.source.as_ref().is_none_or(|known| gap(&source, &link.cue) < gap(known, &link.cue));
    if nearer {
        link.source = Some(source);
    }
}

/// A cue without a source has that of the cue before it in the sentence.
fn inherit_sources(sequence: &Sequence, links: &mut [Link]) {
    let mut last: Option<(usize, TokenRange)> = None;
    for link in links {
        let sentence = sequence.sentence_of(link.cue.start);
        if let Some(source) = &link.source {
            last = Some((sentence, source.clone()));
        } else {
            let same = last.as_ref().filter(|(known, _)| *known == sentence);
            link.source = same.map(|(_, source)| source.clone());
        }
    }
}

/// The place of the cue that a content belongs to.
fn nearest_cue(sequence: &Sequence, links: &[Link], content: &TokenRange) -> Option<usize> {
    let (first, last) =
        (sequence.sentence_of(content.start), sequence.sentence_of(content.end - 1));
    let middle = links.partition_point(|link| link.cue.start < content.start);
    let cost = |at: usize| {
        let Some(link) = links.get(at) else { return usize::MAX };
        // Source and cue together, where they stand together.
        let group = match &link.source {
            Some(source) => link.cue.start.min(source.start)..link.cue.end.max(source.end),
            None => link.cue.clone(),
        };
        let sentence = sequence.sentence_of(link.cue.start);
        let sentences = first.abs_diff(sentence).min(last.abs_diff(sentence));
        let between = if at < middle { middle - 1 - at } else { at - middle };
        gap(content, &group) + SENTENCE * sentences + OTHER_CUE * between
    };
    around(links, content.start).min_by_key(|&at| cost(at))
}

/// Gives a stretch to a cue, whichever had it.
fn give(owned: &mut Vec<Owned>, tokens: &TokenRange, cue: usize) {
    let first = owned.partition_point(|it| it.tokens.end <= tokens.start);
    let end = owned.partition_point(|it| it.tokens.start < tokens.end).max(first);
    let cut = owned.get(first..end).unwrap_or_default();
    let left = cut.first().filter(|it| it.tokens.start < tokens.start).cloned();
    let right = cut.last().filter(|it| it.tokens.end > tokens.end).cloned();
    let left = left.map(|it| Owned { tokens: it.tokens.start..tokens.start, ..it });
    let right = right.map(|it| Owned { tokens: tokens.end..it.tokens.end, ..it });
    let own = Owned { tokens: tokens.clone(), owner: cue };
    owned.splice(first..end, left.into_iter().chain([own]).chain(right));
}

/// Gives all of a stretch in marks to the attribution that has half of it.
fn snap(passage: &Passage<'_>, sequence: &Sequence, labels: &[u8], owned: &mut Vec<Owned>) {
    let (first, end) = (sequence.first, sequence.first + sequence.len());
    let from = passage.regions.partition_point(|it| it.tokens.start < first);
    let regions = passage.regions.get(from..).unwrap_or_default();
    for region in regions.iter().take_while(|it| it.tokens.end <= end) {
        let inside = region.tokens.start - first..region.tokens.end - first;
        let roles = labels.get(inside).unwrap_or_default();
        if roles.iter().any(|&label| (1..5).contains(&label)) {
            continue;
        }
        let inner = region.tokens.start + 1..region.tokens.end;
        if inner.is_empty() {
            continue;
        }
        if let Some(cue) = majority(owned, &inner) {
            give(owned, &region.tokens, cue);
        }
    }
}

/// The cue that at least half of a stretch belongs to; of two with half each, the last.
fn majority(owned: &[Owned], tokens: &TokenRange) -> Option<usize> {
    let first = owned.partition_point(|it| it.tokens.end <= tokens.start);
    let near = owned.get(first..).unwrap_or_default();
    let near = near.iter().take_while(|it| it.tokens.start < tokens.end);
    let mut shares: Vec<(usize, usize)> = Vec::new();
    for Owned { tokens: own, owner } in near {
        let share = own.end.min(tokens.end) - own.start.max(tokens.start);
        match shares.iter_mut().find(|it| it.1 == *owner) {
            Some((known, _)) => *known += share,
            None => shares.push((share, *owner)),
        }
    }
    let (share, cue) = shares.into_iter().max()?;
    (2 * share >= tokens.len()).then_some(cue)
}

/// The attributions, in order of their cues.
fn collect(passage: &Passage<'_>, links: &[Link], mut owned: Vec<Owned>) -> Vec<Candidate> {
    // Stable: the stretches of each stay in order.
    owned.sort_by_key(|it| it.owner);
    let mut candidates = Vec::with_capacity(links.len());
    for own in owned.chunk_by(|a, b| a.owner == b.owner) {
        let Some(link) = own.first().and_then(|it| links.get(it.owner)) else { continue };
        let mut content: Vec<TokenRange> = Vec::with_capacity(own.len());
        for Owned { tokens, .. } in own {
            match content.last_mut() {
                Some(run) if run.end == tokens.start => run.end = tokens.end,
                _ => content.push(tokens.clone()),
            }
        }
        let content = without_narration(passage, &link.cue, tidied(passage, content));
        if !content.is_empty() {
            let (cue, source) = (Some(link.cue.clone()), link.source.clone());
            candidates.push(Candidate { content, cue, source, ..Candidate::default() });
        }
    }
    candidates
}

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
    let mut owners = vec![0_u32; sequence.len()];
    for content in contents {
        let Some(owner) = nearest_cue(sequence, &links, &content) else { continue };
        set_owner(sequence, &mut owners, &content, owner);
    }
    snap(passage, sequence, labels, &mut owners);
    collect(passage, sequence, &links, &owners)
}

/// The stretches of sources, of cues and of contents.
fn runs(labels: &[u8], first: usize) -> [Vec<TokenRange>; 3] {
    let mut runs = [const { Vec::new() }; 3];
    for (at, &label) in (first..).zip(labels) {
        let role = usize::from(label).wrapping_sub(1) / 2;
        let Some(runs) = runs.get_mut(role) else { continue };
        match runs.last_mut() {
            Some(TokenRange { end, .. }) if *end == at && label.is_multiple_of(2) => *end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
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

fn set_owner(sequence: &Sequence, owners: &mut [u32], range: &TokenRange, owner: usize) {
    let number = u32::try_from(owner + 1).unwrap_or(0);
    for at in range.clone() {
        if let Some(slot) = at.checked_sub(sequence.first).and_then(|at| owners.get_mut(at)) {
            *slot = number;
        }
    }
}

/// Gives all of a stretch in marks to the attribution that has half of it.
fn snap(passage: &Passage<'_>, sequence: &Sequence, labels: &[u8], owners: &mut [u32]) {
    let (first, end) = (sequence.first, sequence.first + sequence.len());
    let from = passage.regions.partition_point(|it| it.tokens.start < first);
    let regions = passage.regions.get(from..).unwrap_or_default();
    for region in regions.iter().take_while(|it| it.tokens.end <= end) {
        let inside = region.tokens.start - first..region.tokens.end - first;
        let roles = labels.get(inside.clone()).unwrap_or_default();
        if roles.iter().any(|&label| (1..5).contains(&label)) {
            continue;
        }
        let inner = owners.get(inside.start + 1..inside.end).unwrap_or_default();
        let Some(owner) = majority(inner) else { continue };
        set_owner(sequence, owners, &region.tokens, owner);
    }
}

/// The place of the owner of at least half of the tokens.
fn majority(owners: &[u32]) -> Option<usize> {
    let mut known: Vec<u32> = owners.iter().copied().filter(|&owner| owner > 0).collect();
    known.sort_unstable();
    let longest = known.chunk_by(|a, b| a == b).max_by_key(|chunk| chunk.len())?;
    let owner = *longest.first()?;
    (2 * longest.len() >= owners.len()).then_some(owner as usize - 1)
}

/// The attributions by the owner of each token.
fn collect(
    passage: &Passage<'_>,
    sequence: &Sequence,
    links: &[Link],
    owners: &[u32],
) -> Vec<Candidate> {
    let mut contents: Vec<Vec<TokenRange>> = vec![Vec::new(); links.len()];
    for (at, &owner) in (sequence.first..).zip(owners) {
        let Some(content) = (owner as usize).checked_sub(1).and_then(|at| contents.get_mut(at))
        else {
            continue;
        };
        match content.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => content.push(at..at + 1),
        }
    }
    links
        .iter()
        .zip(contents)
        .map(|(link, content)| Candidate {
            content: without_narration(passage, &link.cue, tidied(passage, content)),
            cue: Some(link.cue.clone()),
            source: link.source.clone(),
            ..Candidate::default()
        })
        .filter(|candidate| !candidate.content.is_empty())
        .collect()
}

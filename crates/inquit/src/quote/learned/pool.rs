//! The pool of candidates of a passage: what the rules found, and what each decode makes of it.

use super::candidate::{Candidate, tidied};
use super::linking::link;
use super::sequence::Sequence;
use super::tagger::{Tagged, Tagger};
use crate::quote::draft::Draft;
use crate::quote::passage::Passage;

/// The candidates of a sequence, each once, in order of content. Drafts without a cue are none.
pub(crate) fn pool(
    passage: &Passage<'_>,
    sequence: &Sequence,
    tagger: &Tagger,
    readings: &mut Tagged,
    drafts: &[Draft],
    decodes: usize,
) -> Vec<Candidate> {
    let mut pool: Vec<Candidate> = Vec::new();
    if readings.has_cue() {
        for (labels, bits) in tagger.decode(sequence, readings, decodes) {
            pool.extend(
                link(passage, sequence, &labels)
                    .into_iter()
                    .map(|candidate| Candidate { decodes: bits, ..candidate }),
            );
        }
    }
    for (number, draft) in drafts.iter().enumerate() {
        let inside = (sequence.first..sequence.first + sequence.len()).contains(&draft.start());
        if draft.cue.is_none() || !inside {
            continue;
        }
        let content = tidied(passage, draft.content.iter().cloned());
        if !content.is_empty() {
            pool.push(Candidate {
                content,
                cue: draft.cue.clone(),
                source: draft.source.clone(),
                draft: Some(number),
                ..Candidate::default()
            });
        }
    }
    merged(pool)
}

/// Each candidate once.
pub(super) fn merged(mut pool: Vec<Candidate>) -> Vec<Candidate> {
    // Stable, so that of the same candidates the first decode's comes first.
    pool.sort_by(Candidate::order);
    let mut merged: Vec<Candidate> = Vec::with_capacity(pool.len());
    for candidate in pool {
        match merged.last_mut() {
            Some(last) if last.order(&candidate).is_eq() => {
                last.decodes |= candidate.decodes;
                if candidate.draft.is_some() {
                    last.draft = candidate.draft;
                    last.source = candidate.source.or(last.source.take());
                }
            }
            _ => merged.push(candidate),
        }
    }
    merged
}

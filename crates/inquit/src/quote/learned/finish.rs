//! From a chosen candidate to a quote, with what the rules know better: the words of the cue, the
//! edges of the source, negation, the one spoken to, who passed it on.

use super::candidate::{Candidate, shared};
use super::passive::is_passive;
use crate::lexicon::{Act, Class, Frames};
use crate::quote::addressee::addressee_at;
use crate::quote::cue::{Report, report};
use crate::quote::draft::Draft;
use crate::quote::passage::Passage;
use crate::quote::subject::verb_phrase_start;
use crate::text::TokenRange;

/// How far behind a cue the one spoken to is looked for, in tokens.
const FAR: usize = 40;
/// How far before a verb its negation is looked for, in tokens.
const NEAR: usize = 4;

/// The quote that a candidate makes. `drafts` is what the rules found beside it.
pub(super) fn finish(
    passage: &Passage<'_>,
    drafts: &[Draft],
    candidate: Candidate,
    probability: u16,
) -> Draft {
    let source = source(passage, drafts, &candidate);
    if let Some(known) = candidate.draft.and_then(|at| drafts.get(at)) {
        let passive = candidate.cue.as_ref().is_some_and(|cue| is_passive(passage, cue));
        let source = source.or_else(|| known.source.clone().filter(|_| !passive));
        return Draft { source, confidence: probability, ..known.clone() };
    }
    let Candidate { content, cue, .. } = candidate;
    let content = without_lead(passage, content);
    let mut draft = Draft { source, learned: true, ..Draft::new(content, probability) };
    let Some(cue) = cue else { return draft };
    let sentence = passage.sentence_at(cue.start);
    let known = sentence.and_then(|it| cue.clone().find_map(|verb| report(passage, verb, it)));
    match known {
        Some(report) => set_report(passage, &mut draft, &report),
        None => set_cue(passage, &mut draft, cue),
    }
    let same = |other: &&Draft| shared(&other.content, &draft.content) > 0;
    draft.relay = drafts.iter().find(same).and_then(|other| other.relay.clone());
    draft
}

/// The cue as the rules read it.
fn set_report(passage: &Passage<'_>, draft: &mut Draft, report: &Report) {
    draft.cue = Some(report.range());
    draft.act = report.cue.act;
    draft.negated = report.negated;
    draft.modal = report.modal;
    if report.cue.frames.has(Frames::ADDRESSEE) {
        let end = passage.range.end.min(report.end + FAR);
        let addressee = addressee_at(passage, report.end, end);
        draft.addressee =
            addressee.filter(|it| shared(std::slice::from_ref(it), &draft.content) == 0);
    }
}

/// A cue that the rules do not read.
fn set_cue(passage: &Passage<'_>, draft: &mut Draft, cue: TokenRange) {
    let reading = cue.clone().rev().find_map(|at| passage.word(at).cues.first());
    draft.act = reading.map_or(Act::Attitude, |reading| reading.act);
    let lowest = cue.start.saturating_sub(NEAR).max(passage.range.start);
    let phrase = verb_phrase_start(passage, cue.start, lowest)..cue.end;
    draft.negated = phrase.clone().any(|at| passage.is(at, Class::NEGATION));
    draft.modal = phrase.clone().any(|at| passage.is(at, Class::MODAL));
    let trimmed = passage.trimmed(cue.clone());
    draft.cue = Some(if trimmed.is_empty() { cue } else { trimmed });
}

/// The source of a candidate, with the edges that the rules give it.
fn source(passage: &Passage<'_>, drafts: &[Draft], candidate: &Candidate) -> Option<TokenRange> {
    let source = candidate.source.clone()?;
    let cue = candidate.cue.as_slice();
    let same = drafts.iter().find(|draft| match draft.cue {
        Some(_) => shared(draft.cue.as_slice(), cue) > 0,
        None => draft.source.is_some() && shared(&draft.content, &candidate.content) > 0,
    });
    let own = std::slice::from_ref(&source);
    let expletive = source.len() == 1
        && (passage.reads(source.start, "it") || passage.reads(source.start, "there"));
    match same {
        Some(Draft { source: Some(known), .. })
            if shared(std::slice::from_ref(known), own) > 0 || passes_on(same, own) =>
        {
            Some(known.clone())
        }
        // "It was said that"
        Some(Draft { source: None, .. }) if expletive => None,
        _ => Some(trimmed(passage, source)).filter(|source| !source.is_empty()),
    }
}

/// Whether a source is, to the rules, who passed the quote on.
fn passes_on(draft: Option<&Draft>, source: &[TokenRange]) -> bool {
    draft.is_some_and(|draft| shared(draft.relay.as_slice(), source) > 0)
}

/// A source without punctuation at its ends, the "But" before it, a possessive ending, and the "who"
/// of a clause that does not belong to it.
fn trimmed(passage: &Passage<'_>, source: TokenRange) -> TokenRange {
    let mut source = passage.trimmed(source);
    let reads = |at: usize, words: &[&str]| words.iter().any(|it| passage.reads(at, it));
    if source.len() > 1 && reads(source.start, &["but", "and"]) {
        source.start += 1;
    }
    if source.len() > 1 && reads(source.end - 1, &["'s", "’s", "who"]) {
        source.end -= 1;
    }
    passage.trimmed(source)
}

/// The content without "that" or "whether" before it, and without the "it" of "it is said that".
fn without_lead(passage: &Passage<'_>, mut content: Vec<TokenRange>) -> Vec<TokenRange> {
    if content.len() > 1
        && content.first().is_some_and(|it| it.len() == 1 && passage.reads(it.start, "it"))
    {
        content.remove(0);
    }
    if let Some(first) = content.first_mut() {
        let leads = ["that", "whether", "if", "to"].iter().any(|it| passage.reads(first.start, it));
        if leads && first.len() > 1 && !passage.is_marked(first.start) {
            first.start += 1;
        }
    }
    content
}

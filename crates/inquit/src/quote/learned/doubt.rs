//! How likely a candidate must be to be kept, given what the rules know about its cue.

use super::candidate::{Candidate, shared};
use crate::lexicon::Class;
use crate::quote::cue::report;
use crate::quote::draft::Draft;
use crate::quote::following::may_report;
use crate::quote::passage::Passage;
use crate::quote::trust;
use crate::quote::uncued::is_title;
use crate::text::{TokenKind, TokenRange};

/// In thousandths. What the rules found too, and are sure of:
const LEAST_SURE: u16 = 120;
/// What a word reports that is known to report:
const LEAST: u16 = 250;
/// A clause that another word reports, or anything that a word does which is mostly a cue:
const LEAST_UNKNOWN: u16 = 300;
/// A plain object of a word that is not mostly a cue: "opened the tunnel".
const LEAST_OBJECT: u16 = 600;
/// Any other object of such a word, and what a word that is known to report seldom reports in this
/// form: "said the same".
const LEAST_ODD: u16 = 400;
/// What a word that is known to report hardly reports in this form: "called the office".
const LEAST_UNFIT: u16 = 750;
/// What is in marks but looks like the title of a work.
const LEAST_TITLE: u16 = 800;
/// What is all in marks, whose edges are plain to see: if it is wrong, then in who said it.
const LEAST_MARKED: u16 = 550;
/// The least confidence of a draft in marks whose cue is as plain to see: “No,” said Helen Marsh.
const PLAIN: u16 = 960;
/// So often is a word a cue, on a scale from 0 to 4, that it needs no clause.
const LIKELY: u8 = 3;

/// The least probability at which a candidate is kept; `None` if it cannot be right.
pub(super) fn least(passage: &Passage<'_>, drafts: &[Draft], candidate: &Candidate) -> Option<u16> {
    let marked = candidate.content.iter().all(|range| passage.is_all_marked(range.clone()));
    let draft = candidate.draft.and_then(|at| drafts.get(at));
    let is_plain = draft.is_some_and(|draft| draft.confidence >= PLAIN);
    let lowest = if marked && !is_plain { LEAST_MARKED } else { 0 };
    least_by_cue(passage, drafts, draft, candidate).map(|least| least.max(lowest))
}

/// The same, whether or not the content is in marks.
fn least_by_cue(
    passage: &Passage<'_>,
    drafts: &[Draft],
    draft: Option<&Draft>,
    candidate: &Candidate,
) -> Option<u16> {
    if let Some(draft) = draft {
        return Some(if draft.confidence >= trust::SURE { LEAST_SURE } else { LEAST });
    }
    let source = candidate.source.clone().unwrap_or_default();
    if source.len() == 1 && passage.is_article(source.start)
        || is_relay(drafts, candidate)
        || holds_source(passage, drafts, candidate)
        || holds_cue(drafts, candidate)
        || breaks_off(passage, &candidate.content)
    {
        return None;
    }
    let cue = candidate.cue.clone()?;
    let sentence = passage.sentence_at(cue.start)?;
    if holds_title(passage, candidate) && !is_clause(passage, candidate) {
        return Some(LEAST_TITLE);
    }
    let Some(report) = cue.clone().find_map(|verb| report(passage, verb, sentence)) else {
        let listed =
            cue.clone().any(|at| passage.word(at).cues.iter().any(|it| it.particle.is_none()));
        if listed || candidate.likeness >= LIKELY || is_clause(passage, candidate) {
            return Some(LEAST_UNKNOWN);
        }
        return Some(if is_plain(passage, candidate) { LEAST_OBJECT } else { LEAST_ODD });
    };
    let follows = candidate.content.first().is_some_and(|first| first.start == cue.end);
    if !follows || may_report(passage, &report, sentence.end) {
        return Some(LEAST);
    }
    Some(if is_plain(passage, candidate) { LEAST_UNFIT } else { LEAST_ODD })
}

/// Whether a content breaks off before what its last words lead to: "it is old because he".
pub(super) fn breaks_off(passage: &Passage<'_>, content: &[TokenRange]) -> bool {
    let Some(last) = content.last().filter(|it| it.len() > 1) else { return false };
    let leads = Class::CONJUNCTION.or(Class::SUBORDINATOR);
    let (before, end) = (last.end - 2, last.end - 1);
    passage.is(end, leads)
        || passage.is(end, Class::SUBJECT)
            && !passage.is(end, Class::DETERMINER)
            && passage.is(before, Class::SUBORDINATOR.or(Class::WH))
}

/// Whether a content is a plain noun phrase or begins with a preposition: "the office", "two boats",
/// "copies of her novel", "along the river".
fn is_plain(passage: &Passage<'_>, candidate: &Candidate) -> bool {
    let start = candidate.start();
    let opens = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION);
    !is_clause(passage, candidate)
        && (passage.is(start, opens)
            || passage.kind(start) == TokenKind::Number
            || passage.reads(start + 1, "of"))
}

/// Whether a content holds the title of a work, or what looks like one: "presented “Low Tide”".
fn holds_title(passage: &Passage<'_>, candidate: &Candidate) -> bool {
    candidate.draft.is_none()
        && candidate.content.iter().any(|range| {
            let from = passage.regions.partition_point(|it| it.tokens.start < range.start);
            let regions = passage.regions.get(from..).unwrap_or_default();
            regions
                .iter()
                .take_while(|it| it.tokens.end <= range.end)
                .any(|region| is_title(passage, region))
        })
}

/// Whether a content is a clause, so far as that can be seen, or an infinitive.
fn is_clause(passage: &Passage<'_>, candidate: &Candidate) -> bool {
    let start = candidate.start();
    let noun = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT).or(Class::SUBJECT);
    // "to close the road", not "to the crew"
    let verb = |at: usize| !passage.is(at, noun) && !passage.is_capital(at);
    let led = |at: usize| passage.reads(at, "that") || passage.reads(at, "to") && verb(at + 1);
    led(start)
        || start.checked_sub(1).is_some_and(led)
        || candidate.content.iter().cloned().flatten().any(|at| passage.is(at, Class::AUXILIARY))
}

/// Whether a candidate takes those who pass a quote on for its source, or for its content.
fn is_relay(drafts: &[Draft], candidate: &Candidate) -> bool {
    drafts.iter().any(|draft| {
        let relay = draft.relay.as_slice();
        shared(relay, &candidate.content) * 2 > candidate.len()
            || candidate.draft.is_none() && shared(relay, candidate.source.as_slice()) > 0
    })
}

/// Whether a content takes in a part of the cue that the rules read: "say who came", where the cue is
/// "refused to say".
fn holds_cue(drafts: &[Draft], candidate: &Candidate) -> bool {
    drafts.iter().any(|draft| {
        shared(draft.cue.as_slice(), candidate.cue.as_slice()) > 0
            && shared(draft.cue.as_slice(), &candidate.content) > 0
    })
}

/// Whether a content runs over the source that the rules give to words in marks.
fn holds_source(passage: &Passage<'_>, drafts: &[Draft], candidate: &Candidate) -> bool {
    drafts.iter().any(|draft| {
        shared(draft.cue.as_slice(), candidate.cue.as_slice()) > 0
            && shared(draft.source.as_slice(), &candidate.content) > 0
            && draft.content.iter().all(|range| passage.is_all_marked(range.clone()))
    })
}

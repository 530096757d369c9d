//! Outlets that pass on what somebody else said: "Okoro said the tunnel was dry, Xinhua reported."

use super::clause_end::clause_end;
use super::cue::{Report, Voice, reports};
use super::draft::Draft;
use super::noun_phrase::{core_starting_at, starting_at};
use super::passage::Passage;
use super::subject::subject_before;
use super::trust;
use crate::lexicon::{Class, Frames, Sort};
use crate::text::TokenRange;

/// An outlet at the end of a sentence that passes on what stands before.
#[derive(Clone, Debug)]
pub(crate) struct Relay {
    pub(crate) name: TokenRange,
    /// Where the sentence ends without it.
    pub(crate) comma: usize,
}

/// The relay of a sentence, if somebody else in it is said to have spoken.
pub(crate) fn relay(passage: &Passage<'_>, sentence: &TokenRange) -> Option<Relay> {
    let name_at = |at: usize| starting_at(passage, at, sentence.end);
    let comma = sentence.clone().rev().find(|&at| {
        passage.is_comma(at) && !passage.is_marked(at) || passage.region_to(at).is_some()
    })?;
    let first = comma + 1;
    let name = if passage.reads(first, "according") && passage.reads(first + 1, "to") {
        name_at(first + 2)?
    } else if is_relaying(passage, first) {
        name_at(first + 1)?
    } else {
        let verb = (first..sentence.end).find(|&at| is_relaying(passage, at))?;
        subject_before(passage, verb, first)?
    };
    let outlet = name.clone().any(|at| passage.is(at, Class::OUTLET))
        || passage
            .listed(name.clone())
            .is_some_and(|known| matches!(known.sort, Sort::Agency | Sort::Outlet));
    let before = sentence.start..comma;
    let spoken = reports(passage, &before).any(|report| {
        report.voice == Voice::Active
            && (report.cue.frames.has(Frames::FOLLOWS) || report.cue.frames.has(Frames::THAT))
            && (subject_before(passage, report.verb, before.start).is_some()
                || name_at(report.end).is_some())
    });
    let comma = if passage.is_comma(comma) { comma } else { first };
    (outlet && spoken).then_some(Relay { name, comma })
}

fn is_relaying(passage: &Passage<'_>, at: usize) -> bool {
    passage.is(at, Class::RELAYING) && !passage.is_marked(at)
}

/// "Xinhua quoted Okoro as saying the tunnel was dry": an outlet passes on what another said.
pub(crate) fn quoted_as_saying(
    passage: &Passage<'_>,
    report: &Report,
    end: usize,
    lowest: usize,
) -> Option<Draft> {
    if !["quoted", "quotes", "quoting", "cited", "cites", "citing"]
        .iter()
        .any(|it| passage.reads(report.verb, it))
    {
        return None;
    }
    let source = core_starting_at(passage, report.end, end)?;
    let saying = (source.end..end.min(source.end + 15))
        .find(|&at| passage.reads(at, "as") && passage.reads(at + 1, "saying"))?
        + 1;
    let start = saying + 1 + usize::from(passage.is_comma(saying + 1));
    let content = start..clause_end(passage, start, end);
    if passage.count_words(content.clone()) == 0 {
        return None;
    }
    let relay = subject_before(passage, report.phrase_start, lowest);
    Some(Draft {
        cue: Some(saying..saying + 1),
        source: Some(source),
        relay,
        ..Draft::new(vec![content], trust::QUOTED_AS_SAYING)
    })
}

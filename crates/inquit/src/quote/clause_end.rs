//! Where a reported clause ends inside its sentence.

use super::passage::Passage;
use super::subject::subject_before;
use crate::lexicon::{Class, Form, Frames};
use crate::text::TokenKind;

/// One past the last token of a clause that begins at `start`, at most `end`: where another report
/// begins, or the sentence ends.
pub(crate) fn clause_end(passage: &Passage<'_>, start: usize, end: usize) -> usize {
    let mut at = start + 1;
    while at < end {
        if passage.is_marked(at) {
            at += 1;
            continue;
        }
        if passage.is_border(at) && starts_other_report(passage, start, at, end) {
            return at;
        }
        at += 1;
    }
    end
}

fn starts_other_report(passage: &Passage<'_>, start: usize, border: usize, end: usize) -> bool {
    let mut at = border;
    while at < end
        && (passage.is_border(at)
            || passage.reads(at, "although")
            || passage.reads(at, "though")
            || passage.is(at, Class::ADVERB) && !passage.is(at, Class::SUBJECT))
    {
        at += 1;
    }
    if at >= end || passage.is_marked(at) {
        return false;
    }
    if passage.reads(at, "according") && passage.reads(at + 1, "to") {
        return true;
    }
    let comma = passage.is_comma(border);
    // ", adding that", ", saying “", "and said he"
    let cues = &passage.word(at).cues;
    let strong =
        cues.iter().any(|cue| cue.frames.has(Frames::QUOTATION) && cue.frames.has(Frames::FOLLOWS));
    if strong && passage.kind(at) == TokenKind::Word && !passage.is_capital(at) {
        let participle = cues.iter().any(|cue| cue.form == Form::Participle);
        let past = cues.iter().any(|cue| cue.form == Form::Past || cue.form == Form::Third);
        let reports = passage.reads(at + 1, "that")
            || passage.region_from(at + 1).is_some()
            || passage.is_colon(at + 1)
            || passage.is_comma(at + 1)
            || passage.is(at + 1, Class::SUBJECT.or(Class::DETERMINER))
            || passage.is_capital(at + 1);
        // "who voted early, said he": of the one who is spoken of outside
        if (participle && comma || past) && reports {
            return true;
        }
    }
    // "and Hammond said": another speaker, with a verb that reports for certain.
    let soon = (at + 1..end.min(at + 7)).find(|&verb| {
        !passage.is_marked(verb)
            && passage.word(verb).cues.iter().any(|cue| {
                cue.frames.has(Frames::FOLLOWS)
                    && (cue.form == Form::Past
                        || cue.form == Form::Third && !cue.frames.has(Frames::NOUN))
            })
    });
    soon.is_some_and(|verb| {
        let capital = passage.is_capital(at) || passage.is(at, Class::SUBJECT.or(Class::PEOPLE));
        capital
            && verb > start
            && subject_before(passage, verb, at).is_some_and(|subject| subject.start == at)
    })
}

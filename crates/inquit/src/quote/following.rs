//! What a cue reports when it follows: She said, “No.” She said that the road is closed.

use super::addressee::addressee_at;
use super::clause_end::clause_end;
use super::cue::{Report, Voice, refuses_to_report};
use super::draft::Draft;
use super::noun_phrase::core_starting_at;
use super::passage::Passage;
use super::relay::quoted_as_saying;
use super::subject::subject_before;
use super::times::past_time;
use super::trust;
use crate::lexicon::{Class, Frames};
use crate::text::{TokenKind, TokenRange};

/// Between a cue and what it reports no more tokens stand: "said in a statement on Monday that".
const LONGEST_ADJUNCT: usize = 16;

/// The quote whose content follows this cue in a sentence. `earlier` is the source of the report
/// before it in the sentence, which participles share.
pub(crate) fn following(
    passage: &Passage<'_>,
    report: &Report,
    sentence: &TokenRange,
    lowest: usize,
    earlier: Option<&TokenRange>,
) -> Option<Draft> {
    let end = sentence.end;
    if let Some(draft) = quoted_as_saying(passage, report, end, lowest) {
        return Some(draft);
    }
    let source = match report.voice {
        Voice::Active => subject_before(passage, report.phrase_start, lowest),
        Voice::Participle | Voice::Infinitive => {
            earlier.cloned().or_else(|| main_subject(passage, sentence, report.verb))
        }
        Voice::Passive => None,
    };
    if report.voice == Voice::Active
        && source.is_none()
        && earlier.is_none()
        && report.verb > sentence.start
    {
        let coordinated = passage.reads(report.phrase_start.saturating_sub(1), "and");
        if !coordinated {
            return following_marks(passage, report, sentence, end);
        }
    }
    let source = source.or_else(|| earlier.cloned()).or_else(|| {
        main_subject(passage, sentence, report.verb).filter(|_| report.voice != Voice::Passive)
    });
    let mut at = report.end;
    let frames = report.cue.frames;
    let mut addressee = None;
    if frames.has(Frames::ADDRESSEE) {
        addressee = addressee_at(passage, at, end);
        if let Some(phrase) = &addressee {
            at = phrase.end;
        }
    }
    if refuses_to_report(passage, report) {
        return None;
    }
    let at = skip_adjuncts(passage, at, end);
    let (start, kind) = content_start(passage, report, at, end)?;
    if report.voice == Voice::Infinitive && kind == Lead::Object
        || report.voice == Voice::Passive
            && !matches!(kind, Lead::That | Lead::Infinitive | Lead::Marks)
    {
        return None;
    }
    let stop = match kind {
        Lead::Marks => marks_end(passage, start, end),
        _ => clause_end(passage, start, end),
    };
    if passage.count_words(start..stop) == 0 {
        return None;
    }
    let content = start..stop;
    let confidence = trust::following(passage, report, kind, source.as_ref(), &content);
    let mut draft = Draft::reported(vec![content], report, source, confidence);
    draft.addressee = addressee;
    Some(draft)
}

/// A cue without a subject that we can see still reports what stands in marks after it.
fn following_marks(
    passage: &Passage<'_>,
    report: &Report,
    sentence: &TokenRange,
    end: usize,
) -> Option<Draft> {
    let at = skip_adjuncts(passage, report.end, end);
    let (start, kind) = content_start(passage, report, at, end)?;
    if kind != Lead::Marks {
        return None;
    }
    let source = main_subject(passage, sentence, report.verb);
    let stop = marks_end(passage, start, end);
    Some(Draft::reported(std::iter::once(start..stop).collect(), report, source, 850))
}

/// The subject of the sentence: the noun phrase it begins with, if a verb follows it.
pub(crate) fn main_subject(
    passage: &Passage<'_>,
    sentence: &TokenRange,
    verb: usize,
) -> Option<TokenRange> {
    let mut start = sentence.start;
    while start < verb
        && (!passage.is_word(start)
            || passage.is(start, Class::CONJUNCTION.or(Class::ADVERB))
                && !passage.is(start, Class::SUBJECT))
    {
        start += 1;
    }
    if passage.is(start, Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::DAY))
        && !passage.is(start, Class::SUBJECT)
    {
        // "After the vote, Kerry …": past the comma.
        let comma = (start..verb.min(start + 25)).find(|&at| passage.is_comma(at))?;
        start = comma + 1;
    }
    let phrase = core_starting_at(passage, start, verb)?;
    (!passage.is(phrase.start, Class::OBJECT) || passage.is(phrase.start, Class::SUBJECT))
        .then_some(phrase)
}

/// Past time and place between a cue and what it reports.
fn skip_adjuncts(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    let here = past_time(passage, at, end);
    if here >= end
        || !passage.is(here, Class::PREPOSITION)
        || passage.is_marked(here)
        || passage.reads(here, "that")
    {
        return here;
    }
    // "in a statement that", "at a rally: “…”", "during the debate, “…”": only where one of these follows.
    let mut ahead = here;
    while ahead < end.min(here + LONGEST_ADJUNCT) {
        let lead = passage.reads(ahead, "that")
            || passage.is_colon(ahead)
            || passage.region_from(ahead).is_some();
        let comma = passage.is_comma(ahead) && passage.region_from(ahead + 1).is_some();
        if lead || comma {
            let quoted = passage.region_from(ahead).is_some() && !passage.is_comma(ahead - 1);
            // "said of the “deal”": the marks are part of the phrase.
            return if quoted { here } else { ahead };
        }
        if passage.is_stop(ahead) || (ahead > here && passage.is(ahead, Class::AUXILIARY)) {
            break;
        }
        if passage.is(ahead, Class::DAY) && ahead + 1 < end {
            return past_time(passage, ahead + 1, end);
        }
        ahead += 1;
    }
    here
}

/// Whether what follows a cue can be what it reports.
pub(super) fn may_report(passage: &Passage<'_>, report: &Report, end: usize) -> bool {
    content_start(passage, report, report.end, end).is_some()
}

/// How a content that follows its cue is led in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Lead {
    Marks,
    That,
    Clause,
    Question,
    Infinitive,
    Object,
}

/// Where the content begins, and how it is led in; `None` where the cue reports nothing here.
fn content_start(
    passage: &Passage<'_>,
    report: &Report,
    at: usize,
    end: usize,
) -> Option<(usize, Lead)> {
    let frames = report.cue.frames;
    if at >= end {
        return None;
    }
    let mut start = at;
    if passage.is_dash(at) && passage.region_from(at + 1).is_some() && frames.has(Frames::QUOTATION)
    {
        return (at + 1 < end).then_some((at + 1, Lead::Marks));
    }
    if passage.is_colon(at) {
        return frames
            .has(Frames::QUOTATION)
            .then_some((at + 1, Lead::Marks))
            .filter(|_| at + 1 < end);
    }
    if passage.is_comma(at) {
        start = at + 1;
        let led = passage.region_from(start).is_some();
        // ", among other things, “…”"
        let aside = || {
            (start..end.min(start + 12))
                .find(|&at| passage.region_from(at).is_some())
                .filter(|&at| passage.is_comma(at - 1))
        };
        if led && frames.has(Frames::QUOTATION) {
            return Some((start, Lead::Marks));
        }
        return aside().filter(|_| frames.has(Frames::QUOTATION)).map(|at| (at, Lead::Marks));
    }
    if passage.region_from(start).is_some() && frames.has(Frames::QUOTATION) {
        return Some((start, Lead::Marks));
    }
    if passage.reads(start, "that") && frames.has(Frames::THAT) {
        if passage.region_from(start + 1).is_some() {
            return Some((start + 1, Lead::Marks));
        }
        return (start + 1 < end).then_some((start + 1, Lead::That));
    }
    if passage.is(start, Class::WH) && (frames.has(Frames::QUESTION) || frames.has(Frames::CLAUSE))
    {
        return Some((start, Lead::Question));
    }
    if passage.reads(start, "to") && frames.has(Frames::INFINITIVE) {
        return (start + 1 < end).then_some((start + 1, Lead::Infinitive));
    }
    if frames.has(Frames::CLAUSE) && starts_clause(passage, start, end) {
        return Some((start, Lead::Clause));
    }
    if frames.has(Frames::NAMING) && names(passage, start, end) {
        return Some((start, Lead::Object));
    }
    if frames.has(Frames::OBJECT) && starts_object(passage, start) {
        return Some((start, Lead::Object));
    }
    None
}

/// Whether a finite clause may begin here.
fn starts_clause(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let first = passage.is(
        at,
        Class::SUBJECT
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE)
            .or(Class::PEOPLE)
            .or(Class::SUBORDINATOR)
            .or(Class::OBJECT),
    ) || passage.is_capital(at)
        || passage.reads(at, "there")
        || matches!(passage.kind(at), TokenKind::Number | TokenKind::Address)
        || passage.surface(at) == "$"
        || passage.is_word(at)
            && !passage.is(
                at,
                Class::PREPOSITION
                    .or(Class::CONJUNCTION)
                    .or(Class::AUXILIARY)
                    .or(Class::ADVERB)
                    .or(Class::DAY)
                    .or(Class::TIME),
            );
    first && end > at + 1 && (at..end.min(at + 40)).any(|at| is_verb_like(passage, at))
}

fn is_verb_like(passage: &Passage<'_>, at: usize) -> bool {
    let surface = passage.surface(at);
    // "three lives": an -s behind a determiner is a plural.
    let plural = passage.is(at.saturating_sub(1), Class::DETERMINER.or(Class::POSSESSIVE));
    passage.is(at, Class::AUXILIARY.or(Class::VERB))
        || surface.starts_with(char::is_lowercase)
            && (surface.ends_with("ed") || surface.ends_with('s') && !plural || passage.may_cue(at))
        || passage.kind(at) == TokenKind::Clitic
        || passage.is_marked(at)
}

/// Whether a noun phrase and then a name for it stand here: "the plan a disgrace".
fn names(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    let Some(phrase) = core_starting_at(passage, start, end) else {
        return passage.is_marked(start);
    };
    let next = phrase.end;
    let article =
        passage.is(next, Class::DETERMINER.or(Class::POSSESSIVE)) || passage.is_marked(next);
    let pronoun = passage.is(start, Class::OBJECT) && passage.is_word(next);
    let other =
        passage.is(next, Class::PREPOSITION.or(Class::DAY).or(Class::TIME).or(Class::ADVERB));
    next < end && (article || pronoun && !other)
}

fn starts_object(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_word(at)
        && !passage.is(
            at,
            Class::PREPOSITION
                .or(Class::CONJUNCTION)
                .or(Class::AUXILIARY)
                .or(Class::DAY)
                .or(Class::TIME)
                .or(Class::ADVERB),
        )
        || passage.is(at, Class::DETERMINER.or(Class::POSSESSIVE))
        || passage.is_marked(at)
}

/// Where a content ends that begins with marks: with them, unless the sentence goes on.
fn marks_end(passage: &Passage<'_>, start: usize, end: usize) -> usize {
    let Some(region) = passage.region_at(start).and_then(|number| passage.region(number)) else {
        return clause_end(passage, start, end);
    };
    let close = region.tokens.end;
    if close >= end {
        return end;
    }
    // “No.” And “We will not,” she: a sentence of its own, or the clause that the marks begin.
    let last_inside = passage.surface(close.saturating_sub(2));
    let whole =
        passage.is_capital(start + 1) && matches!(last_inside, "." | "!" | "?" | "…" | "...");
    if whole || passage.is_stop(close) {
        return close;
    }
    let next = close + usize::from(passage.is_comma(close));
    if passage.is_comma(close) || matches!(last_inside, ",") {
        let more = passage.region_from(next).is_some()
            || passage.is(next, Class::CONJUNCTION) && passage.region_from(next + 1).is_some();
        if !more {
            return close;
        }
    }
    if passage.is(close, Class::SUBORDINATOR)
        && !passage.reads(close, "that")
        && !passage.reads(close, "if")
    {
        return close;
    }
    clause_end(passage, close - 1, end)
}

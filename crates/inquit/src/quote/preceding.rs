//! What a cue reports when it stands before the cue: “No,” she said. The road is closed, she said.

use super::addressee::addressee_at;
use super::cue::{Report, Voice};
use super::draft::Draft;
use super::noun_phrase::{core_starting_at, starting_at};
use super::passage::Passage;
use super::subject::subject_before;
use super::times::past_time;
use super::trust;
use crate::lexicon::{Class, Form, Frames};
use crate::text::TokenRange;

/// A cue together with its source: "she said", "said Kerry, the minister".
struct Clause {
    source: Option<TokenRange>,
    range: TokenRange,
}

/// The quote whose content stands before this cue, from `lowest` on, in a sentence.
pub(crate) fn preceding(
    passage: &Passage<'_>,
    report: &Report,
    sentence: &TokenRange,
    lowest: usize,
) -> Option<Draft> {
    let parted = |at: usize| {
        passage.is_comma(at) && !passage.is_marked(at)
            || passage.region_to(at).is_some()
            || passage.is_dash(at)
    };
    // Mostly nothing stands before source and cue.
    if report.voice != Voice::Active || !(lowest..report.verb).any(parted) {
        return None;
    }
    let adjacent = |at: usize| at > lowest && parted(at - 1);
    // The readings of source and cue: subject before the verb, or after it.
    let subject = || {
        subject_before(passage, report.phrase_start, lowest)
            .filter(|subject| adjacent(subject.start))
            .map(|subject| Clause { range: subject.start..report.end, source: Some(subject) })
    };
    let finite = report.cue.form != Form::Base;
    let inverted = || {
        (finite && adjacent(report.phrase_start))
            .then(|| starting_at(passage, report.end, sentence.end))
            .flatten()
            .filter(|phrase| may_speak(passage, phrase))
            .filter(|_| !is_subject(passage, report.phrase_start, lowest))
            .map(|phrase| Clause { range: report.phrase_start..phrase.end, source: Some(phrase) })
    };
    let bare = || {
        let beside = passage.region_to(report.verb.saturating_sub(1)).is_some();
        (finite && report.phrase_start == report.verb && beside)
            .then_some(Clause { range: report.verb..report.end, source: None })
    };
    let found = |clause: Option<Clause>| around(passage, report, &clause?, sentence, lowest);
    found(subject()).or_else(|| found(inverted())).or_else(|| found(bare()))
}

/// Whether what follows the verb may be its subject, and not what it reports: not "stated his
/// intention", "said he will", "says that alone".
fn may_speak(passage: &Passage<'_>, phrase: &TokenRange) -> bool {
    let start = phrase.start;
    if passage.is(start, Class::SUBJECT) {
        let goes_on = passage.is_word(phrase.end) || passage.is_marked(phrase.end);
        return !(passage.reads(start, "that") || phrase.len() == 1 && goes_on);
    }
    let owned = passage.is(start, Class::POSSESSIVE) && !passage.is(phrase.end - 1, Class::PEOPLE);
    !(owned || passage.is(start, Class::OBJECT) || passage.reads(start, "that"))
}

/// Whether all that stands before the verb is its subject: "Cable, the former minister, told".
fn is_subject(passage: &Passage<'_>, verb: usize, lowest: usize) -> bool {
    let is_free = |at: &usize| passage.is_word(*at) && !passage.is(*at, Class::CONJUNCTION);
    let first = (lowest..verb).take(MOST_LINKS + 1).find(is_free);
    let subject = subject_before(passage, verb, lowest);
    subject.is_some_and(|subject| Some(subject.start) == first)
}

/// So many marks and conjunctions may stand before a subject.
const MOST_LINKS: usize = 4;

fn around(
    passage: &Passage<'_>,
    report: &Report,
    clause: &Clause,
    sentence: &TokenRange,
    lowest: usize,
) -> Option<Draft> {
    let addressee = addressee(passage, report, clause, sentence.end);
    let topic = (report.cue.particle.is_some() && clause.range.end == report.end)
        .then(|| core_starting_at(passage, report.end, sentence.end))
        .flatten();
    let clause_end =
        addressee.as_ref().or(topic.as_ref()).map_or(clause.range.end, |phrase| phrase.end);
    let mut edge = clause.range.start;
    while edge > lowest
        && !passage.is_marked(edge - 1)
        && (passage.is_comma(edge - 1) || passage.is_dash(edge - 1))
    {
        edge -= 1;
    }
    let marked = edge > lowest && passage.region_to(edge - 1).is_some();
    let frame = if marked { Frames::QUOTATION } else { Frames::FOLLOWS };
    if edge <= lowest
        || !(report.cue.frames.has(frame) || marked && report.cue.frames.has(Frames::FOLLOWS))
    {
        return None;
    }
    let tail = after_clause(passage, clause_end, sentence.end);
    let inverted = clause.source.as_ref().is_some_and(|source| source.start > report.verb);
    let clausal = passage.count_words(lowest..edge) >= 3
        && (is_clause(passage, lowest..edge) || inverted && report.cue.form != Form::Participle);
    let led_out = passage.is_colon(clause_end);
    if !marked && (led_out || !(tail.closes && (clausal || tail.resumes))) {
        return None;
    }
    if marked && !tail.closes && clause.source.is_none() {
        return None;
    }
    if marked && !tail.closes && goes_on_after(passage, report, clause) {
        // "… “terrible,” Kerry said the plan would": the words after are what he said.
        return None;
    }
    let mut content = vec![content_before(passage, lowest, edge, marked)];
    // “No,” said Helen Marsh, 45, of Harwick: what is not in marks is about her.
    let goes_on = |at: usize| passage.reads(at, "that") || passage.reads(at, ":");
    let said = |rest: &TokenRange| {
        !marked
            || rest.clone().any(|at| passage.is_marked(at))
            || goes_on(rest.start)
            || goes_on(rest.start - 1)
    };
    content.extend(tail.rest.filter(said));
    let confidence =
        match (marked, content.iter().all(|range| passage.is_all_marked(range.clone()))) {
            (true, true) => trust::MARKED,
            (true, false) => trust::HALF_MARKED,
            (false, _) => trust::PRECEDING,
        };
    let source = clause.source.clone();
    Some(Draft { addressee, ..Draft::reported(content, report, source, confidence) })
}

/// "“No,” she told reporters": the one spoken to, right after the verb.
fn addressee(
    passage: &Passage<'_>,
    report: &Report,
    clause: &Clause,
    end: usize,
) -> Option<TokenRange> {
    let takes = report.cue.frames.has(Frames::ADDRESSEE) && clause.range.end == report.end;
    takes.then(|| addressee_at(passage, report.end, end)).flatten()
}

/// From the start of the clause, or of the region where nothing but a linking word stands before.
fn content_before(passage: &Passage<'_>, lowest: usize, edge: usize, marked: bool) -> TokenRange {
    let region = passage.region_to(edge - 1).and_then(|number| passage.region(number));
    let Some(region) = region.filter(|_| marked) else { return lowest..edge };
    let start = region.tokens.start;
    let linked =
        (lowest..start).all(|at| !passage.is_word(at) || passage.is(at, Class::CONJUNCTION));
    let led = start > lowest && (passage.is_colon(start - 1) || passage.is_dash(start - 1));
    if linked || led { start..edge } else { lowest..edge }
}

/// A clause has a verb; a list of names or a date before a comma has none that we can see.
fn is_clause(passage: &Passage<'_>, range: TokenRange) -> bool {
    let opens = passage.is(range.start, Class::PREPOSITION.or(Class::SUBORDINATOR))
        && !range.clone().any(|at| passage.is_comma(at));
    let mut words = range.clone().filter(|&at| passage.is_word(at) && !passage.is_marked(at));
    let verb = words.any(|at| {
        passage.is(at, Class::AUXILIARY) || {
            let surface = passage.surface(at);
            surface.starts_with(char::is_lowercase)
                && (surface.ends_with("ed")
                    || surface.ends_with('s')
                    || passage.is(at, Class::VERB)
                    || passage.may_cue(at))
        }
    });
    verb && !(opens && range.len() < 8) || range.clone().any(|at| passage.is_marked(at))
}

/// What follows source and cue.
struct Tail {
    /// Nothing more is reported by it, unless as `rest`.
    closes: bool,
    /// The second half of a content that source and cue interrupt.
    rest: Option<TokenRange>,
    /// The rest is the verb of a clause whose subject stands before: "The lock, he said, was safe."
    resumes: bool,
}

fn after_clause(passage: &Passage<'_>, at: usize, end: usize) -> Tail {
    let at = past_time(passage, at, end);
    let closed = Tail { closes: true, rest: None, resumes: false };
    if at >= end
        || passage.is_stop(at)
        || passage.is_dash(at)
        || passage.is_colon(at)
        || passage.region_from(at).is_some()
    {
        let rest = region_rest(passage, at, end);
        return Tail { closes: true, rest, resumes: false };
    }
    if passage.is_comma(at) {
        let rest = comma_rest(passage, at, end);
        let resumes = rest.is_some() && passage.is(at + 1, Class::AUXILIARY);
        return Tail { closes: true, rest, resumes };
    }
    let adjunct = passage.is(
        at,
        Class::DAY
            .or(Class::TIME)
            .or(Class::SUBORDINATOR)
            .or(Class::CONJUNCTION)
            .or(Class::PREPOSITION)
            .or(Class::ADVERB),
    ) && !passage.reads(at, "that");
    if adjunct || matches!(passage.surface(at), "(" | ")") || passage.surface(at).ends_with("ing") {
        let rest = (at..end.min(at + 30)).find(|&at| passage.region_from(at).is_some()).filter(
            |&region| {
                passage.is_comma(region - 1)
                    || passage.is_colon(region - 1)
                    || passage.is_dash(region - 1)
            },
        );
        return rest.map_or(closed, |start| Tail {
            closes: true,
            rest: region_rest(passage, start, end),
            resumes: false,
        });
    }
    Tail { closes: false, rest: None, resumes: false }
}

/// “A,” he said, “B.”
fn region_rest(passage: &Passage<'_>, at: usize, end: usize) -> Option<TokenRange> {
    let start = (at..end).find(|&at| passage.is_word(at) || passage.is_marked(at))?;
    passage.region_from(start)?;
    // "author of “The Tin Harvest”"
    let inside = passage.is(start - 1, Class::PREPOSITION.or(Class::DETERMINER).or(Class::WORK));
    (!inside).then_some(start..end)
}

/// "A, he said, B."
fn comma_rest(passage: &Passage<'_>, comma: usize, end: usize) -> Option<TokenRange> {
    let start = comma + 1;
    if start >= end {
        return None;
    }
    if passage.region_from(start).is_some() || passage.is(start, Class::AUXILIARY) {
        return Some(start..end);
    }
    // ", adding that", ", referring to", ", who", ", according to", ", a day after" tell of something else.
    let other = passage.surface(start).ends_with("ing")
        || passage.is(
            start,
            Class::RELATIVE
                .or(Class::PREPOSITION)
                .or(Class::SUBORDINATOR)
                .or(Class::WH)
                .or(Class::DETERMINER),
        )
        || passage.reads(start, "according")
        || passage.reads(start, "but")
        || passage.reads(start, "and");
    if other || passage.count_words(start..end) < 3 {
        // “A,” he said, in a low voice, “B.”
        let region = (start..end.min(start + 30)).find(|&at| passage.region_from(at).is_some())?;
        let led = passage.is_comma(region - 1)
            || passage.is_colon(region - 1)
            || passage.is_dash(region - 1);
        let free = (start..region).all(|at| !passage.may_cue(at));
        return (led && free).then_some(region..end);
    }
    Some(start..end)
}

/// Whether what follows the cue is better taken as what it reports.
fn goes_on_after(passage: &Passage<'_>, report: &Report, clause: &Clause) -> bool {
    let subject_first = clause.source.as_ref().is_some_and(|source| source.end <= report.verb);
    subject_first && !passage.is(report.end, Class::PREPOSITION)
}

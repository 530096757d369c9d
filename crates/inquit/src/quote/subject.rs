//! The subject of a verb: the noun phrase before it, past auxiliaries, asides and dates.

use super::noun_phrase::{LONGEST, ending_before, is_ly};
use super::passage::Passage;
use super::times::before_time;
use crate::lexicon::Class;
use crate::text::{TokenKind, TokenRange};

/// Where the verb phrase that ends before `verb` begins: auxiliaries, negation, adverbs.
pub(crate) fn verb_phrase_start(passage: &Passage<'_>, verb: usize, lowest: usize) -> usize {
    let mut at = verb;
    while at > lowest && !passage.is_marked(at - 1) {
        let before = at - 1;
        let helps = passage.is(before, Class::AUXILIARY.or(Class::ADVERB).or(Class::NEGATION))
            || is_ly(passage, before);
        if !helps
            || passage.is(before, Class::PREPOSITION.or(Class::SUBJECT))
                && passage.is_capital(before)
        {
            break;
        }
        at = before;
    }
    at
}

/// The subject of the verb at `verb`, no word of which stands before `lowest`.
pub(crate) fn subject_before(
    passage: &Passage<'_>,
    verb: usize,
    lowest: usize,
) -> Option<TokenRange> {
    let verb_start = verb_phrase_start(passage, verb, lowest);
    let lowest = lowest.max(verb.saturating_sub(2 * LONGEST));
    let mut end = before_time(passage, verb_start, lowest);
    if end > lowest
        && passage.is(end - 1, Class::RELATIVE)
        && passage.kind(end - 1) == TokenKind::Word
    {
        // "the man who said": the relative pronoun stands for what is before it.
        end -= 1;
        if end > lowest && passage.is_comma(end - 1) {
            end -= 1;
        }
        return ending_before(passage, end, lowest);
    }
    if end > lowest && passage.is_comma(end - 1) && !passage.is_marked(end - 1) {
        return after_aside(passage, end - 1, lowest);
    }
    if end > lowest && (passage.surface(end - 1) == ")" || passage.is_dash(end - 1)) {
        return after_brackets(passage, end - 1, lowest);
    }
    let phrase = ending_before(passage, end, lowest)?;
    before_relative(passage, &phrase, lowest).or(Some(phrase))
}

/// The subject if a phrase before the verb belongs to a clause with "who": "the clerk who lost the
/// key said". A phrase that may be a subject of its own is none such: "those who think he said".
fn before_relative(
    passage: &Passage<'_>,
    phrase: &TokenRange,
    lowest: usize,
) -> Option<TokenRange> {
    let may_speak = passage.is(phrase.start, Class::SUBJECT) && !passage.reads(phrase.start, "it");
    if may_speak || passage.is_capital(phrase.start) {
        return None;
    }
    let parts = |at: usize| {
        !passage.is_word(at)
            || passage.is_marked(at)
            || passage.is(at, Class::SUBJECT.or(Class::SUBORDINATOR).or(Class::WH))
    };
    let who = (lowest..phrase.start).rev().find(|&at| parts(at))?;
    let verb = phrase.start - 1;
    let holds = if verb == who {
        // "those who live in Leeds", but not "those who the mayor said"
        !is_noun_phrase(passage, phrase.start)
    } else {
        // "those who met to discuss", but not "those who think"
        !passage.may_cue(verb) || passage.reads(verb - 1, "to")
    };
    (holds && passage.reads(who, "who")).then(|| ending_before(passage, who, lowest)).flatten()
}

/// Whether a phrase begins as noun phrases do, and not with a verb.
fn is_noun_phrase(passage: &Passage<'_>, start: usize) -> bool {
    passage.is_capital(start)
        || passage.is(start, Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PEOPLE))
}

/// The subject before an aside that ends with this comma: "Cable, who replaced Farron, said".
fn after_aside(passage: &Passage<'_>, comma: usize, lowest: usize) -> Option<TokenRange> {
    let mut open = comma;
    while open > lowest {
        open -= 1;
        if passage.is_marked(open) || passage.is_stop(open) {
            return None;
        }
        if !passage.is_comma(open) {
            continue;
        }
        let Some(name) = ending_before(passage, open, lowest) else { continue };
        let aside = open + 1..comma;
        // "Cable, who was born in Leeds, Yorkshire, in May, said"
        if is_in_relative(passage, &name, lowest) {
            continue;
        }
        let long = aside.len() > LONGEST;
        let named = aside.len() <= 5 && aside.clone().all(|at| passage.is_capital(at));
        if long || !(named || is_name_like(passage, &name)) || is_list(passage, &aside) {
            continue;
        }
        // An apposition says who it is; a clause about something else does not.
        let first = aside.start;
        let clause = passage
            .is(first, Class::RELATIVE.or(Class::SUBORDINATOR).or(Class::PREPOSITION))
            || passage.surface(first).ends_with("ing");
        return Some(if clause { name } else { name.start..comma });
    }
    None
}

/// Whether a clause with "who" begins before a phrase that no conjunction parts from it, in the same
/// sentence and outside marks.
fn is_in_relative(passage: &Passage<'_>, phrase: &TokenRange, lowest: usize) -> bool {
    let joined = |at: usize| passage.is(at, Class::CONJUNCTION.or(Class::SUBORDINATOR));
    if phrase.start.checked_sub(1).is_some_and(joined) && is_noun_phrase(passage, phrase.start) {
        return false;
    }
    let relative = |at: usize| ["who", "whose", "whom"].iter().any(|it| passage.reads(at, it));
    let starts = |at: &usize| relative(*at) && passage.is_comma(at.wrapping_sub(1));
    let ends = |at: &usize| passage.is_stop(*at) || passage.is_marked(*at);
    (lowest..=phrase.start).rev().take_while(|at| !ends(at)).any(|at| starts(&at))
}

/// One or two words between commas are a list more likely than an apposition, unless a role.
fn is_list(passage: &Passage<'_>, aside: &TokenRange) -> bool {
    aside.is_empty()
        || (passage.is(aside.start, Class::CONJUNCTION)
            || passage.is(aside.start, Class::SUBJECT) && !passage.is(aside.start, Class::RELATIVE))
}

/// "Cable (Lab) said", "Cable — then a minister — said".
fn after_brackets(passage: &Passage<'_>, close: usize, lowest: usize) -> Option<TokenRange> {
    let opener = if passage.surface(close) == ")" { "(" } else { passage.surface(close) };
    let open = (lowest..close).rev().take(LONGEST).find(|&at| passage.surface(at) == opener)?;
    ending_before(passage, open, lowest)
}

fn is_name_like(passage: &Passage<'_>, phrase: &TokenRange) -> bool {
    passage.is_capital(phrase.end.saturating_sub(1))
        || passage.is(phrase.start, Class::DETERMINER.or(Class::POSSESSIVE))
        || passage.is(phrase.end.saturating_sub(1), Class::PEOPLE.or(Class::SPOKESPERSON))
}

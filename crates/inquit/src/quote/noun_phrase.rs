//! Noun phrases beside a verb, without a parser: from closed classes, capitals and punctuation.

use super::passage::Passage;
use crate::lexicon::Class;
use crate::text::{TokenKind, TokenRange};

/// No subject is longer, in tokens; keeps the search linear.
pub(super) const LONGEST: usize = 30;

/// What cannot stand inside a noun phrase.
const BREAKS: Class =
    Class::SUBJECT.or(Class::OBJECT).or(Class::AUXILIARY).or(Class::SUBORDINATOR).or(Class::WH);

pub(super) fn is_ly(passage: &Passage<'_>, at: usize) -> bool {
    let surface = passage.surface(at);
    surface.len() > 4 && surface.ends_with("ly") && surface.starts_with(char::is_lowercase)
}

/// The noun phrase whose last word stands right before `end`.
pub(crate) fn ending_before(
    passage: &Passage<'_>,
    end: usize,
    lowest: usize,
) -> Option<TokenRange> {
    let last = end.checked_sub(1).filter(|&last| last >= lowest)?;
    if passage.is_marked(last) {
        return None;
    }
    if passage.is(last, Class::SUBJECT) {
        return (!passage.is(last, Class::WH) || passage.is(last, Class::RELATIVE))
            .then_some(last..end);
    }
    if !can_end(passage, last) {
        return None;
    }
    let mut start = last;
    while start > lowest && end - start < LONGEST {
        let before = start - 1;
        if passage.is_marked(before) {
            break;
        }
        if !passage.is_word(before) {
            let joins = matches!(passage.surface(before), "$" | "%" | "&" | "/" | "#" | "£" | "€")
                || is_possessive_mark(passage, before);
            // "Jane Doe, MP" is left to the apposition; "Smith (D-Ohio)" is not.
            if !joins {
                break;
            }
            start = before;
            continue;
        }
        if !extends_left(passage, before, start, lowest) {
            break;
        }
        start = before;
    }
    // A phrase does not begin with a preposition, a conjunction, "However" or a possessive ending.
    while start + 1 < end
        && passage.is(start, Class::ADVERB)
        && !passage.is(start, Class::DETERMINER)
    {
        start += 1;
    }
    while start < end
        && (passage.is(start, Class::PREPOSITION.or(Class::CONJUNCTION))
            && !passage.is(start, Class::DETERMINER)
            && !starts_name(passage, start)
            || passage.kind(start) == TokenKind::Clitic)
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// The apostrophe of "the US’ top diplomat".
fn is_possessive_mark(passage: &Passage<'_>, at: usize) -> bool {
    let glued = at.checked_sub(1).is_some_and(|word| {
        passage.span(word).end == passage.span(at).start
            && passage.surface(word).ends_with(['s', 'S'])
    });
    matches!(passage.surface(at), "'" | "’")
        && glued
        && passage.is_word(at + 1)
        && !passage.is_marked(at)
}

fn starts_name(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_capital(at) && passage.is_capital(at + 1)
}

/// Whether a noun phrase can end with this word.
fn can_end(passage: &Passage<'_>, at: usize) -> bool {
    if !passage.is_word(at) || passage.kind(at) == TokenKind::Clitic {
        return false;
    }
    let closed = BREAKS
        .or(Class::DETERMINER)
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::CONJUNCTION);
    if passage.is(at, Class::PEOPLE.or(Class::SPOKESPERSON).or(Class::DOCUMENT)) {
        return true;
    }
    if passage.is(at, closed) {
        // "one", "both", "others" and capitalised names such as "May" or "Will".
        return passage.is(at, Class::DETERMINER)
            && !matches!(passage.surface(at), "the" | "a" | "an" | "no" | "every")
            || passage.is_capital(at) && passage.is_capital(at.wrapping_sub(1));
    }
    !is_ly(passage, at)
}

/// Whether the phrase that begins at `start` goes on with the word before it.
fn extends_left(passage: &Passage<'_>, before: usize, start: usize, lowest: usize) -> bool {
    let capital = passage.is_capital(before);
    let next_capital = passage.is_capital(start);
    if passage.kind(before) == TokenKind::Clitic {
        return matches!(passage.surface(before), "'s" | "’s");
    }
    if passage.is(before, Class::DETERMINER.or(Class::POSSESSIVE)) {
        return !passage.is(start, Class::DETERMINER.or(Class::POSSESSIVE))
            || passage.reads(before, "all")
            || passage.reads(before, "both");
    }
    if passage.is(start, Class::DETERMINER.or(Class::POSSESSIVE)) {
        // Before "the": only "of the", "for the", after a noun.
        return passage.is(before, Class::PREPOSITION) && noun_before(passage, before, lowest);
    }
    if passage.reads(before, "and") || passage.reads(before, "or") {
        let previous = before.checked_sub(1).filter(|&at| at >= lowest);
        return previous.is_some_and(|at| {
            (passage.is_capital(at)
                && next_capital
                && passage.is_word(at)
                && !passage.is(at, Class::SUBJECT))
                || (passage.is(at, Class::PEOPLE) && passage.is(start, Class::PEOPLE))
        });
    }
    if passage.is(before, Class::PREPOSITION) {
        return !capital
            && is_nominal_preposition(passage, before)
            && noun_before(passage, before, lowest);
    }
    if passage.is(before, BREAKS.or(Class::CONJUNCTION).or(Class::NEGATION)) {
        return capital
            && next_capital
            && !passage.is(before, Class::SUBJECT.or(Class::SUBORDINATOR).or(Class::WH));
    }
    if passage.is(before, Class::ADVERB) {
        return false;
    }
    if capital {
        let day = ["yesterday", "today", "tonight"].iter().any(|it| passage.reads(before, it));
        return !day && !passage.is(before, Class::DAY);
    }
    if passage.may_cue(before) && !passage.is(before, Class::DOCUMENT) {
        return false;
    }
    let surface = passage.surface(before);
    if surface.ends_with("ed") || surface.ends_with("ing") {
        // "retired general", "leading analysts": only behind an article or at the start.
        return before == lowest
            || passage.is(before - 1, Class::DETERMINER.or(Class::POSSESSIVE))
            || passage.is_comma(before - 1);
    }
    !is_ly(passage, before) || passage.is(before.wrapping_sub(1), Class::DETERMINER)
}

fn is_nominal_preposition(passage: &Passage<'_>, at: usize) -> bool {
    matches!(
        passage.surface(at),
        "of" | "for" | "at" | "in" | "from" | "with" | "on" | "to" | "by" | "behind" | "against"
    )
}

fn noun_before(passage: &Passage<'_>, at: usize, lowest: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| noun >= lowest) else { return false };
    passage.is_word(noun)
        && !passage.is_marked(noun)
        && passage.kind(noun) != TokenKind::Clitic
        && (passage.is(
            noun,
            Class::PEOPLE.or(Class::SPOKESPERSON).or(Class::DOCUMENT).or(Class::DETERMINER),
        ) || !passage
            .is(noun, BREAKS.or(Class::CONJUNCTION).or(Class::PREPOSITION).or(Class::ADVERB)))
        && (passage.is_capital(noun) || !passage.may_cue(noun) || passage.is(noun, Class::DOCUMENT))
}

/// The noun phrase that begins at `start` and ends before `limit`, with an apposition.
pub(crate) fn starting_at(passage: &Passage<'_>, start: usize, limit: usize) -> Option<TokenRange> {
    let limit = limit.min(start + 2 * LONGEST);
    let core = core_starting_at(passage, start, limit)?;
    if passage.is(core.start, Class::SUBJECT) && core.len() == 1 {
        return Some(core);
    }
    Some(with_apposition(passage, core, limit))
}

/// The same without an apposition.
pub(crate) fn core_starting_at(
    passage: &Passage<'_>,
    start: usize,
    limit: usize,
) -> Option<TokenRange> {
    if start >= limit || passage.is_marked(start) || !passage.is_word(start) {
        return None;
    }
    if passage.is(start, Class::SUBJECT.or(Class::OBJECT))
        && !passage.is(start, Class::WH.or(Class::POSSESSIVE))
    {
        let group = passage.is(start, Class::DETERMINER) || passage.reads(start, "others");
        if !(group && passage.reads(start + 1, "of")) {
            return Some(start..start + 1);
        }
    }
    let begins = passage.is_capital(start)
        || passage.is(
            start,
            Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PEOPLE).or(Class::SPOKESPERSON),
        )
        || matches!(passage.kind(start), TokenKind::Address | TokenKind::Number)
        || is_role_before_name(passage, start, limit);
    if !begins
        || passage.is(start, Class::DAY)
        || (passage.is(start, BREAKS)
            && !passage.is_capital(start + 1)
            && !passage.is(start, Class::DETERMINER))
    {
        return None;
    }
    let mut end = start + 1;
    while end < limit.min(start + LONGEST)
        && !passage.is_marked(end)
        && extends_right(passage, end, limit)
    {
        end += 1;
    }
    let dangles = |at: usize| {
        passage.is(at, Class::PREPOSITION.or(Class::CONJUNCTION))
            || passage.is_article(at)
            || passage.kind(at) == TokenKind::Clitic
    };
    while end > start + 1 && dangles(end - 1) && !passage.is_capital(end - 1) {
        end -= 1;
    }
    Some(start..end)
}

/// Whether a phrase whose last word stands right before `at` goes on with the token there.
fn extends_right(passage: &Passage<'_>, at: usize, limit: usize) -> bool {
    if !passage.is_word(at) {
        return matches!(passage.surface(at), "&" | "/" | "%" | "$")
            || is_possessive_mark(passage, at);
    }
    if passage.kind(at) == TokenKind::Clitic {
        return matches!(passage.surface(at), "'s" | "’s");
    }
    let capital = passage.is_capital(at);
    let after_capital = passage.is_capital(at - 1);
    if passage.is(at, Class::PREPOSITION) && !capital {
        return joins_nouns(passage, at, limit);
    }
    if passage.reads(at, "and") {
        let names = at + 1 < limit && passage.is_capital(at + 1) && after_capital;
        return names && !verb_follows(passage, at + 1, limit);
    }
    let day = passage.is(at, Class::DAY);
    let breaks = BREAKS.or(Class::CONJUNCTION).or(Class::NEGATION);
    if day || passage.is(at, breaks) && !(capital && after_capital) {
        return false;
    }
    let behind_joint = passage.is(at - 1, Class::PREPOSITION.or(Class::DETERMINER));
    if passage.is(at, Class::DETERMINER.or(Class::POSSESSIVE)) && !behind_joint {
        return false;
    }
    let verb = passage.may_cue(at) && !passage.is(at, Class::DOCUMENT) && !behind_joint;
    let other = passage.is(at, Class::TIME.or(Class::ADVERB));
    let gerund = is_gerund(passage, at) && after_capital;
    capital || !(verb || other || gerund || is_ly(passage, at))
}

/// Whether a preposition ties a noun to the phrase: "the head of the board", "a letter seen by
/// the paper".
fn joins_nouns(passage: &Passage<'_>, at: usize, limit: usize) -> bool {
    let seen =
        ["seen", "obtained", "reviewed", "released", "published", "conducted", "commissioned"];
    let next = at + 1;
    if passage.reads(at, "by") {
        return next < limit && seen.iter().any(|it| passage.reads(at - 1, it));
    }
    matches!(passage.surface(at), "of" | "for" | "at" | "from" | "with" | "in")
        && next < limit
        && passage.is_word(next)
        && !passage.is_marked(next)
        && !passage.is(next, Class::DAY.or(Class::OBJECT))
        && !is_gerund(passage, next)
}

/// "lead inspector Ada Okoro", "secretary of state Ada Okoro": a role without an article, and then
/// a name.
fn is_role_before_name(passage: &Passage<'_>, start: usize, limit: usize) -> bool {
    let of = |at: usize| at > start && passage.reads(at, "of");
    let role =
        (start..limit.min(start + 4)).take_while(|&at| is_role_noun(passage, at) || of(at)).count();
    let name = start + role;
    role > 0 && !of(name - 1) && passage.is_capital(name) && !passage.is_marked(name)
}

fn is_gerund(passage: &Passage<'_>, at: usize) -> bool {
    let surface = passage.surface(at);
    surface.len() > 4 && surface.ends_with("ing") && surface.starts_with(char::is_lowercase)
}

/// Whether a finite verb stands soon after a name: then "and" joins clauses.
fn verb_follows(passage: &Passage<'_>, start: usize, limit: usize) -> bool {
    let mut at = start;
    while at < limit.min(start + 5) && passage.is_capital(at) {
        at += 1;
    }
    at < limit && (passage.is(at, Class::AUXILIARY) || passage.may_cue(at))
}

/// Takes in ", the mayor of X" after a name.
fn with_apposition(passage: &Passage<'_>, core: TokenRange, limit: usize) -> TokenRange {
    let comma = core.end;
    if comma >= limit || !passage.is_comma(comma) || !passage.is_capital(core.end - 1) {
        return core;
    }
    let first = comma + 1;
    let role = passage.is(first, Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SPOKESPERSON))
        || is_role_noun(passage, first);
    if !role {
        return core;
    }
    let mut end = first;
    while end < limit && end - first < LONGEST && !passage.is_marked(end) {
        if passage.is_comma(end) || passage.is_stop(end) || passage.is_colon(end) {
            break;
        }
        if passage.is(end, Class::AUXILIARY.or(Class::SUBJECT).or(Class::SUBORDINATOR))
            && !passage.is(end, Class::RELATIVE.or(Class::PREPOSITION))
        {
            // A verb: this was the start of another clause.
            return core;
        }
        if passage.is(end, Class::RELATIVE) {
            break;
        }
        end += 1;
    }
    core.start..end
}

/// A lower-case noun that names what somebody is: "chairman", "director of".
fn is_role_noun(passage: &Passage<'_>, at: usize) -> bool {
    let surface = passage.surface(at);
    surface.starts_with(char::is_lowercase)
        && passage.is_word(at)
        && !passage.is(
            at,
            BREAKS
                .or(Class::CONJUNCTION)
                .or(Class::PREPOSITION)
                .or(Class::ADVERB)
                .or(Class::AUXILIARY),
        )
        && !surface.ends_with("ing")
        && !surface.ends_with("ed")
        && !passage.may_cue(at)
}

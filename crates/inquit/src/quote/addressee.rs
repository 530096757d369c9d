//! Who is told: "told reporters", "warned the council and its lawyers that".

use super::noun_phrase::core_starting_at;
use super::passage::Passage;
use super::times::past_time;
use crate::lexicon::Class;
use crate::text::TokenRange;

/// How many more are told than the first, at most.
const MOST_TOLD: usize = 3;

/// "told reporters", "told him": not where the phrase is the subject of a clause already.
pub(super) fn addressee_at(passage: &Passage<'_>, at: usize, end: usize) -> Option<TokenRange> {
    if at < end
        && passage.is(at, Class::OBJECT.or(Class::SUBJECT))
        && !passage.is(at, Class::WH.or(Class::DETERMINER))
    {
        return Some(at..at + 1);
    }
    if past_time(passage, at, end) > at {
        return None;
    }
    let phrase = core_starting_at(passage, at, end)?;
    if let Some(all) = several(passage, &phrase, end) {
        return Some(all);
    }
    let next = phrase.end;
    let goes_on = next >= end
        || passage.is_comma(next)
        || passage.is_stop(next)
        || passage.is_marked(next)
        || passage.is_colon(next)
        || passage.is(
            next,
            Class::SUBORDINATOR
                .or(Class::PREPOSITION)
                .or(Class::CONJUNCTION)
                .or(Class::DAY)
                .or(Class::TIME)
                .or(Class::SUBJECT)
                .or(Class::DETERMINER)
                .or(Class::WH),
        );
    goes_on.then_some(phrase)
}

/// "told reporters and the police that": all that are told, where what they are told follows.
fn several(passage: &Passage<'_>, first: &TokenRange, end: usize) -> Option<TokenRange> {
    let joins = |at: usize| at < end && (passage.reads(at, "and") || passage.reads(at, "or"));
    let mut last = first.end;
    for _ in 0..MOST_TOLD {
        let comma = usize::from(last < end && passage.is_comma(last));
        let and = usize::from(joins(last + comma));
        if comma + and == 0 {
            break;
        }
        let Some(next) = core_starting_at(passage, last + comma + and, end) else { break };
        last = next.end;
    }
    let told = last < end
        && (passage.reads(last, "that")
            || passage.is_colon(last)
            || passage.is_marked(last)
            || passage.is(last, Class::WH) && !passage.is(last, Class::RELATIVE));
    (told && last > first.end).then_some(first.start..last)
}

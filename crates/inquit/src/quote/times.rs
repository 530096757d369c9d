//! Times beside a verb, which are no part of its subject nor of what it reports: "on Monday", "earlier
//! this week", "late on Friday night".

use super::passage::Passage;
use crate::lexicon::Class;

const PARTS_OF_DAY: [&str; 4] = ["morning", "afternoon", "evening", "night"];
const SPANS: [&str; 12] = [
    "day", "week", "weekend", "month", "quarter", "year", "spring", "summer", "fall", "autumn",
    "winter", "season",
];
const EARLY: [&str; 4] = ["early", "earlier", "late", "later"];

fn reads(passage: &Passage<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| passage.reads(at, word))
}

/// "week" behind "this", "night" behind "last".
fn is_span_of(passage: &Passage<'_>, which: usize, span: usize) -> bool {
    reads(passage, which, &["this", "last", "next"])
        && (reads(passage, span, &SPANS) || reads(passage, span, &PARTS_OF_DAY))
}

/// One past the time that begins at a token, or that token where none does.
pub(crate) fn past_time(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    let mut here = at;
    while here < end && !passage.is_marked(here) {
        let is_day = |at: usize| at < end && passage.is(at, Class::DAY);
        let this = here + 1 < end && is_span_of(passage, here, here + 1);
        if this {
            here += 2;
        } else if passage.is(here, Class::DAY.or(Class::TIME))
            || passage.reads(here, "on") && is_day(here + 1)
            || reads(passage, here, &EARLY)
                && (is_day(here + 1)
                    || passage.reads(here + 1, "on") && is_day(here + 2)
                    || here + 2 < end && is_span_of(passage, here + 1, here + 2))
        {
            here += 1;
        } else {
            break;
        }
    }
    here
}

/// Where the time begins that ends before `end`, or `end` where none does; not before `lowest`.
pub(crate) fn before_time(passage: &Passage<'_>, end: usize, lowest: usize) -> usize {
    let mut start = end;
    loop {
        let room = start.saturating_sub(lowest);
        let last = |back: usize| start - back;
        let is_day = |back: usize| room >= back && passage.is(last(back), Class::DAY);
        if room >= 3
            && passage.reads(last(1), "ago")
            && passage.is(last(2), Class::TIME)
            && !passage.is_capital(last(3))
        {
            start -= 3;
        } else if room >= 2 && is_span_of(passage, last(2), last(1)) {
            start -= 2;
        } else if is_day(1)
            || is_day(2) && reads(passage, last(1), &PARTS_OF_DAY)
            || start < end && room >= 1 && reads(passage, last(1), &EARLY)
            || start < end && room >= 1 && passage.reads(last(1), "on")
        {
            start -= 1;
        } else {
            return start;
        }
    }
}

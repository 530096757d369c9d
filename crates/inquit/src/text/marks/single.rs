//! Pairs single marks, which are apostrophes more often than not.

use std::ops::Range;

use super::mark::sides;
use super::marked::{Marked, marked};
use crate::text::chars::{is_apostrophe, is_dash, is_space};
use crate::text::span::Span;

/// A single mark that could open or close.
#[derive(Clone, Copy, Debug)]
pub(super) struct Single {
    pub(super) at: usize,
    pub(super) width: usize,
    pub(super) opens: bool,
    pub(super) closes: Closes,
    /// ‘ or ‚, which is hardly ever an apostrophe at the start of a word.
    pub(super) curly: bool,
}

/// How surely a single mark closes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Closes {
    No,
    /// It may be a possessive or a letter left out: "the workers' pay".
    Perhaps,
    Yes,
}

/// Words that begin with an apostrophe.
const CLIPPED: [&str; 14] = [
    "bout", "cause", "cos", "coz", "em", "im", "n", "neath", "round", "til", "till", "tis", "twas",
    "twere",
];

/// Further than this, in bytes, a single mark is not looked for its partner: an apostrophe that
/// looks like an opening mark would otherwise claim half the paragraph.
const SINGLE_REACH: usize = 1500;

/// What a single mark can be; `None` where it is an apostrophe for certain.
pub(super) fn single(text: &str, at: usize, c: char, range: &Range<usize>) -> Option<Single> {
    let width = c.len_utf8();
    let (before, after) = sides(text, at, width, range);
    if before.is_alphanumeric() && after.is_alphanumeric() {
        return None;
    }
    let free = is_space(before)
        || matches!(before, '(' | '[' | '{' | '"' | '“' | '„' | '/')
        || (is_dash(before) && before != '-');
    let begins = after.is_alphanumeric()
        || matches!(after, '$' | '£' | '€' | '#' | '@' | '…' | '[' | '"' | '“' | '.');
    let rest = text.get(at + width..range.end).unwrap_or_default();
    let opens = free && begins && c != '’' && !is_clipped(rest) || (c == '‚' && free);
    let closes = if is_space(before) || !(is_apostrophe(c) || c == '‘') || after.is_alphanumeric()
    {
        Closes::No
    } else {
        closing(text, at, before, after, rest)
    };
    (opens || closes != Closes::No).then_some(Single {
        at,
        width,
        opens,
        closes,
        curly: matches!(c, '‘' | '‚'),
    })
}

/// Decades ('90s) and words that begin with an apostrophe ('tis).
fn is_clipped(rest: &str) -> bool {
    let word_end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = rest.get(..word_end).unwrap_or_default();
    let digits = word.trim_end_matches(['s', 'S']);
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))
        || CLIPPED.iter().any(|clipped| clipped.eq_ignore_ascii_case(word))
}

fn closing(text: &str, at: usize, before: char, after: char, rest: &str) -> Closes {
    if !before.is_alphanumeric() || !is_space(after) {
        return Closes::Yes;
    }
    let next_lower = rest.trim_start().starts_with(char::is_lowercase);
    let ends_in_s = matches!(before, 's' | 'S');
    let dropped_g = text.get(..at).is_some_and(|head| head.ends_with("in")) && next_lower;
    if ends_in_s || dropped_g { Closes::Perhaps } else { Closes::Yes }
}

/// Pairs the single marks of a paragraph whose other regions begin at `first`.
pub(super) fn pair_singles(
    text: &str,
    paragraph: Span,
    singles: &[Single],
    opens_next: bool,
    regions: &mut Vec<Marked>,
) {
    let others: Vec<Span> = {
        let mut spans: Vec<Span> = regions.iter().map(|it| it.span).collect();
        spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        spans
    };
    // The innermost other region that each single mark stands in, or none.
    let containers = containers(&others, singles);
    let mut i = 0;
    while let Some(opener) = singles.get(i) {
        i += 1;
        if !opener.opens {
            continue;
        }
        let container = containers.get(i - 1).copied().flatten();
        let limit = container
            .and_then(|at| others.get(at))
            .map_or(paragraph.end as usize, |span| span.end as usize);
        let reach = limit.min(opener.at + SINGLE_REACH);
        let Some(found) = closing_partner(text, singles, &containers, i, container, reach, opener)
        else {
            let at_start = opener.at == paragraph.start as usize;
            if opener.curly && (at_start || opens_next) && container.is_none() {
                // “Every paragraph opens, the last one closes” with single marks.
                let end = limit;
                regions.push(marked(text, opener.at, opener.at + opener.width, end, end, false));
            }
            continue;
        };
        let Some(closer) = singles.get(found) else { continue };
        regions.push(marked(
            text,
            opener.at,
            opener.at + opener.width,
            closer.at,
            closer.at + closer.width,
            true,
        ));
        i = found + 1;
    }
}

/// For each single mark the innermost of the other regions, by place, that it stands in.
fn containers(others: &[Span], singles: &[Single]) -> Vec<Option<usize>> {
    let mut found = Vec::with_capacity(singles.len());
    let mut stack: Vec<usize> = Vec::new();
    let mut next = 0;
    for single in singles {
        while let Some(span) = others.get(next).filter(|span| (span.start as usize) <= single.at) {
            while stack
                .last()
                .and_then(|&at| others.get(at))
                .is_some_and(|top| top.end <= span.start)
            {
                stack.pop();
            }
            stack.push(next);
            next += 1;
        }
        while stack
            .last()
            .and_then(|&at| others.get(at))
            .is_some_and(|top| (top.end as usize) <= single.at)
        {
            stack.pop();
        }
        found.push(stack.last().copied());
    }
    found
}

/// A single mark after `i`, in the same region, that closes what `opener` opens.
fn closing_partner(
    text: &str,
    singles: &[Single],
    containers: &[Option<usize>],
    i: usize,
    container: Option<usize>,
    reach: usize,
    opener: &Single,
) -> Option<usize> {
    let mut perhaps = None;
    for (at, single) in singles.iter().enumerate().skip(i) {
        if single.at >= reach {
            break;
        }
        if containers.get(at).copied().flatten() != container
            || single.at <= opener.at + opener.width
        {
            continue;
        }
        match single.closes {
            Closes::Yes => {
                // A possessive just before may have been the end of a short marked phrase.
                return Some(at);
            }
            Closes::Perhaps => perhaps = perhaps.or(Some(at)),
            Closes::No => {
                if single.opens && perhaps.is_some() {
                    break;
                }
            }
        }
    }
    let found = perhaps?;
    let inside = text.get(opener.at..singles.get(found)?.at)?;
    (opener.curly || inside.split_whitespace().count() <= 5).then_some(found)
}

//! "According to the mayor, the road is closed." "The road is closed, according to the mayor."

use super::draft::Draft;
use super::noun_phrase::starting_at;
use super::passage::Passage;
use super::trust;
use crate::lexicon::Class;
use crate::text::TokenRange;

/// The quote that an "according to" of a sentence reports, of which nothing stands before `lowest`.
pub(crate) fn according(
    passage: &Passage<'_>,
    at: usize,
    sentence: &TokenRange,
    lowest: usize,
) -> Option<Draft> {
    let named =
        passage.reads(at, "according") && passage.reads(at + 1, "to") && !passage.is_marked(at);
    if !named || at < lowest {
        return None;
    }
    let cue = at..at + 2;
    let first = at + 2;
    let source = source(passage, first, sentence.end)?;
    let leads = (lowest..at)
        .all(|at| !passage.is_word(at) || passage.is(at, Class::CONJUNCTION.or(Class::ADVERB)));
    let mut content = Vec::new();
    if leads {
        let start = source.end + usize::from(passage.is_comma(source.end));
        content.push(start..sentence.end);
    } else {
        content.push(lowest..at);
        // "The road, according to the mayor, is closed."
        let after = source.end;
        let interrupted = passage.is_comma(after) && passage.count_words(after..sentence.end) >= 2;
        let aside = passage
            .is(after + 1, Class::RELATIVE.or(Class::CONJUNCTION).or(Class::DETERMINER))
            || passage.surface(after + 1).ends_with("ing");
        if interrupted && passage.is_comma(at - 1) && !aside {
            content.push(after + 1..sentence.end);
        }
    }
    content.retain(|range| passage.count_words(range.clone()) > 0);
    if content.is_empty() {
        return None;
    }
    Some(Draft { cue: Some(cue), source: Some(source), ..Draft::new(content, trust::ACCORDING) })
}

/// The noun phrase after "to"; to the next comma where it is longer than we can tell.
fn source(passage: &Passage<'_>, first: usize, end: usize) -> Option<TokenRange> {
    if first >= end {
        return None;
    }
    if let Some(phrase) = starting_at(passage, first, end) {
        return Some(phrase);
    }
    let stop = (first..end.min(first + 12))
        .find(|&at| {
            passage.is_comma(at)
                || passage.is_stop(at)
                || passage.is(at, Class::SUBORDINATOR.or(Class::AUXILIARY))
        })
        .unwrap_or(end.min(first + 12));
    (stop > first && passage.count_words(first..stop) > 0).then_some(first..stop)
}

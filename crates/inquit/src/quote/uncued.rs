//! Words in marks that no cue reports: quotations all the same, or terms, titles and names.

use super::draft::Draft;
use super::following::main_subject;
use super::passage::{Passage, Region};
use crate::lexicon::Class;
use crate::text::TokenRange;

/// Whether marked words are a quotation rather than a term, a title or a name. `alone`: nothing in
/// the sentence stands outside marks.
pub(crate) fn is_quotation(
    passage: &Passage<'_>,
    region: &Region,
    sentence: &TokenRange,
    alone: bool,
) -> bool {
    let words = passage.count_words(region.tokens.clone());
    let stray = !region.marked.closed && region.tokens.start > sentence.start;
    if words == 0 || stray || is_title(passage, region) || is_named_so(passage, region) {
        return false;
    }
    let last = passage.surface(region.tokens.end.saturating_sub(2));
    let finished = matches!(last, "." | "," | "!" | "?" | "…" | "..." | "—");
    if alone {
        return words >= 2 || finished;
    }
    words >= 4 || (words >= 2 && finished)
}

/// “Meet the Press”: every word but the small ones has a capital.
pub(crate) fn is_title(passage: &Passage<'_>, region: &Region) -> bool {
    let last = passage.surface(region.tokens.end.saturating_sub(2));
    let words =
        || region.tokens.clone().filter(|&at| passage.is_word(at) && passage.surface(at).len() > 1);
    let capitals = words().filter(|&at| passage.is_capital(at)).count();
    let small = Class::DETERMINER.or(Class::PREPOSITION).or(Class::CONJUNCTION);
    let all = words().all(|at| {
        passage.is_capital(at)
            || passage.is(at, small)
            || passage.surface(at).starts_with(['\'', '’'])
    });
    all && capitals >= 1
        && !matches!(last, "." | "!" | "?")
        && words().count() <= 12
        && passage.is_capital(region.tokens.start + 1)
}

/// "the novel “…”", "so-called “…”".
fn is_named_so(passage: &Passage<'_>, region: &Region) -> bool {
    let Some(before) = region.tokens.start.checked_sub(1).filter(|&at| at >= passage.range.start)
    else {
        return false;
    };
    passage.is(before, Class::CALLED.or(Class::WORK))
        && passage.count_words(region.tokens.clone()) <= 6
}

/// How sure it is that the subject of a sentence said what stands in marks in it, in thousandths.
const GUESSED: u16 = 550;
/// The same of marked words without such a guess.
const UNGUESSED: u16 = 450;

/// A quotation in a sentence whose verb we do not know: its subject is the best guess at a source.
pub(crate) fn uncued(passage: &Passage<'_>, region: &Region, sentence: &TokenRange) -> Draft {
    let source = main_subject(passage, sentence, region.tokens.start)
        .filter(|_| region.tokens.start > sentence.start);
    let confidence = if source.is_some() { GUESSED } else { UNGUESSED };
    Draft { source, ..Draft::new(vec![region.tokens.clone()], confidence) }
}

/// With fewer words, what stands in marks inside a sentence is a term more likely than a quotation.
const FEWEST: usize = 6;

/// What is left of a quotation that the model has seen too and gave to nobody, unless it opens its
/// sentence or a comma or a colon leads to it: no guess at its source, which is then wrong four times in five, and of a few
/// words nothing, which three times in four nobody said.
pub(crate) fn unattributed(passage: &Passage<'_>, draft: Draft) -> Option<Draft> {
    let led = |at: usize| passage.is_comma(at) || passage.is_colon(at);
    let is_led = draft.start().checked_sub(1).is_some_and(led)
        || passage.sentence_at(draft.start()).is_some_and(|it| it.start == draft.start());
    if draft.cue.is_some() || !matches!(draft.confidence, GUESSED | UNGUESSED) || is_led {
        return Some(draft);
    }
    let words: usize = draft.content.iter().map(|it| passage.count_words(it.clone())).sum();
    (words >= FEWEST).then_some(Draft { source: None, confidence: UNGUESSED, ..draft })
}

/// The name behind a dash after a quotation: “…” ― Ada Okoro
pub(crate) fn signature(passage: &Passage<'_>, region: &Region) -> Option<TokenRange> {
    let dash = region.tokens.end;
    let end = passage.range.end;
    if dash >= end || !passage.is_dash(dash) {
        return None;
    }
    let name = dash + 1..end;
    let words = passage.count_words(name.clone());
    (words > 0
        && words <= 8
        && passage.is_capital(name.start)
        && !name.clone().any(|at| passage.is_marked(at)))
    .then_some(name)
}

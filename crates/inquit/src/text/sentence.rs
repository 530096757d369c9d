//! Sentences: outer ones, which keep a quotation and the words that report it together, and the
//! inner ones of a quotation.

use super::abbreviation::{Abbreviation, abbreviation};
use super::marks::Marked;
use super::span::Span;
use super::token::{Token, TokenKind, tokenize};

/// Words that begin a sentence after a word like "U.S." or "Inc." ended the one before.
const STARTERS: [&str; 40] = [
    "A", "About", "After", "All", "An", "And", "As", "At", "But", "By", "For", "From", "He", "Her",
    "His", "How", "However", "I", "If", "In", "It", "Its", "Many", "No", "On", "Or", "Our", "She",
    "Since", "So", "Some", "That", "The", "Their", "There", "They", "This", "We", "When", "You",
];

/// A stretch of tokens: from the first to one past the last.
pub(crate) type TokenRange = std::ops::Range<usize>;

/// The outer sentences of one paragraph as ranges of its tokens, which `tokens` holds from
/// `range.start` on.
///
/// No sentence ends inside one of the top-level marked stretches. `reports` says of a token whether
/// it is a reporting word, so that “Stop!” Ada said. is one sentence.
pub(crate) fn outer_sentences(
    text: &str,
    tokens: &[Token],
    range: TokenRange,
    marked: &[Marked],
    reports: impl Fn(usize) -> bool,
) -> Vec<TokenRange> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    let mut regions = marked.iter().filter(|it| it.depth == 0).peekable();
    while at < range.end {
        // Most tokens are in no marks and end nothing.
        let next = regions.peek().map_or(u32::MAX, |region| region.span.start);
        let passed = |token: &&Token| token.span.start < next && !may_end(text, token);
        at += tokens.get(at..range.end).unwrap_or_default().iter().take_while(passed).count();
        let Some(token) = tokens.get(at).filter(|_| at < range.end) else { break };
        while regions.next_if(|it| it.span.end <= token.span.start).is_some() {}
        let region = regions.peek().filter(|it| it.span.start <= token.span.start);
        let mut end = at + 1;
        let mut ends = if let Some(region) = region {
            // To the end of the stretch at once; it ends the sentence if what it holds does.
            while tokens.get(end).is_some_and(|t| end < range.end && t.span.start < region.span.end)
            {
                end += 1;
            }
            region_end(text, tokens, at..end, region)
        } else {
            sentence_end(text, tokens, at, range.end)
        };
        if ends != End::No && region.is_none() {
            end = with_closers(text, tokens, end, range.end);
        }
        if ends == End::Perhaps {
            let reported = region.is_some() && is_reported(text, tokens, end, range.end, &reports);
            ends = if reported { End::No } else { End::Yes };
        }
        at = end;
        if ends == End::Yes && begins_sentence(text, tokens, at, range.end) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < range.end {
        sentences.push(start..range.end);
    }
    sentences
}

/// The sentences inside a stretch of text, marks or no marks; none where it is not one of `text`.
pub(crate) fn inner_sentences(text: &str, within: Span) -> Vec<Span> {
    let Some(inside) = within.get(text) else { return Vec::new() };
    let tokens = tokenize(inside);
    outer_sentences(inside, &tokens, 0..tokens.len(), &[], |_| false)
        .iter()
        .filter_map(|range| span_of(&tokens, range))
        .map(|span| Span::new(span.start + within.start, span.end + within.start))
        .collect()
}

/// From the start of the first token to the end of the last.
pub(crate) fn span_of(tokens: &[Token], range: &TokenRange) -> Option<Span> {
    let tokens = tokens.get(range.clone())?;
    Some(Span::new(tokens.first()?.span.start, tokens.last()?.span.end))
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    Yes,
    No,
    /// After “Stop!”: unless a reporting clause follows.
    Perhaps,
}

/// Whether a token is one of the few that sentences end with.
#[inline]
fn may_end(text: &str, token: &Token) -> bool {
    let last = || token.span.range().end.checked_sub(1).and_then(|last| text.as_bytes().get(last));
    match token.kind {
        TokenKind::Punctuation => true,
        TokenKind::Word => last() == Some(&b'.'),
        _ => false,
    }
}

/// Whether a sentence may end with the token at `at`, outside marks.
fn sentence_end(text: &str, tokens: &[Token], at: usize, end: usize) -> End {
    match tokens.get(at) {
        Some(token) if token.kind == TokenKind::Punctuation => mark_end(text, tokens, at, end),
        Some(token) if may_end(text, token) => abbreviation_end(text, tokens, at, end),
        _ => End::No,
    }
}

/// Whether a sentence may end with a punctuation mark.
fn mark_end(text: &str, tokens: &[Token], at: usize, end: usize) -> End {
    match tokens.get(at).map_or("", |token| &text[token.span]) {
        "." | "!" | "?" | "。" | "！" | "？" | "‽" => End::Yes,
        surface if is_ellipsis(surface) && !next_word_is_lower(text, tokens, at + 1, end) => {
            End::Yes
        }
        _ => End::No,
    }
}

/// Whether a sentence may end with a word that has a stop of its own.
fn abbreviation_end(text: &str, tokens: &[Token], at: usize, end: usize) -> End {
    let word = tokens.get(at).map_or("", |token| text[token.span].trim_end_matches('.'));
    match abbreviation(word) {
        Some(Abbreviation::BeforeName) => End::No,
        None if is_initial(word) => End::No,
        Some(Abbreviation::Anywhere) | None => {
            let next = tokens.get(at + 1).filter(|_| at + 1 < end);
            let next = next.map_or("", |next| &text[next.span]);
            let clock = word.eq_ignore_ascii_case("a.m") || word.eq_ignore_ascii_case("p.m");
            let starts = STARTERS.contains(&next)
                || (clock && next.starts_with(char::is_uppercase))
                || next.starts_with(['“', '"']);
            if starts { End::Yes } else { End::No }
        }
    }
}

fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn is_ellipsis(surface: &str) -> bool {
    surface == "…" || (surface.len() > 1 && surface.bytes().all(|b| b == b'.'))
}

/// Whether a marked stretch ends its sentence, if nothing reports it.
fn region_end(text: &str, tokens: &[Token], range: TokenRange, region: &Marked) -> End {
    let inside = tokens.get(range).unwrap_or_default();
    let last = inside.iter().rev().find(|token| token.span.end <= region.inner.end);
    let Some(last) = last else { return End::No };
    match &text[last.span] {
        "." | "。" => End::Yes,
        "!" | "?" | "！" | "？" | "—" | "--" => End::Perhaps,
        surface if is_ellipsis(surface) => End::Perhaps,
        surface if last.kind == TokenKind::Word && surface.ends_with('.') => End::Perhaps,
        _ => End::No,
    }
}

/// Whether a reporting clause begins here: a reporting word among the next few, in one clause.
fn is_reported(
    text: &str,
    tokens: &[Token],
    at: usize,
    end: usize,
    reports: &impl Fn(usize) -> bool,
) -> bool {
    (at..end.min(at + 6))
        .take_while(|&i| {
            tokens.get(i).is_some_and(|token| {
                matches!(token.kind, TokenKind::Word | TokenKind::Clitic)
                    || &text[token.span] == ","
            })
        })
        .any(reports)
}

/// Past closing brackets and marks that belong to the sentence before.
fn with_closers(text: &str, tokens: &[Token], mut at: usize, end: usize) -> usize {
    while at < end {
        let Some(token) = tokens.get(at) else { break };
        let glued = at
            .checked_sub(1)
            .and_then(|i| tokens.get(i))
            .is_some_and(|t| t.span.end == token.span.start);
        if !(glued
            && matches!(
                &text[token.span],
                ")" | "]" | "”" | "\"" | "’" | "'" | "»" | "!" | "?" | "." | "''"
            ))
        {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a sentence can begin here: a capital, a digit, an opening mark, or the end of all.
fn begins_sentence(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|_| at < end) else { return true };
    match text[token.span].chars().next() {
        Some(c) if c.is_lowercase() => false,
        Some(c) => !matches!(c, ',' | ';' | ':' | ')' | ']' | '—' | '–' | '.'),
        None => false,
    }
}

fn next_word_is_lower(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    tokens
        .get(at..end.min(at + 3))
        .unwrap_or_default()
        .iter()
        .find(|token| token.kind == TokenKind::Word)
        .is_some_and(|token| text[token.span].starts_with(char::is_lowercase))
}

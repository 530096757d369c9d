//! A wording: printed words, each with its place, and the words to compare behind them.

use super::canonical::{Canonical, CanonicalKey, canonical};
use crate::text::{Span, char_at, is_space, tokenize};

/// A word as it is printed: what stands between white space, without quotation marks around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PrintedWord {
    /// Where it stands in the text.
    pub(crate) span: Span,
    /// Whether it stands in quotation marks.
    pub(crate) is_marked: bool,
    /// Whether it is part of an explanation in brackets.
    pub(crate) is_bracketed: bool,
}

/// A word to compare, with the printed words that hold it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordingToken {
    pub(crate) key: CanonicalKey,
    pub(crate) stem: u32,
    /// The first and the last printed word.
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) is_contracted: bool,
}

/// The words of one or more stretches of a text.
#[derive(Clone, Debug)]
pub(crate) struct Wording<'t> {
    text: &'t str,
    pub(crate) words: Vec<PrintedWord>,
    pub(crate) tokens: Vec<WordingToken>,
}

impl<'t> Wording<'t> {
    /// The words of these stretches, in order. Words inside `marked`, in order as well, stand in
    /// quotation marks.
    pub(crate) fn new(text: &'t str, spans: &[Span], marked: &[Span]) -> Wording<'t> {
        let mut wording = Wording { text, words: Vec::new(), tokens: Vec::new() };
        let mut brackets = 0_usize;
        for &span in spans {
            wording.stretch(span, marked, &mut brackets);
        }
        wording
    }

    /// The words of a text all of which is in quotation marks.
    pub(crate) fn of_text(text: &'t str) -> Wording<'t> {
        let all = Span::of(0..text.len());
        Wording::new(text, &[all], &[all])
    }

    fn stretch(&mut self, span: Span, marked: &[Span], brackets: &mut usize) {
        let Some(inside) = span.get(self.text) else { return };
        let from = self.words.len();
        let mut marked = marked;
        for (start, piece) in pieces(inside) {
            let opened = piece.trim_start_matches(is_mark);
            let mut word = opened.trim_end_matches(is_mark);
            if piece.starts_with('‘') {
                word = word.trim_end_matches('’');
            }
            if word.is_empty() {
                continue;
            }
            let start = span.range().start + start + piece.len() - opened.len();
            let span = Span::of(start..start + word.len());
            let opens = word.matches(['[', '(']).count();
            let closes = word.matches([']', ')']).count();
            let is_bracketed = *brackets > 0 || word.starts_with(['[', '(']);
            *brackets = (*brackets + opens).saturating_sub(closes).min(1);
            while let Some((_, rest)) = marked.split_first().filter(|it| it.0.end <= span.start) {
                marked = rest;
            }
            let is_marked = marked.first().is_some_and(|first| first.overlaps(span));
            self.words.push(PrintedWord { span, is_marked, is_bracketed });
        }
        let tokens = tokenize(inside);
        let found: Vec<Canonical> = canonical(inside, &tokens);
        let mut word = from;
        for it in found {
            let place = |token: usize| {
                tokens.get(token).map_or(span.start, |token| span.start + token.span.start)
            };
            let mut holder = |at: u32| {
                while self.words.get(word).is_some_and(|it| it.span.end <= at) {
                    word += 1;
                }
                word
            };
            let first = holder(place(it.tokens.0));
            let last = holder(place(it.tokens.1));
            if last < self.words.len() {
                self.tokens.push(WordingToken {
                    key: it.key,
                    stem: it.stem,
                    first,
                    last,
                    is_contracted: it.is_contracted,
                });
            }
        }
    }

    /// A printed word.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.words.get(at).and_then(|word| word.span.get(self.text)).unwrap_or_default()
    }

    /// The printed words.
    pub(crate) fn printed(&self) -> impl Iterator<Item = &'t str> {
        (0..self.words.len()).map(|at| self.word(at))
    }

    /// Printed words with a space between them.
    pub(crate) fn joined(&self, range: std::ops::Range<usize>) -> String {
        let mut joined = String::new();
        for at in range {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(self.word(at));
        }
        joined
    }
}

/// What stands between white space, each with its first byte.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split(is_space).map(move |piece| {
        let start = next;
        let end = start + piece.len();
        next = end + char_at(text, end).map_or(0, char::len_utf8);
        (start, piece)
    })
}

/// A quotation mark that may stand around a word. An apostrophe is part of the word.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘')
}

//! From pairs of words to alterations.

use std::ops::Range;

use super::alteration::{Alteration, AlterationKind};
use super::dynamic::Pair;
use crate::corpus::wording::Wording;

/// The alterations that make the variant of the reference, in order.
pub(super) fn typed(
    reference: &Wording<'_>,
    variant: &Wording<'_>,
    pairs: &[Pair],
) -> Vec<Alteration> {
    let has_marks = variant.words.iter().any(|word| word.is_marked);
    let mut typing = Typing { reference, variant, has_marks, found: Vec::new() };
    let blocks = typing.blocks(pairs);
    let (mut at, mut first) = ((0, 0), true);
    for block in &blocks {
        typing.gap(at.0..block.reference.start, at.1..block.variant.start, first, false);
        typing.block(block);
        at = (block.reference.end, block.variant.end);
        first = false;
    }
    typing.gap(at.0..reference.words.len(), at.1..variant.words.len(), first, true);
    for it in &mut typing.found {
        it.reference_text = reference.joined(it.reference.clone()).into();
        it.variant_text = variant.joined(it.variant.clone()).into();
    }
    typing.found
}

/// Printed words of both that hold the same words.
#[derive(Debug)]
struct Block {
    reference: Range<usize>,
    variant: Range<usize>,
    /// How many words to compare are the same.
    pairs: usize,
    is_contracted: bool,
}

struct Typing<'a, 't> {
    reference: &'a Wording<'t>,
    variant: &'a Wording<'t>,
    has_marks: bool,
    found: Vec<Alteration>,
}

impl Typing<'_, '_> {
    fn blocks(&self, pairs: &[Pair]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for &(i, j) in pairs {
            let tokens = (self.reference.tokens.get(i), self.variant.tokens.get(j));
            let (Some(a), Some(b)) = tokens else { continue };
            let is_contracted = a.is_contracted != b.is_contracted;
            match blocks.last_mut() {
                Some(last) if a.first < last.reference.end || b.first < last.variant.end => {
                    last.reference.end = last.reference.end.max(a.last + 1);
                    last.variant.end = last.variant.end.max(b.last + 1);
                    last.pairs += 1;
                    last.is_contracted |= is_contracted;
                }
                _ => blocks.push(Block {
                    reference: a.first..a.last + 1,
                    variant: b.first..b.last + 1,
                    pairs: 1,
                    is_contracted,
                }),
            }
        }
        blocks
    }

    fn push(&mut self, kind: AlterationKind, reference: Range<usize>, variant: Range<usize>) {
        let is_marked = |at: usize| self.variant.words.get(at).is_some_and(|word| word.is_marked);
        let in_marks = self.has_marks
            && if variant.is_empty() {
                variant.start > 0 && is_marked(variant.start - 1) && is_marked(variant.start)
            } else {
                variant.clone().all(is_marked)
            };
        if let Some(last) = self.found.last_mut()
            && kind == AlterationKind::MovedOutOfMarks
            && last.kind == kind
            && last.reference.end == reference.start
            && last.variant.end == variant.start
        {
            last.reference.end = reference.end;
            last.variant.end = variant.end;
            return;
        }
        self.found.push(Alteration {
            kind,
            reference_text: Box::default(),
            variant_text: Box::default(),
            reference,
            variant,
            in_marks,
        });
    }

    /// Words that are the same, wholly or in part.
    fn block(&mut self, block: &Block) {
        let (reference, variant) = (block.reference.clone(), block.variant.clone());
        let is_whole = |wording: &Wording<'_>, range: &Range<usize>| {
            let from = wording.tokens.partition_point(|token| token.first < range.start);
            let to = wording.tokens.partition_point(|token| token.first < range.end);
            to - from == block.pairs
        };
        let is_whole = is_whole(self.reference, &reference) && is_whole(self.variant, &variant);
        let texts =
            [self.reference.joined(reference.clone()), self.variant.joined(variant.clone())];
        let [a, b] = &texts;
        let is_same = is_whole && (a == b || letters(a) == letters(b));
        let words = |wording: &Wording<'_>, range: &Range<usize>| {
            wording.words.get(range.clone()).unwrap_or_default().iter().all(|it| it.is_marked)
        };
        let is_out = self.has_marks
            && words(self.reference, &reference)
            && !self
                .variant
                .words
                .get(variant.clone())
                .unwrap_or_default()
                .iter()
                .any(|it| it.is_marked);
        let is_bracketed = self.all_bracketed(&variant) && !self.any_bracketed(&reference);
        let kind = if is_same && is_out {
            AlterationKind::MovedOutOfMarks
        } else if a == b {
            return;
        } else if is_bracketed {
            AlterationKind::EditorialInsert
        } else if is_same {
            AlterationKind::Punctuation
        } else if is_whole && block.is_contracted {
            AlterationKind::Contraction
        } else {
            AlterationKind::Substitute
        };
        self.push(kind, reference, variant);
    }

    fn all_bracketed(&self, variant: &Range<usize>) -> bool {
        let words = self.variant.words.get(variant.clone()).unwrap_or_default();
        !words.is_empty() && words.iter().all(|word| word.is_bracketed)
    }

    fn any_bracketed(&self, reference: &Range<usize>) -> bool {
        let words = self.reference.words.get(reference.clone()).unwrap_or_default();
        words.iter().any(|word| word.is_bracketed)
    }

    /// Words between those that are the same, or at an end. A part of the variant in brackets is an
    /// alteration of its own.
    fn gap(
        &mut self,
        mut reference: Range<usize>,
        mut variant: Range<usize>,
        mut first: bool,
        last: bool,
    ) {
        while !self.all_bracketed(&variant) && has_words(self.variant, &variant) {
            let inside = |at: &usize| self.all_bracketed(&(*at..*at + 1));
            let Some(start) = variant.clone().find(inside) else { break };
            let end = (start..variant.end).find(|at| !inside(at)).unwrap_or(variant.end);
            let point = if start == variant.start { reference.start } else { reference.end };
            self.stretch(reference.start..point, variant.start..start, first, false);
            self.push(AlterationKind::EditorialInsert, point..point, start..end);
            (reference.start, variant.start, first) = (point, end, false);
        }
        self.stretch(reference, variant, first, last);
    }

    /// Words of which none of the variant are in brackets, or all.
    fn stretch(&mut self, reference: Range<usize>, variant: Range<usize>, first: bool, last: bool) {
        if reference.is_empty() && variant.is_empty() {
            return;
        }
        let [said, printed] = [(self.reference, &reference), (self.variant, &variant)]
            .map(|(wording, range)| has_words(wording, range));
        let is_cut = has_ellipsis(self.variant, &variant);
        if !said && !printed {
            if self.reference.joined(reference.clone()) != self.variant.joined(variant.clone()) {
                let stands = is_ellipsis_in(self.variant, &variant)
                    || is_ellipsis_in(self.reference, &reference);
                let kind =
                    if stands { AlterationKind::EllipsisFill } else { AlterationKind::Punctuation };
                self.push(kind, reference, variant);
            }
            return;
        }
        if printed && self.all_bracketed(&variant) {
            // At an end, what the reference has more is left out, not explained.
            let point = if first { reference.end } else { reference.start };
            if (first || last) && said {
                if first {
                    self.push(
                        AlterationKind::Truncate,
                        reference.start..point,
                        variant.start..variant.start,
                    );
                    self.push(AlterationKind::EditorialInsert, point..point, variant);
                } else {
                    let end = variant.end;
                    self.push(AlterationKind::EditorialInsert, point..point, variant);
                    self.push(AlterationKind::Truncate, point..reference.end, end..end);
                }
            } else {
                self.push(AlterationKind::EditorialInsert, reference, variant);
            }
            return;
        }
        let kind = match (said, printed) {
            (true, false) if is_cut => AlterationKind::EllipsisFill,
            (true, false) if first || last => AlterationKind::Truncate,
            (true, false) => AlterationKind::Delete,
            (false, _) if has_ellipsis(self.reference, &reference) => AlterationKind::EllipsisFill,
            (false, _) => AlterationKind::Insert,
            (true, true)
                if is_ellipsis_in(self.variant, &variant)
                    || is_ellipsis_in(self.reference, &reference) =>
            {
                AlterationKind::EllipsisFill
            }
            (true, true) if first && reference.len() > variant.len() && !last => {
                // What stands next to words that are the same was put in place of as many.
                let (start, point) = (variant.start, reference.end - variant.len());
                self.push(AlterationKind::Truncate, reference.start..point, start..start);
                self.push(AlterationKind::Substitute, point..reference.end, variant);
                return;
            }
            (true, true) if last && reference.len() > variant.len() && !first => {
                let (point, end) = (reference.start + variant.len(), variant.end);
                self.push(AlterationKind::Substitute, reference.start..point, variant);
                self.push(AlterationKind::Truncate, point..reference.end, end..end);
                return;
            }
            (true, true) => AlterationKind::Substitute,
        };
        self.push(kind, reference, variant);
    }
}

/// Whether any printed word in a range holds a word to compare.
fn has_words(wording: &Wording<'_>, range: &Range<usize>) -> bool {
    let from = wording.tokens.partition_point(|token| token.last < range.start);
    wording.tokens.get(from).is_some_and(|token| token.first < range.end)
}

/// Whether an ellipsis stands in a range, at the end of the word before it or at the beginning of the
/// word after it.
pub(super) fn has_ellipsis(wording: &Wording<'_>, range: &Range<usize>) -> bool {
    let ends = |word: &str| word.ends_with('…') || word.ends_with("..");
    let begins = |word: &str| word.starts_with('…') || word.starts_with("..");
    is_ellipsis_in(wording, range)
        || range.start.checked_sub(1).is_some_and(|at| ends(wording.word(at)))
        || begins(wording.word(range.end))
}

/// Whether an ellipsis stands in a range, by itself or at a word.
fn is_ellipsis_in(wording: &Wording<'_>, range: &Range<usize>) -> bool {
    let mut stops = 0;
    range.clone().any(|at| {
        let word = wording.word(at);
        // ". . .": two stops that stand alone are enough, since one may stand at the word before.
        stops = if word == "." { stops + 1 } else { 0 };
        stops >= 2 || word.contains('…') || word.contains("..")
    })
}

/// The letters and digits of a text, in small letters, and the signs that say what a number counts.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_minus = matches!(c, '-' | '−' | '+')
            && letters.chars().all(|known| !known.is_alphanumeric())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if is_minus || matches!(c, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₩' | '¢' | '%') {
            letters.push(c);
        } else if c.is_alphanumeric() {
            letters.extend(c.to_lowercase());
        }
    }
    letters
}

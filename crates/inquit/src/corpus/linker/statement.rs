//! The sentences of quotes, which are what is linked.

use crate::annotate::Annotations;
use crate::corpus::wording::Wording;
use crate::quote::{Quote, QuoteKind};
use crate::text::Span;

/// A sentence of a quote, or a few where some are too short to mean anything alone.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// Its parts, in order.
    pub(super) spans: Vec<Span>,
    /// The parts with a space between them.
    pub(super) text: String,
    /// What of that stands in quotation marks; all of it in a direct quote.
    pub(super) marked: Vec<Span>,
}

/// A sentence of fewer words belongs to the one before.
const FEWEST_WORDS: usize = 3;

/// The statements of a quote.
pub(super) fn statements(annotations: &Annotations, quote: &Quote) -> Vec<Statement> {
    let document = annotations.document();
    let mut groups: Vec<Vec<Span>> = Vec::new();
    let mut is_open = false;
    for sentence in annotations.inner_sentences(quote) {
        let text = &document[sentence];
        let words = text.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
        let goes_on = is_open && !text.starts_with(char::is_uppercase);
        match groups.last_mut() {
            Some(group) if goes_on || words < FEWEST_WORDS => group.push(sentence),
            _ => groups.push(vec![sentence]),
        }
        // A quotation that its cue interrupts.
        is_open = !text.trim_end_matches(['”', '"', '’']).ends_with(['.', '!', '?', '…']);
    }
    // The first may be too short as well.
    if let [first, second, ..] = groups.as_mut_slice() {
        let words: usize = first.iter().map(|&it| document[it].split_whitespace().count()).sum();
        if words < FEWEST_WORDS {
            first.append(second);
            groups.remove(1);
        }
    }
    let marked: &[Span] = if quote.kind() == QuoteKind::Mixed { quote.marked() } else { &[] };
    let is_direct = quote.kind() == QuoteKind::Direct;
    let statement = |spans| Statement::new(document.text(), spans, marked, is_direct);
    groups.into_iter().map(statement).collect()
}

impl Statement {
    /// The statement of these spans, of which `inside`, or all, stands in quotation marks.
    fn new(document: &str, spans: Vec<Span>, inside: &[Span], is_direct: bool) -> Statement {
        let mut text = String::new();
        let mut marked: Vec<Span> = Vec::new();
        for span in &spans {
            if !text.is_empty() {
                text.push(' ');
            }
            let from = text.len();
            text.push_str(span.get(document).unwrap_or_default());
            let first = inside.partition_point(|mark| mark.end <= span.start);
            let inside = inside.get(first..).unwrap_or_default();
            for mark in inside.iter().take_while(|mark| mark.start < span.end) {
                let place = |at: u32| from + (at.clamp(span.start, span.end) - span.start) as usize;
                marked.push(Span::of(place(mark.start)..place(mark.end)));
            }
        }
        if is_direct {
            marked.push(Span::of(0..text.len()));
        }
        Statement { spans: adjoining(document, spans), text, marked }
    }

    /// Its words.
    pub(super) fn wording(&self) -> Wording<'_> {
        Wording::new(&self.text, &[Span::of(0..self.text.len())], &self.marked)
    }
}

/// The same stretches, those between which nothing but white space stands as one.
fn adjoining(document: &str, spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last)
                if Span::new(last.end, span.start)
                    .get(document)
                    .is_some_and(|between| between.trim().is_empty()) =>
            {
                last.end = span.end;
            }
            _ => joined.push(span),
        }
    }
    joined
}

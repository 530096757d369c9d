//! What holds of the annotations of any text.

use std::collections::BTreeSet;

use inquit::{Annotations, EntityId, Mention, Quote, QuoteKind, Span};

use crate::offsets::Counted;

/// Everything about these annotations that must never be so, in words; none, if all is well.
pub fn violations(found: &Annotations) -> Vec<String> {
    let mut wrong = Vec::new();
    spans_slice_the_text(found, &mut wrong);
    if wrong.is_empty() {
        // What follows slices the text.
        blocks_cover_the_text(found, &mut wrong);
        sentences_are_ordered(found, &mut wrong);
        entities_are_known(found, &mut wrong);
        quotes_are_ordered(found, &mut wrong);
        for (at, quote) in found.quotes().iter().enumerate() {
            quote_holds_together(found, at, quote, &mut wrong);
        }
    }
    wrong
}

/// Whether there is nothing to read: white space, and characters without width that stand for it
/// or say which way to write.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(c, '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    })
}

fn every_span(found: &Annotations) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    spans.extend(found.blocks().iter().map(|block| ("block", block.span)));
    spans.extend(found.sentences().iter().map(|&span| ("sentence", span)));
    spans.extend(found.mentions().iter().map(|mention| ("mention", mention.span())));
    spans.extend(found.warnings().iter().filter_map(|it| Some(("warning", it.span()?))));
    for quote in found.quotes() {
        spans.extend(quote.content().iter().map(|&span| ("content", span)));
        spans.extend(quote.marked().iter().map(|&span| ("marked", span)));
        spans.extend(quote.cue().map(|span| ("cue", span)));
        spans.extend(quote.source().map(|span| ("source", span)));
        spans.extend(quote.medium().map(|span| ("medium", span)));
        spans.extend(quote.addressees().iter().map(|it| ("addressee", it.span)));
        spans.extend(quote.relays().iter().map(|it| ("relay", it.span)));
    }
    spans
}

fn spans_slice_the_text(found: &Annotations, wrong: &mut Vec<String>) {
    let document = found.document();
    let counted = Counted::new(document.text());
    for (what, span) in every_span(found) {
        if span.get(document.text()).is_none() {
            wrong.push(format!("{what} {span:?} does not slice the text"));
        } else if span.is_empty() && what != "warning" {
            wrong.push(format!("{what} {span:?} is empty"));
        } else {
            if document.char_span(span) != counted.char_span(span) {
                wrong.push(format!("{what} {span:?} is not {:?}", document.char_span(span)));
            }
            if document.utf16_span(span) != counted.utf16_span(span) {
                wrong.push(format!("{what} {span:?} is not {:?}", document.utf16_span(span)));
            }
        }
    }
}

fn blocks_cover_the_text(found: &Annotations, wrong: &mut Vec<String>) {
    let text = found.document().text();
    let mut covered = 0;
    for block in found.blocks() {
        let range = block.span.range();
        match text.get(covered..range.start) {
            None => wrong.push(format!("block {:?} overlaps the one before", block.span)),
            Some(gap) if !is_blank(gap) => {
                wrong.push(format!("{gap:?} before block {:?} is in no block", block.span));
            }
            Some(_) => {}
        }
        let inside = &text[block.span];
        if inside.trim() != inside {
            wrong.push(format!("block {:?} has white space at an end", block.span));
        }
        covered = range.end;
    }
    if let Some(rest) = text.get(covered..).filter(|rest| !is_blank(rest)) {
        wrong.push(format!("{rest:?} at the end is in no block"));
    }
}

fn sentences_are_ordered(found: &Annotations, wrong: &mut Vec<String>) {
    if !in_order(found.sentences()) {
        wrong.push("sentences overlap or are out of order".into());
    }
}

fn entities_are_known(found: &Annotations, wrong: &mut Vec<String>) {
    if !found.mentions().is_sorted_by_key(|mention| mention.span().start) {
        wrong.push("mentions are out of order".into());
    }
    if !found.entities().is_sorted_by(|a, b| a.id() < b.id()) {
        wrong.push("entities are out of order or given twice".into());
    }
    let mentioned: BTreeSet<&EntityId> = found.mentions().iter().map(Mention::entity).collect();
    for entity in found.entities() {
        if !mentioned.contains(entity.id()) {
            wrong.push(format!("entity `{}` has no mention", entity.id()));
        }
    }
    for id in mentioned {
        if found.entity(id).is_none() {
            wrong.push(format!("a mention refers to `{id}`, which is not among the entities"));
        }
    }
}

fn quotes_are_ordered(found: &Annotations, wrong: &mut Vec<String>) {
    let quotes = found.quotes();
    if !quotes.is_sorted_by_key(|quote| quote.content().first().map(|span| span.start)) {
        wrong.push("quotes are out of order".into());
    }
    let ids: BTreeSet<&str> = quotes.iter().map(Quote::id).collect();
    if ids.len() != quotes.len() {
        wrong.push("two quotes have the same id".into());
    }
    if found.rows().len() != quotes.len() {
        wrong.push("rows and quotes differ in number".into());
    }
}

fn quote_holds_together(found: &Annotations, at: usize, quote: &Quote, wrong: &mut Vec<String>) {
    let id = quote.id();
    let prefix = format!("{}#q", found.document().id());
    if !id.starts_with(&prefix) {
        wrong.push(format!("quote id `{id}` does not begin with `{prefix}`"));
    }
    let Some((first, last)) = quote.content().first().zip(quote.content().last()) else {
        wrong.push(format!("{id} has no content"));
        return;
    };
    for (what, spans) in [("content", quote.content()), ("marked", quote.marked())] {
        if !in_order(spans) {
            wrong.push(format!("{id}: spans of {what} overlap or are out of order: {spans:?}"));
        }
    }
    let blocks: Vec<Span> = found.blocks().iter().map(|block| block.span).collect();
    for &span in quote.content() {
        if !inside_one_of(&blocks, span) {
            wrong.push(format!("{id}: content {span:?} is not inside one block"));
        }
    }
    for &span in quote.marked() {
        if !inside_one_of(quote.content(), span) {
            wrong.push(format!("{id}: marked {span:?} is not inside the content"));
        }
    }
    if found.blocks().get(quote.block()).is_none_or(|block| !block.span.contains(*first)) {
        wrong.push(format!("{id} does not begin in its block, {}", quote.block()));
    }
    // A transcript gives words directly without any marks.
    let fits = match quote.kind() {
        QuoteKind::Mixed => !quote.marked().is_empty(),
        QuoteKind::Indirect => quote.marked().is_empty(),
        _ => true,
    };
    if !fits {
        wrong.push(format!("{id} is {} with {} marked spans", quote.kind(), quote.marked().len()));
    }
    let people = quote.addressees().iter().chain(quote.relays());
    let entities = people.filter_map(|it| it.entity.as_ref());
    for entity in quote.speakers().iter().chain(quote.about()).chain(entities) {
        if found.entity(entity).is_none() {
            wrong.push(format!("{id} refers to `{entity}`, which is not among the entities"));
        }
    }
    parent_holds_it(found, at, Span::new(first.start, last.end), wrong);
}

/// The parents of a quote lie around it, and there is an outermost one.
fn parent_holds_it(found: &Annotations, at: usize, whole: Span, wrong: &mut Vec<String>) {
    let quotes = found.quotes();
    let id = quotes[at].id();
    let mut inner = at;
    for _ in 0..quotes.len() {
        let Some(parent) = quotes[inner].parent() else { return };
        let Some(outer) = quotes.get(parent) else {
            wrong.push(format!("{id} has a parent that is not there"));
            return;
        };
        let ends = outer.content().first().zip(outer.content().last());
        let around = ends.map(|(first, last)| Span::new(first.start, last.end));
        if around.is_some_and(|around| !around.contains(whole)) {
            wrong.push(format!("{id} at {whole:?} is not inside its parent at {around:?}"));
            return;
        }
        inner = parent;
    }
    wrong.push(format!("{id} is its own ancestor"));
}

fn inside_one_of(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|it| it.start <= span.start);
    spans[..after].last().is_some_and(|it| it.contains(span))
}

fn in_order(spans: &[Span]) -> bool {
    spans.is_sorted_by(|a, b| a.end <= b.start)
}

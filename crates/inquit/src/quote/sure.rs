//! Leaves out quotes that are not sure enough.

use super::model::Quote;
use crate::confidence::Confidence;
use crate::document::Document;

/// The quotes at least so sure, with their ids; one inside a quote left out stands inside that one's
/// parent.
pub(crate) fn sure(document: &Document, quotes: Vec<Quote>, least: Confidence) -> Vec<Quote> {
    let mut kept: Vec<Quote> = Vec::with_capacity(quotes.len());
    // For each quote its new place or, if it is left out, that of what it stands in.
    let mut places: Vec<Option<usize>> = Vec::with_capacity(quotes.len());
    let mut ids = document.part_ids("#q");
    for mut quote in quotes {
        quote.parent = quote.parent.and_then(|at| places.get(at)).copied().flatten();
        if quote.confidence < least {
            places.push(quote.parent);
            continue;
        }
        places.push(Some(kept.len()));
        quote.id = ids.of(kept.len() + 1).into();
        kept.push(quote);
    }
    kept
}

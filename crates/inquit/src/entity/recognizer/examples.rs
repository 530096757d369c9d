//! What the trainer learns from: what the rules find, and the stretches that the model reads.

use std::ops::Range;

use super::learned::{Found, NamesModel, Sequence, read_stretches, sequences};
use super::recognize::by_rule;
use crate::document::Block;
use crate::entity::model::EntityKind;
use crate::entity::words::Words;
use crate::text::Span;

/// What the rules find in running text: tokens, kind, and whether a title stands before them.
pub(crate) fn found_by_rule(
    words: Words<'_>,
    sentences: &[Span],
    blocks: &[Block],
) -> Vec<(Range<usize>, Option<EntityKind>, bool)> {
    let (_, pieces) = by_rule(words, sentences, blocks);
    pieces.into_iter().map(|it| (it.tokens, it.kind, it.title.is_some())).collect()
}

/// The stretches that the model reads.
pub(crate) fn name_sequences(
    words: Words<'_>,
    sentences: &[Span],
    blocks: &[Block],
) -> Vec<Sequence> {
    let (segments, pieces) = by_rule(words, sentences, blocks);
    let mut found = Vec::new();
    sequences(words, &segments, &pieces, |sequence| found.push(sequence.clone()));
    found
}

/// What a model reads in them, before it is joined with what the rules find.
pub(crate) fn read_names(
    words: Words<'_>,
    sentences: &[Span],
    blocks: &[Block],
    model: &NamesModel,
) -> Vec<Found> {
    let (segments, pieces) = by_rule(words, sentences, blocks);
    read_stretches(model, words, &segments, &pieces)
}

//! What each block of a document is.

use super::model::{Block, BlockKind};
use crate::text::Span;

/// The blocks of a text, given its paragraphs.
pub(crate) fn structure(text: &str, paragraphs: &[Span]) -> Vec<Block> {
    let _ = text;
    paragraphs.iter().map(|&span| Block { kind: BlockKind::Paragraph, span }).collect()
}

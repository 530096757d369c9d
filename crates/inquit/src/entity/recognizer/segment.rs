//! Stretches of text that are read alike: sentences, and how their letters are to be taken.

use std::ops::Range;

use crate::document::{Block, BlockKind};
use crate::entity::words::{Words, is_all_capitals};
use crate::text::Span;

/// A sentence, or the part of it that one block holds.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) tokens: Range<usize>,
    pub(super) block: BlockKind,
    pub(super) style: Style,
}

/// What the capitals of a segment say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Style {
    /// Names have capitals, other words have not.
    Sentence,
    /// Most words have capitals, names or not: a headline.
    Title,
    /// It is not part of the article, so that only names of the article count.
    Foreign,
}

/// Shorter words have no capital in any headline.
const LONG_WORD: usize = 3;
/// Whether a longer word may have none in a headline either.
fn is_small_word(word: &[u8]) -> bool {
    matches!(word, b"the" | b"and" | b"for" | b"but" | b"with" | b"from" | b"over" | b"into")
}

/// Cuts the tokens into segments: at the start of each sentence and at the edges of blocks.
pub(super) fn segments(words: Words<'_>, sentences: &[Span], blocks: &[Block]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::with_capacity(sentences.len() + blocks.len());
    let mut sentences = sentences.iter().peekable();
    let mut blocks = blocks.iter().peekable();
    let mut kind = BlockKind::Paragraph;
    let mut start = 0;
    // Where the next sentence or block begins.
    let mut next = 0;
    let mut tokens = words.tokens.iter().enumerate();
    while let Some((at, token)) = tokens.find(|(_, it)| it.span.start >= next) {
        let mut cut = false;
        while sentences.next_if(|it| it.start <= token.span.start).is_some() {
            cut = true;
        }
        let mut begun = None;
        while let Some(block) = blocks.next_if(|it| it.span.start <= token.span.start) {
            begun = Some(block.kind);
        }
        if cut || begun.is_some() {
            push(&mut segments, words, start..at, kind);
            start = at;
            kind = begun.unwrap_or(kind);
        }
        let sentence = sentences.peek().map_or(u32::MAX, |it| it.start);
        next = blocks.peek().map_or(u32::MAX, |it| it.span.start).min(sentence);
    }
    push(&mut segments, words, start..words.len(), kind);
    segments
}

fn push(segments: &mut Vec<Segment>, words: Words<'_>, tokens: Range<usize>, block: BlockKind) {
    if !tokens.is_empty() {
        let style = style(words, tokens.clone(), block);
        segments.push(Segment { tokens, block, style });
    }
}

fn style(words: Words<'_>, tokens: Range<usize>, block: BlockKind) -> Style {
    if matches!(block, BlockKind::Furniture | BlockKind::Related) {
        return Style::Foreign;
    }
    let heading = matches!(block, BlockKind::Headline | BlockKind::Heading);
    let (mut capital, mut small, mut shouted) = (0, 0, 0);
    for at in tokens {
        let word = words.bytes(at);
        if !words.is_word(at) || word.len() < LONG_WORD {
            continue;
        }
        if words.is_capitalized(at) {
            capital += usize::from(word.len() > LONG_WORD);
            shouted += usize::from(is_all_capitals(words.surface(at)));
        } else if !is_small_word(word) {
            small += 1;
            // Running text soon has a small word; the rest of it need not be read.
            if !heading && small * 2 > capital + 2 {
                return Style::Sentence;
            }
        }
    }
    let title = match block {
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Credit => false,
        _ if heading => capital >= 2 && small * 4 <= capital,
        _ => capital >= 4 && small == 0,
    };
    if title || (shouted >= 3 && small == 0) { Style::Title } else { Style::Sentence }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn styles(text: &str, kind: BlockKind) -> Vec<(String, Style)> {
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let blocks: Vec<Block> = text
            .split_inclusive('\n')
            .scan(0, |start, line| {
                let span = Span::of(*start..*start + line.trim_end().len());
                *start += line.len();
                Some(Block { kind, span })
            })
            .collect();
        let sentences: Vec<Span> = blocks.iter().map(|block| block.span).collect();
        segments(words, &sentences, &blocks)
            .into_iter()
            .map(|it| (text[words.span(it.tokens.start, it.tokens.end)].to_owned(), it.style))
            .collect()
    }

    #[test]
    fn headlines_and_text() {
        let text = "Harbour Board Sells Pier to Council\nHarbour board sells the old pier";
        let found = styles(text, BlockKind::Headline);
        assert_eq!(found[0].1, Style::Title);
        assert_eq!(found[1].1, Style::Sentence);
        assert_eq!(found.len(), 2);
        assert_eq!(styles("Harbour Board Sells", BlockKind::Furniture)[0].1, Style::Foreign);
        assert_eq!(styles("By John Paul George Weir", BlockKind::Byline)[0].1, Style::Sentence);
        assert_eq!(styles("HARBOUR BOARD SELLS PIER", BlockKind::Paragraph)[0].1, Style::Title);
    }

    #[test]
    fn text_without_blocks_is_a_segment() {
        let text = "No block holds this.";
        let tokens = tokenize(text);
        assert_eq!(segments(Words::new(text, &tokens), &[], &[]).len(), 1);
        assert!(segments(Words::new("", &[]), &[], &[]).is_empty());
    }
}

//! What each block of a document is, from the look of its lines and what stands around them.

use super::dateline::dateline_end;
use super::line::{Look, look};
use super::model::{Block, BlockKind};
use crate::text::Span;

/// A headline has at most so many words.
const LONGEST_HEADLINE: usize = 25;
/// A heading between paragraphs has at most so many words.
const LONGEST_HEADING: usize = 10;
/// A line above the first paragraph with fewer words is no standfirst.
const SHORTEST_STANDFIRST: usize = 6;

/// The blocks of a text, given its paragraphs.
pub(crate) fn structure(text: &str, paragraphs: &[Span]) -> Vec<Block> {
    let looks: Vec<Look> = paragraphs.iter().map(|&span| look(&text[span])).collect();
    let first_body =
        looks.iter().position(|look| matches!(look, Look::Sentence { .. } | Look::Caption { .. }));
    let mut blocks = Vec::with_capacity(paragraphs.len() + 2);
    let mut state = State { headline: false, standfirst: false, related: false, dateline: false };
    for (at, (&span, look)) in paragraphs.iter().zip(&looks).enumerate() {
        let around = Around {
            top: first_body.is_none_or(|first| at < first),
            alone: looks.len() == 1,
            before_text: looks
                .get(at + 1)
                .is_some_and(|next| matches!(next, Look::Sentence { .. })),
            first: at == 0,
            follows_text: blocks
                .last()
                .is_some_and(|block: &Block| block.kind == BlockKind::Paragraph),
            titles_follow: looks.get(at + 1).is_some_and(|next| matches!(next, Look::Title { .. })),
        };
        let kind = state.kind(*look, around);
        push(text, span, kind, *look, &mut state, &mut blocks);
    }
    blocks
}

/// What has been seen so far.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the lines so far"
)]
struct State {
    headline: bool,
    standfirst: bool,
    /// Titles that follow are those of other stories.
    related: bool,
    dateline: bool,
}

/// What stands around a line.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about a line")]
struct Around {
    /// Above the first sentence of the article.
    top: bool,
    alone: bool,
    first: bool,
    before_text: bool,
    follows_text: bool,
    titles_follow: bool,
}

impl State {
    fn kind(&mut self, look: Look, around: Around) -> BlockKind {
        match look {
            Look::Timestamp => BlockKind::Timestamp,
            Look::Byline if around.top || !around.before_text => BlockKind::Byline,
            Look::Byline => BlockKind::Paragraph,
            Look::Credit => BlockKind::Credit,
            Look::Furniture => BlockKind::Furniture,
            Look::RelatedLead => {
                self.related = true;
                BlockKind::Furniture
            }
            Look::Caption { .. } => BlockKind::Caption,
            Look::Sentence { words, question } => {
                self.related = false;
                if question
                    && words <= LONGEST_HEADING
                    && !around.first
                    && around.before_text
                    && around.follows_text
                {
                    BlockKind::Heading
                } else if question && around.first && !around.alone && words <= LONGEST_HEADLINE {
                    self.headline = true;
                    BlockKind::Headline
                } else {
                    BlockKind::Paragraph
                }
            }
            Look::Title { words } => self.title(words, around),
        }
    }

    /// A line that does not end like a sentence.
    fn title(&mut self, words: usize, around: Around) -> BlockKind {
        if self.related {
            return BlockKind::Related;
        }
        if !self.headline && (around.top || around.alone) && words <= LONGEST_HEADLINE {
            self.headline = true;
            return BlockKind::Headline;
        }
        if around.top {
            if !self.standfirst && words >= SHORTEST_STANDFIRST {
                self.standfirst = true;
                return BlockKind::Standfirst;
            }
            return if words < SHORTEST_STANDFIRST {
                BlockKind::Furniture
            } else {
                BlockKind::Paragraph
            };
        }
        if words <= LONGEST_HEADING && around.before_text {
            return BlockKind::Heading;
        }
        if !around.before_text && around.titles_follow && (3..=LONGEST_HEADLINE).contains(&words) {
            // Titles one after the other below the article.
            self.related = true;
            return BlockKind::Related;
        }
        BlockKind::Paragraph
    }
}

/// Pushes a block, with the dateline at its head or the credit at its end as blocks of their own.
fn push(
    text: &str,
    span: Span,
    kind: BlockKind,
    look: Look,
    state: &mut State,
    blocks: &mut Vec<Block>,
) {
    let mut span = span;
    if kind == BlockKind::Paragraph {
        let first = !std::mem::replace(&mut state.dateline, true);
        if let Some(end) = dateline_end(&text[span], first, blocks.is_empty()) {
            let head = Span::of(span.range().start..span.range().start + end);
            blocks.push(Block { kind: BlockKind::Dateline, span: head });
            let rest = text.get(head.range().end..span.range().end).unwrap_or_default();
            let start = span.range().end - rest.trim_start().len();
            span = Span::of(start..span.range().end);
        }
    }
    if let Look::Caption { credit } = look {
        let credit = Span::of(span.range().start + credit..span.range().end);
        let caption =
            text.get(span.range().start..credit.range().start).unwrap_or_default().trim_end();
        let caption = Span::of(span.range().start..span.range().start + caption.len());
        if !caption.is_empty() {
            blocks.push(Block { kind, span: caption });
        }
        blocks.push(Block { kind: BlockKind::Credit, span: credit });
        return;
    }
    if !span.is_empty() {
        blocks.push(Block { kind, span });
    }
}

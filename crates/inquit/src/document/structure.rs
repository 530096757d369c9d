//! What each block of a document is, from the look of its lines and what stands around them.

use super::credit::desk_credit;
use super::dateline::dateline_end;
use super::head::Head;
use super::line::{End, LONGEST_TITLE, Line, Look, Who, is_item, is_shouted, is_title_case, line};
use super::model::{Block, BlockKind};
use crate::text::{Span, Token};

/// A headline has at most so many words.
pub(super) const LONGEST_HEADLINE: usize = 25;
/// A heading between paragraphs has at most so many words.
const LONGEST_HEADING: usize = 10;
/// A line above the first paragraph with fewer words is no standfirst.
const SHORTEST_STANDFIRST: usize = 6;
/// A headline of another story has at least so many words; a shorter one is the name of a topic.
const SHORTEST_RELATED: usize = 3;
/// A headline of another story that stands alone has at least so many words, and at most so many:
/// what is longer may be a sentence that was cut.
const LONE_RELATED: std::ops::RangeInclusive<usize> = 5..=14;
/// Text under a picture, beside a line that says whose it is, has at least so many words.
const SHORTEST_CAPTION: usize = 4;

/// The blocks of a text, given its paragraphs and tokens.
pub(crate) fn structure(text: &str, paragraphs: &[Span], tokens: &[Token]) -> Vec<Block> {
    let mut waiting = tokens;
    let look_at = |&span: &Span| {
        let inside = waiting.iter().take_while(|token| token.span.start < span.end).count();
        let (tokens, rest) = waiting.split_at(inside);
        waiting = rest;
        line(text, span, tokens)
    };
    let mut lines: Vec<Line> = paragraphs.iter().map(look_at).collect();
    settle_letters(text, paragraphs, &mut lines);
    let sheet = Sheet { text, paragraphs, lines: &lines };
    let mut state = State { head: Head::of(sheet), ..State::default() };
    let mut blocks = Vec::with_capacity(paragraphs.len() + 2);
    for (at, &span) in paragraphs.iter().enumerate() {
        let kind = state.kind(sheet, at);
        state.before = Some(kind);
        push(text, span, kind, sheet.look(at), &mut state, &mut blocks);
    }
    blocks
}

/// Makes of letters behind a dash a credit where the article ends, and an item of a list elsewhere.
fn settle_letters(text: &str, paragraphs: &[Span], lines: &mut [Line]) {
    let is_item = |at: usize| paragraphs.get(at).is_some_and(|&span| is_item(&text[span]));
    for at in (0..lines.len()).rev() {
        let last = matches!(
            lines.get(at + 1).map(|line| line.look),
            None | Some(Look::Furniture | Look::Credit | Look::RelatedLead | Look::Timestamp)
        );
        let listed = is_item(at) && at.checked_sub(1).is_some_and(is_item);
        let Some(line) = lines.get_mut(at).filter(|line| line.look == Look::Letters) else {
            continue;
        };
        line.look = match () {
            () if last && !listed => Look::Credit,
            () if is_item(at) => Look::Sentence(End::Other),
            () => Look::Title,
        };
    }
}

/// The lines of a document.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'t> {
    text: &'t str,
    paragraphs: &'t [Span],
    lines: &'t [Line],
}

impl<'t> Sheet<'t> {
    pub(super) fn len(self) -> usize {
        self.lines.len()
    }

    /// What a line looks like; like text of the site where there is none.
    pub(super) fn look(self, at: usize) -> Look {
        self.lines.get(at).map_or(Look::Furniture, |line| line.look)
    }

    pub(super) fn words(self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.words)
    }

    pub(super) fn line(self, at: usize) -> &'t str {
        self.paragraphs.get(at).and_then(|span| span.get(self.text)).unwrap_or_default()
    }

    pub(super) fn is_sentence(self, at: usize) -> bool {
        matches!(self.look(at), Look::Sentence(_))
    }

    fn is_title(self, at: usize) -> bool {
        matches!(self.look(at), Look::Title)
    }
}

/// What has been seen so far.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the lines so far"
)]
struct State {
    head: Head,
    headline: bool,
    standfirst: bool,
    /// Titles that follow are those of other stories.
    related: bool,
    /// A paragraph has been seen.
    begun: bool,
    before: Option<BlockKind>,
}

impl State {
    fn kind(&mut self, sheet: Sheet<'_>, at: usize) -> BlockKind {
        let top = at < self.head.body;
        let before_text = sheet.is_sentence(at + 1);
        match sheet.look(at) {
            Look::Timestamp => BlockKind::Timestamp,
            Look::Period if top && self.headline => BlockKind::Timestamp,
            Look::Byline if top || !before_text => BlockKind::Byline,
            Look::Byline => BlockKind::Paragraph,
            Look::Credit | Look::PictureCredit => BlockKind::Credit,
            Look::Furniture => BlockKind::Furniture,
            Look::Section if self.is_section(sheet, at) => BlockKind::Furniture,
            Look::Menu if at > 0 || State::titles_above(sheet, at) => BlockKind::Furniture,
            Look::RelatedLead => {
                self.related = true;
                BlockKind::Furniture
            }
            Look::Caption(_) => BlockKind::Caption,
            Look::Sentence(end) => {
                self.related = false;
                self.sentence(sheet, at, end)
            }
            Look::Author(who) if self.is_author(sheet, at, who) => BlockKind::Byline,
            Look::Place if top && self.headline => BlockKind::Dateline,
            Look::Title
            | Look::Section
            | Look::Menu
            | Look::Author(_)
            | Look::Place
            | Look::Period
            | Look::Letters => self.title(sheet, at),
        }
    }

    /// Whether the name of a section is that, and no heading: at the top, or among related stories.
    fn is_section(&self, sheet: Sheet<'_>, at: usize) -> bool {
        let top = at > 0 && at < self.head.body;
        let below_headline = self.before == Some(BlockKind::Headline);
        top || below_headline || self.related || State::titles_above(sheet, at)
    }

    /// A name of a section at the very top stands above the headline.
    fn titles_above(sheet: Sheet<'_>, at: usize) -> bool {
        at == 0 && sheet.is_title(1) && sheet.words(1) > sheet.words(0)
    }

    /// Whether a name, role or outlet is the byline: above the article, or right below a byline.
    fn is_author(&self, sheet: Sheet<'_>, at: usize, who: Who) -> bool {
        let below = self.before == Some(BlockKind::Byline);
        let above = at < self.head.body && self.headline;
        match who {
            Who::Person => above,
            // "Weir Post" above the headline is the outlet; below it, who wrote.
            Who::Role | Who::Outlet => above || below && !sheet.is_sentence(at + 1),
        }
    }

    /// A line that ends like a sentence.
    fn sentence(&mut self, sheet: Sheet<'_>, at: usize, end: End) -> BlockKind {
        let words = sheet.words(at);
        if at < self.head.body {
            if !self.headline && words <= LONGEST_HEADLINE {
                self.headline = true;
                return BlockKind::Headline;
            }
            if self.headline && !self.standfirst && words <= LONGEST_TITLE {
                self.standfirst = true;
                return BlockKind::Standfirst;
            }
        }
        let follows_text = self.before == Some(BlockKind::Paragraph);
        let next = sheet.is_sentence(at + 1);
        if end == End::Question && words <= LONGEST_HEADING && follows_text && next {
            // "Q: Is it safe?" is a turn of an interview.
            let colon = sheet.line(at).find(':');
            let asked = colon.is_some_and(|colon| colon < sheet.line(at).len() / 2)
                || sheet.line(at).starts_with(['“', '"', '‘', '\'']);
            return if asked { BlockKind::Paragraph } else { BlockKind::Heading };
        }
        let heads = end == End::Stop && words <= LONGEST_HEADING && self.headline && next;
        if heads && is_shouted(sheet.line(at)) && !sheet.line(at).contains(':') {
            return BlockKind::Heading;
        }
        if State::is_caption(sheet, at) { BlockKind::Caption } else { BlockKind::Paragraph }
    }

    /// Whether a line is the text under a picture whose credit is the line below or above.
    fn is_caption(sheet: Sheet<'_>, at: usize) -> bool {
        let credit = |at: usize| sheet.look(at) == Look::PictureCredit;
        let words = sheet.words(at);
        let below = credit(at + 1) && sheet.is_sentence(at + 2);
        let above = at > 0 && credit(at - 1) && sheet.is_title(at) && sheet.is_sentence(at + 1);
        (below || above)
            && (SHORTEST_CAPTION..=LONGEST_TITLE).contains(&words)
            && !sheet.line(at).contains(['“', '"', '”'])
    }

    /// A line that does not end like a sentence.
    fn title(&mut self, sheet: Sheet<'_>, at: usize) -> BlockKind {
        let words = sheet.words(at);
        let top = at < self.head.body;
        if self.related {
            let topic = words < SHORTEST_RELATED;
            return if topic { BlockKind::Furniture } else { BlockKind::Related };
        }
        let among_furniture = self.before == Some(BlockKind::Furniture)
            && sheet.look(at + 1) == Look::Furniture
            && at + 1 < sheet.len();
        if self.headline && among_furniture {
            return BlockKind::Furniture;
        }
        if !self.headline && (top || sheet.len() == 1) && words <= LONGEST_HEADLINE {
            self.headline = true;
            return BlockKind::Headline;
        }
        if State::is_caption(sheet, at) {
            return BlockKind::Caption;
        }
        if top {
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
        if words <= LONGEST_HEADING && sheet.is_sentence(at + 1) {
            return BlockKind::Heading;
        }
        if State::is_related(sheet, at) {
            self.related = true;
            return BlockKind::Related;
        }
        BlockKind::Paragraph
    }

    /// Whether a title below the article is that of another story: one of several, or the last
    /// line, written like a headline.
    fn is_related(sheet: Sheet<'_>, at: usize) -> bool {
        let words = sheet.words(at);
        let several = sheet.is_title(at + 1)
            && (SHORTEST_RELATED..=LONGEST_HEADLINE).contains(&words)
            && !sheet.is_sentence(at + 1);
        let lone = (at + 1..sheet.len()).all(|at| sheet.look(at) == Look::Furniture)
            && LONE_RELATED.contains(&words)
            && is_title_case(sheet.line(at));
        several || lone
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
    let mut put = |kind, start: usize, end: usize| {
        let part = text.get(start..end).unwrap_or_default();
        let start = end - part.trim_start().len();
        let end = start + part.trim().len();
        if start < end {
            blocks.push(Block { kind, span: Span::of(start..end) });
        }
    };
    let (mut start, end) = (span.range().start, span.range().end);
    match (kind, look) {
        (BlockKind::Caption, Look::Caption(Some(tail))) => {
            let credit = if tail.byline { BlockKind::Byline } else { BlockKind::Credit };
            put(kind, start, start + tail.start);
            put(credit, start + tail.start, end);
        }
        (BlockKind::Paragraph, _) => {
            let first = !std::mem::replace(&mut state.begun, true);
            let top = state.head.body == 0 && start == text.len() - text.trim_start().len();
            if let Some(head) = dateline_end(&text[span], first, top) {
                put(BlockKind::Dateline, start, start + head);
                start += head;
            }
            let credit = desk_credit(text.get(start..end).unwrap_or_default());
            let credit = credit.map_or(end, |credit| start + credit);
            put(kind, start, credit);
            put(BlockKind::Credit, credit, end);
        }
        _ => put(kind, start, end),
    }
}

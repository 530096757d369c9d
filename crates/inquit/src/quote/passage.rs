//! A block of a document as the rules see it: tokens, what they can be, marks, sentences.

use std::borrow::Cow;

use super::glance::{Glance, Sign};
use crate::lexicon::{Class, Frames, Listed, Word, WordId, lexicon, listed_of};
use crate::text::{Marked, Span, Token, TokenKind, TokenRange, outer_sentences, span_of};

/// The layers of a whole document that passages are cut from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layers<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// For each token its number in the lexicon.
    pub(crate) words: &'a [WordId],
    /// And what it is at a glance.
    pub(crate) glances: &'a [Glance],
    /// Every marked stretch, in order of its start.
    pub(crate) marked: &'a [Marked],
}

/// A block of a document.
#[derive(Clone, Debug)]
pub(crate) struct Passage<'a> {
    layers: Layers<'a>,
    /// Its tokens.
    pub(crate) range: TokenRange,
    /// Its outer sentences.
    pub(crate) sentences: Cow<'a, [TokenRange]>,
    /// How many marked stretches it stands in.
    depth: u8,
    /// The marked stretches one level deeper inside it, each with the tokens it covers, marks
    /// included.
    pub(crate) regions: Vec<Region>,
    /// For each of its tokens one more than the place of its region, or 0.
    region_of: Vec<u32>,
}

/// A marked stretch of the top level.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub(crate) tokens: TokenRange,
    pub(crate) marked: Marked,
}

impl<'a> Passage<'a> {
    pub(crate) fn new(
        layers: Layers<'a>,
        range: TokenRange,
        sentences: &'a [TokenRange],
    ) -> Passage<'a> {
        Passage::at_depth(layers, range, Cow::Borrowed(sentences), 0)
    }

    fn at_depth(
        layers: Layers<'a>,
        range: TokenRange,
        sentences: Cow<'a, [TokenRange]>,
        depth: u8,
    ) -> Passage<'a> {
        let mut passage = Passage {
            layers,
            range: range.clone(),
            sentences,
            depth,
            regions: Vec::new(),
            region_of: Vec::new(),
        };
        let Some(span) = span_of(layers.tokens, &range) else { return passage };
        let first = layers.marked.partition_point(|it| it.span.start < span.start);
        let inside = layers.marked.get(first..).unwrap_or_default();
        let mut at = range.start;
        for marked in
            inside.iter().take_while(|it| it.span.start < span.end).filter(|it| it.depth == depth)
        {
            while passage.span(at).start < marked.span.start && at < range.end {
                at += 1;
            }
            let start = at;
            while passage.span(at).start < marked.span.end && at < range.end {
                at += 1;
            }
            passage.regions.push(Region { tokens: start..at, marked: *marked });
        }
        if !passage.regions.is_empty() {
            passage.region_of = vec![0; range.len()];
            for (number, region) in passage.regions.iter().enumerate() {
                let tokens = region.tokens.start - range.start..region.tokens.end - range.start;
                if let Some(slots) = passage.region_of.get_mut(tokens) {
                    slots.fill(u32::try_from(number + 1).unwrap_or(0));
                }
            }
        }
        passage
    }

    /// The inside of each of its marked stretches that holds others.
    pub(crate) fn insides(&self) -> impl Iterator<Item = Passage<'a>> {
        let holds = |region: &&Region| {
            let first =
                self.layers.marked.partition_point(|it| it.span.start <= region.marked.span.start);
            self.layers
                .marked
                .get(first)
                .is_some_and(|next| region.marked.inner.contains(next.span))
        };
        self.regions.iter().filter(holds).map(|region| {
            let inner = region.marked.inner;
            let mut range = region.tokens.clone();
            range.start += usize::from(self.span(range.start).start < inner.start);
            range.end -=
                usize::from(range.end > range.start && self.span(range.end - 1).end > inner.end);
            let depth = self.depth + 1;
            let first = self.layers.marked.partition_point(|it| it.span.start < inner.start);
            let deeper: Vec<Marked> = self
                .layers
                .marked
                .get(first..)
                .unwrap_or_default()
                .iter()
                .take_while(|it| it.span.start < inner.end)
                .filter(|it| it.depth == depth)
                .map(|it| Marked { depth: 0, ..*it })
                .collect();
            let reports =
                |at: usize| self.word(at).cues.iter().any(|cue| cue.frames.has(Frames::FOLLOWS));
            let sentences = outer_sentences(
                self.layers.text,
                self.layers.tokens,
                range.clone(),
                &deeper,
                reports,
            );
            Passage::at_depth(self.layers, range, Cow::Owned(sentences), depth)
        })
    }

    /// The sentence that a token stands in.
    pub(crate) fn sentence_at(&self, at: usize) -> Option<&TokenRange> {
        self.sentences.get(self.sentences.partition_point(|it| it.end <= at))
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.layers.tokens.get(at)
    }

    /// Where a token stands; nowhere for one that is not there.
    pub(crate) fn span(&self, at: usize) -> Span {
        self.token(at).map_or(Span::new(u32::MAX, u32::MAX), |token| token.span)
    }

    /// From the start of the first token to the end of the last.
    pub(crate) fn span_of(&self, range: &TokenRange) -> Option<Span> {
        span_of(self.layers.tokens, range)
    }

    /// The text between two offsets.
    pub(crate) fn text(&self, span: Span) -> &'a str {
        span.get(self.layers.text).unwrap_or_default()
    }

    /// A token as written; nothing for one that is not there.
    pub(crate) fn surface(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.text(token.span))
    }

    pub(crate) fn kind(&self, at: usize) -> TokenKind {
        self.token(at).map_or(TokenKind::Punctuation, |token| token.kind)
    }

    /// What is known of the word at a place.
    pub(crate) fn word(&self, at: usize) -> &'static Word {
        lexicon().word(self.layers.words.get(at).copied().unwrap_or_default())
    }

    fn glance(&self, at: usize) -> Glance {
        self.layers.glances.get(at).copied().unwrap_or_default()
    }

    fn shows(&self, at: usize, sign: Sign) -> bool {
        self.glance(at).signs.any(sign)
    }

    /// What the tokens of a stretch are, one or the other.
    pub(crate) fn seen(&self, range: TokenRange) -> Glance {
        let glances = self.layers.glances.get(range).unwrap_or_default();
        glances.iter().fold(Glance::default(), |all, &it| all.or(it))
    }

    /// The tokens of a stretch that show a sign.
    pub(crate) fn showing(
        &self,
        range: TokenRange,
        sign: Sign,
    ) -> impl Iterator<Item = usize> + use<'a> {
        let glances = self.layers.glances.get(range.clone()).unwrap_or_default();
        glances
            .iter()
            .zip(range.start..)
            .filter(move |(it, _)| it.signs.any(sign))
            .map(|(_, at)| at)
    }

    /// Whether the word at a place belongs to one of the classes.
    pub(crate) fn is(&self, at: usize, classes: Class) -> bool {
        self.glance(at).classes.any(classes)
    }

    /// Whether the word at a place can report.
    pub(crate) fn may_cue(&self, at: usize) -> bool {
        self.shows(at, Sign::CUE)
    }

    /// Whether the token at a place is this one, letter case aside.
    #[inline]
    pub(crate) fn reads(&self, at: usize, surface: &str) -> bool {
        self.token(at).is_some_and(|token| {
            token.span.len() as usize == surface.len()
                && self.text(token.span).eq_ignore_ascii_case(surface)
        })
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.shows(at, Sign::CAPITAL)
    }

    /// A word, a number, a handle: not a punctuation mark.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.shows(at, Sign::WORD)
    }

    pub(crate) fn is_comma(&self, at: usize) -> bool {
        self.shows(at, Sign::COMMA)
    }

    pub(crate) fn is_colon(&self, at: usize) -> bool {
        self.shows(at, Sign::COLON)
    }

    /// "the", "a" or "an"
    pub(crate) fn is_article(&self, at: usize) -> bool {
        self.is(at, Class::DETERMINER)
            && ["the", "a", "an"].iter().any(|article| self.reads(at, article))
    }

    /// A comma, a semicolon, or a word that joins clauses.
    pub(crate) fn is_border(&self, at: usize) -> bool {
        self.shows(at, Sign::BORDER)
    }

    /// A punctuation mark as written; nothing for any other token.
    fn sign(&self, at: usize) -> &'a str {
        match self.token(at) {
            Some(token) if token.kind == TokenKind::Punctuation => self.text(token.span),
            _ => "",
        }
    }

    /// Full stops and the like.
    pub(crate) fn is_stop(&self, at: usize) -> bool {
        self.shows(at, Sign::STOP)
    }

    pub(crate) fn is_dash(&self, at: usize) -> bool {
        self.shows(at, Sign::DASH)
    }

    /// The place of the region that a token stands in.
    pub(crate) fn region_at(&self, at: usize) -> Option<usize> {
        let number = self.region_of.get(at.checked_sub(self.range.start)?)?;
        (*number as usize).checked_sub(1)
    }

    pub(crate) fn is_marked(&self, at: usize) -> bool {
        self.region_at(at).is_some()
    }

    /// The region that begins with this token.
    pub(crate) fn region_from(&self, at: usize) -> Option<usize> {
        self.region_at(at)
            .filter(|&number| self.region(number).is_some_and(|it| it.tokens.start == at))
    }

    /// The region that ends with this token.
    pub(crate) fn region_to(&self, at: usize) -> Option<usize> {
        self.region_at(at)
            .filter(|&number| self.region(number).is_some_and(|it| it.tokens.end == at + 1))
    }

    pub(crate) fn region(&self, number: usize) -> Option<&Region> {
        self.regions.get(number)
    }

    /// What the lists of names know under exactly these words, an article aside.
    pub(crate) fn listed(&self, mut range: TokenRange) -> Option<Listed> {
        if range.len() > 1 && self.reads(range.start, "the") {
            range.start += 1;
        }
        listed_of(self.layers.text, self.layers.tokens.get(range)?)
    }

    /// How many words a stretch has.
    pub(crate) fn count_words(&self, range: TokenRange) -> usize {
        let glances = self.layers.glances.get(range).unwrap_or_default();
        glances.iter().filter(|it| it.signs.any(Sign::WHOLE)).count()
    }

    /// Whether every word of a stretch stands in marks, and there is one.
    pub(crate) fn is_all_marked(&self, range: TokenRange) -> bool {
        let mut words = range.filter(|&at| self.is_word(at)).peekable();
        words.peek().is_some() && words.all(|at| self.is_marked(at))
    }

    /// The stretch without punctuation at either end, so far as it stands outside marks.
    pub(crate) fn trimmed(&self, mut range: TokenRange) -> TokenRange {
        while !range.is_empty()
            && !self.is_word(range.start)
            && !self.is_marked(range.start)
            && !self.is_sign(range.start)
        {
            range.start += 1;
        }
        while !range.is_empty()
            && !self.is_word(range.end - 1)
            && !self.is_marked(range.end - 1)
            && !self.ends_figure(range.end - 1)
        {
            range.end -= 1;
        }
        range
    }

    /// Signs that belong to the word after them.
    fn is_sign(&self, at: usize) -> bool {
        matches!(self.sign(at), "$" | "£" | "€" | "¥" | "#" | "[" | "(")
    }

    /// Signs that belong to the word before them.
    fn ends_figure(&self, at: usize) -> bool {
        matches!(self.sign(at), "%" | "]" | ")")
    }
}

//! The one-call annotator.

use std::path::Path;
use std::sync::Arc;

use super::annotations::Annotations;
use super::bundled::{bundled, bundled_names};
use super::mode::Mode;
use super::warning::{Warning, warnings};
use crate::confidence::Confidence;
use crate::document::{Block, Document, structure};
use crate::entity::{Dictionary, LookedUp, Matcher, NamesModel, Words, recognize, resolve};
use crate::error::Error;
use crate::lexicon::{Frames, WordId, lexicon};
use crate::quote::{
    AttributionModel, Detected, Layers, Learned, Section, attribute, detect, frames, glances, sure,
};
use crate::text::{
    Span, Token, outer_sentences, pair_in_paragraphs, paragraphs, span_of, tokenize,
};

/// Finds who said what about whom in a document. Immutable; shared freely between threads.
///
/// ```
/// use inquit::{Annotator, Document};
///
/// let document = Document::new("a1", "“No,” said Mr Kent.")?;
/// let found = Annotator::new().annotate(&document);
/// let quote = &found.quotes()[0];
/// assert_eq!(found.quote_text(quote), "No,");
/// assert_eq!(&document[quote.cue().unwrap()], "said");
/// assert_eq!(&document[quote.source().unwrap()], "Mr Kent");
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Annotator {
    matcher: Option<Matcher>,
    model: Option<Arc<AttributionModel>>,
    names: Option<Arc<NamesModel>>,
    mode: Mode,
    least: Confidence,
}

/// Sets up an [`Annotator`].
#[derive(Clone, Debug, Default)]
pub struct AnnotatorBuilder {
    annotator: Annotator,
}

impl AnnotatorBuilder {
    /// Entities to find by their aliases; the default is none. They win over names found by rule.
    #[must_use]
    pub fn dictionary(mut self, dictionary: &Dictionary) -> AnnotatorBuilder {
        self.annotator.matcher = Some(Matcher::new(dictionary));
        self
    }

    /// A model of attributions from a file, in place of the one that the library brings along, for
    /// the modes that use one.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, is damaged, or is no such model.
    pub fn attribution_model(mut self, path: impl AsRef<Path>) -> Result<AnnotatorBuilder, Error> {
        self.annotator.model = Some(Arc::new(AttributionModel::open(path.as_ref())?));
        Ok(self)
    }

    /// A model of names from a file, in place of the one that the library brings along.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, is damaged, or is no such model.
    pub fn names_model(mut self, path: impl AsRef<Path>) -> Result<AnnotatorBuilder, Error> {
        self.annotator.names = Some(Arc::new(NamesModel::open(path.as_ref())?));
        Ok(self)
    }

    /// How thoroughly quotes are looked for; the default is [`Mode::Full`].
    #[must_use]
    pub fn mode(mut self, mode: Mode) -> AnnotatorBuilder {
        self.annotator.mode = mode;
        self
    }

    /// Leaves out quotes less sure than this; the default is to leave out none.
    #[must_use]
    pub fn min_confidence(mut self, least: Confidence) -> AnnotatorBuilder {
        self.annotator.least = least;
        self
    }

    /// The annotator.
    pub fn build(self) -> Annotator {
        self.annotator
    }
}

impl Annotator {
    /// An annotator with every default. It needs nothing.
    pub fn new() -> Annotator {
        Annotator::default()
    }

    /// Sets up another one.
    pub fn builder() -> AnnotatorBuilder {
        AnnotatorBuilder::default()
    }

    /// Annotates a document. Any text will do.
    pub fn annotate(&self, document: &Document) -> Annotations {
        let text = document.text();
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text);
        let known = LookedUp::of(text, &tokens);
        let blocks = structure(text, &paragraphs, &tokens);
        let Reading { detected, sentences, warnings } =
            self.read(document, &tokens, &known.ids, &paragraphs, &blocks);
        let matcher = self.matcher.as_ref();
        let words = Words::new(text, &tokens).with_known(&known);
        let names = recognize(document, words, &sentences, &blocks, matcher, self.names_model());
        let frames = frames(&detected);
        let mut resolution = resolve(document, words, &blocks, &names, &frames, matcher);
        let quotes = sure(document, attribute(document, detected, &mut resolution), self.least);
        Annotations {
            document: document.clone(),
            warnings,
            blocks,
            sentences,
            entities: resolution.entities,
            mentions: resolution.mentions,
            quotes,
        }
    }
}

impl Annotator {
    fn read(
        &self,
        document: &Document,
        tokens: &[Token],
        words: &[WordId],
        paragraphs: &[Span],
        blocks: &[Block],
    ) -> Reading {
        let text = document.text();
        let marked = pair_in_paragraphs(text, paragraphs);
        let glances = glances(text, tokens, words);
        let layers = Layers { text, tokens, words, glances: &glances, marked: &marked };
        let sections = sections(layers, blocks);
        let ranges = sections.iter().flat_map(|section| &section.sentences);
        Reading {
            detected: detect(layers, &sections, self.learned()),
            sentences: ranges.filter_map(|range| span_of(tokens, range)).collect(),
            warnings: warnings(document, tokens, &glances, &marked, blocks),
        }
    }

    /// The model to find names with, if any.
    fn names_model(&self) -> Option<&NamesModel> {
        match &self.names {
            Some(model) => Some(model),
            None => bundled_names(),
        }
    }

    /// The model to find quotes with, if any.
    fn learned(&self) -> Option<Learned<'_>> {
        if self.mode == Mode::Rules {
            return None;
        }
        let model = match &self.model {
            Some(model) => model,
            None => bundled()?,
        };
        Some(Learned { model, fast: self.mode == Mode::Fast })
    }
}

/// What the layers below names and quotes tell; they themselves are not kept, because a large
/// document would need room for them beside its names.
struct Reading {
    detected: Vec<Detected>,
    sentences: Vec<Span>,
    warnings: Vec<Warning>,
}

/// The tokens and sentences of each block.
pub(super) fn sections(layers: Layers<'_>, blocks: &[Block]) -> Vec<Section> {
    let mut sections = Vec::with_capacity(blocks.len());
    let mut at = 0;
    let mut region = 0;
    for (number, block) in blocks.iter().enumerate() {
        let before = |at: usize, end: u32| {
            let rest = layers.tokens.get(at..).unwrap_or_default();
            at + rest.iter().take_while(|token| token.span.start < end).count()
        };
        let start = before(at, block.span.start);
        at = before(start, block.span.end);
        while layers.marked.get(region).is_some_and(|it| it.span.start < block.span.start) {
            region += 1;
        }
        let marked = layers.marked.get(region..).unwrap_or_default();
        let inside = marked.partition_point(|it| it.span.start < block.span.end);
        let reports = |at: usize| {
            let word = layers.words.get(at).copied().unwrap_or_default();
            lexicon().word(word).cues.iter().any(|cue| cue.frames.has(Frames::FOLLOWS))
        };
        let marked = marked.get(..inside).unwrap_or_default();
        let sentences = outer_sentences(layers.text, layers.tokens, start..at, marked, reports);
        sections.push(Section { block: number, kind: block.kind, tokens: start..at, sentences });
    }
    sections
}

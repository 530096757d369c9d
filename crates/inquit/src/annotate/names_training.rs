//! What the trainer of names needs of the library. Not part of the public interface.

use std::ops::Range;
use std::path::Path;

use super::annotator::sections;
use super::training::{Pairs, Stretch};
use crate::document::{Block, Document, structure};
use crate::entity::{
    Calibration, EntityKind, LookedUp, NAME_CONTEXTS, NAME_LABELS, NAME_POINTS, NAME_TEMPLATES,
    NameSequence, NamesModel, Words, found_by_rule, name_sequences, read_names,
};
use crate::error::Error;
use crate::quote::{Layers, glances};
use crate::tagger::{Chain, Constraints, Rows};
use crate::text::{Span, Token, TokenRange, pair_in_paragraphs, paragraphs, span_of, tokenize};

/// How many features a token has.
pub const NAME_FEATURE_COUNT: usize = NAME_TEMPLATES;
/// How many points a calibration has: from 0 to 1 in even steps.
pub const NAME_POINT_COUNT: usize = NAME_POINTS;

/// The kinds of names, in order of their labels.
pub const NAME_KINDS: [EntityKind; 3] =
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// An article, read as far as the recogniser needs it.
#[derive(Debug)]
pub struct NamesArticle {
    document: Document,
    tokens: Vec<Token>,
    words: LookedUp,
    sentences: Vec<Span>,
    blocks: Vec<Block>,
}

impl NamesArticle {
    /// Reads an article.
    pub fn new(document: Document) -> NamesArticle {
        let text = document.text();
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text);
        let blocks = structure(text, &paragraphs, &tokens);
        let words = LookedUp::of(text, &tokens);
        let marked = pair_in_paragraphs(text, &paragraphs);
        let glances = glances(text, &tokens, &words.ids);
        let layers =
            Layers { text, tokens: &tokens, words: &words.ids, glances: &glances, marked: &marked };
        let sections = sections(layers, &blocks);
        let ranges = sections.iter().flat_map(|section| &section.sentences);
        let sentences = ranges.filter_map(|range| span_of(&tokens, range)).collect();
        NamesArticle { document, tokens, words, sentences, blocks }
    }

    /// The words and marks.
    pub fn tokens(&self) -> impl Iterator<Item = (Span, &str)> {
        self.tokens.iter().map(|token| (token.span, &self.document[token.span]))
    }

    /// The tokens that a span touches.
    pub fn touched(&self, span: Span) -> TokenRange {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    fn words(&self) -> Words<'_> {
        Words::new(self.document.text(), &self.tokens).with_known(&self.words)
    }

    /// What the rules find: tokens, kind, and whether a title stands before.
    pub fn by_rule(&self) -> Vec<(Range<usize>, Option<EntityKind>, bool)> {
        found_by_rule(self.words(), &self.sentences, &self.blocks)
    }

    /// The stretches that the model labels, with their features.
    pub fn stretches(&self) -> Vec<Stretch> {
        let all = name_sequences(self.words(), &self.sentences, &self.blocks);
        let stretch = |sequence: NameSequence| {
            let mut features = Vec::with_capacity(sequence.len() * NAME_TEMPLATES);
            for at in 0..sequence.len() {
                features.extend(sequence.hashes(at));
            }
            Stretch { tokens: sequence.tokens, contexts: sequence.contexts, features }
        };
        all.into_iter().map(stretch).collect()
    }
}

/// A model of names in the making.
#[derive(Clone, Debug)]
pub struct NamesDraft(NamesModel);

impl NamesDraft {
    /// A model whose likelihoods count as they are; `None` if the parts do not fit together.
    pub fn new(rows: &[(u64, [i8; 8])], pairs: &Pairs) -> Option<NamesDraft> {
        let pairs = pairs.get(..NAME_CONTEXTS)?;
        let chain = Chain::new(NAME_LABELS, Rows::build(rows)?, pairs, Constraints::BeginInside)?;
        let even: Vec<u16> = (0..=1000).step_by(1000 / (NAME_POINTS - 1)).collect();
        let calibration = Calibration::from_points(&even)?;
        Some(NamesDraft(NamesModel::new(chain, calibration)))
    }

    /// Sets what its likelihoods are worth; `None` if these are not `NAME_POINT_COUNT` thousandths.
    pub fn set_calibration(&mut self, points: &[u16]) -> Option<()> {
        self.0.calibration = Calibration::from_points(points)?;
        Some(())
    }

    /// The names that it reads in an article, each with how likely it is, in thousandths.
    pub fn names(&self, article: &NamesArticle) -> Vec<(TokenRange, EntityKind, u16)> {
        let found = read_names(article.words(), &article.sentences, &article.blocks, &self.0);
        found.into_iter().filter_map(|it| Some((it.tokens, it.kind?, it.permille))).collect()
    }

    /// Writes the model to a file.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), Error> {
        self.0.save(path)
    }
}

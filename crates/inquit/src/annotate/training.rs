//! What the trainer needs of the library: the features of an article, the candidates of its
//! quotes with what speaks for them, and the parts of a model. Not part of the public interface.

use std::path::Path;

use super::annotator::sections;
use crate::document::{Document, structure};
use crate::entity::LookedUp;
use crate::error::Error;
use crate::lexicon::WordId;
use crate::quote::{
    AttributionModel, BorderVisitor, CONTEXTS, Candidate, Draft, Glance, Judges, Known, LABELS,
    Layers, Looks, Passage, SOURCE_VALUES, Section, Sequence, Shelf, TEMPLATES, Tagger, Traits,
    VALUES, Window, Words, borders, follows, glances, judged, plain, possible_sources, shared,
    source_values, visit_borders, visit_passages, visit_windows, windows, wording,
};
use crate::tagger::{Chain, Constraints, Feature, Forest, Linear, Node, Rows, Tree, hash_word};
use crate::text::{
    Marked, Span, Token, TokenKind, TokenRange, pair_in_paragraphs, paragraphs, tokenize,
};

/// How many labels there are.
pub const LABEL_COUNT: usize = LABELS;
/// How many features a token has.
pub const FEATURE_COUNT: usize = TEMPLATES;
/// How many contexts of a pair of labels there are.
pub const CONTEXT_COUNT: usize = CONTEXTS;
/// How many values speak for a possible source.
pub const SOURCE_VALUE_COUNT: usize = SOURCE_VALUES;
/// How many values speak for a candidate.
pub const VALUE_COUNT: usize = VALUES;

pub use super::names_training::{
    NAME_FEATURE_COUNT, NAME_KINDS, NAME_POINT_COUNT, NamesArticle, NamesDraft,
};

/// The scores of pairs of labels: by context, by the label before (the last is the start), by
/// label.
pub type Pairs = [[[i16; 8]; 8]];

/// An article, read as far as the tagger needs it.
#[derive(Debug)]
pub struct Article {
    document: Document,
    tokens: Vec<Token>,
    words: Vec<WordId>,
    glances: Vec<Glance>,
    marked: Vec<Marked>,
    sections: Vec<Section>,
}

/// A stretch of tokens that is labelled as one.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The context of each token.
    pub contexts: Vec<u8>,
    /// The features of each token, `FEATURE_COUNT` each, one token after the other.
    pub features: Vec<u64>,
}

/// An attribution as tokens.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    /// What was said.
    pub content: Vec<TokenRange>,
    /// The words that say so.
    pub cue: Vec<TokenRange>,
    /// Who said it.
    pub source: Vec<TokenRange>,
}

/// A candidate, its possible sources, and what speaks for each.
#[derive(Clone, Debug)]
pub struct SourceExample {
    /// What was said.
    pub content: Vec<TokenRange>,
    /// The possible sources, what speaks for each, and the places of its words in a table.
    pub sources: Vec<(TokenRange, [i16; SOURCE_VALUE_COUNT], Vec<u32>)>,
}

/// A content that follows its cue, and the borders at which it may end.
#[derive(Clone, Debug)]
pub struct EndExample {
    /// The cue.
    pub cue: TokenRange,
    /// Where the content begins.
    pub start: usize,
    /// The borders, and the places of the features of each in a table.
    pub borders: Vec<(usize, Vec<u32>)>,
}

/// Borders as they come in, with the places of their features.
#[derive(Default)]
struct Seen {
    next: Vec<u32>,
    borders: Vec<(usize, Vec<u32>)>,
}

impl BorderVisitor for Seen {
    fn feature(&mut self, feature: Feature) {
        self.next.push(feature.slot());
    }

    fn border(&mut self, at: usize) -> bool {
        self.borders.push((at, std::mem::take(&mut self.next)));
        true
    }
}

/// A candidate with its source, and what speaks for it.
#[derive(Clone, Debug)]
pub struct Example {
    /// What was said.
    pub content: Vec<TokenRange>,
    /// Who said it.
    pub source: Option<TokenRange>,
    /// What speaks for it.
    pub values: [i16; VALUE_COUNT],
}

impl Article {
    /// Reads an article.
    pub fn new(document: Document) -> Article {
        let text = document.text();
        let paragraphs = paragraphs(text);
        let tokens = tokenize(text);
        let blocks = structure(text, &paragraphs, &tokens);
        let words = LookedUp::of(text, &tokens).ids;
        let marked = pair_in_paragraphs(text, &paragraphs);
        let glances = glances(text, &tokens, &words);
        let layers =
            Layers { text, tokens: &tokens, words: &words, glances: &glances, marked: &marked };
        let sections = sections(layers, &blocks);
        Article { document, tokens, words, glances, marked, sections }
    }

    fn layers(&self) -> Layers<'_> {
        Layers {
            text: self.document.text(),
            tokens: &self.tokens,
            words: &self.words,
            glances: &self.glances,
            marked: &self.marked,
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        self.document.id()
    }

    /// The words and marks.
    pub fn tokens(&self) -> impl Iterator<Item = (Span, &str)> {
        self.tokens.iter().map(|token| (token.span, &self.document[token.span]))
    }

    /// Whether a token is a word or number.
    pub fn is_word(&self, at: usize) -> bool {
        let kind = self.tokens.get(at).map(|token| token.kind);
        !matches!(kind, Some(TokenKind::Punctuation | TokenKind::QuotationMark) | None)
    }

    /// The tokens that a span touches.
    pub fn touched(&self, span: Span) -> TokenRange {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The stretches that the tagger labels, with their features.
    pub fn stretches(&self, words: &KnownWords) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        let mut looks = Looks::new(&words.0);
        visit_passages(self.layers(), &self.sections, |passage, _| {
            for tokens in windows(passage) {
                let sequence = Sequence::new(passage, &tokens, &mut looks);
                let mut features = Vec::with_capacity(tokens.len() * TEMPLATES);
                for at in 0..sequence.len() {
                    features.extend(sequence.hashes(at));
                }
                stretches.push(Stretch { tokens, contexts: sequence.contexts, features });
            }
        });
        stretches
    }

    fn visit<'p>(
        &'p self,
        model: &'p Model,
        fast: bool,
        mut visit: impl FnMut(Window<'_, 'p>, &[Draft]),
    ) {
        let mut looks = Looks::of(&model.0);
        visit_passages(
            self.layers(),
            &self.sections,
            |passage: &Passage<'p>, drafts: Vec<Draft>| {
                visit_windows(passage, &drafts, &model.0, &mut looks, fast, |window| {
                    let own = drafts.get(window.drafts.clone()).unwrap_or_default();
                    visit(window, own);
                });
            },
        );
    }

    /// Where the contents of its quotes may end.
    pub fn end_examples(&self, model: &Model) -> Vec<EndExample> {
        let mut examples: Vec<EndExample> = Vec::new();
        self.visit(model, false, |window, _| {
            for candidate in window.pool.iter().filter(|it| follows(it)) {
                let cue = candidate.cue.clone().unwrap_or_default();
                let start = candidate.start();
                if examples.iter().rev().any(|it| it.cue.end == cue.end && it.start == start) {
                    continue;
                }
                let places = borders(&window.evidence, start);
                let mut seen = Seen::default();
                visit_borders(&window.evidence, candidate, &places, &mut seen);
                examples.push(EndExample { cue, start, borders: seen.borders });
            }
        });
        examples
    }

    /// The candidates of its quotes with their possible sources.
    pub fn source_examples(&self, model: &Model) -> Vec<SourceExample> {
        let mut examples = Vec::new();
        self.visit(model, false, |window, drafts| {
            let evidence = &window.evidence;
            let mut known = Known::default();
            for (at, candidate) in window.pool.iter().enumerate() {
                let all = possible_sources(evidence, &window.pool, at, &mut known);
                let none = Linear::default();
                let values = |it| source_values(evidence, candidate, &all, it, drafts, &none);
                let words = |it: &TokenRange| {
                    let mut words = Vec::new();
                    wording(evidence, candidate, it, |f| words.push(f.slot()));
                    words
                };
                let sources =
                    all.iter().map(|it| (it.range.clone(), values(it), words(&it.range))).collect();
                examples.push(SourceExample { content: candidate.content.clone(), sources });
            }
        });
        examples
    }

    /// The candidates of its quotes with the sources that the model gives them: those of the fast
    /// mode, or all.
    pub fn examples(&self, model: &Model, fast: bool) -> Vec<Example> {
        let mut examples = Vec::new();
        self.visit(model, fast, |window, drafts| {
            let mut windows = [(window, drafts)];
            let values = judged(&mut windows, &model.0.judges);
            let [(window, _)] = windows;
            examples.extend(window.pool.into_iter().zip(values).map(
                |(Candidate { content, source, .. }, values)| Example { content, source, values },
            ));
        });
        examples
    }
}

/// The words that the tagger knows one by one.
#[derive(Clone, Debug)]
pub struct KnownWords(Words);

impl KnownWords {
    /// Words as features see them, each with how often it is a cue, 0 to 4, and whether its class
    /// is closed.
    pub fn new<'w>(words: impl IntoIterator<Item = (&'w str, u8, bool)>) -> KnownWords {
        KnownWords(Words::new(
            words
                .into_iter()
                .map(|(word, cue, closed)| (hash_word(word.chars()), Traits { closed, cue })),
        ))
    }
}

/// A word as features see it.
pub fn plain_word(surface: &str) -> String {
    surface.chars().map(plain).collect()
}

/// A model in the making.
#[derive(Clone, Debug)]
pub struct Model(AttributionModel);

/// A branch of a tree: value, threshold, what comes next at or below it, and above it.
pub type PlainNode = (u16, i16, i8, i8);

/// A forest as plain numbers.
#[derive(Clone, Debug, Default)]
pub struct PlainForest {
    /// What every score begins with.
    pub base: i16,
    /// Each tree: its branches (value, threshold, low, high) and its leaves. The next branch, or,
    /// if negative, -1 less the number of a leaf.
    pub trees: Vec<(Vec<PlainNode>, Vec<i16>)>,
    /// Probabilities in thousandths at scores from -1024 to 1024 in steps of 128.
    pub calibration: Vec<u16>,
}

impl PlainForest {
    fn forest(self, values: usize) -> Forest {
        let node = |(value, threshold, low, high)| Node { value, threshold, low, high };
        let tree = |(nodes, leaves): (Vec<_>, Vec<i16>)| Tree {
            nodes: nodes.into_iter().map(node).collect(),
            leaves,
        };
        let trees: Vec<Tree> = self.trees.into_iter().map(tree).collect();
        Forest::new(self.base, &trees, self.calibration, values).expect("a sound forest")
    }
}

impl Model {
    /// A model without forests; `None` if the parts do not fit together.
    pub fn new(words: &KnownWords, rows: &[(u64, [i8; 8])], pairs: &Pairs) -> Option<Model> {
        let chain = Chain::new(LABELS, Rows::build(rows)?, pairs, Constraints::BeginInside)?;
        let tagger = Tagger::new(words.0.clone(), chain);
        let judges = Judges::default();
        Some(Model(AttributionModel { tagger, judges, shelf: Shelf::default() }))
    }

    /// Opens a model file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or is damaged.
    pub fn open(path: &Path) -> Result<Model, Error> {
        AttributionModel::open(path).map(Model)
    }

    /// Writes the model to a file.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), Error> {
        self.0.save(path)
    }

    /// Sets the words that the tagger knows one by one.
    pub fn set_words(&mut self, words: &KnownWords) {
        self.0.tagger.words = words.0.clone();
        // What was seen with other words holds no longer.
        self.0.shelf = Shelf::default();
    }

    /// Sets the forest that judges sources.
    ///
    /// # Panics
    ///
    /// When a tree has more than 32 leaves, or a walk does not end in one.
    pub fn set_sources(&mut self, forest: PlainForest) {
        self.0.judges.sources = forest.forest(SOURCE_VALUES);
    }

    /// Sets the weights of the borders of contents.
    pub fn set_borders(&mut self, weights: Vec<i8>) {
        self.0.judges.borders = Linear::new(weights).unwrap_or_default();
    }

    /// Sets the weights of the words of sources.
    pub fn set_wording(&mut self, weights: Vec<i8>) {
        self.0.judges.wording = Linear::new(weights).unwrap_or_default();
    }

    /// Sets the forest that judges candidates.
    ///
    /// # Panics
    ///
    /// When a tree has more than 32 leaves, or a walk does not end in one.
    pub fn set_attributions(&mut self, forest: PlainForest) {
        self.0.judges.attributions = forest.forest(VALUES);
    }

    /// Sets what judges candidates in the fast mode.
    ///
    /// # Panics
    ///
    /// When a tree has more than 32 leaves, or a walk does not end in one.
    pub fn set_fast(&mut self, forest: PlainForest) {
        self.0.judges.fast = forest.forest(VALUES);
    }
}

/// How many tokens two lists of stretches, each in order, share.
pub fn shared_tokens(a: &[TokenRange], b: &[TokenRange]) -> usize {
    shared(a, b)
}

//! The one-call annotator.

use super::annotations::Annotations;
use crate::document::{Block, BlockKind, Document};
use crate::entity::{Dictionary, Matcher};
use crate::quote::detect;
use crate::text::Span;

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
}

/// Sets up an [`Annotator`].
#[derive(Clone, Debug, Default)]
pub struct AnnotatorBuilder {
    matcher: Option<Matcher>,
}

impl AnnotatorBuilder {
    /// Entities to find by their aliases; the default is none. They win over names found by rule.
    #[must_use]
    pub fn dictionary(mut self, dictionary: &Dictionary) -> AnnotatorBuilder {
        self.matcher = Some(Matcher::new(dictionary));
        self
    }

    /// The annotator.
    pub fn build(self) -> Annotator {
        Annotator { matcher: self.matcher }
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
        let span = Span::of(0..text.trim_end().len());
        Annotations {
            document: document.clone(),
            blocks: vec![Block { kind: BlockKind::Paragraph, span }],
            sentences: vec![span],
            entities: Vec::new(),
            mentions: Vec::new(),
            quotes: detect(document),
            warnings: Vec::new(),
        }
    }
}

//! What was found in one document.

use std::borrow::Cow;

use super::row::Row;
use super::warning::Warning;
use crate::document::{
    Author, Block, BlockKind, DateMention, Document, Published, authors, dates, published,
};
use crate::entity::{Entity, EntityId, Mention};
use crate::quote::Quote;
use crate::text::{Span, inner_sentences};

/// What was found in one document. Made by [`Annotator::annotate`](crate::Annotator::annotate).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Annotations {
    pub(crate) document: Document,
    pub(crate) blocks: Vec<Block>,
    pub(crate) sentences: Vec<Span>,
    /// In order of id, so that [`Annotations::entity`] can search.
    pub(crate) entities: Vec<Entity>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) warnings: Vec<Warning>,
}

impl Annotations {
    /// The same annotations with these entities in place of those of the same id, such as one read
    /// from a record, which holds no aliases. Other entities are left out.
    #[must_use]
    pub fn with_entities(mut self, entities: impl IntoIterator<Item = Entity>) -> Annotations {
        for entity in entities {
            if let Ok(at) = self.entities.binary_search_by(|known| known.id().cmp(entity.id()))
                && let Some(known) = self.entities.get_mut(at)
            {
                *known = entity;
            }
        }
        self
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Its blocks, in order, covering all its text but white space.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Its sentences, in order; a quotation and the words that report it are one.
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// Every entity that a mention refers to, in order of id.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The entity with this id, if a mention refers to it.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        let at = self.entities.binary_search_by(|entity| entity.id().cmp(id)).ok()?;
        self.entities.get(at)
    }

    /// Every resolved mention, in order of its start.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// Every quote, in order of its content.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// What is odd about the text.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The content of a quote of this document as one string, its spans joined by a space.
    pub fn quote_text(&self, quote: &Quote) -> String {
        self.content(quote).into_owned()
    }

    /// The same, copied only where there is something to join.
    pub(crate) fn content(&self, quote: &Quote) -> Cow<'_, str> {
        if let [only] = quote.content() {
            return Cow::Borrowed(&self.document[*only]);
        }
        let mut text = String::new();
        for &span in quote.content() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.document[span]);
        }
        Cow::Owned(text)
    }

    /// The sentences inside the content of a quote of this document, in order. Unlike
    /// [`Annotations::sentences`], these also end inside quotation marks.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let document = Document::new("a1", "“It rained. We stayed,” said Mr Kent.")?;
    /// let found = Annotator::new().annotate(&document);
    /// let sentences = found.inner_sentences(&found.quotes()[0]);
    /// assert_eq!(sentences.len(), 2);
    /// assert_eq!(&document[sentences[1]], "We stayed,");
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn inner_sentences(&self, quote: &Quote) -> Vec<Span> {
        let text = self.document.text();
        quote.content().iter().flat_map(|&span| inner_sentences(text, span)).collect()
    }

    /// When the document was published: as its metadata say, else as a line of it does.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let document = Document::new("a1", "20/09/2015 19:18 by admin\n\nIt rained on Saturday.")?;
    /// let found = Annotator::new().annotate(&document);
    /// assert_eq!(found.published().unwrap().to_string(), "2015-09-20T19:18");
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn published(&self) -> Option<Published> {
        published(&self.document, &self.blocks)
    }

    /// Who wrote the document, as its bylines say, in order: names, roles and outlets apart.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let text = "Rain\n\nBy Ada Okoro, weather editor, and Tom Vale\n\nIt rained on Saturday.";
    /// let document = Document::new("a1", text)?;
    /// let authors = Annotator::new().annotate(&document).authors();
    /// assert_eq!(&document[authors[0].name()], "Ada Okoro");
    /// assert_eq!(&document[authors[0].role().unwrap()], "weather editor");
    /// assert_eq!(&document[authors[1].name()], "Tom Vale");
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn authors(&self) -> Vec<Author> {
        authors(&self.document, &self.blocks)
    }

    /// The days that the sentences of the document mean ("on Saturday", "last week", "Sept. 19"),
    /// in order. Those that depend on the day of publication are left out where that is not known.
    ///
    /// A day of the week is the last one up to the day of publication, unless the sentence speaks
    /// of what is to come.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let document = Document::new("a1", "It rained on Saturday.")?.with_published("2015-09-20");
    /// let dates = Annotator::new().annotate(&document).dates();
    /// assert_eq!(&document[dates[0].span()], "Saturday");
    /// assert_eq!(dates[0].first().to_string(), "2015-09-19");
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn dates(&self) -> Vec<DateMention> {
        dates(&self.document, &self.blocks, self.published().map(|it| it.date()))
    }

    /// The title of the document: as its metadata have it, else its headline.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let document = Document::new("a1", "Ferry sold\n\nThe old ferry was sold on Saturday.")?;
    /// let annotator = Annotator::new();
    /// assert_eq!(annotator.annotate(&document).title(), Some("Ferry sold"));
    /// let document = document.with_title("The ferry");
    /// assert_eq!(annotator.annotate(&document).title(), Some("The ferry"));
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn title(&self) -> Option<&str> {
        let headline = || self.blocks.iter().find(|it| it.kind == BlockKind::Headline);
        let given = self.document.title().filter(|title| !title.trim().is_empty());
        given.or_else(|| headline().map(|block| &self.document[block.span]))
    }

    /// One flat row a quote, for tables. Offsets count code points.
    pub fn rows(&self) -> Vec<Row> {
        self.quotes.iter().map(|quote| Row::new(self, quote)).collect()
    }
}

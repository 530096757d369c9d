//! A document, its metadata, its limits and its blocks.

use std::hash::{Hash, Hasher};
use std::ops::Index;
use std::sync::{Arc, OnceLock};

use crate::error::{Error, ErrorKind};
use crate::named::named;
use crate::text::{CharSpan, Decimal, OffsetMap, Span, Utf16Span};

/// One article: an id, its untouched text, and what else is known of it.
///
/// Immutable and cheap to clone. Two are equal when everything given for them is.
///
/// ```
/// use inquit::Document;
///
/// let document = Document::new("a1", "“No,” she said.")?.with_outlet("The Daily Planet");
/// assert_eq!(document.id(), "a1");
/// assert_eq!(document.outlet(), Some("The Daily Planet"));
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Document(Arc<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    id: Box<str>,
    text: Arc<str>,
    outlet: Option<Box<str>>,
    url: Option<Box<str>>,
    title: Option<Box<str>>,
    published: Option<Box<str>>,
    language: Option<Box<str>>,
    offsets: OnceLock<OffsetMap>,
}

impl Inner {
    /// Everything given for the document, for comparing.
    fn given(&self) -> [Option<&str>; 7] {
        [
            Some(&self.id),
            Some(&self.text),
            self.outlet.as_deref(),
            self.url.as_deref(),
            self.title.as_deref(),
            self.published.as_deref(),
            self.language.as_deref(),
        ]
    }
}

impl PartialEq for Inner {
    fn eq(&self, other: &Inner) -> bool {
        self.given() == other.given()
    }
}

impl Eq for Inner {}

impl Hash for Inner {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.given().hash(state);
    }
}

/// How large a text may be. Nothing is ever cut: what is larger is an error.
///
/// ```
/// use inquit::{Document, Limits};
///
/// let limits = Limits::new().with_max_document(8)?;
/// assert!(Document::with_limits("a1", "too long a text", &limits).unwrap_err().is_too_large());
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    max_document: usize,
    max_line: usize,
}

impl Limits {
    /// The defaults: 16 MiB a document, 64 MiB a line of input.
    pub const fn new() -> Limits {
        Limits { max_document: 16 << 20, max_line: 64 << 20 }
    }

    /// Bytes of text that one document may have.
    ///
    /// # Errors
    ///
    /// When it is more than a [`Span`] can address.
    pub fn with_max_document(self, bytes: usize) -> Result<Limits, Error> {
        let most = u32::MAX as usize - 1;
        if bytes > most {
            return Err(ErrorKind::LimitTooLarge { limit: bytes, most }.into());
        }
        Ok(Limits { max_document: bytes, ..self })
    }

    /// Bytes that one line of a JSONL file may have; for readers.
    #[must_use]
    pub const fn with_max_line(self, bytes: usize) -> Limits {
        Limits { max_line: bytes, ..self }
    }

    /// Bytes of text that one document may have.
    pub const fn max_document(&self) -> usize {
        self.max_document
    }

    /// Bytes that one line of a JSONL file may have.
    pub const fn max_line(&self) -> usize {
        self.max_line
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::new()
    }
}

impl Document {
    /// A document within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// When the text is larger than they allow.
    pub fn new(id: impl Into<Box<str>>, text: impl Into<Arc<str>>) -> Result<Document, Error> {
        Document::with_limits(id, text, &Limits::new())
    }

    /// A document within limits of your own.
    ///
    /// # Errors
    ///
    /// When the text is larger than they allow.
    pub fn with_limits(
        id: impl Into<Box<str>>,
        text: impl Into<Arc<str>>,
        limits: &Limits,
    ) -> Result<Document, Error> {
        let (id, text) = (id.into(), text.into());
        if text.len() > limits.max_document {
            let (size, limit) = (text.len(), limits.max_document);
            return Err(ErrorKind::DocumentTooLarge { id, size, limit }.into());
        }
        Ok(Document(Arc::new(Inner {
            id,
            text,
            outlet: None,
            url: None,
            title: None,
            published: None,
            language: None,
            offsets: OnceLock::new(),
        })))
    }

    /// The same document with the outlet that published it.
    #[must_use]
    pub fn with_outlet(mut self, outlet: impl Into<Box<str>>) -> Document {
        Arc::make_mut(&mut self.0).outlet = Some(outlet.into());
        self
    }

    /// The same document with its address.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<Box<str>>) -> Document {
        Arc::make_mut(&mut self.0).url = Some(url.into());
        self
    }

    /// The same document with a title that is not part of its text, and is not searched.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<Box<str>>) -> Document {
        Arc::make_mut(&mut self.0).title = Some(title.into());
        self
    }

    /// The same document with its date or time of publication, by preference as in RFC 3339.
    #[must_use]
    pub fn with_published(mut self, published: impl Into<Box<str>>) -> Document {
        Arc::make_mut(&mut self.0).published = Some(published.into());
        self
    }

    /// The same document with its language as in BCP 47, such as `en`.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<Box<str>>) -> Document {
        Arc::make_mut(&mut self.0).language = Some(language.into());
        self
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The ids of its parts of one sort, such as `a1#q2`.
    pub(crate) fn part_ids(&self, sign: &str) -> PartIds {
        let text = [self.id(), sign].concat();
        PartIds { before: text.len(), text }
    }

    /// The text, byte for byte as given.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The outlet that published it.
    pub fn outlet(&self) -> Option<&str> {
        self.0.outlet.as_deref()
    }

    /// Its address.
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// A title given beside the text.
    pub fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    /// Its date or time of publication, as given.
    pub fn published(&self) -> Option<&str> {
        self.0.published.as_deref()
    }

    /// Its language, as given.
    pub fn language(&self) -> Option<&str> {
        self.0.language.as_deref()
    }

    /// A span of this document in code points. The map behind it is made once, when first asked.
    ///
    /// ```
    /// use inquit::{CharSpan, Document, Span};
    ///
    /// let document = Document::new("a1", "“No,” she said.")?;
    /// assert_eq!(document.char_span(Span::new(3, 6)), CharSpan { start: 1, end: 4 });
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn char_span(&self, span: Span) -> CharSpan {
        self.offsets().char_span(self.text(), span)
    }

    /// A span of this document in UTF-16 code units.
    pub fn utf16_span(&self, span: Span) -> Utf16Span {
        self.offsets().utf16_span(self.text(), span)
    }

    /// The span in bytes of one in code points, such as Python counts; `None` where the text is
    /// shorter.
    ///
    /// ```
    /// use inquit::{CharSpan, Document, Span};
    ///
    /// let document = Document::new("a1", "“No,” she said.")?;
    /// let span = document.span_of_chars(CharSpan { start: 1, end: 4 });
    /// assert_eq!(span, Some(Span::new(3, 6)));
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn span_of_chars(&self, span: CharSpan) -> Option<Span> {
        self.offsets().span_of_chars(self.text(), span)
    }

    /// The span in bytes of one in UTF-16 code units; `None` where the text is shorter or a
    /// surrogate pair is cut.
    pub fn span_of_utf16(&self, span: Utf16Span) -> Option<Span> {
        self.offsets().span_of_utf16(self.text(), span)
    }

    fn offsets(&self) -> &OffsetMap {
        self.0.offsets.get_or_init(|| OffsetMap::new(self.text()))
    }
}

/// Makes ids that differ in their numbers, all in one room.
#[derive(Debug)]
pub(crate) struct PartIds {
    text: String,
    /// Where the number begins.
    before: usize,
}

impl PartIds {
    pub(crate) fn of(&mut self, number: usize) -> &str {
        self.text.truncate(self.before);
        self.text.push_str(Decimal::of(u32::try_from(number).unwrap_or(u32::MAX)).as_str());
        &self.text
    }
}

/// Slices the text with a span made for this document.
///
/// # Panics
///
/// When the span was made for another text and is out of bounds or cuts a code point.
impl Index<Span> for Document {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.text()[span]
    }
}

named! {
    /// What a block of a document is.
    pub enum BlockKind("block kind") {
        /// The title of the article.
        Headline = "headline",
        /// The sentence under the title that sums the article up.
        Standfirst = "standfirst",
        /// Where, and often when, the report was written: "WASHINGTON (AP) —".
        Dateline = "dateline",
        /// When the article was published or changed.
        Timestamp = "timestamp",
        /// Who wrote it.
        Byline = "byline",
        /// Running text.
        Paragraph = "paragraph",
        /// A heading between paragraphs.
        Heading = "heading",
        /// The text under a picture.
        Caption = "caption",
        /// Who else is to be thanked for text or picture: "Additional reporting by Reuters".
        Credit = "credit",
        /// Text of the site, not of the article: "Read more", sign-ups, share lines.
        Furniture = "furniture",
        /// The headline of another story.
        Related = "related",
    }
}

/// A stretch of a document of one kind, normally whole lines.
///
/// The blocks of a document are ordered, never overlap, and cover all its text but white space.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without white space at either end.
    pub span: Span,
}

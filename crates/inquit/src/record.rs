//! The annotations of a document as JSON; the only place where its keys stand.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::annotate::Annotations;
use crate::confidence::Confidence;
use crate::document::Document;
use crate::entity::{Entity, EntityId, EntityKind};
use crate::named::named;
use crate::quote::{Participant, Quote};
use crate::text::Span;

/// The version of the form that [`Record`] has.
pub const SCHEMA: u32 = 1;

named! {
    /// In what the offsets of a record count.
    pub enum OffsetUnit("offset unit") {
        /// Unicode code points, as in Python. The default.
        CodePoint = "codepoint",
        /// UTF-8 bytes, as in Rust.
        Byte = "byte",
        /// UTF-16 code units, as in Java and JavaScript.
        Utf16 = "utf16",
    }
}

impl OffsetUnit {
    /// Start and end of a span of this document, counted in this unit.
    ///
    /// ```
    /// use inquit::{Document, OffsetUnit, Span};
    ///
    /// let document = Document::new("a1", "“No,” she said.")?;
    /// assert_eq!(OffsetUnit::CodePoint.range(&document, Span::new(3, 6)), [1, 4]);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn range(self, document: &Document, span: Span) -> [u32; 2] {
        range(document, self, span)
    }
}

/// How a [`Record`] is made of annotations.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RecordOptions {
    /// In what offsets count; code points by default.
    pub offsets: OffsetUnit,
    /// Whether the text of the document is part of the record; not by default.
    pub with_text: bool,
}

impl Default for RecordOptions {
    fn default() -> RecordOptions {
        RecordOptions { offsets: OffsetUnit::CodePoint, with_text: false }
    }
}

/// The annotations of one document in the form that `inquit extract` prints as a line of JSON.
///
/// ```
/// use inquit::{Annotator, Document, Record, RecordOptions};
///
/// let document = Document::new("a1", "“No,” said Mr Kent.")?;
/// let found = Annotator::new().annotate(&document);
/// let record = Record::new(&found, RecordOptions::default());
/// let json = serde_json::to_value(&record).unwrap();
/// assert_eq!(json["quotes"][0]["content"], serde_json::json!([[1, 4]]));
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    schema: u32,
    inquit: &'static str,
    id: &'a str,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    language: Option<&'a str>,
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    blocks: Vec<BlockRecord>,
    sentences: Vec<Range>,
    entities: Vec<EntityRecord<'a>>,
    mentions: Vec<MentionRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

/// Start and end, in the unit of the record.
type Range = [u32; 2];

#[derive(Debug, Serialize)]
struct BlockRecord {
    kind: &'static str,
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
struct EntityRecord<'a> {
    id: &'a str,
    name: &'a str,
    kind: Option<&'static str>,
    external: BTreeMap<&'a str, &'a str>,
}

#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    entity: &'a str,
    candidates: Vec<&'a str>,
    form: &'static str,
    origin: &'static str,
    confidence: Permille,
}

#[derive(Debug, Serialize)]
struct QuoteRecord<'a> {
    id: &'a str,
    parent: Option<&'a str>,
    kind: &'static str,
    text: String,
    content: Vec<Range>,
    marked: Vec<Range>,
    cue: Option<Range>,
    cue_text: Option<&'a str>,
    source: Option<Range>,
    source_text: Option<&'a str>,
    source_kind: &'static str,
    speakers: Vec<SpeakerRecord<'a>>,
    addressees: Vec<ParticipantRecord<'a>>,
    relays: Vec<ParticipantRecord<'a>>,
    medium: Option<Range>,
    about: Vec<&'a str>,
    class: &'static str,
    negated: bool,
    modal: bool,
    block: usize,
    origin: &'static str,
    confidence: Permille,
}

#[derive(Debug, Serialize)]
struct SpeakerRecord<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct ParticipantRecord<'a> {
    id: Option<&'a str>,
    name: &'a str,
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
struct WarningRecord<'a> {
    code: &'static str,
    message: &'a str,
    start: Option<u32>,
    end: Option<u32>,
}

/// A confidence printed with its three digits, which a JSON number made of a float would lose.
#[derive(Debug)]
struct Permille(Confidence);

impl Serialize for Permille {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Written once for each of the thousand values, not once for each mention.
        static DIGITS: LazyLock<Vec<Option<Box<RawValue>>>> = LazyLock::new(|| {
            let digits = |it| RawValue::from_string(Confidence::from_permille(it).to_string()).ok();
            (0..=1000).map(digits).collect()
        });
        let digits = DIGITS.get(usize::from(self.0.permille())).and_then(Option::as_ref);
        digits.serialize(serializer)
    }
}

impl<'a> Record<'a> {
    /// The record of these annotations.
    pub fn new(annotations: &'a Annotations, options: RecordOptions) -> Record<'a> {
        let document = annotations.document();
        let range = |span| range(document, options.offsets, span);
        let name = |id: &EntityId| annotations.entity(id).map_or("", Entity::name);
        let participant = |it: &'a Participant| {
            let [start, end] = range(it.span);
            let id = it.entity.as_ref();
            let name = id.map_or(&document[it.span], name);
            ParticipantRecord { id: id.map(EntityId::as_str), name, start, end }
        };
        let blocks = annotations.blocks().iter().map(|block| {
            let [start, end] = range(block.span);
            BlockRecord { kind: block.kind.as_str(), start, end }
        });
        let entities = annotations.entities().iter().map(|entity| EntityRecord {
            id: entity.id().as_str(),
            name: entity.name(),
            kind: entity.kind().map(EntityKind::as_str),
            external: entity.external().collect(),
        });
        let mentions = annotations.mentions().iter().map(|mention| {
            let [start, end] = range(mention.span());
            MentionRecord {
                start,
                end,
                text: &document[mention.span()],
                entity: mention.entity().as_str(),
                candidates: mention.candidates().iter().map(EntityId::as_str).collect(),
                form: mention.form().as_str(),
                origin: mention.origin().as_str(),
                confidence: Permille(mention.confidence()),
            }
        });
        let quotes = annotations.quotes().iter().map(|quote| QuoteRecord {
            id: quote.id(),
            parent: quote.parent().and_then(|at| annotations.quotes().get(at)).map(Quote::id),
            kind: quote.kind().as_str(),
            text: annotations.quote_text(quote),
            content: quote.content().iter().map(|&span| range(span)).collect(),
            marked: quote.marked().iter().map(|&span| range(span)).collect(),
            cue: quote.cue().map(range),
            cue_text: quote.cue().map(|span| &document[span]),
            source: quote.source().map(range),
            source_text: quote.source().map(|span| &document[span]),
            source_kind: quote.source_kind().as_str(),
            speakers: quote
                .speakers()
                .iter()
                .map(|id| SpeakerRecord { id: id.as_str(), name: name(id) })
                .collect(),
            addressees: quote.addressees().iter().map(participant).collect(),
            relays: quote.relays().iter().map(participant).collect(),
            medium: quote.medium().map(range),
            about: quote.about().iter().map(EntityId::as_str).collect(),
            class: quote.class().as_str(),
            negated: quote.negated(),
            modal: quote.modal(),
            block: quote.block(),
            origin: quote.origin().as_str(),
            confidence: Permille(quote.confidence()),
        });
        let warnings = annotations.warnings().iter().map(|warning| {
            let at = warning.span().map(range);
            WarningRecord {
                code: warning.code().as_str(),
                message: warning.message(),
                start: at.map(|[start, _]| start),
                end: at.map(|[_, end]| end),
            }
        });
        Record {
            schema: SCHEMA,
            inquit: env!("CARGO_PKG_VERSION"),
            id: document.id(),
            outlet: document.outlet(),
            url: document.url(),
            title: document.title(),
            language: document.language(),
            published: document.published(),
            text: options.with_text.then(|| document.text()),
            blocks: blocks.collect(),
            sentences: annotations.sentences().iter().map(|&span| range(span)).collect(),
            entities: entities.collect(),
            mentions: mentions.collect(),
            quotes: quotes.collect(),
            warnings: warnings.collect(),
        }
    }
}

fn range(document: &Document, unit: OffsetUnit, span: Span) -> Range {
    match unit {
        OffsetUnit::Byte => [span.start, span.end],
        OffsetUnit::CodePoint => {
            let span = document.char_span(span);
            [span.start, span.end]
        }
        OffsetUnit::Utf16 => {
            let span = document.utf16_span(span);
            [span.start, span.end]
        }
    }
}

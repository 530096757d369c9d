//! The annotations of a document as JSON; the only place where its keys stand.

mod matches;
mod read;

pub use self::matches::{MatchRecord, MatchRow};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::annotate::{Annotations, WarningCode};
use crate::confidence::Confidence;
use crate::document::{BlockKind, Document};
use crate::entity::{Entity, EntityId, EntityKind, MentionForm, Origin};
use crate::named::{Named, named};
use crate::quote::{CueClass, Participant, QuoteKind, SourceKind};
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
#[derive(Debug, Deserialize, Serialize)]
pub struct Record<'a> {
    schema: u32,
    inquit: Text<'a>,
    id: Text<'a>,
    outlet: Option<Text<'a>>,
    url: Option<Text<'a>>,
    title: Option<Text<'a>>,
    language: Option<Text<'a>>,
    published: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Text<'a>>,
    blocks: Vec<BlockRecord>,
    sentences: Vec<Range>,
    entities: Vec<EntityRecord<'a>>,
    mentions: Vec<MentionRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

/// Borrowed when a record is made, owned when it was read.
type Text<'a> = Cow<'a, str>;

/// Start and end, in the unit of the record.
type Range = [u32; 2];

#[derive(Debug, Deserialize, Serialize)]
struct BlockRecord {
    kind: Name<BlockKind>,
    start: u32,
    end: u32,
}

#[derive(Debug, Deserialize, Serialize)]
struct EntityRecord<'a> {
    id: Text<'a>,
    name: Text<'a>,
    kind: Option<Name<EntityKind>>,
    external: BTreeMap<Text<'a>, Text<'a>>,
}

#[derive(Debug, Deserialize, Serialize)]
struct MentionRecord<'a> {
    start: u32,
    end: u32,
    text: Text<'a>,
    entity: Text<'a>,
    candidates: Vec<Text<'a>>,
    form: Name<MentionForm>,
    origin: Name<Origin>,
    confidence: Permille,
}

#[derive(Debug, Deserialize, Serialize)]
struct QuoteRecord<'a> {
    id: Text<'a>,
    parent: Option<Text<'a>>,
    kind: Name<QuoteKind>,
    text: String,
    content: Vec<Range>,
    marked: Vec<Range>,
    cue: Option<Range>,
    cue_text: Option<Text<'a>>,
    source: Option<Range>,
    source_text: Option<Text<'a>>,
    source_kind: Name<SourceKind>,
    speakers: Vec<SpeakerRecord<'a>>,
    addressees: Vec<ParticipantRecord<'a>>,
    relays: Vec<ParticipantRecord<'a>>,
    medium: Option<Range>,
    about: Vec<Text<'a>>,
    class: Name<CueClass>,
    negated: bool,
    modal: bool,
    block: usize,
    origin: Name<Origin>,
    confidence: Permille,
}

#[derive(Debug, Deserialize, Serialize)]
struct SpeakerRecord<'a> {
    id: Text<'a>,
    name: Text<'a>,
}

#[derive(Debug, Deserialize, Serialize)]
struct ParticipantRecord<'a> {
    id: Option<Text<'a>>,
    name: Text<'a>,
    start: u32,
    end: u32,
}

#[derive(Debug, Deserialize, Serialize)]
struct WarningRecord<'a> {
    code: Name<WarningCode>,
    message: Text<'a>,
    start: Option<u32>,
    end: Option<u32>,
}

/// A value of an enum by its name.
#[derive(Clone, Copy, Debug)]
struct Name<T>(T);

impl<T: Named> Serialize for Name<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Name<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name<T>, D::Error> {
        let name = Text::deserialize(deserializer)?;
        name.parse().map(Name).map_err(D::Error::custom)
    }
}

/// A confidence printed with its three digits, which a JSON number made of a float would lose.
#[derive(Clone, Copy, Debug)]
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

impl<'de> Deserialize<'de> for Permille {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Permille, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if !(0.0..=1.0).contains(&value) {
            return Err(D::Error::custom(format_args!("confidence {value} is not from 0 to 1")));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 0 to 1000"
        )]
        let permille = (value * 1000.0).round() as u16;
        Ok(Permille(Confidence::from_permille(permille)))
    }
}

impl<'a> Record<'a> {
    /// The record of these annotations.
    pub fn new(annotations: &'a Annotations, options: RecordOptions) -> Record<'a> {
        let document = annotations.document();
        let range = |span| range(document, options.offsets, span);
        let name = |id: &EntityId| annotations.entity(id).map_or("", Entity::name);
        let ids = |ids: &'a [EntityId]| ids.iter().map(|id| id.as_str().into()).collect();
        let participant = |it: &'a Participant| {
            let [start, end] = range(it.span);
            let id = it.entity.as_ref();
            let name = id.map_or(&document[it.span], name);
            ParticipantRecord { id: id.map(|id| id.as_str().into()), name: name.into(), start, end }
        };
        let blocks = annotations.blocks().iter().map(|block| {
            let [start, end] = range(block.span);
            BlockRecord { kind: Name(block.kind), start, end }
        });
        let entities = annotations.entities().iter().map(|entity| EntityRecord {
            id: entity.id().as_str().into(),
            name: entity.name().into(),
            kind: entity.kind().map(Name),
            external: entity.external().map(|(name, id)| (name.into(), id.into())).collect(),
        });
        let mentions = annotations.mentions().iter().map(|mention| {
            let [start, end] = range(mention.span());
            MentionRecord {
                start,
                end,
                text: document[mention.span()].into(),
                entity: mention.entity().as_str().into(),
                candidates: ids(mention.candidates()),
                form: Name(mention.form()),
                origin: Name(mention.origin()),
                confidence: Permille(mention.confidence()),
            }
        });
        let quotes = annotations.quotes().iter().map(|quote| QuoteRecord {
            id: quote.id().into(),
            parent: quote
                .parent()
                .and_then(|at| annotations.quotes().get(at))
                .map(|parent| parent.id().into()),
            kind: Name(quote.kind()),
            text: annotations.quote_text(quote),
            content: quote.content().iter().map(|&span| range(span)).collect(),
            marked: quote.marked().iter().map(|&span| range(span)).collect(),
            cue: quote.cue().map(range),
            cue_text: quote.cue().map(|span| document[span].into()),
            source: quote.source().map(range),
            source_text: quote.source().map(|span| document[span].into()),
            source_kind: Name(quote.source_kind()),
            speakers: quote
                .speakers()
                .iter()
                .map(|id| SpeakerRecord { id: id.as_str().into(), name: name(id).into() })
                .collect(),
            addressees: quote.addressees().iter().map(participant).collect(),
            relays: quote.relays().iter().map(participant).collect(),
            medium: quote.medium().map(range),
            about: ids(quote.about()),
            class: Name(quote.class()),
            negated: quote.negated(),
            modal: quote.modal(),
            block: quote.block(),
            origin: Name(quote.origin()),
            confidence: Permille(quote.confidence()),
        });
        let warnings = annotations.warnings().iter().map(|warning| {
            let at = warning.span().map(range);
            WarningRecord {
                code: Name(warning.code()),
                message: warning.message().into(),
                start: at.map(|[start, _]| start),
                end: at.map(|[_, end]| end),
            }
        });
        Record {
            schema: SCHEMA,
            inquit: env!("CARGO_PKG_VERSION").into(),
            id: document.id().into(),
            outlet: document.outlet().map(Text::from),
            url: document.url().map(Text::from),
            title: document.title().map(Text::from),
            language: document.language().map(Text::from),
            published: document.published().map(Text::from),
            text: options.with_text.then(|| document.text().into()),
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

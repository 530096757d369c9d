//! From a line of JSON to annotations.

use std::collections::BTreeMap;

use super::fields::{
    EntityRecord, MentionRecord, ParticipantRecord, QuoteRecord, Range, Record, Text,
};
use super::options::OffsetUnit;
use super::write::SCHEMA;
use crate::annotate::{Annotations, Warning};
use crate::document::{Block, Document, Limits, published};
use crate::entity::{Entity, EntityId, Mention};
use crate::error::{Error, ErrorKind};
use crate::quote::{Participant, Quote};
use crate::text::{CharSpan, Span, Utf16Span};

/// The quotes of a document can stand inside each other, but together they have no more than so many
/// times its text.
const MOST_QUOTED: u64 = 16;

impl Annotations {
    /// Reads a line of JSON that [`Annotations::to_json`] wrote with the text. `offsets` says in
    /// what its offsets count.
    ///
    /// What a record does not hold is lost: aliases and priors of entities, which
    /// [`Annotations::with_entities`] gives back.
    ///
    /// ```
    /// use inquit::{Annotations, Annotator, Document, OffsetUnit, RecordOptions};
    ///
    /// let found = Annotator::new().annotate(&Document::new("a1", "“No,” said Mr Kent.")?);
    /// let line = found.to_json(RecordOptions { with_text: true, ..RecordOptions::default() });
    /// assert_eq!(Annotations::from_json(&line, OffsetUnit::CodePoint)?, found);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When it is not JSON, or not that of a record of this [`SCHEMA`]; when it was written
    /// without the text, when an offset lies outside the text or inside a character, when other words
    /// stand there than it says, when spans overlap that no record has overlapping, or when it refers
    /// to a block, quote or entity that it does not hold.
    pub fn from_json(line: &str, offsets: OffsetUnit) -> Result<Annotations, Error> {
        let record: Record<'_> =
            serde_json::from_str(line).map_err(|error| invalid(error.to_string()))?;
        if record.schema != SCHEMA {
            return Err(invalid(format!("its schema is {}, not {SCHEMA}", record.schema)));
        }
        record.annotations(offsets)
    }
}

impl Record<'_> {
    fn annotations(&self, offsets: OffsetUnit) -> Result<Annotations, Error> {
        let reader = Reader { document: self.document()?, offsets };
        let mut entities: Vec<Entity> = self.entities.iter().map(entity).collect();
        entities.sort_by(|a, b| a.id().cmp(b.id()));
        for (entity, next) in entities.iter().zip(entities.iter().skip(1)) {
            if entity.id() == next.id() {
                return Err(invalid(format!("entity `{}` stands in it twice", next.id())));
            }
        }
        let blocks = self.blocks.iter().map(|block| {
            Ok(Block { kind: block.kind.0, span: reader.span([block.start, block.end])? })
        });
        let blocks: Vec<Block> = blocks.collect::<Result<_, Error>>()?;
        in_order("block", blocks.iter().map(|block| block.span))?;
        let places: BTreeMap<&str, usize> =
            self.quotes.iter().enumerate().map(|(at, quote)| (&*quote.id, at)).collect();
        let quotes = self.quotes.iter().map(|record| {
            let quote = reader.quote(record, &places)?;
            if quote.block >= blocks.len() {
                return Err(invalid(format!("quote `{}` is in no block of it", quote.id)));
            }
            Ok(quote)
        });
        let quotes: Vec<Quote> = quotes.collect::<Result<_, Error>>()?;
        let content = quotes.iter().flat_map(|quote| &quote.content);
        if content.map(|it| u64::from(it.len())).sum::<u64>()
            > MOST_QUOTED * reader.document.text().len() as u64
        {
            return Err(invalid(format!("its quotes have more than {MOST_QUOTED} times its text")));
        }
        let mentions = self.mentions.iter().map(|record| {
            let mention = reader.mention(record)?;
            if entities.binary_search_by(|it| it.id().cmp(&mention.entity)).is_err() {
                return Err(invalid(format!("entity `{}` is not in it", mention.entity)));
            }
            Ok(mention)
        });
        let mentions = mentions.collect::<Result<_, Error>>()?;
        let warnings = self.warnings.iter().map(|warning| {
            let span = warning.start.zip(warning.end).map(|(start, end)| reader.span([start, end]));
            let message = warning.message.as_ref().into();
            Ok(Warning { code: warning.code.0, message, span: span.transpose()? })
        });
        let warnings = warnings.collect::<Result<_, Error>>()?;
        let sentences = reader.spans(&self.sentences)?;
        in_order("sentence", sentences.iter().copied())?;
        let mut document = reader.document;
        if let Some(given) = &self.published {
            // What the text tells was not given.
            let told = published(&document, &blocks).map(|it| it.to_string());
            if told.as_deref() != Some(&**given) {
                document = document.with_published(&**given);
            }
        }
        Ok(Annotations { document, blocks, sentences, entities, mentions, quotes, warnings })
    }

    fn document(&self) -> Result<Document, Error> {
        let Some(text) = &self.text else {
            return Err(invalid("it has no `text`; write it with the text".to_owned()));
        };
        // The text is in memory already, so that only spans set a limit to it.
        let limits = Limits::new().with_max_document(text.len())?;
        let mut document = Document::with_limits(&*self.id, &**text, &limits)?;
        if let Some(outlet) = &self.outlet {
            document = document.with_outlet(&**outlet);
        }
        if let Some(url) = &self.url {
            document = document.with_url(&**url);
        }
        if let Some(title) = &self.title {
            document = document.with_title(&**title);
        }
        if let Some(language) = &self.language {
            document = document.with_language(&**language);
        }
        Ok(document)
    }
}

/// What it takes to read an offset.
struct Reader {
    document: Document,
    offsets: OffsetUnit,
}

/// What helps against offsets in another unit.
const ADVICE: &str = "give the unit that it has, or write it again with `inquit extract --with-text` and \
                      no `--offsets`";

impl Reader {
    /// The unit for an error.
    fn unit(&self) -> &'static str {
        match self.offsets {
            OffsetUnit::CodePoint => "code points",
            OffsetUnit::Byte => "bytes",
            OffsetUnit::Utf16 => "UTF-16 code units",
        }
    }

    fn span(&self, range: Range) -> Result<Span, Error> {
        let [start, end] = range;
        let span = match self.offsets {
            OffsetUnit::Byte => Some(Span { start, end }),
            OffsetUnit::CodePoint => self.document.span_of_chars(CharSpan { start, end }),
            OffsetUnit::Utf16 => self.document.span_of_utf16(Utf16Span { start, end }),
        };
        span.filter(|span| start <= end && span.get(self.document.text()).is_some()).ok_or_else(
            || {
                let unit = self.unit();
                invalid(format!("{start}..{end} in {unit} is no part of its text; {ADVICE}"))
            },
        )
    }

    fn spans(&self, ranges: &[Range]) -> Result<Vec<Span>, Error> {
        ranges.iter().map(|&range| self.span(range)).collect()
    }

    fn maybe_span(&self, range: Option<Range>) -> Result<Option<Span>, Error> {
        range.map(|range| self.span(range)).transpose()
    }

    /// That the words of some spans are those that the record gives beside them.
    fn check(&self, what: &str, spans: &[Span], text: Option<&Text<'_>>) -> Result<(), Error> {
        let Some(text) = text else { return Ok(()) };
        let words = spans.iter().map(|span| span.get(self.document.text()).unwrap_or_default());
        let mut rest: &str = text;
        let mut is_same = true;
        for (at, words) in words.enumerate() {
            let left = if at == 0 { Some(rest) } else { rest.strip_prefix(' ') };
            let left = left.and_then(|left| left.strip_prefix(words));
            is_same &= left.is_some();
            rest = left.unwrap_or_default();
        }
        if is_same && rest.is_empty() {
            return Ok(());
        }
        let unit = self.unit();
        Err(invalid(format!(
            "{what} is said to be `{}`, which is not what stands at its offsets in {unit}; {ADVICE}",
            shortened(text)
        )))
    }

    /// That spans stand in order and do not overlap.
    fn in_order(&self, id: &str, what: &str, spans: Vec<Span>) -> Result<Vec<Span>, Error> {
        if spans.windows(2).all(|pair| matches!(pair, [a, b] if a.end <= b.start)) {
            Ok(spans)
        } else {
            let unit = self.unit();
            Err(invalid(format!("the {what} of quote `{id}` is not in order in {unit}")))
        }
    }

    fn mention(&self, record: &MentionRecord<'_>) -> Result<Mention, Error> {
        let span = self.span([record.start, record.end])?;
        self.check("a mention", &[span], record.text.as_ref())?;
        let (candidates, scores) = (record.candidates.len(), record.scores.len());
        if scores != 0 && scores != candidates {
            let message = format!("a mention has {candidates} candidates and {scores} scores");
            return Err(invalid(message));
        }
        Ok(Mention {
            span,
            entity: EntityId::from(&*record.entity),
            candidates: record.candidates.iter().map(|id| EntityId::from(&**id)).collect(),
            scores: record.scores.iter().map(|it| it.0).collect(),
            form: record.form.0,
            origin: record.origin.0,
            confidence: record.confidence.0,
        })
    }

    fn participants(&self, records: &[ParticipantRecord<'_>]) -> Result<Vec<Participant>, Error> {
        let participant = |record: &ParticipantRecord<'_>| {
            Ok(Participant {
                span: self.span([record.start, record.end])?,
                entity: record.id.as_deref().map(EntityId::from),
            })
        };
        records.iter().map(participant).collect()
    }

    fn quote(
        &self,
        record: &QuoteRecord<'_>,
        places: &BTreeMap<&str, usize>,
    ) -> Result<Quote, Error> {
        let id = &record.id;
        let content = self.in_order(id, "content", self.spans(&record.content)?)?;
        if content.is_empty() {
            return Err(invalid(format!("quote `{id}` has no content")));
        }
        self.check(&format!("quote `{id}`"), &content, record.text.as_ref())?;
        let parent = match &record.parent {
            None => None,
            Some(parent) => Some(*places.get(&**parent).ok_or_else(|| {
                invalid(format!("quote `{parent}`, the parent of `{id}`, is not in it"))
            })?),
        };
        Ok(Quote {
            id: id.as_ref().into(),
            parent,
            kind: record.kind.0,
            content,
            marked: self.in_order(id, "marked text", self.spans(&record.marked)?)?,
            cue: self.maybe_span(record.cue)?,
            source: self.maybe_span(record.source)?,
            source_kind: record.source_kind.0,
            speakers: record.speakers.iter().map(|it| EntityId::from(&*it.id)).collect(),
            addressees: self.participants(&record.addressees)?,
            relays: self.participants(&record.relays)?,
            medium: self.maybe_span(record.medium)?,
            about: record.about.iter().map(|id| EntityId::from(&**id)).collect(),
            class: record.class.0,
            negated: record.negated,
            modal: record.modal,
            block: record.block,
            origin: record.origin.0,
            confidence: record.confidence.0,
        })
    }
}

/// That blocks or sentences stand in order and do not overlap.
fn in_order(what: &str, spans: impl Iterator<Item = Span>) -> Result<(), Error> {
    let mut end = 0;
    for (number, span) in (1_usize..).zip(spans) {
        if span.start < end {
            let message = format!("{what} {number} of it begins before the one before it ends");
            return Err(invalid(message));
        }
        end = span.end;
    }
    Ok(())
}

fn entity(record: &EntityRecord<'_>) -> Entity {
    let mut entity = Entity::new(&*record.id, &*record.name);
    if let Some(kind) = &record.kind {
        entity = entity.with_kind(kind.0);
    }
    for (catalogue, id) in &record.external {
        entity = entity.with_external(&**catalogue, &**id);
    }
    entity
}

/// The beginning of a text, for an error.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn invalid(reason: String) -> Error {
    ErrorKind::InvalidRecord { reason: reason.into() }.into()
}

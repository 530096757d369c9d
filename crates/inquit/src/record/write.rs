//! From annotations to a line of JSON.

use std::io::{self, Write};

use super::json::{Json, key};
use super::options::RecordOptions;
use crate::annotate::{Annotations, Warning};
use crate::document::Document;
use crate::entity::{Entity, EntityId, Mention};
use crate::quote::{Participant, Quote};
use crate::text::Span;

/// The version of the form that [`Annotations::to_json`] writes.
pub const SCHEMA: u32 = 1;

/// Bytes of JSON for a byte of text, in most articles.
const USUAL_GROWTH: usize = 8;

impl Annotations {
    /// The annotations as JSON, as `inquit extract` prints them: one object on one line, without
    /// a newline at its end.
    ///
    /// Whatever the text holds, a line stays a line: the characters beyond ASCII that some readers
    /// take for the end of one (U+0085, U+2028, U+2029) are escaped.
    ///
    /// ```
    /// use inquit::{Annotator, Document, RecordOptions};
    ///
    /// let document = Document::new("a1", "“No,” said Mr Kent.")?;
    /// let found = Annotator::new().annotate(&document);
    /// let json = found.to_json(RecordOptions::default());
    /// let record: serde_json::Value = serde_json::from_str(&json).unwrap();
    /// assert_eq!(record["quotes"][0]["content"], serde_json::json!([[1, 4]]));
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn to_json(&self, options: RecordOptions) -> String {
        let mut json = Json::kept(self.document().text().len() * USUAL_GROWTH);
        record(self, options, &mut json);
        json.into_text()
    }

    /// Writes the same, without ever holding more than a small part of it.
    ///
    /// # Errors
    ///
    /// When writing fails.
    pub fn write_json(&self, options: RecordOptions, out: &mut impl Write) -> io::Result<()> {
        let mut json = Json::to(out);
        record(self, options, &mut json);
        json.finish()
    }
}

fn record(annotations: &Annotations, options: RecordOptions, json: &mut Json<'_>) {
    let writer = Writer { annotations, document: annotations.document(), options };
    let document = writer.document;
    json.object(|json| {
        json.field(key!("schema"), SCHEMA);
        json.field(key!("inquit"), env!("CARGO_PKG_VERSION"));
        json.field(key!("id"), document.id());
        json.field(key!("outlet"), document.outlet());
        json.field(key!("url"), document.url());
        json.field(key!("title"), document.title());
        json.field(key!("language"), document.language());
        let told = annotations.published().map(|it| it.to_string());
        json.field(key!("published"), document.published().or(told.as_deref()));
        if options.with_text {
            json.field(key!("text"), document.text());
        }
        json.list(key!("blocks"), annotations.blocks(), |json, block| {
            json.object(|json| {
                json.field(key!("kind"), block.kind);
                writer.edges(json, block.span);
            });
        });
        json.values(key!("sentences"), annotations.sentences().iter().map(|&it| writer.range(it)));
        json.list(key!("entities"), annotations.entities(), entity);
        json.list(key!("mentions"), annotations.mentions(), |json, mention| {
            writer.mention(json, mention);
        });
        json.list(key!("quotes"), annotations.quotes(), |json, quote| writer.quote(json, quote));
        json.list(key!("warnings"), annotations.warnings(), |json, warning| {
            writer.warning(json, warning);
        });
    });
}

fn entity(json: &mut Json<'_>, entity: &Entity) {
    json.object(|json| {
        json.field(key!("id"), entity.id().as_str());
        json.field(key!("name"), entity.name());
        json.field(key!("kind"), entity.kind());
        json.child(key!("external"), |json| {
            entity.external().for_each(|(catalogue, id)| json.pair(catalogue, id));
        });
    });
}

/// What it takes to write a span.
#[derive(Clone, Copy)]
struct Writer<'a> {
    annotations: &'a Annotations,
    document: &'a Document,
    options: RecordOptions,
}

impl<'a> Writer<'a> {
    fn range(self, span: Span) -> [u32; 2] {
        self.options.offsets.range(self.document, span)
    }

    fn ranges(self, spans: &[Span]) -> impl Iterator<Item = [u32; 2]> {
        spans.iter().map(move |&span| self.range(span))
    }

    fn text(self, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| &self.document[span])
    }

    /// Start and end of a span as fields of their own.
    fn edges(self, json: &mut Json<'_>, span: Span) {
        let [start, end] = self.range(span);
        json.field(key!("start"), start);
        json.field(key!("end"), end);
    }

    fn name(self, id: &EntityId) -> &'a str {
        self.annotations.entity(id).map_or("", Entity::name)
    }

    fn mention(self, json: &mut Json<'_>, mention: &Mention) {
        json.object(|json| {
            self.edges(json, mention.span());
            json.field(key!("text"), &self.document[mention.span()]);
            json.field(key!("entity"), mention.entity().as_str());
            json.values(key!("candidates"), mention.candidates().iter().map(EntityId::as_str));
            json.values(key!("scores"), mention.scores().iter().copied());
            json.field(key!("form"), mention.form());
            json.field(key!("origin"), mention.origin());
            json.field(key!("confidence"), mention.confidence());
        });
    }

    fn participants(self, json: &mut Json<'_>, key: &'static str, list: &[Participant]) {
        json.list(key, list, |json, it| {
            let id = it.entity.as_ref();
            json.object(|json| {
                json.field(key!("id"), id.map(EntityId::as_str));
                json.field(key!("name"), id.map_or(&self.document[it.span], |id| self.name(id)));
                self.edges(json, it.span);
            });
        });
    }

    fn quote(self, json: &mut Json<'_>, quote: &Quote) {
        let parent = quote.parent().and_then(|at| self.annotations.quotes().get(at));
        json.object(|json| {
            json.field(key!("id"), quote.id());
            json.field(key!("parent"), parent.map(Quote::id));
            json.field(key!("kind"), quote.kind());
            json.field(key!("text"), &*self.annotations.content(quote));
            json.values(key!("content"), self.ranges(quote.content()));
            json.values(key!("marked"), self.ranges(quote.marked()));
            json.field(key!("cue"), quote.cue().map(|span| self.range(span)));
            json.field(key!("cue_text"), self.text(quote.cue()));
            json.field(key!("source"), quote.source().map(|span| self.range(span)));
            json.field(key!("source_text"), self.text(quote.source()));
            json.field(key!("source_kind"), quote.source_kind());
            json.list(key!("speakers"), quote.speakers(), |json, id| {
                json.object(|json| {
                    json.field(key!("id"), id.as_str());
                    json.field(key!("name"), self.name(id));
                });
            });
            self.participants(json, key!("addressees"), quote.addressees());
            self.participants(json, key!("relays"), quote.relays());
            json.field(key!("medium"), quote.medium().map(|span| self.range(span)));
            json.values(key!("about"), quote.about().iter().map(EntityId::as_str));
            json.field(key!("class"), quote.class());
            json.field(key!("negated"), quote.negated());
            json.field(key!("modal"), quote.modal());
            json.field(key!("block"), u32::try_from(quote.block()).unwrap_or(u32::MAX));
            json.field(key!("origin"), quote.origin());
            json.field(key!("confidence"), quote.confidence());
        });
    }

    fn warning(self, json: &mut Json<'_>, warning: &Warning) {
        json.object(|json| {
            json.field(key!("code"), warning.code().as_str());
            json.field(key!("message"), warning.message());
            let range = warning.span().map(|span| self.range(span));
            json.field(key!("start"), range.map(|[start, _]| start));
            json.field(key!("end"), range.map(|[_, end]| end));
        });
    }
}

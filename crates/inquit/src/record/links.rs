//! What a linker found as JSON.

use std::io::{self, Write};

use super::json::{Json, key};
use crate::corpus::{Alteration, Links, Member, Utterance, Variant, Verified};
use crate::entity::EntityId;

impl Links {
    /// All of it as JSON, as `inquit link` prints it: one object on one line, without a newline at its
    /// end. Spans are in code points.
    ///
    /// ```
    /// use inquit::{Annotator, Document, Linker};
    ///
    /// let document = Document::new("a1", "“No, not today,” said Clark Kent.")?;
    /// let mut linker = Linker::new();
    /// linker.add(&Annotator::new().annotate(&document))?;
    /// let record: serde_json::Value = serde_json::from_str(&linker.links().to_json()).unwrap();
    /// assert_eq!(record["utterances"][0]["reference"]["doc"], "a1");
    /// assert_eq!(record["utterances"][0]["reference"]["spans"], serde_json::json!([[1, 15]]));
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        let mut json = Json::kept(self.utterances.len() * 512);
        record(self, &mut json);
        json.into_text()
    }

    /// Writes the same, without ever holding more than a small part of it.
    ///
    /// # Errors
    ///
    /// When writing fails.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        let mut json = Json::to(out);
        record(self, &mut json);
        json.finish()
    }
}

fn record(links: &Links, json: &mut Json<'_>) {
    json.object(|json| {
        json.list(key!("entities"), &links.entities, |json, entity| {
            json.object(|json| {
                json.field(key!("id"), entity.id.as_str());
                json.field(key!("name"), &*entity.name);
                json.list(key!("members"), &entity.members, |json, (document, id)| {
                    json.object(|json| {
                        json.field(key!("doc"), &**document);
                        json.field(key!("entity"), id.as_str());
                    });
                });
            });
        });
        json.list(key!("utterances"), &links.utterances, utterance);
        json.list(key!("stories"), &links.stories, |json, story| {
            json.object(|json| {
                json.field(key!("id"), &*story.id);
                json.values(key!("documents"), story.documents.iter().map(|id| &**id));
            });
        });
        json.list(key!("duplicates"), &links.duplicates, |json, copies| {
            json.object(|json| {
                json.values(key!("documents"), copies.documents.iter().map(|id| &**id));
                json.field(key!("fullest"), &*copies.fullest);
                json.field(key!("containment"), copies.containment);
                json.field(key!("agency"), copies.agency.as_deref());
            });
        });
    });
}

fn utterance(json: &mut Json<'_>, utterance: &Utterance) {
    json.object(|json| {
        json.field(key!("id"), &*utterance.id);
        json.field(key!("speaker"), utterance.speaker.as_ref().map(EntityId::as_str));
        json.child(key!("reference"), |json| member(json, &utterance.reference));
        json.list(key!("variants"), &utterance.variants, variant);
    });
}

impl Verified {
    /// The answer as JSON, as `inquit verify` prints it: one object on one line, without a newline at
    /// its end. Spans are in code points.
    ///
    /// ```
    /// use inquit::Linker;
    ///
    /// let answer = &Linker::new().verify("We will never sell.", None)[0];
    /// let record: serde_json::Value = serde_json::from_str(&answer.to_json()).unwrap();
    /// assert_eq!(record["verdict"], "absent");
    /// ```
    pub fn to_json(&self) -> String {
        let mut json = Json::kept(512);
        json.object(|json| {
            json.field(key!("text"), &*self.text);
            json.field(key!("verdict"), self.verdict.as_str());
            json.field(key!("utterance"), self.utterance.as_deref());
            json.field(key!("speaker"), self.speaker.as_ref().map(EntityId::as_str));
            json.field(key!("speaker_name"), self.speaker_name.as_deref());
            json.list(key!("sources"), &self.sources, |json, source| {
                json.object(|json| {
                    member(json, source);
                    json.field(key!("outlet"), source.outlet.as_deref());
                    json.field(key!("published"), source.published.as_deref());
                    json.field(key!("relation"), source.relation.as_str());
                    json.field(key!("text"), &*source.text);
                });
            });
            json.list(key!("ops"), &self.alterations, alteration);
        });
        json.into_text()
    }
}

fn member(json: &mut Json<'_>, member: &Member) {
    json.field(key!("doc"), &*member.document);
    json.field(key!("quote"), &*member.quote);
    json.values(key!("spans"), member.char_spans.iter().map(|span| [span.start, span.end]));
}

fn variant(json: &mut Json<'_>, variant: &Variant) {
    json.object(|json| {
        member(json, &variant.member);
        json.field(key!("relation"), variant.member.relation.as_str());
        json.field(key!("confidence"), variant.confidence);
        json.field(key!("fidelity"), variant.fidelity.as_str());
        json.list(key!("ops"), &variant.alterations, alteration);
    });
}

fn alteration(json: &mut Json<'_>, alteration: &Alteration) {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    json.object(|json| {
        json.field(key!("kind"), alteration.kind.as_str());
        let Alteration { reference, variant, .. } = alteration;
        json.field(key!("reference"), [number(reference.start), number(reference.end)]);
        json.field(key!("variant"), [number(variant.start), number(variant.end)]);
        json.field(key!("reference_text"), &*alteration.reference_text);
        json.field(key!("variant_text"), &*alteration.variant_text);
    });
}

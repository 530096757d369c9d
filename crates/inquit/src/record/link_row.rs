//! A report of an utterance as one flat row of a table.

use serde::Serialize;

use crate::corpus::{Alteration, Fidelity, Links, Member, Utterance};
use crate::quote::QuoteKind;

/// A report of an utterance as one flat row: a dict of `Links.rows()` in Python. Offsets count code
/// points.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct LinkRow<'a> {
    /// The id of the utterance.
    pub utterance: &'a str,
    /// The id of its story.
    pub story: &'a str,
    /// The name of who said it; none where the documents do not tell.
    pub speaker: Option<&'a str>,
    /// The id of who said it.
    pub speaker_id: Option<&'a str>,
    /// The id of the document.
    pub document: &'a str,
    /// Its outlet.
    pub outlet: Option<&'a str>,
    /// When it was published, as ISO 8601.
    pub published: Option<&'a str>,
    /// The id of the quote.
    pub quote: &'a str,
    /// `direct`, `mixed` or `indirect`.
    pub relation: &'static str,
    /// Whether it is the fullest wording.
    pub is_reference: bool,
    /// The words.
    pub text: &'a str,
    /// First code point of the words.
    pub start: u32,
    /// One past their last code point.
    pub end: u32,
    /// How true they are to the fullest wording.
    pub fidelity: &'static str,
    /// How many things were altered.
    pub alterations: usize,
    /// How sure it is that it reports this utterance, in thousandths; of the fullest wording all.
    pub confidence_permille: u16,
}

impl Links {
    /// One flat row a report, for tables: the fullest wording of each utterance, then its variants.
    ///
    /// ```
    /// use inquit::{Annotator, Document, Linker};
    ///
    /// let document = Document::new("a1", "“No, not today,” said Clark Kent.")?;
    /// let mut linker = Linker::new();
    /// linker.add(&Annotator::new().annotate(&document))?;
    /// let links = linker.links();
    /// let rows = links.rows();
    /// assert_eq!((rows.len(), rows[0].speaker, rows[0].text), (1, Some("Clark Kent"), "No, not today,"));
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn rows(&self) -> Vec<LinkRow<'_>> {
        let mut rows = Vec::new();
        for utterance in &self.utterances {
            let own = match utterance.reference.relation {
                QuoteKind::Indirect => Fidelity::Paraphrase,
                _ => Fidelity::Verbatim,
            };
            let all =
                LinkRow { is_reference: true, ..row(utterance, &utterance.reference, own, &[]) };
            rows.push(all);
            rows.extend(utterance.variants.iter().map(|variant| LinkRow {
                confidence_permille: variant.confidence.permille(),
                ..row(utterance, &variant.member, variant.fidelity, &variant.alterations)
            }));
        }
        rows
    }
}

fn row<'a>(
    utterance: &'a Utterance,
    member: &'a Member,
    fidelity: Fidelity,
    alterations: &[Alteration],
) -> LinkRow<'a> {
    LinkRow {
        utterance: &utterance.id,
        story: &utterance.story,
        speaker: utterance.speaker_name.as_deref(),
        speaker_id: utterance.speaker.as_ref().map(crate::entity::EntityId::as_str),
        document: &member.document,
        outlet: member.outlet.as_deref(),
        published: member.published.as_deref(),
        quote: &member.quote,
        relation: member.relation.as_str(),
        is_reference: false,
        text: &member.text,
        start: member.char_spans.first().map_or(0, |span| span.start),
        end: member.char_spans.last().map_or(0, |span| span.end),
        fidelity: fidelity.as_str(),
        alterations: alterations.len(),
        confidence_permille: 1000,
    }
}

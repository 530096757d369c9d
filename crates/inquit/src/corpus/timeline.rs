//! Who said what when, and what each outlet made of it.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::alignment::{AlterationKind, Fidelity};
use super::linker::{Links, Member, Utterance};
use crate::entity::EntityId;

/// A report of something said, on a line of time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Event {
    /// When the document was published, as ISO 8601.
    pub published: Option<Box<str>>,
    /// The id of the document.
    pub document: Box<str>,
    /// The outlet, where it is known.
    pub outlet: Option<Box<str>>,
    /// Who said it, where the documents tell.
    pub speaker: Option<EntityId>,
    /// About whom and what.
    pub about: Vec<EntityId>,
    /// The id of the utterance.
    pub utterance: Box<str>,
    /// The words of this report.
    pub text: Box<str>,
    /// How true they are to the fullest wording.
    pub fidelity: Fidelity,
}

/// What one report made of an utterance.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Excerpt {
    /// The id of the utterance.
    pub utterance: Box<str>,
    /// The id of the document.
    pub document: Box<str>,
    /// The outlet, where it is known.
    pub outlet: Option<Box<str>>,
    /// Words of the fullest wording that it printed.
    pub printed: usize,
    /// Words of the fullest wording.
    pub words: usize,
    /// What it left out, stretch by stretch.
    pub left_out: Vec<Box<str>>,
    /// How true the rest is.
    pub fidelity: Fidelity,
}

/// How an outlet quotes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct OutletRow {
    /// The outlet, or the id of a document whose outlet is not known.
    pub outlet: Box<str>,
    /// Reports of utterances.
    pub reports: usize,
    /// Utterances that no other outlet reported.
    pub alone: usize,
    /// Reports that give the same words as the fullest wording, or are that wording.
    pub verbatim: usize,
    /// Reports in which changes are marked.
    pub marked: usize,
    /// Reports in which words inside quotation marks were changed, and nothing says so.
    pub unmarked: usize,
    /// Reports in other words.
    pub paraphrase: usize,
}

impl Links {
    /// Every report of what was said in a story, in order of publication; those of documents without a
    /// date come last. A day without a time is its beginning, a time without an offset is UTC.
    ///
    /// ```
    /// use inquit::{Annotator, Document, Linker};
    ///
    /// let text = "“We will never sell the ferry,” said Clark Kent.";
    /// let mut linker = Linker::new();
    /// for (id, day) in [("late", "2015-09-21"), ("early", "2015-09-20")] {
    ///     let document = Document::new(id, text)?.with_published(day);
    ///     linker.add(&Annotator::new().annotate(&document))?;
    /// }
    /// let links = linker.links();
    /// let documents: Vec<_> =
    ///     links.timeline(&links.stories[0].id).into_iter().map(|it| it.document).collect();
    /// assert_eq!(documents, ["early".into(), "late".into()]);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn timeline(&self, story: &str) -> Vec<Event> {
        let mut events: Vec<Event> = Vec::new();
        for utterance in self.utterances.iter().filter(|it| *it.story == *story) {
            for (member, fidelity) in reports(utterance) {
                events.push(Event {
                    published: member.published.clone(),
                    document: member.document.clone(),
                    outlet: member.outlet.clone(),
                    speaker: utterance.speaker.clone(),
                    about: member.about.clone(),
                    utterance: utterance.id.clone(),
                    text: member.text.clone(),
                    fidelity,
                });
            }
        }
        events.sort_by_cached_key(|it| {
            let instant = it.published.as_deref().and_then(instant);
            (instant.is_none(), instant)
        });
        events
    }

    /// What each report made of the utterances that several documents report: how much it printed and
    /// what it left out. Reports in other words are left out.
    pub fn excerpts(&self) -> Vec<Excerpt> {
        let mut excerpts = Vec::new();
        for utterance in self.utterances.iter().filter(|it| !it.variants.is_empty()) {
            let words = utterance.reference.text.split_whitespace().count();
            for variant in
                utterance.variants.iter().filter(|it| it.fidelity != Fidelity::Paraphrase)
            {
                let left_out: Vec<Box<str>> = variant
                    .alterations
                    .iter()
                    .filter(|it| {
                        let left = [
                            AlterationKind::Truncate,
                            AlterationKind::Delete,
                            AlterationKind::EllipsisFill,
                        ];
                        left.contains(&it.kind) && !it.reference.is_empty()
                    })
                    .map(|it| it.reference_text.clone())
                    .collect();
                let missing: usize = left_out.iter().map(|it| it.split(' ').count()).sum();
                excerpts.push(Excerpt {
                    utterance: utterance.id.clone(),
                    document: variant.member.document.clone(),
                    outlet: variant.member.outlet.clone(),
                    printed: words.saturating_sub(missing),
                    words,
                    left_out,
                    fidelity: variant.fidelity,
                });
            }
        }
        excerpts
    }

    /// How each outlet quotes, in order of its name.
    pub fn outlets(&self) -> Vec<OutletRow> {
        let mut rows: BTreeMap<Box<str>, OutletRow> = BTreeMap::new();
        for utterance in &self.utterances {
            let name =
                |member: &Member| member.outlet.clone().unwrap_or_else(|| member.document.clone());
            let first = name(&utterance.reference);
            let is_alone = reports(utterance).all(|(member, _)| name(member) == first);
            if is_alone {
                rows.entry(first.clone()).or_default().alone += 1;
            }
            for (member, fidelity) in reports(utterance) {
                let row = rows.entry(name(member)).or_default();
                row.reports += 1;
                match fidelity {
                    Fidelity::Verbatim => row.verbatim += 1,
                    Fidelity::Marked => row.marked += 1,
                    Fidelity::Unmarked => row.unmarked += 1,
                    Fidelity::Paraphrase => row.paraphrase += 1,
                }
            }
        }
        rows.into_iter().map(|(outlet, row)| OutletRow { outlet, ..row }).collect()
    }
}

/// A day, or a day and a time, as ISO 8601 writes it: in minutes, so that times of several offsets can be
/// compared.
fn instant(published: &str) -> Option<i64> {
    const CLOCK: usize = "2015-09-20T19:18".len();
    let (local, offset) = published.split_at_checked(CLOCK).unwrap_or((published, ""));
    let local: DateTime = local.parse().ok()?;
    let east = match offset.split_at_checked(1) {
        Some((sign @ ("+" | "-"), ahead)) => {
            let (hours, minutes) = ahead.split_once(':')?;
            let ahead = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
            if sign == "+" { ahead } else { -ahead }
        }
        _ => 0,
    };
    let days = local.date().since(jiff::civil::Date::ZERO).ok()?.get_days();
    Some((i64::from(days) * 24 + i64::from(local.hour())) * 60 + i64::from(local.minute()) - east)
}

/// All reports of an utterance, the reference first.
fn reports(utterance: &Utterance) -> impl Iterator<Item = (&Member, Fidelity)> {
    let own = match utterance.reference.relation {
        crate::quote::QuoteKind::Indirect => Fidelity::Paraphrase,
        _ => Fidelity::Verbatim,
    };
    let variants = utterance.variants.iter().map(|variant| (&variant.member, variant.fidelity));
    std::iter::once((&utterance.reference, own)).chain(variants)
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn times_of_several_offsets_are_in_order() {
        let in_order = [
            "2015-09-19T23:30-00:15",
            "2015-09-20",
            "2015-09-20T09:00+05:30",
            "2015-09-20T04:00",
            "2015-09-20T00:30-04:00",
            "2015-09-21",
        ];
        let instants = in_order.map(|it| instant(it).unwrap());
        assert!(instants.is_sorted(), "{instants:?}");
        assert_eq!(instant("2015-09-20T09:00+05:30"), instant("2015-09-19T23:30-04:00"));
        assert_eq!(instant("soon"), None);
    }
}

//! What was said, and how it was reported.

use inquit::{CharSpan, EntityId, Fidelity, Member as Report, QuoteKind, Span};
use inquit::{Utterance, Variant};
use inquit_io::ToHtml;
use pyo3::prelude::*;

use crate::alteration::PyAlteration;
use crate::kinds::Member;
use crate::many::Many;
use crate::newtype::newtype;
use crate::number::{Count, Degree};
use crate::text::Text;
use crate::tuple::Items;

/// A start and an end.
pub(crate) type Pair = (Count<u32>, Count<u32>);

/// An optional string.
pub(crate) fn boxed(text: Option<Text>) -> Option<Box<str>> {
    text.map(|text| text.0.into())
}

/// The same on the way out.
pub(crate) fn shown(text: Option<&Box<str>>) -> Option<String> {
    text.map(ToString::to_string)
}

/// Ids on the way out.
pub(crate) fn ids(ids: &[EntityId]) -> Many<String> {
    ids.iter().map(ToString::to_string).collect()
}

newtype! {
    /// A part of a quote: a report of an utterance.
    ///
    /// ``spans`` count code points, so that ``document.text[start:end]`` is a part of the words;
    /// ``byte_spans`` count bytes of UTF-8.
    ///
    /// >>> import inquit
    /// >>> links = inquit.link(["“We will never sell,” said Clark Kent."])
    /// >>> member = links[0].reference
    /// >>> member.document, member.quote, member.text, member.spans
    /// ('0', '0#q1', 'We will never sell,', ((1, 20),))
    PyMember(Report) as "Member", hashed by document, quote, text;
    new (
        document, quote, text, *, relation, spans, byte_spans, outlet = None, published = None,
        about = Items(Vec::new())
    ) (
        document: Text,
        quote: Text,
        text: Text,
        relation: Member<QuoteKind>,
        spans: Items<Pair>,
        byte_spans: Items<Pair>,
        outlet: Option<Text>,
        published: Option<Text>,
        about: Items<Text>,
    ) {
        Report {
            document: document.0.into(),
            outlet: boxed(outlet),
            published: boxed(published),
            quote: quote.0.into(),
            spans: byte_spans.0.into_iter().map(|(start, end)| Span { start: start.0, end: end.0 }).collect(),
            char_spans: spans.0.into_iter().map(|(start, end)| CharSpan { start: start.0, end: end.0 }).collect(),
            text: text.0.into(),
            relation: relation.0,
            about: about.0.into_iter().map(|id| id.0.into()).collect(),
        }
    }
    match (&'static str, &'static str, &'static str) = ("document", "quote", "text");
    fields {
        /// The id of the document.
        Positional document: String = |it| it.document.to_string();
        /// The id of the quote.
        Positional quote: String = |it| it.quote.to_string();
        /// The words.
        Positional text: String = |it| it.text.to_string();
        /// How much of it stands in quotation marks.
        Keyword relation: Member<QuoteKind> = |it| Member(it.relation);
        /// The part of the content of the quote, in code points.
        Keyword spans: Many<(u32, u32)> = |it| it.char_spans.iter().map(|it| (it.start, it.end)).collect();
        /// The same in bytes of UTF-8.
        Keyword byte_spans: Many<(u32, u32)> = |it| it.spans.iter().map(|it| (it.start, it.end)).collect();
        /// The outlet, where it is known.
        Optional outlet: Option<String> = |it| shown(it.outlet.as_ref());
        /// When it was published, as ISO 8601.
        Optional published: Option<String> = |it| shown(it.published.as_ref());
        /// The ids of the entities it speaks about.
        Optional about: Many<String> = |it| ids(&it.about);
    }
}

newtype! {
    /// Another report of an utterance.
    ///
    /// >>> import inquit
    /// >>> links = inquit.link([
    /// ...     "“We will never sell the old ferry,” said Clark Kent.",
    /// ...     "Clark Kent said: “We will not sell the old ferry.”",
    /// ... ])
    /// >>> variant = links[0].variants[0]
    /// >>> variant.fidelity, [it.variant_text for it in variant.alterations if it.kind == "substitute"]
    /// (Fidelity.UNMARKED, ['not'])
    PyVariant(Variant) as "Variant", hashed by confidence, fidelity;
    new (member, *, confidence, fidelity, alterations = Items(Vec::new())) (
        member: PyMember,
        confidence: Degree,
        fidelity: Member<Fidelity>,
        alterations: Items<PyAlteration>,
    ) {
        Variant {
            member: member.0,
            confidence: confidence.0,
            fidelity: fidelity.0,
            alterations: alterations.0.into_iter().map(|it| it.0).collect(),
        }
    }
    match (&'static str,) = ("member",);
    fields {
        /// Where it stands.
        Positional member: PyMember = |it| PyMember(it.member.clone());
        /// How sure it is that it reports this utterance, from 0 to 1.
        Keyword confidence: Degree = |it| Degree(it.confidence);
        /// How true it is to the reference.
        Keyword fidelity: Member<Fidelity> = |it| Member(it.fidelity);
        /// What it made of the words of the reference; nothing for an indirect one.
        Optional alterations: Many<PyAlteration> = |it| it.alterations.iter().cloned().map(PyAlteration).collect();
    }
}

newtype! {
    /// One thing once said, and how it was reported.
    ///
    /// >>> import inquit
    /// >>> utterance = inquit.link(["“We will never sell,” said Clark Kent."])[0]
    /// >>> utterance.speaker_name, utterance.reference.text, utterance.variants
    /// ('Clark Kent', 'We will never sell,', ())
    PyUtterance(Utterance) as "Utterance", hashed by id, story;
    new (id, reference, *, story, speaker = None, speaker_name = None, variants = Items(Vec::new())) (
        id: Text,
        reference: PyMember,
        story: Text,
        speaker: Option<Text>,
        speaker_name: Option<Text>,
        variants: Items<PyVariant>,
    ) {
        Utterance {
            id: id.0.into(),
            speaker: speaker.map(|id| id.0.into()),
            speaker_name: boxed(speaker_name),
            story: story.0.into(),
            reference: reference.0,
            variants: variants.0.into_iter().map(|it| it.0).collect(),
        }
    }
    match (&'static str, &'static str) = ("id", "reference");
    fields {
        /// Its id.
        Positional id: String = |it| it.id.to_string();
        /// The fullest direct wording; an indirect one where there is no other.
        Positional reference: PyMember = |it| PyMember(it.reference.clone());
        /// The id of the story of its first report.
        Keyword story: String = |it| it.story.to_string();
        /// The id of who said it, where the documents tell.
        Optional speaker: Option<String> = |it| it.speaker.as_ref().map(ToString::to_string);
        /// The name of the speaker.
        Optional speaker_name: Option<String> = |it| shown(it.speaker_name.as_ref());
        /// The other reports, in the order in which they were added.
        Optional variants: Many<PyVariant> = |it| it.variants.iter().cloned().map(PyVariant).collect();
    }
    more {
        /// All reports, the fullest wording first.
        #[getter]
        fn members(&self) -> Many<PyMember> {
            let others = self.0.variants.iter().map(|it| &it.member);
            std::iter::once(&self.0.reference).chain(others).cloned().map(PyMember).collect()
        }

        /// What notebooks show: the fullest wording, and what each report made of it.
        fn _repr_html_(&self) -> String {
            self.0.to_html()
        }
    }
}

newtype! {
    /// What the documents say of a sentence of a quotation. Made by :meth:`Linker.verify`.
    ///
    /// >>> import inquit
    /// >>> linker = inquit.Linker()
    /// >>> _ = linker.add("“We will never sell the ferry,” said Clark Kent.")
    /// >>> linker.verify("We will not sell the ferry.")[0].verdict
    /// Verdict.ALTERED
    PyVerified(inquit::Verified) as "Verified", hashed by text, verdict;
    new (
        text, verdict, *, utterance = None, speaker = None, speaker_name = None,
        sources = Items(Vec::new()), alterations = Items(Vec::new())
    ) (
        text: Text,
        verdict: Member<inquit::Verdict>,
        utterance: Option<Text>,
        speaker: Option<Text>,
        speaker_name: Option<Text>,
        sources: Items<PyMember>,
        alterations: Items<PyAlteration>,
    ) {
        inquit::Verified {
            text: text.0.into(),
            verdict: verdict.0,
            utterance: boxed(utterance),
            speaker: speaker.map(|id| id.0.into()),
            speaker_name: boxed(speaker_name),
            sources: sources.0.into_iter().map(|it| it.0).collect(),
            alterations: alterations.0.into_iter().map(|it| it.0).collect(),
        }
    }
    match (&'static str, &'static str) = ("text", "verdict");
    fields {
        /// The sentence.
        Positional text: String = |it| it.text.to_string();
        /// What the documents say of it.
        Positional verdict: Member<inquit::Verdict> = |it| Member(it.verdict);
        /// The id of the utterance whose words it comes nearest to.
        Optional utterance: Option<String> = |it| shown(it.utterance.as_ref());
        /// The id of who said that, where the documents tell.
        Optional speaker: Option<String> = |it| it.speaker.as_ref().map(ToString::to_string);
        /// The name of whoever said that.
        Optional speaker_name: Option<String> = |it| shown(it.speaker_name.as_ref());
        /// Where those words stand, the nearest first.
        Optional sources: Many<PyMember> = |it| it.sources.iter().cloned().map(PyMember).collect();
        /// What the sentence made of the words of the first source.
        Optional alterations: Many<PyAlteration> = |it| it.alterations.iter().cloned().map(PyAlteration).collect();
    }
}

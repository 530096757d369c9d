//! Who said what when, and what each outlet made of it.

use inquit::{Event, Excerpt, Fidelity, OutletRow};
use pyo3::prelude::*;

use crate::kinds::Member;
use crate::many::Many;
use crate::newtype::newtype;
use crate::number::Count;
use crate::text::Text;
use crate::tuple::Items;
use crate::utterance::{boxed, ids, shown};

newtype! {
    /// A report of something said, on a line of time. Made by :meth:`Links.timeline`.
    ///
    /// >>> import inquit
    /// >>> event = inquit.Event("u1", "a1", "No.", fidelity="verbatim", published="2025-03-01")
    /// >>> event.published, event.fidelity
    /// ('2025-03-01', Fidelity.VERBATIM)
    PyEvent(Event) as "Event", hashed by utterance, document, text;
    new (
        utterance, document, text, *, fidelity, published = None, outlet = None, speaker = None,
        about = Items(Vec::new())
    ) (
        utterance: Text,
        document: Text,
        text: Text,
        fidelity: Member<Fidelity>,
        published: Option<Text>,
        outlet: Option<Text>,
        speaker: Option<Text>,
        about: Items<Text>,
    ) {
        Event {
            published: boxed(published),
            document: document.0.into(),
            outlet: boxed(outlet),
            speaker: speaker.map(|id| id.0.into()),
            about: about.0.into_iter().map(|id| id.0.into()).collect(),
            utterance: utterance.0.into(),
            text: text.0.into(),
            fidelity: fidelity.0,
        }
    }
    match (&'static str, &'static str, &'static str) = ("utterance", "document", "text");
    fields {
        /// The id of the utterance.
        Positional utterance: String = |it| it.utterance.to_string();
        /// The id of the document.
        Positional document: String = |it| it.document.to_string();
        /// The words of this report.
        Positional text: String = |it| it.text.to_string();
        /// How true they are to the fullest wording.
        Keyword fidelity: Member<Fidelity> = |it| Member(it.fidelity);
        /// When the document was published, as ISO 8601.
        Optional published: Option<String> = |it| shown(it.published.as_ref());
        /// The outlet, where it is known.
        Optional outlet: Option<String> = |it| shown(it.outlet.as_ref());
        /// The id of who said it, where the documents tell.
        Optional speaker: Option<String> = |it| it.speaker.as_ref().map(ToString::to_string);
        /// The ids of whom and what it is about.
        Optional about: Many<String> = |it| ids(&it.about);
    }
}

newtype! {
    /// What one report made of an utterance. Made by :meth:`Links.excerpts`.
    ///
    /// >>> import inquit
    /// >>> links = inquit.link([
    /// ...     "“We will never sell the old ferry to anybody,” said Clark Kent.",
    /// ...     "Clark Kent said: “We will never sell the old ferry.”",
    /// ... ])
    /// >>> [(it.document, it.printed, it.words, it.left_out) for it in links.excerpts()]
    /// [('1', 7, 9, ('to anybody,',))]
    PyExcerpt(Excerpt) as "Excerpt", hashed by utterance, document;
    new (utterance, document, *, printed, words, fidelity, outlet = None, left_out = Items(Vec::new())) (
        utterance: Text,
        document: Text,
        printed: Count<usize>,
        words: Count<usize>,
        fidelity: Member<Fidelity>,
        outlet: Option<Text>,
        left_out: Items<Text>,
    ) {
        Excerpt {
            utterance: utterance.0.into(),
            document: document.0.into(),
            outlet: boxed(outlet),
            printed: printed.0,
            words: words.0,
            left_out: left_out.0.into_iter().map(|it| it.0.into()).collect(),
            fidelity: fidelity.0,
        }
    }
    match (&'static str, &'static str) = ("utterance", "document");
    fields {
        /// The id of the utterance.
        Positional utterance: String = |it| it.utterance.to_string();
        /// The id of the document.
        Positional document: String = |it| it.document.to_string();
        /// Words of the fullest wording that it printed.
        Keyword printed: usize = |it| it.printed;
        /// Words of the fullest wording.
        Keyword words: usize = |it| it.words;
        /// How true the rest is.
        Keyword fidelity: Member<Fidelity> = |it| Member(it.fidelity);
        /// The outlet, where it is known.
        Optional outlet: Option<String> = |it| shown(it.outlet.as_ref());
        /// What it left out, stretch by stretch.
        Optional left_out: Many<String> = |it| it.left_out.iter().map(ToString::to_string).collect();
    }
}

newtype! {
    /// How an outlet quotes. Made by :meth:`Links.outlets`.
    ///
    /// >>> import inquit
    /// >>> inquit.link(["“We will never sell,” said Clark Kent."]).outlets()
    /// [OutletRow('0', reports=1, alone=1, verbatim=1)]
    PyOutletRow(OutletRow) as "OutletRow", hashed by outlet, reports;
    new (
        outlet, *, reports = Count(0), alone = Count(0), verbatim = Count(0), marked = Count(0),
        unmarked = Count(0), paraphrase = Count(0)
    ) (
        outlet: Text,
        reports: Count<usize>,
        alone: Count<usize>,
        verbatim: Count<usize>,
        marked: Count<usize>,
        unmarked: Count<usize>,
        paraphrase: Count<usize>,
    ) {
        OutletRow {
            outlet: outlet.0.into(),
            reports: reports.0,
            alone: alone.0,
            verbatim: verbatim.0,
            marked: marked.0,
            unmarked: unmarked.0,
            paraphrase: paraphrase.0,
        }
    }
    match (&'static str,) = ("outlet",);
    fields {
        /// The outlet, or the id of a document whose outlet is not known.
        Positional outlet: String = |it| it.outlet.to_string();
        /// Reports of utterances.
        Optional reports: usize = |it| it.reports;
        /// Utterances that no other outlet reported.
        Optional alone: usize = |it| it.alone;
        /// Reports that give the same words as the fullest wording, or are that wording.
        Optional verbatim: usize = |it| it.verbatim;
        /// Reports in which changes are marked.
        Optional marked: usize = |it| it.marked;
        /// Reports in which words inside quotation marks were changed, and nothing says so.
        Optional unmarked: usize = |it| it.unmarked;
        /// Reports in other words.
        Optional paraphrase: usize = |it| it.paraphrase;
    }
}

//! Quotes.

use inquit::{CueClass, EntityId, Origin, Participant, Quote, QuoteKind, Row, SourceKind};
use inquit_io::ToHtml;
use pyo3::prelude::*;

use crate::entity::PyEntity;
use crate::found::Found;
use crate::kinds::Member;
use crate::number::{Count, Degree};
use crate::participant::PyParticipant;
use crate::span::PySpan;
use crate::text::Text;
use crate::tuple::{Items, TupleOf};
use crate::value::{Argument, Arguments, Value, repr};

/// One attribution of words, or of their sense, to a source.
///
/// ``start`` and ``end`` are those of the whole content, in code points; a quotation split by its
/// cue has several spans in between.
///
/// >>> import inquit
/// >>> quote = inquit.annotate("“No,” said Mr Kent.").quotes[0]
/// >>> quote.kind, quote.text, quote.cue.text, quote.source.text
/// (QuoteKind.DIRECT, 'No,', 'said', 'Mr Kent')
/// >>> match quote:
/// ...     case inquit.Quote(kind=inquit.QuoteKind.DIRECT, source=inquit.Span(text=source)):
/// ...         print(source)
/// Mr Kent
#[pyclass(module = "inquit", name = "Quote", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyQuote {
    id: String,
    kind: Member<QuoteKind>,
    text: String,
    content: Vec<PySpan>,
    marked: Vec<PySpan>,
    cue: Option<PySpan>,
    source: Option<PySpan>,
    source_kind: Member<SourceKind>,
    speakers: Vec<PyEntity>,
    addressees: Vec<PyParticipant>,
    relays: Vec<PyParticipant>,
    medium: Option<PySpan>,
    about: Vec<PyEntity>,
    cue_class: Member<CueClass>,
    negated: bool,
    modal: bool,
    parent: Option<String>,
    block: usize,
    origin: Member<Origin>,
    confidence: Degree,
}

impl PyQuote {
    pub(crate) fn new(found: &Found, quote: &Quote) -> PyQuote {
        let quotes = found.annotations().quotes();
        let span = |span| PySpan::new(found.document(), span);
        let entities = |ids: &[EntityId]| ids.iter().map(|id| found.entity(id)).collect();
        let participants =
            |them: &[Participant]| them.iter().map(|it| PyParticipant::new(found, it)).collect();
        PyQuote {
            id: quote.id().to_owned(),
            kind: Member(quote.kind()),
            text: found.annotations().quote_text(quote),
            content: quote.content().iter().copied().map(span).collect(),
            marked: quote.marked().iter().copied().map(span).collect(),
            cue: quote.cue().map(span),
            source: quote.source().map(span),
            source_kind: Member(quote.source_kind()),
            speakers: entities(quote.speakers()),
            addressees: participants(quote.addressees()),
            relays: participants(quote.relays()),
            medium: quote.medium().map(span),
            about: entities(quote.about()),
            cue_class: Member(quote.class()),
            negated: quote.negated(),
            modal: quote.modal(),
            parent: quote.parent().and_then(|at| quotes.get(at)).map(|it| it.id().to_owned()),
            block: quote.block(),
            origin: Member(quote.origin()),
            confidence: Degree(quote.confidence()),
        }
    }
}

impl Value for PyQuote {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("id"),
        Argument::Positional("kind"),
        Argument::Positional("text"),
        Argument::Positional("content"),
        Argument::Optional("marked"),
        Argument::Optional("cue"),
        Argument::Optional("source"),
        Argument::Keyword("source_kind"),
        Argument::Optional("speakers"),
        Argument::Optional("addressees"),
        Argument::Optional("relays"),
        Argument::Optional("medium"),
        Argument::Optional("about"),
        Argument::Keyword("cue_class"),
        Argument::Optional("negated"),
        Argument::Optional("modal"),
        Argument::Optional("parent"),
        Argument::Keyword("block"),
        Argument::Keyword("origin"),
        Argument::Keyword("confidence"),
    ];
}

#[pymethods]
impl PyQuote {
    #[new]
    #[pyo3(signature = (
        id, kind, text, content, *, source_kind, cue_class, block, origin, confidence,
        marked = Items(Vec::new()), cue = None, source = None, speakers = Items(Vec::new()),
        addressees = Items(Vec::new()), relays = Items(Vec::new()), medium = None,
        about = Items(Vec::new()), negated = false, modal = false, parent = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments")]
    fn py_new(
        id: Text,
        kind: Member<QuoteKind>,
        text: Text,
        content: Items<PySpan>,
        source_kind: Member<SourceKind>,
        cue_class: Member<CueClass>,
        block: Count<usize>,
        origin: Member<Origin>,
        confidence: Degree,
        marked: Items<PySpan>,
        cue: Option<PySpan>,
        source: Option<PySpan>,
        speakers: Items<PyEntity>,
        addressees: Items<PyParticipant>,
        relays: Items<PyParticipant>,
        medium: Option<PySpan>,
        about: Items<PyEntity>,
        negated: bool,
        modal: bool,
        parent: Option<Text>,
    ) -> PyQuote {
        PyQuote {
            id: id.0,
            kind,
            text: text.0,
            content: content.0,
            marked: marked.0,
            cue,
            source,
            source_kind,
            speakers: speakers.0,
            addressees: addressees.0,
            relays: relays.0,
            medium,
            about: about.0,
            cue_class,
            negated,
            modal,
            parent: parent.map(|id| id.0),
            block: block.0,
            origin,
            confidence,
        }
    }

    /// An id of the form ``document#q1``, valid for this output of this version.
    #[getter]
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// How much of it stands in quotation marks.
    #[getter]
    fn kind(&self) -> Member<QuoteKind> {
        self.kind
    }

    /// What was said, in order, without outer quotation marks.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PySpan>> {
        TupleOf::new(py, self.content.clone())
    }

    /// What was said as one string, the spans of its content joined by a space.
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    /// The words inside quotation marks, in order.
    #[getter]
    fn marked<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PySpan>> {
        TupleOf::new(py, self.marked.clone())
    }

    /// The words that report: "said", "according to".
    #[getter]
    fn cue(&self) -> Option<PySpan> {
        self.cue.clone()
    }

    /// What the cue says that the source did.
    #[getter]
    fn cue_class(&self) -> Member<CueClass> {
        self.cue_class
    }

    /// The words that name who said it.
    #[getter]
    fn source(&self) -> Option<PySpan> {
        self.source.clone()
    }

    /// How those words name them.
    #[getter]
    fn source_kind(&self) -> Member<SourceKind> {
        self.source_kind
    }

    /// Who said it; empty where the text does not tell.
    #[getter]
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyEntity>> {
        TupleOf::new(py, self.speakers.clone())
    }

    /// The first of the speakers, if any; there is seldom more than one.
    #[getter]
    fn speaker(&self) -> Option<PyEntity> {
        self.speakers.first().cloned()
    }

    /// Who was spoken to.
    #[getter]
    fn addressees<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyParticipant>> {
        TupleOf::new(py, self.addressees.clone())
    }

    /// Who passed it on, such as a news agency.
    #[getter]
    fn relays<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyParticipant>> {
        TupleOf::new(py, self.relays.clone())
    }

    /// Where it was said, where the text tells: "in an interview with CBS News".
    #[getter]
    fn medium(&self) -> Option<PySpan> {
        self.medium.clone()
    }

    /// The entities inside the content, in order of their first mention.
    #[getter]
    fn about<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyEntity>> {
        TupleOf::new(py, self.about.clone())
    }

    /// Whether the cue is denied: "did not say".
    #[getter]
    fn negated(&self) -> bool {
        self.negated
    }

    /// Whether the cue is only possible or wanted: "may say".
    #[getter]
    fn modal(&self) -> bool {
        self.modal
    }

    /// The id of the quote inside which this one stands.
    #[getter]
    fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }

    /// The place, among the blocks of the document, of the one in which it begins.
    #[getter]
    fn block(&self) -> usize {
        self.block
    }

    /// What found it.
    #[getter]
    fn origin(&self) -> Member<Origin> {
        self.origin
    }

    /// How sure that is, from 0 to 1 with three digits.
    #[getter]
    fn confidence(&self) -> Degree {
        self.confidence
    }

    /// The first code point of the content.
    #[getter]
    fn start(&self) -> u32 {
        self.content.first().map_or(0, PySpan::start)
    }

    /// One past the last code point of the content.
    #[getter]
    fn end(&self) -> u32 {
        self.content.last().map_or(0, PySpan::end)
    }

    /// The first byte of UTF-8 of the content.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.content.first().map_or(0, PySpan::byte_start)
    }

    /// One past the last byte of UTF-8 of the content.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.content.last().map_or(0, PySpan::byte_end)
    }

    /// What notebooks show: the words and who said them.
    fn _repr_html_(&self) -> String {
        let speakers: Vec<&str> = self.speakers.iter().map(|speaker| speaker.0.name()).collect();
        let words = |span: &PySpan| span.text().to_owned();
        let row = Row {
            kind: self.kind.0.as_str(),
            text: self.text.clone(),
            source: self.source.as_ref().map(words),
            cue: self.cue.as_ref().map(words),
            speaker: (!speakers.is_empty()).then(|| speakers.join("; ")),
            ..Row::default()
        };
        row.to_html()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str, &'static str) {
        ("id", "kind", "text", "content")
    }
}

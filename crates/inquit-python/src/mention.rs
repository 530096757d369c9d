//! Mentions.

use inquit::{EntityId, Mention, MentionForm, Origin};
use pyo3::prelude::*;

use crate::entity::PyEntity;
use crate::found::Found;
use crate::kinds::Member;
use crate::number::Degree;
use crate::span::PySpan;
use crate::text::Text;
use crate::tuple::{Items, TupleOf};
use crate::value::{Argument, Arguments, Value, repr};

/// A span that refers to an entity. A name leaves out titles and honorifics, which are mentions of
/// their own.
///
/// >>> import inquit
/// >>> span = inquit.Span(5, 9, "Kent", byte_start=5, byte_end=9)
/// >>> kent = inquit.Entity("e1", "Clark Kent", kind="person")
/// >>> mention = inquit.Mention(span, kent, form="name", origin="rule", confidence=0.9)
/// >>> mention.text, mention.entity.name, mention.form
/// ('Kent', 'Clark Kent', MentionForm.NAME)
#[pyclass(module = "inquit", name = "Mention", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyMention {
    span: PySpan,
    entity: PyEntity,
    candidates: Vec<String>,
    scores: Vec<Degree>,
    form: Member<MentionForm>,
    origin: Member<Origin>,
    confidence: Degree,
}

impl PyMention {
    pub(crate) fn new(found: &Found, mention: &Mention) -> PyMention {
        PyMention {
            span: PySpan::new(found.document(), mention.span()),
            entity: found.entity(mention.entity()),
            candidates: mention.candidates().iter().map(EntityId::to_string).collect(),
            scores: mention.scores().iter().copied().map(Degree).collect(),
            form: Member(mention.form()),
            origin: Member(mention.origin()),
            confidence: Degree(mention.confidence()),
        }
    }
}

impl Value for PyMention {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("span"),
        Argument::Positional("entity"),
        Argument::Keyword("form"),
        Argument::Keyword("origin"),
        Argument::Keyword("confidence"),
        Argument::Optional("candidates"),
        Argument::Optional("scores"),
    ];
}

#[pymethods]
impl PyMention {
    #[new]
    #[pyo3(signature = (
        span, entity, *, form, origin, confidence, candidates = Items(Vec::new()),
        scores = Items(Vec::new())
    ))]
    fn py_new(
        span: PySpan,
        entity: PyEntity,
        form: Member<MentionForm>,
        origin: Member<Origin>,
        confidence: Degree,
        candidates: Items<Text>,
        scores: Items<Degree>,
    ) -> PyMention {
        let candidates = candidates.0.into_iter().map(|id| id.0).collect();
        PyMention { span, entity, candidates, scores: scores.0, form, origin, confidence }
    }

    /// Where it stands.
    #[getter]
    fn span(&self) -> PySpan {
        self.span.clone()
    }

    /// The entity it refers to.
    #[getter]
    fn entity(&self) -> PyEntity {
        self.entity.clone()
    }

    /// The ids of all entities it may refer to, best first, where a dictionary or the atlas knows
    /// several of its name.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, &str>> {
        TupleOf::new(py, self.candidates.iter().map(String::as_str))
    }

    /// How much speaks for each of the candidates, in the same order: shares of one, with three
    /// digits.
    #[getter]
    fn scores<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, Degree>> {
        TupleOf::new(py, self.scores.iter().copied())
    }

    /// How it refers.
    #[getter]
    fn form(&self) -> Member<MentionForm> {
        self.form
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

    /// Its first code point.
    #[getter]
    fn start(&self) -> u32 {
        self.span.start()
    }

    /// One past its last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.span.end()
    }

    /// Its first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.span.byte_start()
    }

    /// One past its last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.span.byte_end()
    }

    /// The words that refer.
    #[getter]
    fn text(&self) -> &str {
        self.span.text()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("span", "entity")
    }
}

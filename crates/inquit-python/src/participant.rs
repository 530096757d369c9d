//! Who takes part in a quote beside its speaker.

use inquit::Participant;
use pyo3::prelude::*;

use crate::entity::PyEntity;
use crate::found::Found;
use crate::span::PySpan;
use crate::value::{Argument, Arguments, Value, repr};

/// Somebody in a quote who is not its speaker: addressed by it, or passing it on.
///
/// >>> import inquit
/// >>> span = inquit.Span(9, 16, "Reuters", byte_start=9, byte_end=16)
/// >>> inquit.Participant(span).entity is None
/// True
#[pyclass(module = "inquit", name = "Participant", frozen, eq, hash, from_py_object)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyParticipant {
    span: PySpan,
    entity: Option<PyEntity>,
}

impl PyParticipant {
    pub(crate) fn new(found: &Found, participant: &Participant) -> PyParticipant {
        PyParticipant {
            span: PySpan::new(found.document(), participant.span),
            entity: participant.entity.as_ref().map(|id| found.entity(id)),
        }
    }
}

impl Value for PyParticipant {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("span"), Argument::Optional("entity")];
}

#[pymethods]
impl PyParticipant {
    #[new]
    #[pyo3(signature = (span, entity = None))]
    fn py_new(span: PySpan, entity: Option<PyEntity>) -> PyParticipant {
        PyParticipant { span, entity }
    }

    /// The words that name them.
    #[getter]
    fn span(&self) -> PySpan {
        self.span.clone()
    }

    /// The entity, where the words were resolved to one.
    #[getter]
    fn entity(&self) -> Option<PyEntity> {
        self.entity.clone()
    }

    /// The first code point of the words.
    #[getter]
    fn start(&self) -> u32 {
        self.span.start()
    }

    /// One past their last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.span.end()
    }

    /// Their first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.span.byte_start()
    }

    /// One past their last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.span.byte_end()
    }

    /// The words.
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

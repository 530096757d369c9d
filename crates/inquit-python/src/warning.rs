//! Warnings about a text.

use inquit::{Document, Warning, WarningCode};
use pyo3::prelude::*;

use crate::kinds::Member;
use crate::span::PySpan;
use crate::text::Text;
use crate::value::{Argument, Arguments, Value, repr};

/// Something odd about a text, which was annotated all the same. (``Warning`` is the name of a
/// Python exception.)
///
/// >>> import inquit
/// >>> inquit.TextWarning("no-text", "the document has no words").code
/// WarningCode.NO_TEXT
#[pyclass(module = "inquit", name = "TextWarning", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyWarning {
    code: Member<WarningCode>,
    message: String,
    span: Option<PySpan>,
}

impl PyWarning {
    pub(crate) fn new(document: &Document, warning: &Warning) -> PyWarning {
        PyWarning {
            code: Member(warning.code()),
            message: warning.message().to_owned(),
            span: warning.span().map(|span| PySpan::new(document, span)),
        }
    }
}

impl Value for PyWarning {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("code"),
        Argument::Positional("message"),
        Argument::Optional("span"),
    ];
}

#[pymethods]
impl PyWarning {
    #[new]
    #[pyo3(signature = (code, message, span = None))]
    fn py_new(code: Member<WarningCode>, message: Text, span: Option<PySpan>) -> PyWarning {
        PyWarning { code, message: message.0, span }
    }

    /// What it is about.
    #[getter]
    fn code(&self) -> Member<WarningCode> {
        self.code
    }

    /// The same in words.
    #[getter]
    fn message(&self) -> &str {
        &self.message
    }

    /// Where in the text, if at one place.
    #[getter]
    fn span(&self) -> Option<PySpan> {
        self.span.clone()
    }

    /// The first code point of that place.
    #[getter]
    fn start(&self) -> Option<u32> {
        self.span.as_ref().map(PySpan::start)
    }

    /// One past its last code point.
    #[getter]
    fn end(&self) -> Option<u32> {
        self.span.as_ref().map(PySpan::end)
    }

    /// Its first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> Option<u32> {
        self.span.as_ref().map(PySpan::byte_start)
    }

    /// One past its last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> Option<u32> {
        self.span.as_ref().map(PySpan::byte_end)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("code", "message", "span")
    }
}

//! Where things are in the text.

use std::sync::Arc;

use pyo3::prelude::*;

use crate::number::Count;
use crate::text::Text;
use crate::value::{Argument, Arguments, Value, repr};

/// A part of the text of a document.
///
/// ``start`` and ``end`` count code points, as ``str`` does, so that ``document.text[start:end]`` is
/// ``text``. ``byte_start`` and ``byte_end`` count bytes of UTF-8.
///
/// >>> import inquit
/// >>> document = inquit.Document("a1", "“No,” said Mr Kent.")
/// >>> span = inquit.annotate(document).quotes[0].content[0]
/// >>> span
/// Span(1, 4, 'No,', byte_start=3, byte_end=6)
/// >>> document.text[span.start:span.end]
/// 'No,'
#[pyclass(module = "inquit", name = "Span", frozen, eq, ord, hash, from_py_object)]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct PySpan {
    /// The first code point.
    #[pyo3(get)]
    start: u32,
    /// One past the last code point.
    #[pyo3(get)]
    end: u32,
    text: Arc<str>,
    /// The first byte of UTF-8.
    #[pyo3(get)]
    byte_start: u32,
    /// One past the last byte of UTF-8.
    #[pyo3(get)]
    byte_end: u32,
}

impl PySpan {
    pub(crate) fn new(document: &inquit::Document, span: inquit::Span) -> PySpan {
        let inquit::CharSpan { start, end } = document.char_span(span);
        let text = document[span].into();
        PySpan { start, end, text, byte_start: span.start, byte_end: span.end }
    }

    /// A span of these code points and bytes, which are this text.
    pub(crate) fn at(chars: inquit::CharSpan, text: &str, bytes: inquit::Span) -> PySpan {
        let inquit::CharSpan { start, end } = chars;
        PySpan { start, end, text: text.into(), byte_start: bytes.start, byte_end: bytes.end }
    }

    pub(crate) fn start(&self) -> u32 {
        self.start
    }

    pub(crate) fn end(&self) -> u32 {
        self.end
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn byte_start(&self) -> u32 {
        self.byte_start
    }

    pub(crate) fn byte_end(&self) -> u32 {
        self.byte_end
    }
}

impl Value for PySpan {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("start"),
        Argument::Positional("end"),
        Argument::Positional("text"),
        Argument::Keyword("byte_start"),
        Argument::Keyword("byte_end"),
    ];
}

#[pymethods]
impl PySpan {
    #[new]
    #[pyo3(signature = (start, end, text, *, byte_start, byte_end))]
    fn py_new(
        start: Count<u32>,
        end: Count<u32>,
        text: Text,
        byte_start: Count<u32>,
        byte_end: Count<u32>,
    ) -> PySpan {
        PySpan {
            start: start.0,
            end: end.0,
            text: text.0.into(),
            byte_start: byte_start.0,
            byte_end: byte_end.0,
        }
    }

    /// The text it covers.
    #[getter(text)]
    fn py_text(&self) -> &str {
        &self.text
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("start", "end", "text")
    }
}

//! Tokens and marked stretches of a text.

use inquit::{Document, Marked, Token, TokenKind, pair_marks as pair, tokenize as split};
use pyo3::prelude::*;

use crate::document::DocumentInput;
use crate::kinds::Member;
use crate::number::Count;
use crate::span::PySpan;
use crate::value::{Argument, Arguments, Value, repr};
use crate::work::on_text;

/// A word, a number or a punctuation mark. Made by :func:`tokenize`.
#[pyclass(module = "inquit", name = "Token", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyToken {
    span: PySpan,
    kind: Member<TokenKind>,
}

impl PyToken {
    fn new(document: &Document, token: Token) -> PyToken {
        PyToken { span: PySpan::new(document, token.span), kind: Member(token.kind) }
    }
}

impl Value for PyToken {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("span"), Argument::Positional("kind")];
}

#[pymethods]
impl PyToken {
    #[new]
    fn py_new(span: PySpan, kind: Member<TokenKind>) -> PyToken {
        PyToken { span, kind }
    }

    /// Where it stands.
    #[getter]
    fn span(&self) -> PySpan {
        self.span.clone()
    }

    /// What it is.
    #[getter]
    fn kind(&self) -> Member<TokenKind> {
        self.kind
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

    /// The text it covers.
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
        ("span", "kind")
    }
}

/// A stretch of text between quotation marks. Made by :func:`pair_marks`.
#[pyclass(module = "inquit", name = "Marked", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyMarked {
    span: PySpan,
    inner: PySpan,
    depth: u8,
    closed: bool,
    continued: bool,
}

impl PyMarked {
    fn new(document: &Document, marked: Marked) -> PyMarked {
        PyMarked {
            span: PySpan::new(document, marked.span),
            inner: PySpan::new(document, marked.inner),
            depth: marked.depth,
            closed: marked.closed,
            continued: marked.continued,
        }
    }
}

impl Value for PyMarked {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("span"),
        Argument::Positional("inner"),
        Argument::Optional("depth"),
        Argument::Keyword("closed"),
        Argument::Optional("continued"),
    ];
}

#[pymethods]
impl PyMarked {
    #[new]
    #[pyo3(signature = (span, inner, *, depth = Count(0), closed = true, continued = false))]
    fn py_new(
        span: PySpan,
        inner: PySpan,
        depth: Count<u8>,
        closed: bool,
        continued: bool,
    ) -> PyMarked {
        PyMarked { span, inner, depth: depth.0, closed, continued }
    }

    /// Where it stands, marks included.
    #[getter]
    fn span(&self) -> PySpan {
        self.span.clone()
    }

    /// What stands between the marks, without white space at either end.
    #[getter]
    fn inner(&self) -> PySpan {
        self.inner.clone()
    }

    /// How many marked stretches it stands in.
    #[getter]
    fn depth(&self) -> u8 {
        self.depth
    }

    /// Whether a mark closes it; otherwise it runs to the end of its paragraph, or to the mark that
    /// opens the next.
    #[getter]
    fn closed(&self) -> bool {
        self.closed
    }

    /// Whether the next paragraph goes on with it.
    #[getter]
    fn continued(&self) -> bool {
        self.continued
    }

    /// Its first code point, that of the opening mark.
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

    /// The text it covers, marks included.
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
        ("span", "inner")
    }
}

/// Splits a text into tokens.
///
/// Possessive and contracted endings are tokens of their own; hyphenated words are one;
/// abbreviations, initials and numbers keep their stops. Every character that is not white space is
/// in exactly one token.
///
/// >>> import inquit
/// >>> [token.text for token in inquit.tokenize("Mr. Kerry's plan didn't cost $1,000.")]
/// ['Mr.', 'Kerry', "'s", 'plan', 'did', "n't", 'cost', '$', '1,000', '.']
#[pyfunction]
#[pyo3(signature = (text, /))]
pub(crate) fn tokenize(py: Python<'_>, text: DocumentInput<'_>) -> PyResult<Vec<PyToken>> {
    let document = text.read("text", None)?;
    on_text(py, document.text().len(), move || {
        split(document.text()).into_iter().map(|it| PyToken::new(&document, it)).collect()
    })
}

/// The quotation marks of a text, paired: every marked stretch, in order of its start.
///
/// >>> import inquit
/// >>> [marked.inner.text for marked in inquit.pair_marks("“No,” she said. 'It isn't true.'")]
/// ['No,', "It isn't true."]
#[pyfunction]
#[pyo3(signature = (text, /))]
pub(crate) fn pair_marks(py: Python<'_>, text: DocumentInput<'_>) -> PyResult<Vec<PyMarked>> {
    let document = text.read("text", None)?;
    on_text(py, document.text().len(), move || {
        pair(document.text()).into_iter().map(|it| PyMarked::new(&document, it)).collect()
    })
}

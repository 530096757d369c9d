//! Documents and their blocks.

use inquit::{Block, BlockKind, Document, Limits};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;
use pyo3::{Borrowed, type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::errors::{DocumentTypeError, Place, exception, to_py};
use crate::kinds::Member;
use crate::number::Count;
use crate::span::PySpan;
use crate::text::{DocumentText, Text, class_of, repr_of};
use crate::value::{Argument, Arguments, Value, repr};

/// One article: an id, its untouched text, and what else is known of it.
///
/// A text of more than ``max_document`` bytes of UTF-8, by default 16 MiB, is a
/// :class:`TooLargeError`; nothing is ever cut. ``title`` is not part of the text and is not
/// searched. ``published`` is by preference written as in RFC 3339, ``language`` as in BCP 47.
///
/// >>> import inquit
/// >>> inquit.Document("a1", "“No,” said Mr Kent.", outlet="The Daily Planet")
/// Document('a1', '“No,” said Mr Kent.', outlet='The Daily Planet')
#[pyclass(module = "inquit", name = "Document", frozen, eq, hash, from_py_object)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyDocument(pub(crate) Document);

/// Texts of more code points than this are not printed.
const LONGEST_REPR: usize = 400;

impl PyDocument {
    /// A document of a text from Python.
    fn from_text(
        py: Python<'_>,
        id: &str,
        text: &DocumentText<'_>,
        limits: &Limits,
    ) -> PyResult<Document> {
        let place = Place { document: Some(id), ..Place::default() };
        Document::with_limits(id, text.read(id)?, limits).map_err(|error| to_py(py, &error, place))
    }
}

#[pymethods]
impl PyDocument {
    #[new]
    #[pyo3(signature = (
        id, text, *, outlet = None, url = None, title = None, published = None, language = None,
        max_document = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments")]
    fn py_new(
        py: Python<'_>,
        id: Text,
        text: DocumentText<'_>,
        outlet: Option<Text>,
        url: Option<Text>,
        title: Option<Text>,
        published: Option<Text>,
        language: Option<Text>,
        max_document: Option<Count<usize>>,
    ) -> PyResult<PyDocument> {
        let mut limits = Limits::new();
        if let Some(Count(bytes)) = max_document {
            let place = Place { document: Some(&id.0), ..Place::default() };
            limits = limits.with_max_document(bytes).map_err(|error| to_py(py, &error, place))?;
        }
        let mut document = PyDocument::from_text(py, &id.0, &text, &limits)?;
        if let Some(Text(outlet)) = outlet {
            document = document.with_outlet(outlet);
        }
        if let Some(Text(url)) = url {
            document = document.with_url(url);
        }
        if let Some(Text(title)) = title {
            document = document.with_title(title);
        }
        if let Some(Text(published)) = published {
            document = document.with_published(published);
        }
        if let Some(Text(language)) = language {
            document = document.with_language(language);
        }
        Ok(PyDocument(document))
    }

    /// The id.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// The text, as given.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// The outlet that published it.
    #[getter]
    fn outlet(&self) -> Option<&str> {
        self.0.outlet()
    }

    /// Its address.
    #[getter]
    fn url(&self) -> Option<&str> {
        self.0.url()
    }

    /// A title given beside the text.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.0.title()
    }

    /// Its date or time of publication, as given.
    #[getter]
    fn published(&self) -> Option<&str> {
        self.0.published()
    }

    /// Its language, as given.
    #[getter]
    fn language(&self) -> Option<&str> {
        self.0.language()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let document = &slf.get().0;
        let length = document.text().chars().count();
        if length > LONGEST_REPR {
            let id = repr_of(&PyString::new(slf.py(), document.id()))?;
            return Ok(format!("<Document {id}: {length} characters>"));
        }
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        let mut arguments = Arguments::of(slf)?;
        let size = slf.get().0.text().len();
        if size > Limits::new().max_document() {
            arguments.push_keyword("max_document", size.into_pyobject(slf.py())?.into_any());
        }
        Ok(arguments)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "text")
    }
}

impl Value for PyDocument {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("id"),
        Argument::Positional("text"),
        Argument::Optional("outlet"),
        Argument::Optional("url"),
        Argument::Optional("title"),
        Argument::Optional("published"),
        Argument::Optional("language"),
    ];
}

/// What stands for a document: a [`PyDocument`], or a `str` that is its text.
pub(crate) struct DocumentInput<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for DocumentInput<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(<PyDocument as FromPyObject>::INPUT_TYPE, Text::INPUT_TYPE);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<DocumentInput<'py>> {
        Ok(DocumentInput(object.to_owned()))
    }
}

impl<'py> DocumentInput<'py> {
    /// The object itself, if it is of another class that stands for a document somewhere.
    pub(crate) fn as_other<T: pyo3::PyTypeCheck>(&self) -> Option<&Bound<'py, T>> {
        self.0.cast::<T>().ok()
    }
}

impl DocumentInput<'_> {
    /// The text, where it is a `str`, in the memory of Python.
    pub(crate) fn as_str(&self, id: &str) -> PyResult<Option<PyBackedStr>> {
        let Ok(text) = self.0.extract::<DocumentText<'_>>() else { return Ok(None) };
        text.backed(id).map(Some)
    }

    /// The document; `id` is that of a mere text, `index` the place in a batch.
    pub(crate) fn read(&self, id: &str, index: Option<usize>) -> PyResult<Document> {
        let py = self.0.py();
        if let Ok(document) = self.0.cast::<PyDocument>() {
            return Ok(document.get().0.clone());
        }
        let Ok(text) = self.0.extract::<DocumentText<'_>>() else {
            let what = index.map_or("the document".to_owned(), |at| format!("document {at}"));
            let class = class_of(&self.0)?;
            let message = format!("{what} is of type `{class}`; expected a str or a Document");
            let place = Place { index, ..Place::default() };
            return Err(exception::<DocumentTypeError>(py, message, place));
        };
        PyDocument::from_text(py, id, &text, &Limits::new())
    }
}

/// Any iterable of what stands for a document.
pub(crate) struct Documents<'py>(pub(crate) Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for Documents<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterable"),
        DocumentInput::INPUT_TYPE
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Documents<'py>> {
        Ok(Documents(object.to_owned()))
    }
}

/// A stretch of a document of one kind, normally whole lines.
///
/// >>> import inquit
/// >>> block = inquit.annotate("“No,” said Mr Kent.").blocks[0]
/// >>> block.kind, block.start, block.end
/// (BlockKind.PARAGRAPH, 0, 19)
#[pyclass(module = "inquit", name = "Block", frozen, get_all, eq, hash, from_py_object)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyBlock {
    /// What it is.
    kind: Member<BlockKind>,
    /// Where it stands, without white space at either end.
    span: PySpan,
}

impl PyBlock {
    pub(crate) fn new(document: &Document, block: Block) -> PyBlock {
        PyBlock { kind: Member(block.kind), span: PySpan::new(document, block.span) }
    }
}

impl Value for PyBlock {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("kind"), Argument::Positional("span")];
}

#[pymethods]
impl PyBlock {
    #[new]
    fn py_new(kind: Member<BlockKind>, span: PySpan) -> PyBlock {
        PyBlock { kind, span }
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
        ("kind", "span")
    }
}

//! Who wrote an article.

use inquit::{Author, Document};
use pyo3::prelude::*;

use crate::span::PySpan;
use crate::value::{Argument, Arguments, Value, repr};

/// Somebody who wrote the article, as its byline names them; the outlet or agency, where it names
/// nobody else.
///
/// >>> import inquit
/// >>> text = "Rain\n\nBy Ada Okoro, weather editor, and Tom Vale\n\nIt rained on Saturday."
/// >>> [(it.name.text, it.role.text if it.role else None) for it in inquit.annotate(text).authors]
/// [('Ada Okoro', 'weather editor'), ('Tom Vale', None)]
#[pyclass(module = "inquit", name = "Author", frozen, eq, hash, from_py_object)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyAuthor {
    name: PySpan,
    role: Option<PySpan>,
    outlet: Option<PySpan>,
}

impl PyAuthor {
    pub(crate) fn new(document: &Document, author: Author) -> PyAuthor {
        let span = |span| PySpan::new(document, span);
        PyAuthor {
            name: span(author.name()),
            role: author.role().map(span),
            outlet: author.outlet().map(span),
        }
    }
}

impl Value for PyAuthor {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("name"), Argument::Optional("role"), Argument::Optional("outlet")];
}

#[pymethods]
impl PyAuthor {
    #[new]
    #[pyo3(signature = (name, *, role = None, outlet = None))]
    fn py_new(name: PySpan, role: Option<PySpan>, outlet: Option<PySpan>) -> PyAuthor {
        PyAuthor { name, role, outlet }
    }

    /// Their name.
    #[getter]
    fn name(&self) -> PySpan {
        self.name.clone()
    }

    /// What they are, such as "transport correspondent".
    #[getter]
    fn role(&self) -> Option<PySpan> {
        self.role.clone()
    }

    /// The outlet or agency that they write for, where the byline names it.
    #[getter]
    fn outlet(&self) -> Option<PySpan> {
        self.outlet.clone()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("name",)
    }
}

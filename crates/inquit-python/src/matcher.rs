//! Finding the aliases of a dictionary in text.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use inquit::{MatchTable, Matcher};
use pyo3::prelude::*;

use crate::dictionary::PyDictionary;
use crate::document::{DocumentInput, Documents};
use crate::feed::OnError;
use crate::matched::{PyMatch, Source};
use crate::matches::{PyMatches, find_batch};
use crate::searched::Searched;
use crate::tuple::ListOf;
use crate::work::{long, on_text};

/// Finds the aliases of a dictionary in text. Shared freely between threads.
///
/// >>> import inquit
/// >>> matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("Q183", "Germany")]))
/// >>> matcher.find("Germany's neighbours")
/// [Match(Span(0, 7, 'Germany', byte_start=0, byte_end=7), ('Q183',))]
#[pyclass(module = "inquit", name = "Matcher", frozen, eq, hash, from_py_object)]
#[derive(Clone)]
pub(crate) struct PyMatcher(pub(crate) Matcher);

impl PartialEq for PyMatcher {
    fn eq(&self, other: &PyMatcher) -> bool {
        self.dictionary() == other.dictionary()
    }
}

impl Eq for PyMatcher {}

impl Hash for PyMatcher {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.dictionary().hash(state);
    }
}

#[pymethods]
impl PyMatcher {
    #[new]
    fn py_new(py: Python<'_>, dictionary: PyDictionary) -> PyResult<PyMatcher> {
        long(py, move |_| Matcher::new(&dictionary.0)).map(PyMatcher)
    }

    /// The dictionary it searches for.
    #[getter]
    fn dictionary(&self) -> PyDictionary {
        PyDictionary(self.0.dictionary().clone())
    }

    /// Every match in a text or document, left to right, none overlapping: at each place the longest
    /// alias that begins and ends at the edge of a word.
    #[pyo3(signature = (text, /))]
    fn find<'py>(
        &self,
        py: Python<'py>,
        text: DocumentInput<'_>,
    ) -> PyResult<ListOf<'py, PyMatch>> {
        let text = Searched::read(&text, "text", None)?;
        let bytes = text.text().len();
        let source = Arc::new(Source::Search { text, dictionary: self.0.dictionary().clone() });
        let (matcher, searched) = (self.0.clone(), Arc::clone(&source));
        let table = on_text(py, bytes, move || {
            let mut table = MatchTable::new(&matcher);
            table.add(searched.searched());
            table
        })?;
        PyMatch::list(py, &source, &table, 0..table.len())
    }

    /// The matches in many texts, as :class:`Matches`: lists of :class:`Match`, and beside them
    /// columns of numbers, for ``numpy``, ``pandas``, ``polars`` and ``pyarrow``.
    ///
    /// Takes any iterable of ``str`` and :class:`Document`. A bad text, such as one that is too large
    /// or no string, raises an :class:`InquitError` that names it. With ``on_error="skip"`` nothing
    /// is found in it, and the error is one of :attr:`Matches.failures`.
    ///
    /// >>> import inquit
    /// >>> matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("Q183", "Germany")]))
    /// >>> found = matcher.find_batch(["Où? Germany.", "Nowhere."])
    /// >>> [[match.text for match in matches] for matches in found]
    /// [['Germany'], []]
    /// >>> list(found.start), list(found.byte_start)
    /// ([4], [5])
    #[pyo3(signature = (texts, /, *, on_error = OnError::Raise))]
    fn find_batch<'py>(
        &self,
        py: Python<'py>,
        texts: Documents<'py>,
        on_error: OnError,
    ) -> PyResult<PyMatches> {
        find_batch(py, &self.0, &texts, on_error)
    }

    fn __repr__(&self) -> String {
        format!("<Matcher for {} entities>", self.0.dictionary().len())
    }

    fn __getnewargs__(&self) -> (PyDictionary,) {
        (self.dictionary(),)
    }
}

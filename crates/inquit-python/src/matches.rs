//! The matches in many texts.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use inquit::{MatchTable, Matcher};
use pyo3::exceptions::PyIndexError;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyRange, PyTuple};

use crate::column::Column;
use crate::document::{DocumentInput, Documents};
use crate::errors::Failure;
use crate::feed::{Feed, OnError};
use crate::matched::{PyMatch, Source};
use crate::matcher::PyMatcher;
use crate::searched::Searched;
use crate::tuple::{Index, Items, IteratorOf, ListOf, TupleOf};
use crate::value::Reduced;
use crate::work::{inline, is_short, long};

/// The matches in many texts: a sequence with a list of :class:`Match` for each text, and all of them
/// as columns of numbers, a row for each match. Made by :meth:`Matcher.find_batch`.
///
/// A column is a :class:`memoryview` of unsigned numbers of 32 bits over immutable ``bytes``: what
/// takes a buffer reads it without copying, as ``numpy.asarray(found.start)`` and
/// ``pyarrow.py_buffer(found.start)`` do, and ``list(found.start)`` copies it.
///
/// ``failures`` holds an exception for each text that was skipped; its ``index`` is the place of the
/// text among all that were given.
///
/// >>> import inquit
/// >>> matcher = inquit.Matcher(inquit.Dictionary([
/// ...     inquit.Entity("Q183", "Germany"),
/// ...     inquit.Entity("Q90", "Paris"),
/// ...     inquit.Entity("Q830149", "Paris"),
/// ... ]))
/// >>> found = matcher.find_batch(["No country.", "Germany, Paris"])
/// >>> found
/// <Matches in 2 texts: 2 matches>
/// >>> list(found.document), list(found.start), list(found.end)
/// ([1, 1], [0, 9], [7, 14])
/// >>> ids = [entity.id for entity in matcher.dictionary]
/// >>> [ids[number] for number in found.entity]
/// ['Q183', 'Q90']
/// >>> list(found.candidates), list(found.candidate_offsets)
/// ([0, 1, 2], [0, 1, 3])
#[pyclass(module = "inquit", name = "Matches", frozen, sequence)]
pub(crate) struct PyMatches {
    /// One for each text, but for those that were skipped.
    sources: Vec<Option<Arc<Source>>>,
    table: MatchTable,
    failures: Py<PyTuple>,
}

impl PyMatches {
    /// The texts, `None` for one that was skipped.
    fn texts(&self) -> impl Iterator<Item = Option<&str>> {
        self.sources.iter().map(|source| source.as_deref().map(Source::searched))
    }

    fn matcher(&self) -> PyMatcher {
        PyMatcher(Matcher::new(self.table.dictionary()))
    }

    /// A column with a number for each match.
    fn column<'py>(
        &self,
        py: Python<'py>,
        numbers: impl Iterator<Item = u32>,
    ) -> PyResult<Column<'py>> {
        Column::new(py, self.table.len(), numbers)
    }
}

#[pymethods]
impl PyMatches {
    /// Finds the matches anew; ``None`` stands for a text that was skipped.
    #[new]
    #[pyo3(signature = (matcher, texts, failures = Items(Vec::new())))]
    fn py_new<'py>(
        py: Python<'py>,
        matcher: PyMatcher,
        texts: Items<Option<DocumentInput<'py>>>,
        failures: Items<Failure<'py>>,
    ) -> PyResult<PyMatches> {
        let texts = texts.0.iter().enumerate().map(|(index, text)| {
            let read = |text| Searched::read(text, &index.to_string(), Some(index));
            text.as_ref().map(read).transpose()
        });
        let search = Search::new(&matcher.0).add(py, texts.collect::<PyResult<_>>()?)?;
        Ok(search.matches(PyTuple::new(py, failures.0)?.unbind()))
    }

    /// The number of the text of each match, from 0.
    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        self.column(py, self.table.documents())
    }

    /// The first code point of each match.
    #[getter]
    fn start<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        self.column(py, self.table.chars().map(|chars| chars.start))
    }

    /// One past its last code point.
    #[getter]
    fn end<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        self.column(py, self.table.chars().map(|chars| chars.end))
    }

    /// Its first byte of UTF-8.
    #[getter]
    fn byte_start<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        self.column(py, self.table.matches().map(|found| found.start))
    }

    /// One past its last byte of UTF-8.
    #[getter]
    fn byte_end<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        self.column(py, self.table.matches().map(|found| found.end))
    }

    /// The first of the entities it may name, as its number in the order of the dictionary, from 0.
    #[getter]
    fn entity<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        self.column(py, self.table.entities())
    }

    /// All entities that each match may name, in order of prior, as such numbers: one match after
    /// the other.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        Column::new(py, self.table.candidates().count(), self.table.candidates())
    }

    /// Where the candidates of each match begin among ``candidates``, and, one more, where those of
    /// the last end.
    #[getter]
    fn candidate_offsets<'py>(&self, py: Python<'py>) -> PyResult<Column<'py>> {
        Column::new(py, self.table.len() + 1, self.table.candidate_offsets())
    }

    /// An exception for each text that was skipped, in the order of the texts.
    #[getter]
    fn failures<'py>(&self, py: Python<'py>) -> TupleOf<'py, Failure<'py>> {
        TupleOf::wrap(self.failures.bind(py).clone())
    }

    fn __len__(&self) -> usize {
        self.sources.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: Index) -> PyResult<ListOf<'py, PyMatch>> {
        let document = index.within(self.sources.len());
        let document = document.ok_or_else(|| PyIndexError::new_err("index out of range"))?;
        match self.sources.get(document) {
            Some(Some(source)) => {
                PyMatch::list(py, source, &self.table, self.table.rows_of(document))
            }
            _ => Ok(ListOf::empty(py)),
        }
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<IteratorOf<'py, ListOf<'py, PyMatch>>> {
        let py = slf.py();
        let places = PyRange::new(py, 0, slf.as_any().len()?.try_into()?)?;
        let lists = py.import("builtins")?.getattr("map")?;
        IteratorOf::wrap(&lists.call1((slf.getattr("__getitem__")?, places))?)
    }

    /// Exceptions are equal here when they print the same.
    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<bool> {
        let py = slf.py();
        let (ours, theirs) = (slf.get(), other.get());
        let printed = |matches: &PyMatches| matches.failures.bind(py).repr();
        Ok(ours.matcher() == theirs.matcher()
            && ours.texts().eq(theirs.texts())
            && printed(ours)?.as_any().eq(printed(theirs)?)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        let numbers = (self.sources.len(), self.table.len(), self.table.dictionary().len());
        numbers.into_pyobject(py)?.hash()
    }

    fn __repr__(&self) -> String {
        format!("<Matches in {} texts: {} matches>", self.sources.len(), self.table.len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let py = slf.py();
        let matches = slf.get();
        let texts = matches
            .sources
            .iter()
            .map(|source| source.as_deref().map(|source| source.to_object(py)).transpose());
        let texts = PyTuple::new(py, texts.collect::<PyResult<Vec<_>>>()?)?;
        let arguments = (matches.matcher(), texts, matches.failures.clone_ref(py));
        Reduced::new(slf.get_type().into_any(), arguments)
    }

    // An exception that was raised refers to the frame, and so perhaps to the matches it is from.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.failures)
    }
}

/// A search through texts as they come.
struct Search {
    sources: Vec<Option<Arc<Source>>>,
    table: MatchTable,
}

impl Search {
    fn new(matcher: &Matcher) -> Search {
        Search { sources: Vec::new(), table: MatchTable::new(matcher) }
    }

    /// Searches some more texts without the GIL.
    fn add(self, py: Python<'_>, texts: Vec<Option<Searched>>) -> PyResult<Search> {
        let Search { mut sources, mut table } = self;
        let dictionary = table.dictionary();
        let source = |text| Arc::new(Source::Search { text, dictionary: dictionary.clone() });
        let texts: Vec<_> = texts.into_iter().map(|text| text.map(source)).collect();
        let bytes = texts.iter().flatten().map(|text| text.searched().len()).sum();
        sources.extend(texts.iter().cloned());
        let search = move |is_stopped: &dyn Fn() -> bool| {
            for text in texts.iter().take_while(|_| !is_stopped()) {
                table.add(text.as_ref().map_or("", |text| text.searched()));
            }
            table
        };
        let table = if is_short(bytes) {
            inline(py, move || search(&|| false))?
        } else {
            long(py, move |stop| search(&|| stop.load(Ordering::Relaxed)))?
        };
        Ok(Search { sources, table })
    }

    fn matches(self, failures: Py<PyTuple>) -> PyMatches {
        PyMatches { sources: self.sources, table: self.table, failures }
    }
}

/// Searches texts as an iterable gives them.
pub(crate) fn find_batch<'py>(
    py: Python<'py>,
    matcher: &Matcher,
    texts: &Documents<'py>,
    on_error: OnError,
) -> PyResult<PyMatches> {
    let mut feed = Feed::new(texts, on_error)?;
    let mut search = Search::new(matcher);
    let read = |input: &DocumentInput<'py>, index: usize| {
        let text = Searched::read(input, &index.to_string(), Some(index))?;
        let size = text.text().len();
        Ok((text, size))
    };
    while let Some(texts) = feed.chunk(py, read)? {
        search = search.add(py, texts)?;
    }
    Ok(search.matches(PyTuple::new(py, feed.into_failures())?.unbind()))
}

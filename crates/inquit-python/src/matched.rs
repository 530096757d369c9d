//! A hit in a text.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use inquit::{Dictionary, MatchTable};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::searched::Searched;
use crate::span::PySpan;
use crate::text::Text;
use crate::tuple::{Items, ListOf, TupleOf};
use crate::value::{Argument, Arguments, Value, repr};

/// A hit of a :class:`Matcher`: where an alias stands, and the ids of the entities it may name, in
/// order of prior.
#[pyclass(module = "inquit", name = "Match", frozen, eq, hash)]
pub(crate) struct PyMatch {
    source: Arc<Source>,
    start: u32,
    end: u32,
    byte_start: u32,
    byte_end: u32,
    candidates: Candidates,
}

/// Where the text of a match comes from, and the ids of its candidates: made when they are asked
/// for, since most matches are only counted or filtered.
pub(crate) enum Source {
    Search { text: Searched, dictionary: Dictionary },
    Given { text: String, candidates: Vec<String> },
}

impl Source {
    /// The text that was searched; where there was no search, that of the match.
    pub(crate) fn searched(&self) -> &str {
        match self {
            Source::Search { text, .. } => text.text(),
            Source::Given { text, .. } => text,
        }
    }

    /// What was given to be searched.
    pub(crate) fn to_object<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Source::Search { text, .. } => text.to_object(py),
            Source::Given { text, .. } => Ok(PyString::new(py, text).into_any()),
        }
    }
}

/// The numbers of the candidates of a search.
enum Candidates {
    One(u32),
    Several(Box<[u32]>),
}

impl Candidates {
    fn numbers(&self) -> &[u32] {
        match self {
            Candidates::One(number) => std::slice::from_ref(number),
            Candidates::Several(numbers) => numbers,
        }
    }
}

impl PyMatch {
    /// The matches of some rows of a table, which are of this text.
    pub(crate) fn list<'py>(
        py: Python<'py>,
        source: &Arc<Source>,
        table: &MatchTable,
        rows: Range<usize>,
    ) -> PyResult<ListOf<'py, PyMatch>> {
        let matches = FoundIn { source, table, rows };
        Ok(ListOf::wrap(PyList::new(py, matches)?))
    }

    fn ids(&self) -> Vec<String> {
        match &*self.source {
            Source::Search { dictionary, .. } => {
                let ids = self.candidates.numbers().iter();
                ids.filter_map(|&number| dictionary.id(number)).map(str::to_owned).collect()
            }
            Source::Given { candidates, .. } => candidates.clone(),
        }
    }
}

/// Rows of a table as matches.
struct FoundIn<'a> {
    source: &'a Arc<Source>,
    table: &'a MatchTable,
    rows: Range<usize>,
}

impl Iterator for FoundIn<'_> {
    type Item = PyMatch;

    fn next(&mut self) -> Option<PyMatch> {
        let row = self.rows.next()?;
        let at = |column: &[u32], row: usize| column.get(row).copied().unwrap_or_default();
        let offsets = self.table.candidate_offsets();
        let candidates = at(offsets, row) as usize..at(offsets, row + 1) as usize;
        let candidates = match self.table.candidates().get(candidates) {
            Some(&[one]) => Candidates::One(one),
            several => Candidates::Several(several.unwrap_or_default().into()),
        };
        Some(PyMatch {
            source: Arc::clone(self.source),
            start: at(self.table.starts(), row),
            end: at(self.table.ends(), row),
            byte_start: at(self.table.byte_starts(), row),
            byte_end: at(self.table.byte_ends(), row),
            candidates,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl ExactSizeIterator for FoundIn<'_> {}

impl PartialEq for PyMatch {
    fn eq(&self, other: &PyMatch) -> bool {
        let place = |it: &PyMatch| (it.start, it.end, it.byte_start, it.byte_end);
        place(self) == place(other) && self.text() == other.text() && self.ids() == other.ids()
    }
}

impl Eq for PyMatch {}

impl Hash for PyMatch {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end, self.text()).hash(state);
    }
}

impl Value for PyMatch {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("span"), Argument::Positional("candidates")];
}

#[pymethods]
impl PyMatch {
    #[new]
    fn py_new(span: PySpan, candidates: Items<Text>) -> PyMatch {
        let candidates = candidates.0.into_iter().map(|id| id.0).collect();
        PyMatch {
            start: span.start(),
            end: span.end(),
            byte_start: span.byte_start(),
            byte_end: span.byte_end(),
            source: Arc::new(Source::Given { text: span.text().to_owned(), candidates }),
            candidates: Candidates::Several(Box::default()),
        }
    }

    /// Where the alias stands, without a possessive ending.
    #[getter]
    fn span(&self) -> PySpan {
        let bytes = inquit::Span::new(self.byte_start, self.byte_end);
        PySpan::at(self.start, self.end, self.text(), bytes)
    }

    /// The ids of the entities it may name, in order of prior; never empty.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, String>> {
        TupleOf::new(py, self.ids())
    }

    /// Its first code point.
    #[getter]
    fn start(&self) -> u32 {
        self.start
    }

    /// One past its last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.end
    }

    /// Its first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.byte_start
    }

    /// One past its last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.byte_end
    }

    /// The alias as it is written in the text.
    #[getter]
    fn text(&self) -> &str {
        match &*self.source {
            Source::Search { text, .. } => {
                let span = inquit::Span::new(self.byte_start, self.byte_end);
                span.get(text.text()).unwrap_or_default()
            }
            Source::Given { text, .. } => text,
        }
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("span", "candidates")
    }
}

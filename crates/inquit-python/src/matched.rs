//! A hit in a text.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use inquit::{CharSpan, Dictionary, FlatMatch, MatchTable};
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
    chars: CharSpan,
    found: FlatMatch,
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

/// So many matches are made in a few hundredths of a second, before Ctrl-C is heard.
const UNHEARD: usize = 1 << 17;

impl PyMatch {
    /// The matches of some rows of a table, which are of this text.
    pub(crate) fn list<'py>(
        py: Python<'py>,
        source: &Arc<Source>,
        table: &MatchTable,
        rows: Range<usize>,
    ) -> PyResult<ListOf<'py, PyMatch>> {
        let list = |rows: Range<usize>| {
            let matches = rows.map(|row| {
                let (chars, found) = table.row(row).unwrap_or_default();
                PyMatch { source: Arc::clone(source), chars, found }
            });
            PyList::new(py, matches)
        };
        let mut end = rows.end.min(rows.start + UNHEARD);
        let matches = list(rows.start..end)?;
        while end < rows.end {
            py.check_signals()?;
            let start = end;
            end = rows.end.min(start + UNHEARD);
            let (length, more) = (matches.len(), list(start..end)?);
            matches.set_slice(length, length, more.as_any())?;
        }
        Ok(ListOf::wrap(matches))
    }

    fn ids(&self) -> Vec<String> {
        match &*self.source {
            Source::Search { dictionary, .. } => {
                dictionary.candidates(self.found.candidates).map(str::to_owned).collect()
            }
            Source::Given { candidates, .. } => candidates.clone(),
        }
    }

    fn bytes(&self) -> inquit::Span {
        inquit::Span::new(self.found.start, self.found.end)
    }
}

impl PartialEq for PyMatch {
    fn eq(&self, other: &PyMatch) -> bool {
        let place = |it: &PyMatch| (it.chars, it.bytes());
        place(self) == place(other) && self.text() == other.text() && self.ids() == other.ids()
    }
}

impl Eq for PyMatch {}

impl Hash for PyMatch {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.chars, self.text()).hash(state);
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
        let (byte_start, byte_end) = (span.byte_start(), span.byte_end());
        PyMatch {
            chars: CharSpan { start: span.start(), end: span.end() },
            found: FlatMatch { start: byte_start, end: byte_end, candidates: 0 },
            source: Arc::new(Source::Given { text: span.text().to_owned(), candidates }),
        }
    }

    /// Where the alias stands, without a possessive ending.
    #[getter]
    fn span(&self) -> PySpan {
        PySpan::at(self.chars, self.text(), self.bytes())
    }

    /// The ids of the entities it may name, in order of prior; never empty.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, String>> {
        TupleOf::new(py, self.ids())
    }

    /// Its first code point.
    #[getter]
    fn start(&self) -> u32 {
        self.chars.start
    }

    /// One past its last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.chars.end
    }

    /// Its first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.found.start
    }

    /// One past its last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.found.end
    }

    /// The alias as it is written in the text.
    #[getter]
    fn text(&self) -> &str {
        match &*self.source {
            Source::Search { text, .. } => self.bytes().get(text.text()).unwrap_or_default(),
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

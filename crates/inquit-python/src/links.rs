//! Everything a linker found.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use inquit::Links;
use inquit_io::{ReportOptions, report_html};
use pyo3::prelude::*;

use crate::json::{JsonDict, JsonDicts, unwritable};
use crate::number::Count;
use crate::stories::{PyDuplicate, PyLinkedDocument, PySharedEntity, PyStory};
use crate::text::Text;
use crate::timeline::{PyEvent, PyExcerpt, PyOutletRow};
use crate::tuple::{CachedTuple, Index, Items, IteratorOf, TupleOf};
use crate::utterance::PyUtterance;
use crate::value::{Argument, Arguments, Value};
use crate::work::long;

/// Everything a :class:`Linker` has found: a sequence of :class:`Utterance`. Made by :func:`link` and
/// :meth:`Linker.links`.
///
/// >>> import inquit
/// >>> links = inquit.link([
/// ...     "“We will never sell the old ferry,” said Clark Kent.",
/// ...     "Clark Kent said: “We will never sell the ferry.”",
/// ... ])
/// >>> links
/// <Links of 2 documents: 1 utterances, 1 stories, 0 duplicates>
/// >>> [(row["document"], row["fidelity"]) for row in links.rows()]
/// [('0', 'verbatim'), ('1', 'unmarked')]
#[pyclass(module = "inquit", name = "Links", frozen, sequence, eq, hash)]
pub(crate) struct PyLinks {
    links: Arc<Links>,
    documents: CachedTuple<PyLinkedDocument>,
    entities: CachedTuple<PySharedEntity>,
    utterances: CachedTuple<PyUtterance>,
    stories: CachedTuple<PyStory>,
    duplicates: CachedTuple<PyDuplicate>,
}

impl PyLinks {
    pub(crate) fn new(links: Links) -> PyLinks {
        PyLinks {
            links: Arc::new(links),
            documents: CachedTuple::new(),
            entities: CachedTuple::new(),
            utterances: CachedTuple::new(),
            stories: CachedTuple::new(),
            duplicates: CachedTuple::new(),
        }
    }

    /// Makes something of the links without the GIL.
    fn make<T: Send + 'static>(
        &self,
        py: Python<'_>,
        make: impl FnOnce(&Links) -> T + Send + 'static,
    ) -> PyResult<T> {
        let links = Arc::clone(&self.links);
        long(py, move |_| make(&links))
    }
}

impl PartialEq for PyLinks {
    fn eq(&self, other: &PyLinks) -> bool {
        self.links == other.links
    }
}

impl Eq for PyLinks {}

impl Hash for PyLinks {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for document in &self.links.documents {
            document.id.hash(state);
        }
        self.links.utterances.len().hash(state);
    }
}

impl Value for PyLinks {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Keyword("documents"),
        Argument::Keyword("entities"),
        Argument::Keyword("utterances"),
        Argument::Keyword("stories"),
        Argument::Keyword("duplicates"),
    ];
}

#[pymethods]
impl PyLinks {
    #[new]
    #[pyo3(signature = (*, documents, entities, utterances, stories, duplicates))]
    fn py_new(
        documents: Items<PyLinkedDocument>,
        entities: Items<PySharedEntity>,
        utterances: Items<PyUtterance>,
        stories: Items<PyStory>,
        duplicates: Items<PyDuplicate>,
    ) -> PyLinks {
        PyLinks::new(Links {
            documents: documents.0.into_iter().map(|it| it.0).collect(),
            entities: entities.0.into_iter().map(|it| it.0).collect(),
            utterances: utterances.0.into_iter().map(|it| it.0).collect(),
            stories: stories.0.into_iter().map(|it| it.0).collect(),
            duplicates: duplicates.0.into_iter().map(|it| it.0).collect(),
        })
    }

    /// The documents, in the order in which they were added.
    #[getter]
    fn documents<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyLinkedDocument>> {
        let all = &self.links.documents;
        self.documents.get(py, || TupleOf::new(py, all.iter().cloned().map(PyLinkedDocument)))
    }

    /// The entities that documents share, in order of the first mention.
    #[getter]
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PySharedEntity>> {
        let all = &self.links.entities;
        self.entities.get(py, || TupleOf::new(py, all.iter().cloned().map(PySharedEntity)))
    }

    /// What was said, in order of the first report.
    #[getter]
    pub(crate) fn utterances<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyUtterance>> {
        let all = &self.links.utterances;
        self.utterances.get(py, || TupleOf::new(py, all.iter().cloned().map(PyUtterance)))
    }

    /// Documents by event, in order of the first; each document is in one.
    #[getter]
    pub(crate) fn stories<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyStory>> {
        let all = &self.links.stories;
        self.stories.get(py, || TupleOf::new(py, all.iter().cloned().map(PyStory)))
    }

    /// Documents with the same text, or parts of it.
    #[getter]
    pub(crate) fn duplicates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyDuplicate>> {
        let all = &self.links.duplicates;
        self.duplicates.get(py, || TupleOf::new(py, all.iter().cloned().map(PyDuplicate)))
    }

    /// Every report of what was said in the story with this id, in order of publication; those of
    /// documents without a date come last.
    #[pyo3(signature = (story, /))]
    fn timeline(&self, story: Text) -> Vec<PyEvent> {
        self.links.timeline(&story.0).into_iter().map(PyEvent).collect()
    }

    /// What each report made of the utterances that several documents report: how much it printed and
    /// what it left out. Reports in other words are left out.
    fn excerpts(&self) -> Vec<PyExcerpt> {
        self.links.excerpts().into_iter().map(PyExcerpt).collect()
    }

    /// How each outlet quotes, in order of its name.
    fn outlets(&self) -> Vec<PyOutletRow> {
        self.links.outlets().into_iter().map(PyOutletRow).collect()
    }

    /// One flat dict a report, for tables: ``pandas.DataFrame(links.rows())``. The fullest wording of
    /// each utterance comes first, then its variants. Offsets count code points.
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<JsonDicts<'py>> {
        let json = self.make(py, |links| serde_json::to_string(&links.rows()))?;
        JsonDicts::read(py, &json.map_err(|error| unwritable(py, &error))?)
    }

    /// The object that ``inquit link`` prints, as a dict.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<JsonDict<'py>> {
        JsonDict::read(py, &self.to_json(py)?)
    }

    /// The object that ``inquit link`` prints, as JSON on one line.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        self.make(py, Links::to_json)
    }

    /// The page that ``inquit report`` writes: one HTML file without scripts that asks for nothing from
    /// anywhere. It shows so many ``stories``, so many ``utterances`` of each, so many ``reports`` of each
    /// of these and so many ``rows`` of a table, and counts what it does not show.
    ///
    /// >>> import inquit
    /// >>> page = inquit.link(["“<b>No</b>, not today,” said Clark Kent."]).to_html(title="A day")
    /// >>> "<title>A day</title>" in page, "&lt;b&gt;No&lt;/b&gt;" in page, "<b>" in page
    /// (True, True, False)
    #[pyo3(signature = (
        *, title = None, stories = Count(ReportOptions::STORIES),
        utterances = Count(ReportOptions::UTTERANCES), reports = Count(ReportOptions::REPORTS),
        rows = Count(ReportOptions::ROWS)
    ))]
    fn to_html(
        &self,
        py: Python<'_>,
        title: Option<Text>,
        stories: Count<usize>,
        utterances: Count<usize>,
        reports: Count<usize>,
        rows: Count<usize>,
    ) -> PyResult<String> {
        let mut options = ReportOptions::new()
            .with_stories(stories.0)
            .with_utterances(utterances.0)
            .with_reports(reports.0)
            .with_rows(rows.0);
        if let Some(Text(title)) = title {
            options = options.with_title(title);
        }
        self.make(py, move |links| report_html(links, &options))
    }

    fn __len__(&self) -> usize {
        self.links.utterances.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: Index) -> PyResult<Bound<'py, PyUtterance>> {
        self.utterances(py)?.item(index)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<IteratorOf<'py, PyUtterance>> {
        self.utterances(py)?.try_iter()
    }

    fn __repr__(&self) -> String {
        let Links { documents, utterances, stories, duplicates, .. } = &*self.links;
        format!(
            "<Links of {} documents: {} utterances, {} stories, {} duplicates>",
            documents.len(),
            utterances.len(),
            stories.len(),
            duplicates.len()
        )
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }
}

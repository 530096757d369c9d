//! The linker.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use inquit::{Annotations, Annotator, BatchOptions, CueClass, Document, Linker, LinkerOptions};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict, PyType};

use crate::added::PyAdded;
use crate::annotator::PyAnnotator;
use crate::document::DocumentInput;
use crate::errors::{Place, to_py};
use crate::feed::{Feed, OnError};
use crate::kinds::Member;
use crate::linked::{Given, LinkedInput, LinkedInputs};
use crate::links::PyLinks;
use crate::load::OnRow;
use crate::many::Many;
use crate::number::Count;
use crate::stories::{PyDuplicate, PyStory};
use crate::text::Text;
use crate::tuple::{Items, TupleOf};
use crate::utterance::{PyUtterance, PyVerified};
use crate::value::Reduced;
use crate::work::{inline, long, on_text};

/// Links what documents report: quotes of the same words to utterances, documents of one event to
/// stories, copies to each other, people of one name to one person.
///
/// Documents come one at a time or in batches, in any order; each is linked at once with those before
/// it. Ids that were given out stay valid: an utterance or a story can turn out to be another one, which
/// :class:`Added` reports, but never falls apart. ``days`` may lie between the first report of an
/// utterance and another one, 7 if left out; quotes of these ``classes`` are linked, speech and writing
/// if left out. Documents are annotated by ``annotator``, unless they come as :class:`Annotations`.
///
/// Unlike all other classes this one changes; it may be shared between threads.
///
/// >>> import inquit
/// >>> linker = inquit.Linker(days=3)
/// >>> _ = linker.add(inquit.Document("a", "“We will never sell the old ferry,” said Clark Kent."))
/// >>> added = linker.add(inquit.Document("b", "Clark Kent said: “We will never sell the … ferry.”"))
/// >>> added.placed[0].utterance
/// 'u1'
/// >>> linker.utterances[0].variants[0].fidelity
/// Fidelity.MARKED
/// >>> linker
/// <Linker of 2 documents>
#[pyclass(module = "inquit", name = "Linker", frozen)]
pub(crate) struct PyLinker {
    linker: Arc<Mutex<Linker>>,
    annotator: PyAnnotator,
    /// What was found in so many documents.
    links: Mutex<Option<(usize, Py<PyLinks>)>>,
}

/// The classes of cues, any iterable of them.
type Classes = Items<Member<CueClass>>;

fn options(days: Option<Count<u32>>, classes: Option<Classes>) -> LinkerOptions {
    let mut options = LinkerOptions::new();
    if let Some(Count(days)) = days {
        options = options.with_days(days);
    }
    if let Some(Items(classes)) = classes {
        let classes: Vec<CueClass> = classes.into_iter().map(|it| it.0).collect();
        options = options.with_classes(&classes);
    }
    options
}

/// The linker; where adding panicked, as it was left by that.
fn locked(linker: &Mutex<Linker>) -> MutexGuard<'_, Linker> {
    linker.lock().unwrap_or_else(PoisonError::into_inner)
}

impl PyLinker {
    fn new(linker: Linker, annotator: Option<PyAnnotator>) -> PyLinker {
        PyLinker {
            linker: Arc::new(Mutex::new(linker)),
            annotator: annotator.unwrap_or_else(PyAnnotator::of_defaults),
            links: Mutex::new(None),
        }
    }

    /// Does something with the linker, without the GIL.
    fn with<T: Send + 'static>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Linker) -> T + Send + 'static,
    ) -> PyResult<T> {
        let linker = Arc::clone(&self.linker);
        long(py, move |_| work(&locked(&linker)))
    }

    fn opened(
        py: Python<'_>,
        open: impl FnOnce() -> Result<Linker, inquit::Error> + Send + 'static,
        annotator: Option<PyAnnotator>,
    ) -> PyResult<PyLinker> {
        let linker = long(py, move |_| open())?;
        let linker = linker.map_err(|error| to_py(py, &error, Place::default()))?;
        Ok(PyLinker::new(linker, annotator))
    }

    /// How many documents there are.
    fn count(&self, py: Python<'_>) -> PyResult<usize> {
        let linker = &self.linker;
        inline(py, || locked(linker).len())
    }
}

#[pymethods]
impl PyLinker {
    #[new]
    #[pyo3(signature = (*, days = None, classes = None, annotator = None))]
    fn py_new(
        days: Option<Count<u32>>,
        classes: Option<Classes>,
        annotator: Option<PyAnnotator>,
    ) -> PyLinker {
        PyLinker::new(Linker::with_options(options(days, classes)), annotator)
    }

    /// Opens a file that :meth:`save` wrote; documents added from now on are linked as if it had never
    /// been away. A file that is damaged, of another kind or of a newer version is an
    /// :class:`ArtefactError`.
    #[classmethod]
    #[pyo3(signature = (path, /, *, annotator = None))]
    fn open(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        annotator: Option<PyAnnotator>,
    ) -> PyResult<PyLinker> {
        PyLinker::opened(py, move || Linker::open(path), annotator)
    }

    /// A linker of the bytes that :meth:`to_bytes` gave, all of which are verified.
    #[classmethod]
    #[pyo3(signature = (data, /, *, annotator = None))]
    fn from_bytes(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        data: PyBackedBytes,
        annotator: Option<PyAnnotator>,
    ) -> PyResult<PyLinker> {
        PyLinker::opened(py, move || Linker::from_bytes(data.to_vec()), annotator)
    }

    /// The bytes of its file: the same for the same documents in the same order, on every machine.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(py, &self.with(py, Linker::to_bytes)?))
    }

    /// Writes everything to a file, which :meth:`open` reads back. Whoever opens the path finds what was
    /// there before or all of the linker, even if writing fails half-way or the process is killed.
    ///
    /// >>> import inquit, pathlib, tempfile
    /// >>> path = pathlib.Path(tempfile.mkdtemp(), "week.linker")
    /// >>> linker = inquit.Linker()
    /// >>> _ = linker.add("“We will never sell,” said Clark Kent.")
    /// >>> linker.save(path)
    /// >>> inquit.Linker.open(path)
    /// <Linker of 1 documents>
    #[pyo3(signature = (path, /))]
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        self.with(py, move |linker| linker.save(path))?
            .map_err(|error| to_py(py, &error, Place::default()))
    }

    /// Adds a document, and tells what became of its quotes. The id of a ``str`` is its place among all
    /// documents, ``"0"`` for the first. An id that is there already is an :class:`InquitError`, and
    /// nothing is changed.
    #[pyo3(signature = (document, /))]
    fn add(&self, py: Python<'_>, document: LinkedInput<'_>) -> PyResult<PyAdded> {
        let (given, size) = Given::read(&document.0, &self.count(py)?.to_string(), None)?;
        let (linker, annotator) = (Arc::clone(&self.linker), self.annotator.annotator().clone());
        let added = on_text(py, size, move || match given {
            Given::Found(found) => locked(&linker).add(found.annotations()),
            Given::Document(document) => {
                let found = annotator.annotate(&document);
                locked(&linker).add(&found)
            }
        })?;
        added.map(|added| PyAdded::new(&added)).map_err(|error| to_py(py, &error, Place::default()))
    }

    /// Adds documents as an iterable gives them, annotated over several threads, and tells what became of
    /// each. ``threads`` is the number of threads, 0 for one a core; the result is the same for any.
    ///
    /// A bad document, or one with an id that is there already, raises an :class:`InquitError`; some of
    /// those before it are added by then. With ``on_error="skip"`` it is left out, and so it is where ``on_error`` is a
    /// callable, which is given the exception. When it is interrupted, those added so far stay.
    ///
    /// >>> import inquit
    /// >>> linker = inquit.Linker()
    /// >>> failures = []
    /// >>> added = linker.add_all(["“We will never sell,” said Clark Kent.", None], on_error=failures.append)
    /// >>> len(added), len(linker), failures[0].index
    /// (1, 1, 1)
    #[pyo3(signature = (documents, /, *, threads = Count(0), on_error = OnRow::As(OnError::Raise)))]
    fn add_all(
        &self,
        py: Python<'_>,
        documents: LinkedInputs<'_>,
        threads: Count<usize>,
        on_error: OnRow<'_>,
    ) -> PyResult<Many<PyAdded>> {
        let skips = !matches!(on_error, OnRow::As(OnError::Raise));
        let mut feed = Feed::new(&documents.0, if skips { OnError::Skip } else { OnError::Raise })?;
        let before = self.count(py)?;
        let mut all = Vec::new();
        let mut first = 0;
        let read = |input: &DocumentInput<'_>, index: usize| {
            Given::read(input, &(before + index).to_string(), Some(index))
        };
        while let Some(chunk) = feed.chunk(py, read)? {
            let count = chunk.len();
            let (linker, annotator) =
                (Arc::clone(&self.linker), self.annotator.annotator().clone());
            let results = long(py, move |stop| {
                add_chunk(&linker, &annotator, chunk, threads.0, skips, stop)
            })?;
            for result in results.map_err(|error| to_py(py, &error, Place::default()))? {
                match result {
                    Ok(added) => all.push(PyAdded::new(&added)),
                    Err((at, error)) => {
                        let error = to_py(py, &error, Place::default());
                        feed.fail(py, first + at, error)?;
                    }
                }
            }
            first += count;
        }
        if let OnRow::Call(call) = on_error {
            for failure in feed.into_failures() {
                call.call1((failure,))?;
            }
        }
        Ok(all.into_iter().collect())
    }

    /// Everything found so far. Takes as long as there are reports, but is kept until the next document.
    fn links<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyLinks>> {
        let kept = || self.links.lock().unwrap_or_else(PoisonError::into_inner);
        let count = self.count(py)?;
        if let Some((known, links)) = &*kept()
            && *known == count
        {
            return Ok(links.bind(py).clone());
        }
        let (count, links) = self.with(py, |linker| (linker.len(), linker.links()))?;
        let links = Bound::new(py, PyLinks::new(links))?;
        *kept() = Some((count, links.clone().unbind()));
        Ok(links)
    }

    /// The utterances of :meth:`links`.
    #[getter]
    fn utterances<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyUtterance>> {
        self.links(py)?.get().utterances(py)
    }

    /// The stories of :meth:`links`.
    #[getter]
    fn stories<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyStory>> {
        self.links(py)?.get().stories(py)
    }

    /// The copies of :meth:`links`.
    #[getter]
    fn duplicates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyDuplicate>> {
        self.links(py)?.get().duplicates(py)
    }

    /// What the documents say of a quotation, sentence by sentence. With a ``speaker``, by name or id,
    /// whether it was them; a family name stands for all who bear it.
    ///
    /// >>> import inquit
    /// >>> linker = inquit.Linker()
    /// >>> _ = linker.add("“We will never sell the old ferry,” said Clark Kent.")
    /// >>> linker.verify("We will never sell the old ferry.", speaker="Lois Lane")[0].verdict
    /// Verdict.OTHER_SPEAKER
    #[pyo3(signature = (words, /, *, speaker = None))]
    fn verify(
        &self,
        py: Python<'_>,
        words: Text,
        speaker: Option<Text>,
    ) -> PyResult<Many<PyVerified>> {
        let speaker = speaker.map(|speaker| speaker.0);
        let verified = self.with(py, move |linker| linker.verify(&words.0, speaker.as_deref()))?;
        Ok(verified.into_iter().map(PyVerified).collect())
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.count(py)
    }

    /// A linker without documents is one as well.
    fn __bool__(&self) -> bool {
        true
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Linker of {} documents>", self.count(py)?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let py = slf.py();
        let options = PyDict::new(py);
        options.set_item("annotator", slf.get().annotator.clone())?;
        let from_bytes = slf.get_type().getattr("from_bytes")?;
        let restore =
            py.import("functools")?.getattr("partial")?.call((from_bytes,), Some(&options))?;
        Reduced::new(restore, (slf.get().to_bytes(py)?,))
    }
}

/// What became of a document, or at which place of its chunk it failed.
type Outcome = Result<inquit::Added, (usize, inquit::Error)>;

/// Annotates what is not, and adds all in order; ends at the first failure unless it `skips`.
fn add_chunk(
    linker: &Mutex<Linker>,
    annotator: &Annotator,
    chunk: Vec<Option<Given>>,
    threads: usize,
    skips: bool,
    stop: &AtomicBool,
) -> Result<Vec<Outcome>, inquit::Error> {
    let mut plain: Vec<Document> = Vec::new();
    let found: Vec<_> = (0..)
        .zip(chunk)
        .filter_map(|(at, given)| match given? {
            Given::Found(found) => Some((at, Some(found))),
            Given::Document(document) => {
                plain.push(document);
                Some((at, None))
            }
        })
        .collect();
    let batch = BatchOptions::new().threads(threads).cancel(stop);
    let mut annotated = annotator.annotate_all_with(&plain, batch)?.into_iter();
    let mut outcomes = Vec::new();
    for (at, found) in found {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let own: Option<Annotations> = if found.is_none() { annotated.next() } else { None };
        let shared = found.as_ref().map(|found| found.annotations());
        let Some(annotations) = own.as_ref().or(shared) else { break };
        let outcome = locked(linker).add(annotations).map_err(|error| (at, error));
        let is_over = outcome.is_err() && !skips;
        outcomes.push(outcome);
        if is_over {
            break;
        }
    }
    Ok(outcomes)
}

/// Links documents, over several threads: :meth:`Linker.add_all` and :meth:`Linker.links` in one call.
///
/// Takes any iterable of :class:`Document`, ``str`` and :class:`Annotations`; the id of a ``str`` is its
/// place. See :class:`Linker` for ``days``, ``classes`` and ``annotator``.
///
/// >>> import inquit
/// >>> links = inquit.link(["“We will never sell,” said Clark Kent.", "It rained."])
/// >>> [utterance.speaker_name for utterance in links]
/// ['Clark Kent']
#[pyfunction]
#[pyo3(signature = (
    documents, /, *, days = None, classes = None, annotator = None, threads = Count(0),
    on_error = OnRow::As(OnError::Raise)
))]
pub(crate) fn link<'py>(
    py: Python<'py>,
    documents: LinkedInputs<'py>,
    days: Option<Count<u32>>,
    classes: Option<Classes>,
    annotator: Option<PyAnnotator>,
    threads: Count<usize>,
    on_error: OnRow<'py>,
) -> PyResult<Bound<'py, PyLinks>> {
    let linker = PyLinker::py_new(days, classes, annotator);
    linker.add_all(py, documents, threads, on_error)?;
    linker.links(py)
}

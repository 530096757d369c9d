//! The one-call annotator.

use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::OnceLock;

use inquit::{Annotator, Confidence, Mode};
use pyo3::prelude::*;

use crate::annotations::PyAnnotations;
use crate::batch::{self, PyBatch};
use crate::dictionary::PyDictionary;
use crate::document::{DocumentInput, Documents};
use crate::errors::{Place, to_py};
use crate::feed::OnError;
use crate::kinds::Member;
use crate::number::{Count, Degree};
use crate::value::{Argument, Arguments, Value, repr};
use crate::work::{long, on_text};

/// Finds who said what about whom. Immutable; shared freely between threads.
///
/// ``dictionary`` holds entities to find by their aliases, which win over names found by rule.
/// ``mode`` says how thoroughly quotes are looked for, by default :attr:`Mode.FULL`.
/// ``attribution_model`` is the file of a model in place of the one that the package brings along,
/// ``names_model`` the same for names. Quotes less sure than ``min_confidence`` are left out.
///
/// >>> import inquit
/// >>> annotator = inquit.Annotator(mode="fast", min_confidence=0.2)
/// >>> found = annotator.annotate(inquit.Document("a1", "“No,” said Mr Kent."))
/// >>> found.quotes[0].source.text
/// 'Mr Kent'
#[pyclass(module = "inquit", name = "Annotator", frozen, eq, hash, from_py_object)]
#[derive(Clone)]
pub(crate) struct PyAnnotator {
    annotator: Annotator,
    settings: Settings,
}

impl PyAnnotator {
    /// The one of all defaults.
    pub(crate) fn of_defaults() -> PyAnnotator {
        let settings = Settings {
            dictionary: None,
            mode: None,
            attribution_model: None,
            names_model: None,
            min_confidence: Degree(Confidence::from_permille(0)),
        };
        PyAnnotator { annotator: default_annotator().clone(), settings }
    }

    pub(crate) fn annotator(&self) -> &Annotator {
        &self.annotator
    }
}

/// What an annotator was made with.
#[derive(Clone, Eq, Hash, PartialEq)]
struct Settings {
    dictionary: Option<PyDictionary>,
    mode: Option<Member<Mode>>,
    attribution_model: Option<PathBuf>,
    names_model: Option<PathBuf>,
    min_confidence: Degree,
}

impl Settings {
    fn build(&self) -> Result<Annotator, inquit::Error> {
        let mut builder = Annotator::builder().min_confidence(self.min_confidence.0);
        if let Some(PyDictionary(dictionary)) = &self.dictionary {
            builder = builder.dictionary(dictionary);
        }
        if let Some(path) = &self.attribution_model {
            builder = builder.attribution_model(path)?;
        }
        if let Some(path) = &self.names_model {
            builder = builder.names_model(path)?;
        }
        if let Some(Member(mode)) = self.mode {
            builder = builder.mode(mode);
        }
        Ok(builder.build())
    }
}

impl PartialEq for PyAnnotator {
    fn eq(&self, other: &PyAnnotator) -> bool {
        self.settings == other.settings
    }
}

impl Eq for PyAnnotator {}

impl Hash for PyAnnotator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.settings.hash(state);
    }
}

impl Value for PyAnnotator {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Keyword("dictionary"),
        Argument::Optional("mode"),
        Argument::Optional("attribution_model"),
        Argument::Optional("names_model"),
        Argument::Optional("min_confidence"),
    ];
}

#[pymethods]
impl PyAnnotator {
    #[new]
    #[pyo3(signature = (
        *, dictionary = None, mode = None, attribution_model = None, names_model = None,
        min_confidence = Degree(Confidence::from_permille(0)),
    ))]
    fn py_new(
        py: Python<'_>,
        dictionary: Option<PyDictionary>,
        mode: Option<Member<Mode>>,
        attribution_model: Option<PathBuf>,
        names_model: Option<PathBuf>,
        min_confidence: Degree,
    ) -> PyResult<PyAnnotator> {
        let settings =
            Settings { dictionary, mode, attribution_model, names_model, min_confidence };
        let own = settings.clone();
        let annotator = long(py, move |_| own.build())?;
        let annotator = annotator.map_err(|error| to_py(py, &error, Place::default()))?;
        Ok(PyAnnotator { annotator, settings })
    }

    /// How thoroughly quotes are looked for, if that was said.
    #[getter]
    fn mode(&self) -> Option<Member<Mode>> {
        self.settings.mode
    }

    /// The file of the model of attributions, if it is not the one that the package brings along.
    #[getter]
    fn attribution_model(&self) -> Option<PathBuf> {
        self.settings.attribution_model.clone()
    }

    /// The file of the model of names, if it is not the one that the package brings along.
    #[getter]
    fn names_model(&self) -> Option<PathBuf> {
        self.settings.names_model.clone()
    }

    /// Quotes less sure than this are left out.
    #[getter]
    fn min_confidence(&self) -> Degree {
        self.settings.min_confidence
    }

    /// The dictionary, if it has one.
    #[getter]
    fn dictionary(&self) -> Option<PyDictionary> {
        self.settings.dictionary.clone()
    }

    /// Annotates a document. A ``str`` is a document of the id ``"text"``.
    #[pyo3(signature = (document, /))]
    fn annotate(&self, py: Python<'_>, document: DocumentInput<'_>) -> PyResult<PyAnnotations> {
        annotate_one(py, &self.annotator, &document)
    }

    /// Annotates documents over several threads; the results stand in the order of the documents.
    ///
    /// Takes any iterable of :class:`Document` and ``str``; the id of a ``str`` is its place among
    /// the documents, ``"0"`` for the first. ``threads`` is the number of threads, 0 for one a core;
    /// the results are the same for any number.
    ///
    /// A bad document, such as one that is too large or no string, raises an :class:`InquitError`
    /// that names it. With ``on_error="skip"`` it is left out, and the error is one of
    /// :attr:`Batch.failures`. What the iterable itself raises is raised in either case.
    ///
    /// >>> import inquit
    /// >>> texts = ["“No,” said Mr Kent.", None, "“Yes,” said Ms Lane."]
    /// >>> batch = inquit.Annotator().annotate_all(texts, on_error="skip")
    /// >>> [(found.document.id, found[0].text) for found in batch]
    /// [('0', 'No,'), ('2', 'Yes,')]
    /// >>> print(batch.failures[0])
    /// document 1 is of type `NoneType`; expected a str or a Document
    #[pyo3(signature = (documents, /, *, threads = Count(0), on_error = OnError::Raise))]
    fn annotate_all(
        &self,
        py: Python<'_>,
        documents: Documents<'_>,
        threads: Count<usize>,
        on_error: OnError,
    ) -> PyResult<PyBatch> {
        batch::annotate_all(py, &self.annotator, &documents, threads.0, on_error)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }
}

fn annotate_one(
    py: Python<'_>,
    annotator: &Annotator,
    document: &DocumentInput<'_>,
) -> PyResult<PyAnnotations> {
    let document = document.read("text", None)?;
    let annotator = annotator.clone();
    on_text(py, document.text().len(), move || annotator.annotate(&document))
        .map(PyAnnotations::new)
}

/// The annotator of the functions of the module, made when first needed.
fn default_annotator() -> &'static Annotator {
    static DEFAULT: OnceLock<Annotator> = OnceLock::new();
    DEFAULT.get_or_init(Annotator::new)
}

/// Annotates a document with an :class:`Annotator` of all defaults.
///
/// A ``str`` is a document of the id ``"text"``.
///
/// >>> import inquit
/// >>> inquit.annotate("“No,” said Mr Kent.").quotes[0].text
/// 'No,'
#[pyfunction]
#[pyo3(signature = (document, /))]
pub(crate) fn annotate(py: Python<'_>, document: DocumentInput<'_>) -> PyResult<PyAnnotations> {
    annotate_one(py, default_annotator(), &document)
}

/// Annotates documents over several threads with an :class:`Annotator` of all defaults.
///
/// See :meth:`Annotator.annotate_all`.
///
/// >>> import inquit
/// >>> batch = inquit.annotate_all(["“No,” said Mr Kent.", "“Yes,” said Ms Lane."])
/// >>> [row["source"] for row in batch.rows()]
/// ['Mr Kent', 'Ms Lane']
#[pyfunction]
#[pyo3(signature = (documents, /, *, threads = Count(0), on_error = OnError::Raise))]
pub(crate) fn annotate_all(
    py: Python<'_>,
    documents: Documents<'_>,
    threads: Count<usize>,
    on_error: OnError,
) -> PyResult<PyBatch> {
    batch::annotate_all(py, default_annotator(), &documents, threads.0, on_error)
}

//! Many documents at once.

use inquit::{Annotations, Annotator, BatchOptions, Document};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple};
use pyo3::{Borrowed, type_hint_identifier, type_hint_subscript};

use crate::annotations::PyAnnotations;
use crate::document::{DocumentInput, Documents};
use crate::errors::{Failure, InquitError, Place, exception, to_py};
use crate::json::JsonDicts;
use crate::text::Text;
use crate::tuple::{Index, Items, IteratorOf, TupleOf, iterate};
use crate::value::{Argument, Arguments, Value};
use crate::work::long;

/// What was found in many documents: a sequence of :class:`Annotations`, in the order of the
/// documents.
///
/// ``failures`` holds an exception for each document that was skipped; its ``index`` is the place
/// of the document among all that were given.
///
/// >>> import inquit
/// >>> batch = inquit.annotate_all(["“No,” said Mr Kent.", b"bytes"], on_error="skip")
/// >>> batch
/// <Batch of 1 annotations, 1 failures>
/// >>> batch.failures[0].index
/// 1
#[pyclass(module = "inquit", name = "Batch", frozen, sequence)]
pub(crate) struct PyBatch {
    annotations: Py<PyTuple>,
    failures: Py<PyTuple>,
}

impl Value for PyBatch {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("annotations"), Argument::Positional("failures")];
}

#[pymethods]
impl PyBatch {
    #[new]
    #[pyo3(signature = (annotations, failures = Items(Vec::new())))]
    fn py_new<'py>(
        py: Python<'py>,
        annotations: Items<Bound<'py, PyAnnotations>>,
        failures: Items<Failure<'py>>,
    ) -> PyResult<PyBatch> {
        Ok(PyBatch {
            annotations: PyTuple::new(py, annotations.0)?.unbind(),
            failures: PyTuple::new(py, failures.0)?.unbind(),
        })
    }

    /// The annotations as a tuple.
    #[getter]
    fn annotations<'py>(&self, py: Python<'py>) -> TupleOf<'py, Bound<'py, PyAnnotations>> {
        TupleOf::wrap(self.annotations.bind(py).clone())
    }

    /// An exception for each document that was skipped, in the order of the documents.
    #[getter]
    fn failures<'py>(&self, py: Python<'py>) -> TupleOf<'py, Failure<'py>> {
        TupleOf::wrap(self.failures.bind(py).clone())
    }

    /// One flat dict a quote, of all documents: ``pandas.DataFrame(batch.rows())``.
    ///
    /// See :meth:`Annotations.rows`.
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<JsonDicts<'py>> {
        let mut rows = JsonDicts::read(py, "[]")?;
        for annotations in self.annotations.bind(py) {
            rows.extend(annotations.cast::<PyAnnotations>()?.get().rows(py)?)?;
        }
        Ok(rows)
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.annotations.bind(py).as_any().len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        index: Index,
    ) -> PyResult<Bound<'py, PyAnnotations>> {
        self.annotations(py).item(index)
    }

    fn __iter__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<IteratorOf<'py, Bound<'py, PyAnnotations>>> {
        self.annotations(py).try_iter()
    }

    /// Exceptions are equal here when they print the same.
    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<bool> {
        let py = slf.py();
        let printed = |batch: &Bound<'_, Self>| batch.get().failures.bind(py).repr();
        Ok(slf.get().annotations.bind(py).eq(&other.get().annotations)?
            && printed(slf)?.as_any().eq(printed(other)?)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.annotations.bind(py).hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let failures = self.failures.bind(py).as_any().len()?;
        Ok(format!("<Batch of {} annotations, {failures} failures>", self.__len__(py)?))
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    // An exception that was raised refers to the frame, and so perhaps to the batch it is from.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.annotations)?;
        visit.call(&self.failures)
    }
}

/// What becomes of a bad document.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum OnError {
    /// Its exception ends the batch.
    Raise,
    /// It is left out, and its exception is one of the failures.
    Skip,
}

const fn literal(value: &'static str) -> PyStaticExpr {
    PyStaticExpr::Constant { value: PyStaticConstant::Str(value) }
}

impl<'py> FromPyObject<'_, 'py> for OnError {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("typing", "Literal"),
        literal("raise"),
        literal("skip")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<OnError> {
        let Text(name) = object.extract()?;
        match name.as_str() {
            "raise" => Ok(OnError::Raise),
            "skip" => Ok(OnError::Skip),
            _ => {
                let message = format!("unknown on_error `{name}`; expected one of raise, skip");
                Err(exception::<InquitError>(object.py(), message, Place::default()))
            }
        }
    }
}

/// Annotates documents chunk by chunk, so that an iterable that makes them need not make all at
/// once, and one bad document of a million ends the batch early.
pub(crate) fn annotate_all(
    py: Python<'_>,
    annotator: &Annotator,
    documents: &Documents<'_>,
    threads: usize,
    on_error: OnError,
) -> PyResult<PyBatch> {
    let mut feed = Feed { items: iterate(&documents.0)?, taken: 0, on_error, failures: Vec::new() };
    let mut found: Vec<Annotations> = Vec::new();
    while let Some(chunk) = feed.chunk(py)? {
        let annotator = annotator.clone();
        let annotate = move |stop: &_| {
            let options = BatchOptions::new().threads(threads).cancel(stop);
            annotator.annotate_all_with(&chunk, options)
        };
        found.extend(long(py, annotate)?.map_err(|error| to_py(py, &error, Place::default()))?);
    }
    let found = found.into_iter().map(|it| Py::new(py, PyAnnotations::new(it)));
    let found = found.collect::<PyResult<Vec<_>>>()?;
    Ok(PyBatch {
        annotations: PyTuple::new(py, found)?.unbind(),
        failures: PyTuple::new(py, feed.failures)?.unbind(),
    })
}

/// Bytes of text after which a chunk is full: enough to keep many threads busy.
const CHUNK_BYTES: usize = 8 << 20;

/// Items after which a chunk is full.
const CHUNK_ITEMS: usize = 4096;

/// Documents as they come out of a Python iterable.
struct Feed<'py> {
    items: Bound<'py, PyIterator>,
    taken: usize,
    on_error: OnError,
    failures: Vec<Bound<'py, PyAny>>,
}

impl<'py> Feed<'py> {
    /// The next documents; none at the end of the iterable.
    fn chunk(&mut self, py: Python<'py>) -> PyResult<Option<Vec<Document>>> {
        // An iterator that is not written in Python never looks for signals.
        py.check_signals()?;
        let (mut chunk, mut bytes) = (Vec::new(), 0);
        let first = self.taken;
        while bytes < CHUNK_BYTES && self.taken - first < CHUNK_ITEMS {
            let Some(item) = self.items.next() else { break };
            let index = self.taken;
            self.taken += 1;
            let input: DocumentInput<'_> = item?.extract()?;
            match input.read(&index.to_string(), Some(index)) {
                Ok(document) => {
                    bytes += document.text().len();
                    chunk.push(document);
                }
                Err(error) => self.fail(py, index, error)?,
            }
        }
        Ok((self.taken > first).then_some(chunk))
    }

    /// Raises the error of a document, or puts it by.
    fn fail(&mut self, py: Python<'py>, index: usize, error: PyErr) -> PyResult<()> {
        if !error.is_instance_of::<InquitError>(py) {
            return Err(error);
        }
        error.value(py).setattr("index", index)?;
        if self.on_error == OnError::Raise {
            return Err(error);
        }
        self.failures.push(error.into_value(py).into_bound(py).into_any());
        Ok(())
    }
}

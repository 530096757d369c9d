//! Many documents at once.

use inquit::{Annotations, Annotator, BatchOptions, Document};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::annotations::PyAnnotations;
use crate::document::{DocumentInput, Documents};
use crate::errors::{Failure, Place, to_py};
use crate::feed::{Feed, OnError};
use crate::json::JsonDicts;
use crate::tuple::{Index, Items, IteratorOf, TupleOf};
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

/// Annotates documents as an iterable gives them.
pub(crate) fn annotate_all<'py>(
    py: Python<'py>,
    annotator: &Annotator,
    documents: &Documents<'py>,
    threads: usize,
    on_error: OnError,
) -> PyResult<PyBatch> {
    let mut feed = Feed::new(documents, on_error)?;
    let mut found: Vec<Annotations> = Vec::new();
    let read = |input: &DocumentInput<'py>, index: usize| {
        let document = input.read(&index.to_string(), Some(index))?;
        let size = document.text().len();
        Ok((document, size))
    };
    while let Some(chunk) = feed.chunk(py, read)? {
        let chunk: Vec<Document> = chunk.into_iter().flatten().collect();
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
        failures: PyTuple::new(py, feed.into_failures())?.unbind(),
    })
}

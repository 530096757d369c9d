//! Texts that are searched where they lie, in the memory of Python.

use inquit::{Document, Limits};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;

use crate::document::{DocumentInput, PyDocument};

/// A text to be searched: that of a document, or of a `str` without copying it.
pub(crate) enum Searched {
    Document(Document),
    Text(PyBackedStr),
}

impl Searched {
    /// Reads what stands for a document; `id` is that of a mere text, `index` the place in a batch.
    pub(crate) fn read(
        input: &DocumentInput<'_>,
        id: &str,
        index: Option<usize>,
    ) -> PyResult<Searched> {
        let text = input.as_str(id)?;
        match text.filter(|text| text.len() <= Limits::new().max_document()) {
            Some(text) => Ok(Searched::Text(text)),
            None => input.read(id, index).map(Searched::Document),
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Searched::Document(document) => document.text(),
            Searched::Text(text) => text,
        }
    }

    /// What was given.
    pub(crate) fn to_object<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Searched::Document(document) => {
                Ok(PyDocument(document.clone()).into_pyobject(py)?.into_any())
            }
            Searched::Text(text) => Ok(text.as_py_str().bind(py).clone().into_any()),
        }
    }
}

//! What can be linked: documents, and what was found in some.

use std::sync::Arc;

use inquit::Document;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{Borrowed, PyTypeInfo};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::annotations::PyAnnotations;
use crate::document::{DocumentInput, Documents};
use crate::found::Found;

/// What stands for a document.
pub(crate) enum Given {
    Found(Arc<Found>),
    Document(Document),
}

impl Given {
    /// What is given; `id` is that of a mere text, `index` the place in a batch. Also, how many bytes of
    /// text it has.
    pub(crate) fn read(
        input: &DocumentInput<'_>,
        id: &str,
        index: Option<usize>,
    ) -> PyResult<(Given, usize)> {
        let given = match input.as_other::<PyAnnotations>() {
            Some(annotations) => Given::Found(annotations.get().found()),
            None => Given::Document(input.read(id, index)?),
        };
        let size = match &given {
            Given::Found(found) => found.document().text().len(),
            Given::Document(document) => document.text().len(),
        };
        Ok((given, size))
    }
}

/// A document, a `str` or annotations.
pub(crate) struct LinkedInput<'py>(pub(crate) DocumentInput<'py>);

impl<'py> FromPyObject<'_, 'py> for LinkedInput<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(DocumentInput::INPUT_TYPE, <PyAnnotations as PyTypeInfo>::TYPE_HINT);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<LinkedInput<'py>> {
        object.extract().map(LinkedInput)
    }
}

/// Any iterable of such.
pub(crate) struct LinkedInputs<'py>(pub(crate) Documents<'py>);

impl<'py> FromPyObject<'_, 'py> for LinkedInputs<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterable"),
        LinkedInput::INPUT_TYPE
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<LinkedInputs<'py>> {
        object.extract().map(LinkedInputs)
    }
}

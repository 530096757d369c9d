//! JSON of the core as Python objects.

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{type_hint_identifier, type_hint_subscript};
use serde_json::Error;

use crate::errors::{InquitError, Place, exception};

const DICT: PyStaticExpr = type_hint_subscript!(
    type_hint_identifier!("builtins", "dict"),
    type_hint_identifier!("builtins", "str"),
    type_hint_identifier!("typing", "Any")
);

/// A `dict` of what JSON can say.
pub(crate) struct JsonDict<'py>(Bound<'py, PyAny>);

/// A `list` of such.
pub(crate) struct JsonDicts<'py>(Bound<'py, PyAny>);

impl<'py> JsonDict<'py> {
    pub(crate) fn read(py: Python<'py>, json: &str) -> PyResult<JsonDict<'py>> {
        read(py, json).map(JsonDict)
    }
}

impl<'py> JsonDicts<'py> {
    pub(crate) fn read(py: Python<'py>, json: &str) -> PyResult<JsonDicts<'py>> {
        read(py, json).map(JsonDicts)
    }

    pub(crate) fn extend(&mut self, more: JsonDicts<'py>) -> PyResult<()> {
        self.0.call_method1("extend", (more.0,)).map(drop)
    }
}

fn read<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.getattr("loads")?.call1((json,))
}

/// The exception for what cannot be written as JSON.
pub(crate) fn unwritable(py: Python<'_>, error: &Error) -> PyErr {
    let message = format!("cannot be written as JSON: {error}");
    exception::<InquitError>(py, message, Place::default())
}

impl<'py> IntoPyObject<'py> for JsonDict<'py> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = std::convert::Infallible;
    const OUTPUT_TYPE: PyStaticExpr = DICT;

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

impl<'py> IntoPyObject<'py> for JsonDicts<'py> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = std::convert::Infallible;
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("builtins", "list"), DICT);

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

//! Errors as the exceptions of `inquit/errors.py`.

use std::convert::Infallible;
use std::io;

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3::{Borrowed, PyTypeInfo, import_exception, type_hint_identifier};

import_exception!(inquit.errors, InquitError);
import_exception!(inquit.errors, ArtefactError);
import_exception!(inquit.errors, DictionaryError);
import_exception!(inquit.errors, DocumentTypeError);
import_exception!(inquit.errors, InvalidTextError);
import_exception!(inquit.errors, RecordError);
import_exception!(inquit.errors, TooLargeError);
import_exception!(inquit.errors, UnknownNameError);

/// What an error is about; the attributes of its exception.
#[derive(Clone, Copy, Default)]
pub(crate) struct Place<'a> {
    /// The id of the document.
    pub(crate) document: Option<&'a str>,
    /// The place of the document in a batch.
    pub(crate) index: Option<usize>,
    /// The place in its text, in code points.
    pub(crate) offset: Option<usize>,
}

/// The exception of class `E`, one of those above.
pub(crate) fn exception<E: PyTypeInfo>(
    py: Python<'_>,
    message: impl Into<String>,
    place: Place<'_>,
) -> PyErr {
    let attributes = PyDict::new(py);
    let made = attributes
        .set_item("document", place.document)
        .and_then(|()| attributes.set_item("index", place.index))
        .and_then(|()| attributes.set_item("offset", place.offset))
        .and_then(|()| py.get_type::<E>().call((message.into(),), Some(&attributes)));
    match made {
        Ok(exception) => PyErr::from_value(exception),
        Err(error) => error,
    }
}

/// The exception for an error of the core: the one place that says which becomes which.
pub(crate) fn to_py(py: Python<'_>, error: &inquit::Error, place: Place<'_>) -> PyErr {
    let message = error.to_string();
    if let Some(kind) = error.file_error() {
        io::Error::new(kind, message).into()
    } else if error.is_too_large() {
        exception::<TooLargeError>(py, message, place)
    } else if is_artefact(error) {
        exception::<ArtefactError>(py, message, place)
    } else if error.is_invalid_dictionary() {
        exception::<DictionaryError>(py, message, place)
    } else if error.is_unknown_name() {
        exception::<UnknownNameError>(py, message, place)
    } else if error.is_invalid_record() {
        exception::<RecordError>(py, message, place)
    } else {
        exception::<InquitError>(py, message, place)
    }
}

/// Whether a file is not one that can be opened.
fn is_artefact(error: &inquit::Error) -> bool {
    error.is_not_artefact()
        || error.is_other_artefact()
        || error.is_newer_artefact()
        || error.is_damaged()
}

/// The exception for an error of reading files: what the system has to say is one of its own, such
/// as `FileNotFoundError`.
pub(crate) fn io_to_py(py: Python<'_>, error: &inquit_io::Error) -> PyErr {
    let message = error.to_string();
    let system = error.is_not_found().then_some(io::ErrorKind::NotFound).or(error.io_kind());
    if let Some(kind) = system {
        io::Error::new(kind, message).into()
    } else if error.is_too_large() {
        exception::<TooLargeError>(py, message, Place::default())
    } else {
        exception::<DictionaryError>(py, message, Place::default())
    }
}

/// An exception as a value, not raised.
pub(crate) struct Failure<'py>(pub(crate) Bound<'py, InquitError>);

impl<'py> FromPyObject<'_, 'py> for Failure<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("inquit.errors", "InquitError");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Failure<'py>> {
        Ok(Failure(object.cast::<InquitError>()?.to_owned()))
    }
}

impl<'py> IntoPyObject<'py> for Failure<'py> {
    type Target = InquitError;
    type Output = Bound<'py, InquitError>;
    type Error = Infallible;
    const OUTPUT_TYPE: PyStaticExpr = <Failure<'py> as FromPyObject>::INPUT_TYPE;

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

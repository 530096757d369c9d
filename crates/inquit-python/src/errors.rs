//! Errors as the exceptions of `inquit/errors.py`.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3::{PyTypeInfo, import_exception};

import_exception!(inquit.errors, InquitError);
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
    if error.is_too_large() {
        exception::<TooLargeError>(py, message, place)
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

//! Strings from Python: any `str`, among them those that UTF-8 cannot hold.

use pyo3::Borrowed;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::type_hint_identifier;
use pyo3::types::PyString;

use crate::errors::{InvalidTextError, Place, exception};

/// A `str` argument, or one of its subclasses, without lone surrogates.
pub(crate) struct Text(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for Text {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Text> {
        let string = object.cast::<PyString>()?;
        Ok(Text(read(&string, Place::default())?.to_owned()))
    }
}

/// The text of a document, to be read once the id is known that an error should name.
pub(crate) struct DocumentText<'py>(Bound<'py, PyString>);

impl<'py> FromPyObject<'_, 'py> for DocumentText<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = Text::INPUT_TYPE;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<DocumentText<'py>> {
        Ok(DocumentText(object.cast::<PyString>()?.to_owned()))
    }
}

impl DocumentText<'_> {
    pub(crate) fn read(&self, id: &str) -> PyResult<&str> {
        read(&self.0, Place { document: Some(id), ..Place::default() })
    }

    /// The same without a copy, for as long as it is needed.
    pub(crate) fn backed(self, id: &str) -> PyResult<PyBackedStr> {
        self.read(id)?;
        self.0.try_into()
    }
}

/// The UTF-8 of a string.
pub(crate) fn read<'a>(string: &'a Bound<'_, PyString>, place: Place<'_>) -> PyResult<&'a str> {
    string.to_str().map_err(|error| without_utf8(string, place, error))
}

/// Says where a string holds a lone surrogate, if that is what is wrong with it.
fn without_utf8(string: &Bound<'_, PyString>, place: Place<'_>, error: PyErr) -> PyErr {
    let py = string.py();
    let Ok(offset) = error.value(py).getattr("start").and_then(|start| start.extract::<usize>())
    else {
        return error;
    };
    let surrogate = match string.get_item(offset).and_then(|surrogate| repr_of(&surrogate)) {
        Ok(surrogate) => surrogate,
        Err(error) => return error,
    };
    let what = place.document.map_or("the string".to_owned(), |id| format!("document `{id}`"));
    let message = format!(
        "{what} has the lone surrogate {surrogate} at code point {offset}, which is no character; \
         replace it, for example with text.encode(\"utf-8\", \"replace\").decode()"
    );
    exception::<InvalidTextError>(py, message, Place { offset: Some(offset), ..place })
}

/// How Python prints an object. What `Display` of an object does is no help: it swallows whatever is
/// raised meanwhile, and Ctrl-C may be.
pub(crate) fn repr_of(object: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(object.repr()?.to_str()?.to_owned())
}

/// The name of the class of an object.
pub(crate) fn class_of(object: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(object.get_type().name()?.to_str()?.to_owned())
}

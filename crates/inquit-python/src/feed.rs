//! Documents as they come out of a Python iterable, and what becomes of bad ones.

use pyo3::Borrowed;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::types::PyIterator;
use pyo3::{type_hint_identifier, type_hint_subscript};

use crate::document::{DocumentInput, Documents};
use crate::errors::{InquitError, Place, exception};
use crate::text::Text;
use crate::tuple::iterate;

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

/// Bytes of text after which a chunk is full: enough to keep many threads busy.
const CHUNK_BYTES: usize = 8 << 20;

/// Items after which a chunk is full.
const CHUNK_ITEMS: usize = 4096;

/// Documents as they come, chunk by chunk, so that an iterable that makes them need not make all at
/// once, and one bad document of a million ends the batch early.
pub(crate) struct Feed<'py> {
    items: Bound<'py, PyIterator>,
    taken: usize,
    on_error: OnError,
    failures: Vec<Bound<'py, PyAny>>,
}

impl<'py> Feed<'py> {
    pub(crate) fn new(documents: &Documents<'py>, on_error: OnError) -> PyResult<Feed<'py>> {
        Ok(Feed { items: iterate(&documents.0)?, taken: 0, on_error, failures: Vec::new() })
    }

    /// The next documents, each as what `read` makes of it and of its place, `None` for one that is
    /// skipped. `read` also says how many bytes it has. Nothing at the end of the iterable.
    pub(crate) fn chunk<T>(
        &mut self,
        py: Python<'py>,
        read: impl Fn(&DocumentInput<'py>, usize) -> PyResult<(T, usize)>,
    ) -> PyResult<Option<Vec<Option<T>>>> {
        // An iterator that is not written in Python never looks for signals.
        py.check_signals()?;
        let (mut chunk, mut bytes) = (Vec::new(), 0);
        while bytes < CHUNK_BYTES && chunk.len() < CHUNK_ITEMS {
            let Some(item) = self.items.next() else { break };
            let index = self.taken;
            self.taken += 1;
            let input: DocumentInput<'_> = item?.extract()?;
            match read(&input, index) {
                Ok((document, size)) => {
                    bytes += size;
                    chunk.push(Some(document));
                }
                Err(error) => {
                    self.fail(py, index, error)?;
                    chunk.push(None);
                }
            }
        }
        Ok((!chunk.is_empty()).then_some(chunk))
    }

    /// Raises the error of a document, or puts it by.
    pub(crate) fn fail(&mut self, py: Python<'py>, index: usize, error: PyErr) -> PyResult<()> {
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

    /// The exceptions of the documents that were skipped.
    pub(crate) fn into_failures(self) -> Vec<Bound<'py, PyAny>> {
        self.failures
    }
}

//! Dictionaries from files.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use inquit::Dictionary;
use inquit_io::{Entities, EntityOptions, read_dictionary};
use pyo3::Borrowed;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::errors::{InquitError, io_to_py};
use crate::feed::OnError;
use crate::work::long;

/// `[InquitError]`, as the arguments of a callable.
const ONE_ERROR: PyStaticExpr =
    PyStaticExpr::List { elts: &[type_hint_identifier!("inquit.errors", "InquitError")] };

/// What becomes of bad rows.
pub(crate) enum OnRow<'py> {
    As(OnError),
    /// They are left out, and a callable is given the exception of each.
    Call(Bound<'py, PyAny>),
}

impl<'py> FromPyObject<'_, 'py> for OnRow<'py> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        OnError::INPUT_TYPE,
        type_hint_subscript!(
            type_hint_identifier!("collections.abc", "Callable"),
            ONE_ERROR,
            type_hint_identifier!("builtins", "object")
        )
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<OnRow<'py>> {
        if object.is_instance_of::<PyString>() {
            return object.extract().map(OnRow::As);
        }
        if !object.is_callable() {
            let message = "on_error is neither \"raise\", \"skip\" nor a callable";
            return Err(PyTypeError::new_err(message));
        }
        Ok(OnRow::Call(object.to_owned()))
    }
}

/// Why reading ended early.
enum Stop {
    Interrupted,
    Failed(inquit_io::Error),
}

impl From<inquit_io::Error> for Stop {
    fn from(error: inquit_io::Error) -> Stop {
        Stop::Failed(error)
    }
}

/// Reads a dictionary from a file of entities, without the GIL.
pub(crate) fn load(
    py: Python<'_>,
    path: PathBuf,
    options: EntityOptions,
    fold_accents: bool,
    on_row: &OnRow<'_>,
) -> PyResult<Dictionary> {
    let skips = !matches!(on_row, OnRow::As(OnError::Raise));
    let keeps = matches!(on_row, OnRow::Call(_));
    let read = move |stop: &AtomicBool| {
        let entities = Entities::open(&path, &options)?;
        let builder = Dictionary::builder().fold_accents(fold_accents);
        let mut bad = Vec::new();
        let dictionary = read_dictionary([entities], &builder, |row| {
            if stop.load(Ordering::Relaxed) {
                return Err(Stop::Interrupted);
            }
            match row {
                Err(error) if !skips => return Err(Stop::Failed(error)),
                Err(error) if keeps => bad.push(error),
                _ => {}
            }
            Ok(())
        })?;
        Ok((dictionary, bad))
    };
    match long(py, read)? {
        Ok((dictionary, bad)) => {
            if let OnRow::Call(call) = on_row {
                for error in bad {
                    call.call1((io_to_py(py, &error).into_value(py),))?;
                }
            }
            Ok(dictionary)
        }
        Err(Stop::Failed(error)) => Err(io_to_py(py, &error)),
        // The caller was interrupted, and hears of that instead.
        Err(Stop::Interrupted) => Err(InquitError::new_err("interrupted")),
    }
}

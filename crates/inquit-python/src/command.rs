//! The command line, so that the wheel carries it.

use std::ffi::OsString;

use inquit_cli::Streams;
use pyo3::prelude::*;

use crate::tuple::Items;
use crate::work::inline;

/// Runs the command ``inquit`` with these arguments, the first of which is the name of the program,
/// on the streams of the process. Returns the exit code.
#[pyfunction]
#[pyo3(signature = (argv, /))]
pub(crate) fn cli_main(py: Python<'_>, argv: Items<OsString>) -> PyResult<u8> {
    inline(py, || inquit_cli::run(argv.0, Streams::of_process()).code())
}

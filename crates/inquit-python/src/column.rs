//! Numbers in a row, for whatever reads buffers.

use std::convert::Infallible;

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyBytes, PyMemoryView};

/// A column of a table.
pub(crate) struct Column<'py>(Bound<'py, PyAny>);

impl<'py> Column<'py> {
    /// So many numbers.
    pub(crate) fn new(
        py: Python<'py>,
        length: usize,
        numbers: impl Iterator<Item = u32>,
    ) -> PyResult<Column<'py>> {
        const SIZE: usize = size_of::<u32>();
        let bytes = PyBytes::new_with(py, SIZE * length, |bytes| {
            for (place, number) in bytes.chunks_exact_mut(SIZE).zip(numbers) {
                place.copy_from_slice(&number.to_ne_bytes());
            }
            Ok(())
        })?;
        PyMemoryView::from(&bytes)?.call_method1("cast", ("I",)).map(Column)
    }
}

impl<'py> IntoPyObject<'py> for Column<'py> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = Infallible;
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "memoryview");

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

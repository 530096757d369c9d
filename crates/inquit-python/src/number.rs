//! Numbers from Python: any `int`, among them those that are out of range.

use inquit::Confidence;
use pyo3::Borrowed;
use pyo3::exceptions::PyValueError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyInt;

use crate::errors::{InquitError, Place, exception};
use crate::text::repr_of;

/// An `int` argument that counts something, so that it is not negative.
#[derive(Clone, Copy)]
pub(crate) struct Count<T>(pub(crate) T);

impl<'py, T> FromPyObject<'_, 'py> for Count<T>
where
    T: for<'a> FromPyObject<'a, 'py, Error = PyErr>,
{
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "int");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Count<T>> {
        let int = object.cast::<PyInt>()?;
        int.extract().map(Count).map_err(|_| {
            let bits = 8 * size_of::<T>();
            let expected = format!("expected a whole number from 0 to 2**{bits} - 1");
            let message = match repr_of(&int) {
                Ok(int) => format!("{int} is out of range; {expected}"),
                // Python refuses to print thousands of digits.
                Err(error) if error.is_instance_of::<PyValueError>(object.py()) => {
                    format!("the number is out of range; {expected}")
                }
                Err(error) => return error,
            };
            exception::<InquitError>(object.py(), message, Place::default())
        })
    }
}

/// A confidence as the `float` that Python sees, from 0 to 1 with three digits.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub(crate) struct Degree(pub(crate) Confidence);

impl<'py> FromPyObject<'_, 'py> for Degree {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "float");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Degree> {
        let value: f64 = object.extract()?;
        if !(0.0..=1.0).contains(&value) {
            let message = format!("{value} is out of range; expected a confidence from 0 to 1");
            return Err(exception::<InquitError>(object.py(), message, Place::default()));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 0 to 1000"
        )]
        let permille = (value * 1000.0).round() as u16;
        Ok(Degree(Confidence::from_permille(permille)))
    }
}

impl<'py> IntoPyObject<'py> for Degree {
    type Target = pyo3::types::PyFloat;
    type Output = Bound<'py, pyo3::types::PyFloat>;
    type Error = std::convert::Infallible;
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "float");

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        (f64::from(self.0.permille()) / 1000.0).into_pyobject(py)
    }
}

//! What all value classes share: they are made of the arguments of their constructor, print as a
//! call of it, and are pickled as one.

use std::convert::Infallible;

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use pyo3::{IntoPyObjectExt, PyClass, PyTypeInfo, type_hint_identifier, type_hint_subscript};

use crate::text::{class_of, repr_of};
use crate::tuple::ANY_TUPLE;

/// An argument of a constructor, with the name of the attribute that gives it back.
pub(crate) enum Argument {
    /// Given by its place.
    Positional(&'static str),
    /// Given by its name.
    Keyword(&'static str),
    /// Given by its name; the default is `None`, false, zero or empty, but not an empty string.
    Optional(&'static str),
}

/// A class whose values are made of the arguments of its constructor.
pub(crate) trait Value: PyClass + PyTypeInfo {
    const ARGUMENTS: &'static [Argument];

    /// What the argument of this name was, or something equal.
    fn argument<'py>(value: &Bound<'py, Self>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        value.as_any().getattr(name)
    }
}

/// The arguments that make a value: those by place, and those by name.
pub(crate) struct Arguments<'py> {
    positional: Vec<Bound<'py, PyAny>>,
    keyword: Vec<(&'static str, Bound<'py, PyAny>)>,
}

impl<'py> Arguments<'py> {
    pub(crate) fn of<V: Value>(value: &Bound<'py, V>) -> PyResult<Arguments<'py>> {
        let mut arguments = Arguments { positional: Vec::new(), keyword: Vec::new() };
        for argument in V::ARGUMENTS {
            match *argument {
                Argument::Positional(name) => arguments.positional.push(V::argument(value, name)?),
                Argument::Keyword(name) => arguments.push_keyword(name, V::argument(value, name)?),
                Argument::Optional(name) => {
                    let given = V::argument(value, name)?;
                    if given.is_truthy()? || given.is_instance_of::<PyString>() {
                        arguments.push_keyword(name, given);
                    }
                }
            }
        }
        Ok(arguments)
    }

    pub(crate) fn push_keyword(&mut self, name: &'static str, value: Bound<'py, PyAny>) {
        self.keyword.push((name, value));
    }

    /// `Class(positional, keyword=…)`.
    pub(crate) fn repr(&self, class: &str) -> PyResult<String> {
        let mut parts = Vec::new();
        for value in &self.positional {
            parts.push(repr_of(value)?);
        }
        for (name, value) in &self.keyword {
            parts.push(format!("{name}={}", repr_of(value)?));
        }
        Ok(format!("{class}({})", parts.join(", ")))
    }
}

/// As `__getnewargs_ex__` returns them, for pickling.
impl<'py> IntoPyObject<'py> for Arguments<'py> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"),
        ANY_TUPLE,
        type_hint_subscript!(
            type_hint_identifier!("builtins", "dict"),
            type_hint_identifier!("builtins", "str"),
            type_hint_identifier!("typing", "Any")
        )
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let keyword = PyDict::new(py);
        for (name, value) in self.keyword {
            keyword.set_item(name, value)?;
        }
        (PyTuple::new(py, self.positional)?, keyword).into_pyobject(py)
    }
}

/// How a value prints.
pub(crate) fn repr<V: Value>(value: &Bound<'_, V>) -> PyResult<String> {
    Arguments::of(value)?.repr(&class_of(value.as_any())?)
}

/// As `__reduce__` returns it, for pickling: a callable and what to call it with.
pub(crate) struct Reduced<'py>(Bound<'py, PyTuple>);

impl<'py> Reduced<'py> {
    pub(crate) fn new(
        restore: Bound<'py, PyAny>,
        arguments: impl IntoPyObject<'py, Target = PyTuple>,
    ) -> PyResult<Reduced<'py>> {
        let py = restore.py();
        let arguments = arguments.into_bound_py_any(py)?;
        Ok(Reduced((restore, arguments).into_pyobject(py)?))
    }
}

impl<'py> IntoPyObject<'py> for Reduced<'py> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = Infallible;
    const OUTPUT_TYPE: PyStaticExpr = ANY_TUPLE;

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

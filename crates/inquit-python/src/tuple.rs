//! Many things at once: a tuple on the way out, any iterable on the way in.

use std::convert::Infallible;
use std::marker::PhantomData;

use pyo3::exceptions::{PyIndexError, PyOverflowError, PyTypeError};
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyIterator, PyList, PyString, PyTuple};
use pyo3::{Borrowed, PyClass};
use pyo3::{type_hint_identifier, type_hint_subscript};

use crate::text::class_of;

const ELLIPSIS: PyStaticExpr = PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis };

/// `tuple[Any, ...]`
pub(crate) const ANY_TUPLE: PyStaticExpr = type_hint_subscript!(
    type_hint_identifier!("builtins", "tuple"),
    type_hint_identifier!("typing", "Any"),
    ELLIPSIS
);

/// `tuple[T, ...]`
pub(crate) struct TupleOf<'py, T>(Bound<'py, PyTuple>, PhantomData<T>);

impl<'py, T: IntoPyObject<'py>> TupleOf<'py, T> {
    pub(crate) fn new(
        py: Python<'py>,
        items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    ) -> PyResult<TupleOf<'py, T>> {
        Ok(TupleOf(PyTuple::new(py, items)?, PhantomData))
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for TupleOf<'py, T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = Infallible;
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), T::OUTPUT_TYPE, ELLIPSIS);

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// A tuple made when it is first asked for, and the same object ever after.
pub(crate) struct CachedTuple<T>(PyOnceLock<Py<PyTuple>>, PhantomData<fn() -> T>);

impl<T> CachedTuple<T> {
    pub(crate) const fn new() -> CachedTuple<T> {
        CachedTuple(PyOnceLock::new(), PhantomData)
    }

    pub(crate) fn get<'py>(
        &self,
        py: Python<'py>,
        make: impl FnOnce() -> PyResult<TupleOf<'py, T>>,
    ) -> PyResult<TupleOf<'py, T>> {
        let tuple = self.0.get_or_try_init(py, || make().map(|made| made.0.unbind()))?;
        Ok(TupleOf(tuple.bind(py).clone(), PhantomData))
    }
}

impl<'py, T> TupleOf<'py, T> {
    pub(crate) fn try_iter(&self) -> PyResult<IteratorOf<'py, T>> {
        Ok(IteratorOf(self.0.try_iter()?, PhantomData))
    }
}

impl<'py, T> TupleOf<'py, T> {
    /// A tuple that holds nothing but such items.
    pub(crate) fn wrap(tuple: Bound<'py, PyTuple>) -> TupleOf<'py, T> {
        TupleOf(tuple, PhantomData)
    }

    pub(crate) fn item<C: PyClass>(&self, index: Index) -> PyResult<Bound<'py, C>> {
        Ok(self.0.as_any().get_item(index.0)?.cast_into()?)
    }
}

/// `list[T]`
pub(crate) struct ListOf<'py, T>(Bound<'py, PyList>, PhantomData<T>);

impl<'py, T> ListOf<'py, T> {
    /// A list that holds nothing but such items.
    pub(crate) fn wrap(list: Bound<'py, PyList>) -> ListOf<'py, T> {
        ListOf(list, PhantomData)
    }

    pub(crate) fn empty(py: Python<'py>) -> ListOf<'py, T> {
        ListOf(PyList::empty(py), PhantomData)
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for ListOf<'py, T> {
    type Target = PyList;
    type Output = Bound<'py, PyList>;
    type Error = Infallible;
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("builtins", "list"), T::OUTPUT_TYPE);

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// An index as Python takes it: from the end if negative.
pub(crate) struct Index(isize);

impl Index {
    /// The place among so many items, if it is one.
    pub(crate) fn within(self, length: usize) -> Option<usize> {
        let place =
            if self.0 < 0 { length.checked_add_signed(self.0) } else { self.0.try_into().ok() };
        place.filter(|&place| place < length)
    }
}

impl<'py> FromPyObject<'_, 'py> for Index {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("typing", "SupportsIndex");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Index> {
        object.extract().map(Index).map_err(|error| {
            if error.is_instance_of::<PyOverflowError>(object.py()) {
                return PyIndexError::new_err("index out of range");
            }
            error
        })
    }
}

/// `Iterator[T]`
pub(crate) struct IteratorOf<'py, T>(Bound<'py, PyIterator>, PhantomData<T>);

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for IteratorOf<'py, T> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = Infallible;
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterator"), T::OUTPUT_TYPE);

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

impl<'py, T> IteratorOf<'py, T> {
    /// An iterator that gives nothing but such items.
    pub(crate) fn wrap(iterator: &Bound<'py, PyAny>) -> PyResult<IteratorOf<'py, T>> {
        Ok(IteratorOf(iterator.try_iter()?, PhantomData))
    }
}

/// Any iterable of things, but not a `str` or `bytes`, whose letters are hardly meant.
pub(crate) struct Items<T>(pub(crate) Vec<T>);

impl<'py, T> FromPyObject<'_, 'py> for Items<T>
where
    T: for<'a> FromPyObject<'a, 'py>,
{
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), T::INPUT_TYPE);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Items<T>> {
        let mut items = Vec::new();
        for item in iterate(&object)? {
            items.push(item?.extract().map_err(Into::into)?);
        }
        Ok(Items(items))
    }
}

/// Iterates anything iterable but strings.
pub(crate) fn iterate<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    if object.is_instance_of::<PyString>() || object.is_instance_of::<PyBytes>() {
        let class = class_of(object)?;
        return Err(PyTypeError::new_err(format!(
            "expected an iterable such as a list, not one `{class}`; put it in a list"
        )));
    }
    object.try_iter()
}

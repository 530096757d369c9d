//! Days that sentences mean.

use inquit::{Date, DateMention, Document};
use pyo3::Borrowed;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyDate, PyDateAccess};

use crate::errors::{InquitError, Place, exception};
use crate::span::PySpan;
use crate::text::repr_of;
use crate::value::{Argument, Arguments, Value, repr};

/// A day, as the `datetime.date` that Python sees.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub(crate) struct Day(Date);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Day> {
        let date = object.cast::<PyDate>()?;
        let year = i16::try_from(date.get_year()).ok();
        let day = year.and_then(|year| Date::new(year, date.get_month(), date.get_day()));
        day.map(Day).ok_or_else(|| match repr_of(&date) {
            Ok(date) => {
                let message = format!("{date} is no day of the calendar");
                exception::<InquitError>(object.py(), message, Place::default())
            }
            Err(error) => error,
        })
    }
}

impl<'py> IntoPyObject<'py> for Day {
    type Target = PyDate;
    type Output = Bound<'py, PyDate>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr = Day::INPUT_TYPE;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        PyDate::new(py, i32::from(self.0.year()), self.0.month(), self.0.day())
    }
}

/// Words that mean a day or a stretch of days.
///
/// >>> import inquit
/// >>> article = inquit.Document("a1", "It rained on Saturday.", published="2015-09-20")
/// >>> date = inquit.annotate(article).dates[0]
/// >>> date.text, date.first
/// ('Saturday', datetime.date(2015, 9, 19))
#[pyclass(module = "inquit", name = "DateMention", frozen, eq, hash, from_py_object)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyDateMention {
    span: PySpan,
    first: Day,
    last: Day,
}

impl PyDateMention {
    pub(crate) fn new(document: &Document, mention: DateMention) -> PyDateMention {
        PyDateMention {
            span: PySpan::new(document, mention.span()),
            first: Day(mention.first()),
            last: Day(mention.last()),
        }
    }
}

impl Value for PyDateMention {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("span"),
        Argument::Positional("first"),
        Argument::Positional("last"),
    ];
}

#[pymethods]
impl PyDateMention {
    #[new]
    fn py_new(span: PySpan, first: Day, last: Day) -> PyDateMention {
        PyDateMention { span, first, last }
    }

    /// The words.
    #[getter]
    fn span(&self) -> PySpan {
        self.span.clone()
    }

    /// The first day that they mean.
    #[getter]
    fn first(&self) -> Day {
        self.first
    }

    /// The last day that they mean; the first one too, where they mean one day.
    #[getter]
    fn last(&self) -> Day {
        self.last
    }

    /// The words as a text.
    #[getter]
    fn text(&self) -> &str {
        self.span.text()
    }

    /// The first code point of the words.
    #[getter]
    fn start(&self) -> u32 {
        self.span.start()
    }

    /// One past their last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.span.end()
    }

    /// Their first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.span.byte_start()
    }

    /// One past their last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.span.byte_end()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("span", "first", "last")
    }
}

//! Dictionaries, and finding their aliases in text.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use inquit::{Dictionary, Document, Entity, EntityId, Match, Matcher};
use pyo3::exceptions::PyKeyError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{Borrowed, type_hint_union};

use crate::document::DocumentInput;
use crate::entity::PyEntity;
use crate::errors::{Place, to_py};
use crate::span::PySpan;
use crate::text::Text;
use crate::tuple::{Items, IteratorOf, TupleOf};
use crate::value::{Argument, Arguments, Value, repr};
use crate::work::{long, on_text};

/// Entities and their aliases, compiled once to be found in text.
///
/// Iterates its entities in the order given; ``dictionary[id]`` is the one with an id.
///
/// >>> import inquit
/// >>> dictionary = inquit.Dictionary([
/// ...     inquit.Entity("Q567", "Angela Merkel", aliases=["Merkel"]),
/// ...     inquit.Entity("Q183", "Germany"),
/// ... ])
/// >>> len(dictionary), "Q183" in dictionary, dictionary["Q183"].name
/// (2, True, 'Germany')
#[pyclass(module = "inquit", name = "Dictionary", frozen, mapping, eq, hash, from_py_object)]
#[derive(Clone)]
pub(crate) struct PyDictionary(pub(crate) Dictionary);

impl PartialEq for PyDictionary {
    fn eq(&self, other: &PyDictionary) -> bool {
        self.0.iter().eq(other.0.iter())
    }
}

impl Eq for PyDictionary {}

impl Hash for PyDictionary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for entity in self.0.iter() {
            entity.id().hash(state);
        }
    }
}

/// An entity, or its id.
enum EntityKey {
    Entity(PyEntity),
    Id(EntityId),
}

impl<'py> FromPyObject<'_, 'py> for EntityKey {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(<PyEntity as pyo3::PyTypeInfo>::TYPE_HINT, Text::INPUT_TYPE);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<EntityKey> {
        if let Ok(entity) = object.cast::<PyEntity>() {
            return Ok(EntityKey::Entity(entity.get().clone()));
        }
        let Text(id) = object.extract()?;
        Ok(EntityKey::Id(id.into()))
    }
}

fn wrapped(entity: Entity) -> PyEntity {
    PyEntity(Arc::new(entity))
}

#[pymethods]
impl PyDictionary {
    #[new]
    fn py_new(py: Python<'_>, entities: Items<PyEntity>) -> PyResult<PyDictionary> {
        let entities = entities.0.into_iter().map(|entity| Entity::clone(&entity.0));
        let entities: Vec<Entity> = entities.collect();
        long(py, |_| Dictionary::compile(entities))?
            .map(PyDictionary)
            .map_err(|error| to_py(py, &error, Place::default()))
    }

    /// The entity with this id, or `None`.
    fn get(&self, id: Text) -> Option<PyEntity> {
        self.0.get(&id.0.into()).map(wrapped)
    }

    fn __getitem__(&self, id: Text) -> PyResult<PyEntity> {
        let id = EntityId::from(id.0);
        self.0.get(&id).map(wrapped).ok_or_else(|| PyKeyError::new_err(id.to_string()))
    }

    fn __contains__(&self, key: EntityKey) -> bool {
        match key {
            EntityKey::Entity(entity) => self.0.get(entity.0.id()).as_ref() == Some(&*entity.0),
            EntityKey::Id(id) => self.0.get(&id).is_some(),
        }
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<IteratorOf<'py, PyEntity>> {
        self.entities(py)?.try_iter()
    }

    fn __repr__(&self) -> String {
        format!("<Dictionary of {} entities>", self.0.len())
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<(TupleOf<'py, PyEntity>,)> {
        Ok((self.entities(py)?,))
    }
}

impl PyDictionary {
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyEntity>> {
        let entities: Vec<PyEntity> = self.0.iter().map(wrapped).collect();
        TupleOf::new(py, entities)
    }
}

/// Finds the aliases of a dictionary in text. Shared freely between threads.
///
/// >>> import inquit
/// >>> matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("Q183", "Germany")]))
/// >>> matcher.find("Germany's neighbours")
/// [Match(Span(0, 7, 'Germany', byte_start=0, byte_end=7), ('Q183',))]
#[pyclass(module = "inquit", name = "Matcher", frozen, eq, hash)]
#[derive(Clone)]
pub(crate) struct PyMatcher(Matcher);

impl PartialEq for PyMatcher {
    fn eq(&self, other: &PyMatcher) -> bool {
        self.dictionary() == other.dictionary()
    }
}

impl Eq for PyMatcher {}

impl Hash for PyMatcher {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.dictionary().hash(state);
    }
}

#[pymethods]
impl PyMatcher {
    #[new]
    fn py_new(py: Python<'_>, dictionary: PyDictionary) -> PyResult<PyMatcher> {
        long(py, move |_| Matcher::new(&dictionary.0)).map(PyMatcher)
    }

    /// The dictionary it searches for.
    #[getter]
    fn dictionary(&self) -> PyDictionary {
        PyDictionary(self.0.dictionary().clone())
    }

    /// Every match in a text or document, left to right, none overlapping: at each place the longest
    /// alias that begins and ends at the edge of a word.
    #[pyo3(signature = (text, /))]
    fn find(&self, py: Python<'_>, text: DocumentInput<'_>) -> PyResult<Vec<PyMatch>> {
        let document = text.read("text", None)?;
        let matcher = self.0.clone();
        on_text(py, document.text().len(), move || {
            matcher
                .find_iter(document.text())
                .map(|found| PyMatch::new(&document, &found))
                .collect()
        })
    }

    fn __repr__(&self) -> String {
        format!("<Matcher for {} entities>", self.0.dictionary().len())
    }

    fn __getnewargs__(&self) -> (PyDictionary,) {
        (self.dictionary(),)
    }
}

/// A hit of a :class:`Matcher`: where an alias stands, and the ids of the entities it may name, in
/// order of prior.
#[pyclass(module = "inquit", name = "Match", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyMatch {
    span: PySpan,
    candidates: Vec<String>,
}

impl PyMatch {
    fn new(document: &Document, found: &Match<'_>) -> PyMatch {
        PyMatch {
            span: PySpan::new(document, found.span()),
            candidates: found.candidates().map(String::from).collect(),
        }
    }
}

impl Value for PyMatch {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("span"), Argument::Positional("candidates")];
}

#[pymethods]
impl PyMatch {
    #[new]
    fn py_new(span: PySpan, candidates: Items<Text>) -> PyMatch {
        PyMatch { span, candidates: candidates.0.into_iter().map(|id| id.0).collect() }
    }

    /// Where the alias stands, without a possessive ending.
    #[getter]
    fn span(&self) -> PySpan {
        self.span.clone()
    }

    /// The ids of the entities it may name, in order of prior; never empty.
    #[getter]
    fn candidates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, &str>> {
        TupleOf::new(py, self.candidates.iter().map(String::as_str))
    }

    /// Its first code point.
    #[getter]
    fn start(&self) -> u32 {
        self.span.start()
    }

    /// One past its last code point.
    #[getter]
    fn end(&self) -> u32 {
        self.span.end()
    }

    /// Its first byte of UTF-8.
    #[getter]
    fn byte_start(&self) -> u32 {
        self.span.byte_start()
    }

    /// One past its last byte of UTF-8.
    #[getter]
    fn byte_end(&self) -> u32 {
        self.span.byte_end()
    }

    /// The alias as it is written in the text.
    #[getter]
    fn text(&self) -> &str {
        self.span.text()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("span", "candidates")
    }
}

//! The entities that the library brings along.

use std::sync::Arc;

use inquit::{Atlas, Entity, EntityId};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

use crate::entity::{EntityKey, PyEntity};
use crate::text::Text;
use crate::tuple::{IteratorOf, TupleOf};
use crate::value::Reduced;

/// The entities that the library brings along: states and other places, international
/// organisations, parties, armed groups, companies, agencies and outlets.
///
/// Mentions of them have the same entity in every document, whatever the name. Their ids are those
/// of Wikidata where that is beyond doubt; else they begin with ``atlas:``. The ids of a
/// :class:`Dictionary` win over these. Iterates the entities, each with all its names;
/// ``atlas[id]`` is the one with an id.
///
/// >>> import inquit
/// >>> atlas = inquit.Atlas()
/// >>> atlas.find("UK").id, atlas.find("the United Nations").name
/// ('Q145', 'United Nations')
/// >>> "Q145" in atlas, len(atlas) > 1000, atlas.find("Ada Okoro")
/// (True, True, None)
#[pyclass(module = "inquit", name = "Atlas", frozen, mapping, eq, hash)]
#[derive(Eq, Hash, PartialEq)]
pub(crate) struct PyAtlas;

fn wrapped(entity: &Entity) -> PyEntity {
    PyEntity(Arc::new(entity.clone()))
}

#[pymethods]
impl PyAtlas {
    #[new]
    fn py_new() -> PyAtlas {
        PyAtlas
    }

    /// The entity that goes by a name, whether or not it is written with "the"; ``None`` for every
    /// other, and for the words for the people of a place. Of several things with one name it is the
    /// one best known; a text says which is meant.
    #[expect(clippy::unused_self, reason = "a method, as users expect of a collection")]
    #[pyo3(signature = (name, /))]
    fn find(&self, name: Text) -> Option<PyEntity> {
        Atlas::find(&name.0).map(|entity| PyEntity(Arc::new(entity)))
    }

    /// The entity with this id, or ``None``.
    #[expect(clippy::unused_self, reason = "a method, as users expect of a collection")]
    #[pyo3(signature = (id, /))]
    fn get(&self, id: Text) -> Option<PyEntity> {
        Atlas::get(&id.0.into()).map(wrapped)
    }

    fn __getitem__(&self, id: Text) -> PyResult<PyEntity> {
        let id = EntityId::from(id.0);
        Atlas::get(&id).map(wrapped).ok_or_else(|| PyKeyError::new_err(id.to_string()))
    }

    fn __contains__(&self, key: EntityKey) -> bool {
        match key {
            EntityKey::Entity(entity) => Atlas::get(entity.0.id()) == Some(&*entity.0),
            EntityKey::Id(id) => Atlas::get(&id).is_some(),
        }
    }

    fn __len__(&self) -> usize {
        Atlas::entities().len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<IteratorOf<'py, PyEntity>> {
        TupleOf::new(py, Atlas::entities().iter().map(wrapped))?.try_iter()
    }

    fn __repr__(&self) -> String {
        format!("<Atlas of {} entities>", Atlas::entities().len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        Reduced::new(slf.get_type().into_any(), ())
    }
}

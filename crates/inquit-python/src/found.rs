//! The annotations behind the Python objects that show parts of them.

use std::sync::{Arc, OnceLock};

use inquit::{Annotations, Document, Entity, EntityId};

use crate::entity::PyEntity;

/// Annotations, with entities that many Python objects can share.
pub(crate) struct Found {
    annotations: Annotations,
    /// In order of id, as in the annotations.
    entities: OnceLock<Vec<PyEntity>>,
}

impl Found {
    pub(crate) fn new(annotations: Annotations) -> Found {
        Found { annotations, entities: OnceLock::new() }
    }

    pub(crate) fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    pub(crate) fn document(&self) -> &Document {
        self.annotations.document()
    }

    pub(crate) fn entities(&self) -> &[PyEntity] {
        self.entities.get_or_init(|| {
            let entities = self.annotations.entities().iter();
            entities.map(|entity| PyEntity(Arc::new(entity.clone()))).collect()
        })
    }

    /// The entity with this id, if a mention refers to it.
    pub(crate) fn find_entity(&self, id: &EntityId) -> Option<&PyEntity> {
        let entities = self.entities();
        let at = entities.binary_search_by(|entity| entity.0.id().cmp(id)).ok()?;
        entities.get(at)
    }

    /// The entity with this id; nameless if no mention refers to it.
    pub(crate) fn entity(&self, id: &EntityId) -> PyEntity {
        let nameless = || PyEntity(Arc::new(Entity::new(id.clone(), "")));
        self.find_entity(id).cloned().unwrap_or_else(nameless)
    }
}

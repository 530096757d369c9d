//! Entities to look for, compiled for searching.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::model::{Entity, EntityId};
use crate::error::{Error, ErrorKind};

/// Entities and their aliases, compiled once. Immutable and cheap to clone.
///
/// ```
/// use inquit::{Dictionary, Entity, EntityId, Matcher};
///
/// let dictionary = Dictionary::compile([
///     Entity::new("Q567", "Angela Merkel").with_alias("Merkel"),
///     Entity::new("Q183", "Germany"),
/// ])?;
/// assert_eq!(dictionary.len(), 2);
/// assert_eq!(dictionary.get(&EntityId::from("Q183")).unwrap().name(), "Germany");
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Dictionary(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    entities: Vec<Entity>,
}

impl Dictionary {
    /// Compiles entities.
    ///
    /// # Errors
    ///
    /// When two have the same id, an id or alias is empty, or there are too many to index.
    pub fn compile(entities: impl IntoIterator<Item = Entity>) -> Result<Dictionary, Error> {
        let entities: Vec<Entity> = entities.into_iter().collect();
        let mut ids = BTreeSet::new();
        for (position, entity) in entities.iter().enumerate() {
            if entity.id().as_str().is_empty() {
                return Err(ErrorKind::EmptyId { position }.into());
            }
            if entity.aliases().iter().any(|alias| alias.text.trim().is_empty()) {
                return Err(ErrorKind::EmptyAlias { id: entity.id().as_str().into() }.into());
            }
            if !ids.insert(entity.id()) {
                return Err(ErrorKind::DuplicateEntity { id: entity.id().as_str().into() }.into());
            }
        }
        Ok(Dictionary(Arc::new(Inner { entities })))
    }

    /// How many entities it holds.
    pub fn len(&self) -> usize {
        self.0.entities.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.entities.is_empty()
    }

    /// The entity with this id.
    pub fn get(&self, id: &EntityId) -> Option<Entity> {
        self.0.entities.iter().find(|entity| entity.id() == id).cloned()
    }

    /// Every entity, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = Entity> {
        self.0.entities.iter().cloned()
    }
}

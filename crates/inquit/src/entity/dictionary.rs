//! Entities to look for, compiled for searching.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use super::index::{Index, IndexBuilder};
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
#[derive(Clone)]
pub struct Dictionary(Arc<Inner>);

struct Inner {
    entities: Vec<Entity>,
    /// The number of each entity in `entities`.
    numbers: HashMap<EntityId, u32>,
    index: Index,
}

impl Dictionary {
    /// Compiles entities.
    ///
    /// # Errors
    ///
    /// When two have the same id, an id or alias is empty (an alias also when it is nothing but
    /// white space and invisible characters), or there are too many to index.
    pub fn compile(entities: impl IntoIterator<Item = Entity>) -> Result<Dictionary, Error> {
        let entities: Vec<Entity> = entities.into_iter().collect();
        let mut numbers = HashMap::with_capacity(entities.len());
        let mut index = IndexBuilder::default();
        for (position, entity) in entities.iter().enumerate() {
            let id = entity.id();
            if id.as_str().is_empty() {
                return Err(ErrorKind::EmptyId { position }.into());
            }
            // Numbers that do not fit belong to dictionaries that do not fit the automaton either.
            let number = u32::try_from(position).unwrap_or(u32::MAX);
            if numbers.insert(id.clone(), number).is_some() {
                return Err(ErrorKind::DuplicateEntity { id: id.as_str().into() }.into());
            }
            if !entity.aliases().iter().all(|alias| index.add(alias, number)) {
                return Err(ErrorKind::EmptyAlias { id: id.as_str().into() }.into());
            }
        }
        let aliases = index.len();
        let index =
            index.build().map_err(|source| ErrorKind::DictionaryTooLarge { aliases, source })?;
        Ok(Dictionary(Arc::new(Inner { entities, numbers, index })))
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
        self.0.numbers.get(id).and_then(|&number| self.entity(number))
    }

    /// Every entity, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = Entity> {
        self.0.entities.iter().cloned()
    }

    /// The entity with this number: entities are numbered from 0 in the order given.
    pub fn entity(&self, number: u32) -> Option<Entity> {
        self.at(number).cloned()
    }

    /// The number of the entity with this id.
    pub fn number(&self, id: &str) -> Option<u32> {
        self.0.numbers.get(&EntityId::from(id)).copied()
    }

    /// The id of the entity with this number.
    pub fn id(&self, number: u32) -> Option<&str> {
        self.at(number).map(|entity| entity.id().as_str())
    }

    pub(super) fn index(&self) -> &Index {
        &self.0.index
    }

    /// The ids of entities, each once, in order of prior, then of the dictionary.
    pub(super) fn ranked(&self, numbers: impl Iterator<Item = u32>) -> Vec<EntityId> {
        let prior = |number| Reverse(self.at(number).map_or(0, Entity::prior));
        let mut numbers: Vec<u32> = numbers.collect();
        numbers.sort_unstable_by_key(|&number| (prior(number), number));
        numbers.dedup();
        numbers.into_iter().filter_map(|n| self.at(n)).map(|e| e.id().clone()).collect()
    }

    fn at(&self, number: u32) -> Option<&Entity> {
        self.0.entities.get(number as usize)
    }
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("entities", &self.len()).finish_non_exhaustive()
    }
}

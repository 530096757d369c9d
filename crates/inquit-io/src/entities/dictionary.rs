//! From files of entities to a dictionary.

use std::collections::HashSet;

use inquit::{Dictionary, Entity, EntityId};

use super::reader::Entities;
use crate::error::{Error, ErrorKind};

/// Reads the entities of several files, and compiles them into one dictionary.
///
/// `on_row` hears of every row, whether an entity was read or what is wrong, and decides what becomes
/// of that: with `Ok` the reading goes on, without the row if it is a bad one; with `Err` it ends. An
/// id that was given before is an error of its row.
///
/// ```
/// use inquit_io::{Entities, EntityOptions, Error, read_dictionary};
///
/// let table = "name,kind\nAda Okoro,person\nPort,harbour\nThe Gull,organization\n";
/// let read = || Entities::new(table.as_bytes(), "watch.csv", &EntityOptions::new());
///
/// let mut bad = Vec::new();
/// let dictionary = read_dictionary([read()?], |row| {
///     bad.extend(row.err());
///     Ok::<(), Error>(())
/// })?;
/// assert_eq!((dictionary.len(), bad.len()), (2, 1));
///
/// let error = read_dictionary([read()?], |row| row).unwrap_err();
/// assert!(error.to_string().starts_with("watch.csv:3: "));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
///
/// Those of `on_row`; when a file cannot be read to its end; when there is too much to compile.
pub fn read_dictionary<'a, E: From<Error>>(
    files: impl IntoIterator<Item = Entities<'a>>,
    mut on_row: impl FnMut(Result<(), Error>) -> Result<(), E>,
) -> Result<Dictionary, E> {
    let mut known = Known::default();
    for mut entities in files {
        while let Some(entity) = entities.next() {
            let row = entity.and_then(|entity| known.add(entity, &entities));
            match row {
                // What was not read might be anything.
                Err(error) if error.io_kind().is_some() => return Err(error.into()),
                row => on_row(row)?,
            }
        }
    }
    let compiled = Dictionary::compile(known.entities);
    compiled.map_err(|source| Error::from(ErrorKind::NotCompiled { source }).into())
}

/// The entities read so far.
#[derive(Default)]
struct Known {
    entities: Vec<Entity>,
    ids: HashSet<EntityId>,
}

impl Known {
    fn add(&mut self, entity: Entity, from: &Entities<'_>) -> Result<(), Error> {
        if !self.ids.insert(entity.id().clone()) {
            let id = entity.id().as_str().into();
            return Err(ErrorKind::RepeatedId { place: from.place(), id }.into());
        }
        self.entities.push(entity);
        Ok(())
    }
}

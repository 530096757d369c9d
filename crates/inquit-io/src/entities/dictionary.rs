//! From files of entities to a dictionary.

use std::collections::HashSet;

use inquit::{Dictionary, DictionaryBuilder, Entity, EntityId};

use super::reader::Entities;
use crate::error::{Error, ErrorKind};

/// Reads the entities of several files, and compiles them into one dictionary as they come.
///
/// `on_row` hears of every row, whether an entity was read or what is wrong, and decides what becomes
/// of that: with `Ok` the reading goes on, without the row if it is a bad one; with `Err` it ends. An
/// id that was given before is an error of its row.
///
/// ```
/// use inquit::Dictionary;
/// use inquit_io::{Entities, EntityOptions, Error, read_dictionary};
///
/// let table = "name,kind\nAda Okoro,person\nPort,harbour\nThe Gull,organization\n";
/// let read = || Entities::new(table.as_bytes(), "watch.csv", &EntityOptions::new());
///
/// let mut bad = Vec::new();
/// let dictionary = read_dictionary([read()?], &Dictionary::builder(), |row| {
///     bad.extend(row.err());
///     Ok::<(), Error>(())
/// })?;
/// assert_eq!((dictionary.len(), bad.len()), (2, 1));
///
/// let error = read_dictionary([read()?], &Dictionary::builder(), |row| row).unwrap_err();
/// assert!(error.to_string().starts_with("watch.csv:3: "));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
///
/// Those of `on_row`; when a file cannot be read to its end; when there is too much to compile.
pub fn read_dictionary<'a, E: From<Error>>(
    files: impl IntoIterator<Item = Entities<'a>>,
    builder: &DictionaryBuilder,
    mut on_row: impl FnMut(Result<(), Error>) -> Result<(), E>,
) -> Result<Dictionary, E> {
    let mut ids = HashSet::new();
    let mut files = files.into_iter();
    let mut open: Option<Entities<'a>> = None;
    let mut ended = Ok(());
    let mut next_good = || loop {
        let Some(entities) = &mut open else {
            open = Some(files.next()?);
            continue;
        };
        let Some(entity) = entities.next() else {
            open = None;
            continue;
        };
        let entity = entity.and_then(|entity| known_once(&mut ids, entity, entities));
        let (row, entity) = match entity {
            Ok(entity) => (Ok(()), Some(entity)),
            // What was not read might be anything.
            Err(error) if error.io_kind().is_some() => {
                ended = Err(error.into());
                return None;
            }
            Err(error) => (Err(error), None),
        };
        if let Err(error) = on_row(row) {
            ended = Err(error);
            return None;
        }
        if entity.is_some() {
            return entity;
        }
    };
    let compiled = builder.compile(std::iter::from_fn(&mut next_good));
    ended?;
    compiled.map_err(|source| Error::from(ErrorKind::NotCompiled { source }).into())
}

/// The entity, unless another one has its id.
fn known_once(
    ids: &mut HashSet<EntityId>,
    entity: Entity,
    from: &Entities<'_>,
) -> Result<Entity, Error> {
    if ids.insert(entity.id().clone()) {
        return Ok(entity);
    }
    let id = entity.id().as_str().into();
    Err(ErrorKind::RepeatedId { place: from.place(), id }.into())
}

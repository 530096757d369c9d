//! The dictionary that a command is to use.

use std::path::Path;

use inquit::{Annotator, Dictionary};
use inquit_io::{Entities, EntityOptions, read_dictionary};

use crate::batches::Stop;

/// A dictionary out of a file that was built, or out of a list.
pub(crate) fn open_dictionary(path: &Path) -> Result<Dictionary, Stop> {
    match Dictionary::open(path) {
        Err(error) if error.is_not_artefact() => {
            let entities = Entities::open(path, &EntityOptions::new())?;
            read_dictionary([entities], &Dictionary::builder(), |row| row.map_err(Stop::Io))
        }
        opened => opened.map_err(Stop::Core),
    }
}

/// An annotator with a dictionary, if there is one.
pub(crate) fn annotator(dictionary: Option<&Path>) -> Result<Annotator, Stop> {
    let Some(path) = dictionary else { return Ok(Annotator::new()) };
    Ok(Annotator::builder().dictionary(&open_dictionary(path)?).build())
}

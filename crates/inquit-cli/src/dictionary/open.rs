//! The dictionary and the annotator that a command is to use.

use std::path::Path;

use inquit::{Annotator, Dictionary, Mode};
use inquit_io::{Entities, EntityOptions, read_dictionary};

use crate::args::Finding;
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

/// The annotator that a person asked for.
pub(crate) fn annotator(finding: &Finding) -> Result<Annotator, Stop> {
    let mut builder = Annotator::builder().min_confidence(finding.min_confidence);
    if finding.fast {
        builder = builder.mode(Mode::Fast);
    } else if let Some(mode) = &finding.mode {
        builder = builder.mode(mode.parse::<Mode>().map_err(Stop::Core)?);
    }
    if let Some(path) = &finding.dictionary {
        builder = builder.dictionary(&open_dictionary(path)?);
    }
    if let Some(path) = &finding.model {
        builder = builder.attribution_model(path).map_err(Stop::Core)?;
    }
    if let Some(path) = &finding.names_model {
        builder = builder.names_model(path).map_err(Stop::Core)?;
    }
    Ok(builder.build())
}

//! `inquit dictionary build`: from lists of entities to a file that opens at once.

use std::io::{BufReader, Read};
use std::path::Path;

use inquit::Dictionary;
use inquit_io::{Entities, EntityOptions, read_dictionary};

use crate::args::{Build, OnError};
use crate::batches::Stop;
use crate::talk::Talk;

const STDIN: &str = "-";

/// Runs it; the result is how many rows failed.
pub(crate) fn build(options: &Build, stdin: impl Read, talk: &mut Talk<'_>) -> Result<u64, Stop> {
    let mut read = EntityOptions::new()
        .with_languages(options.language.iter().map(|language| language.trim()))
        .with_min_sitelinks(options.min_sitelinks);
    if let Some(format) = options.format {
        read = read.with_format(format);
    }
    // All are opened before the first is read, so that a wrong path is told at once.
    let mut stdin = Some(stdin);
    let mut files = Vec::new();
    for path in &options.paths {
        files.push(if path.as_os_str() == STDIN {
            let Some(stdin) = stdin.take() else {
                let message = "standard input is named twice, but can be read only once";
                return Err(Stop::Usage(message.into()));
            };
            Entities::new(BufReader::new(stdin), "stdin", &read)?
        } else {
            refuse_own_output(path, &options.output)?;
            Entities::open(path, &read)?
        });
    }
    let mut failed = 0;
    let builder = Dictionary::builder().fold_accents(options.fold_accents);
    let dictionary = read_dictionary(files, &builder, |row| match row {
        Err(error) if options.on_error == OnError::Skip => {
            failed += 1;
            talk.error(&error);
            Ok(())
        }
        row => row.map_err(Stop::Io),
    })?;
    dictionary.save(&options.output).map_err(Stop::Core)?;
    Ok(failed)
}

/// A list must not be lost to the dictionary made of it.
fn refuse_own_output(path: &Path, output: &Path) -> Result<(), Stop> {
    let same =
        |one: &Path, other: &Path| Some(one.canonicalize().ok()? == other.canonicalize().ok()?);
    if same(path, output) == Some(true) {
        let message = format!("`{}` is one of the inputs; write elsewhere", output.display());
        return Err(Stop::Usage(message));
    }
    Ok(())
}

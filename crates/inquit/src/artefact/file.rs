//! Reading a file as a whole, and writing one in a single step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::layout::{Kind, Layout};
use crate::error::ErrorKind;

/// The bytes of a file of this kind; of another one not more than its head is read.
pub(super) fn read(path: &Path, kind: Kind) -> Result<Vec<u8>, ErrorKind> {
    let place = path.display().to_string();
    let failed = |error| ErrorKind::file("read", path, &error);
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut bytes = Vec::new();
    (&file).take(Layout::MOST as u64).read_to_end(&mut bytes).map_err(failed)?;
    Layout::read(&bytes, length, kind, &place)?;
    // Head and file agree on the length, so that no more is asked for than there is.
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0).saturating_sub(bytes.len()));
    file.take(length).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Writes a file: whoever opens the path, then or after a failure, finds the old file or the new one
/// and never a part.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), ErrorKind> {
    let failed = |error| ErrorKind::file("write", path, &error);
    let (temporary, mut file) = create_beside(path).map_err(failed)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&temporary, path));
    if let Err(error) = written {
        // The failure is what counts; the temporary file is removed if that can be done.
        drop(fs::remove_file(&temporary));
        return Err(failed(error));
    }
    sync_folder(path);
    Ok(())
}

/// A new file in the same folder, where a rename replaces in one step.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = path.file_name().ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, "the path does not end in the name of a file")
    })?;
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let mut temporary = name.to_owned();
        temporary.push(format!(".{}-{count}.tmp", std::process::id()));
        let temporary = path.with_file_name(temporary);
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Makes the rename last through a loss of power, where folders can be opened for that.
fn sync_folder(path: &Path) {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            // The file is in place; some file systems cannot do more.
            drop(folder.sync_all());
        }
    }
}

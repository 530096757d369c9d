//! The files below a directory, in path order.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::inputs::Format;

/// A file to be read, or a directory that cannot be.
pub(super) type Found = Result<(PathBuf, Format), (PathBuf, io::Error)>;

/// Every `.txt` and `.jsonl` file below a directory, in path order.
///
/// Links are followed; a directory that was read under another path already is not read again, so
/// that links in a circle end.
pub(super) fn walk(root: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    // Paths still to be visited, the next one last.
    let mut waiting = vec![(root.to_owned(), true)];
    while let Some((path, is_directory)) = waiting.pop() {
        if is_directory {
            match list(&path, &mut seen) {
                Ok(entries) => waiting.extend(entries),
                Err(error) => found.push(Err((path, error))),
            }
        } else if let Some(format) = Format::of(&path) {
            found.push(Ok((path, format)));
        }
    }
    found
}

/// The directories and files in a directory, in reverse path order; none if it was seen before.
fn list(path: &Path, seen: &mut HashSet<PathBuf>) -> io::Result<Vec<(PathBuf, bool)>> {
    if !seen.insert(fs::canonicalize(path)?) {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let mut kind = entry.file_type()?;
        let path = entry.path();
        if kind.is_symlink() {
            // A link to nothing stays in the list: opening it gives the error that names it.
            if let Ok(target) = fs::metadata(&path) {
                kind = target.file_type();
            }
        }
        if kind.is_dir() || kind.is_file() || kind.is_symlink() {
            entries.push((path, kind.is_dir()));
        }
    }
    entries.sort_unstable_by(|a, b| b.0.cmp(&a.0));
    Ok(entries)
}

//! Files mapped into memory: opened at once, read as they are used, and shared between processes.

#![expect(unsafe_code, reason = "a file can be mapped in no other way")]

use std::fs::File;
use std::io;
use std::path::Path;

use memmap2::Mmap;

/// A file mapped for reading.
#[derive(Debug)]
pub(super) struct Map(Mmap);

impl Map {
    /// Maps a file as it is now.
    pub(super) fn open(path: &Path) -> io::Result<Map> {
        let file = File::open(path)?;
        // SAFETY: the mapping is private and read only. Its bytes would change under us, which a
        // `&[u8]` must not, if somebody wrote to the file in place; the documentation of every
        // function that maps asks for that not to happen, and `save` replaces files instead. No
        // value of a byte is relied upon: all of it is read through accessors that check bounds.
        unsafe { Mmap::map(&file) }.map(Map)
    }

    /// All of it.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

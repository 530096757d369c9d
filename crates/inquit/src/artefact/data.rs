//! A file that is open.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

use super::checksum::checksum;
use super::file;
use super::layout::{Entry, Kind, Layout, aligned};
use super::section::Section;
use crate::error::{Error, ErrorKind};

/// A file of the format, in memory, built into the program, or mapped.
#[derive(Debug)]
pub(crate) struct Artefact {
    bytes: Bytes,
    layout: Layout,
    kind: Kind,
    place: Box<str>,
}

#[derive(Debug)]
enum Bytes {
    Here(Cow<'static, [u8]>),
    #[cfg(feature = "mmap")]
    Mapped(super::map::Map),
}

impl Bytes {
    fn all(&self) -> &[u8] {
        match self {
            Bytes::Here(bytes) => bytes,
            #[cfg(feature = "mmap")]
            Bytes::Mapped(map) => map.bytes(),
        }
    }
}

impl Artefact {
    /// Takes the bytes of a file, and verifies all of it. `place` is where it came from.
    pub(crate) fn from_vec(bytes: Vec<u8>, kind: Kind, place: &str) -> Result<Artefact, Error> {
        Artefact::new(Bytes::Here(bytes.into()), kind, place)?.verified()
    }

    /// A file built into the program, where there is no need to verify more than its head.
    pub(crate) fn from_static(bytes: &'static [u8], kind: Kind) -> Result<Artefact, Error> {
        Artefact::new(Bytes::Here(bytes.into()), kind, "built in")
    }

    /// Reads a file, and verifies all of it.
    pub(crate) fn open(path: &Path, kind: Kind) -> Result<Artefact, Error> {
        let bytes = file::read(path, kind)?;
        Artefact::from_vec(bytes, kind, &path.display().to_string())
    }

    /// Maps a file, and verifies its head and that its sections are inside.
    #[cfg(feature = "mmap")]
    pub(crate) fn open_mapped(path: &Path, kind: Kind) -> Result<Artefact, Error> {
        let place = path.display().to_string();
        let map = super::map::Map::open(path);
        let map = map.map_err(|error| ErrorKind::file("map", path, &error))?;
        Artefact::new(Bytes::Mapped(map), kind, &place)
    }

    /// What a writer has just put together.
    pub(super) fn of_written(bytes: Vec<u8>, kind: Kind) -> Artefact {
        let layout = Layout::read(&bytes, bytes.len() as u64, kind, "");
        debug_assert!(layout.is_ok(), "a writer keeps to the layout: {layout:?}");
        let layout = layout.unwrap_or(Layout { entries: Vec::new() });
        Artefact { bytes: Bytes::Here(bytes.into()), layout, kind, place: "memory".into() }
    }

    fn new(bytes: Bytes, kind: Kind, place: &str) -> Result<Artefact, Error> {
        let layout = Layout::read(bytes.all(), bytes.all().len() as u64, kind, place)?;
        Ok(Artefact { bytes, layout, kind, place: place.into() })
    }

    fn verified(self) -> Result<Artefact, Error> {
        self.verify()?;
        Ok(self)
    }

    /// Compares every checksum.
    pub(crate) fn verify(&self) -> Result<(), Error> {
        let bytes = self.bytes.all();
        let mut end = bytes.len().min(self.layout.entries.first().map_or(0, |it| it.range.start));
        for Entry { tag, range, checksum: stated } in &self.layout.entries {
            let gap = bytes.get(end..range.start).unwrap_or_default();
            end = range.end;
            let section = bytes.get(range.clone()).unwrap_or_default();
            if checksum(section) != *stated || gap.iter().any(|&byte| byte != 0) {
                let tag = tag.escape_ascii();
                return Err(self.damaged(&format!("the checksum of its section `{tag}` is wrong")));
            }
            debug_assert!(range.start == aligned(range.start), "sections are aligned");
        }
        Ok(())
    }

    /// Where the section with this tag is; without one the file is damaged.
    pub(crate) fn range(&self, tag: [u8; 4]) -> Result<Range<usize>, Error> {
        let entry = self.layout.entries.iter().find(|entry| entry.tag == tag);
        entry
            .map(|entry| entry.range.clone())
            .ok_or_else(|| self.damaged(&format!("it has no section `{}`", tag.escape_ascii())))
    }

    /// The section with this tag; without one the file is damaged.
    #[allow(dead_code, reason = "dictionaries do not use all that models and the linker do")]
    pub(crate) fn section(&self, tag: [u8; 4]) -> Result<Section<'_>, Error> {
        let range = self.range(tag)?;
        Ok(Section::new(self.bytes.all().get(range).unwrap_or_default()))
    }

    /// The error that something inside is not as it must be.
    #[cold]
    pub(crate) fn damaged(&self, what: &str) -> Error {
        let (kind, place) = (self.kind.name, self.place.clone());
        ErrorKind::DamagedArtefact { kind, place, what: what.into() }.into()
    }

    /// All of it.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.all()
    }

    /// Writes it to a file: whoever opens that path finds the old file or the new one, never a part.
    pub(crate) fn save(&self, path: &Path) -> Result<(), Error> {
        Ok(file::write(path, self.bytes())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artefact::ArtefactWriter;

    const KIND: Kind = Kind { tag: *b"TEST", name: "test", version: 3 };

    fn written(kind: Kind) -> Vec<u8> {
        let mut writer = ArtefactWriter::new(kind);
        writer.section(*b"TEXT", b"said".to_vec());
        writer.numbers(*b"NUMS", vec![7, 1 << 31]);
        writer.section(*b"NONE", Vec::new());
        writer.section(*b"LAST", b"abc".to_vec());
        writer.into_bytes()
    }

    fn error(bytes: Vec<u8>) -> Error {
        Artefact::from_vec(bytes, KIND, "file").expect_err("a bad file")
    }

    #[test]
    fn sections_come_back() {
        let artefact = Artefact::from_vec(written(KIND), KIND, "file").unwrap();
        assert_eq!(artefact.section(*b"TEXT").unwrap().str(1, 3), Some("aid"));
        let numbers = artefact.section(*b"NUMS").unwrap();
        assert_eq!(
            (numbers.u32(1), numbers.u32(2), numbers.u64(0)),
            (Some(1 << 31), None, Some(1 << 63 | 7))
        );
        assert_eq!(artefact.section(*b"NONE").unwrap().len(), 0);
        assert_eq!(artefact.section(*b"LAST").unwrap().bytes(1, usize::MAX), None);
        assert!(artefact.section(*b"GONE").unwrap_err().is_damaged());
    }

    #[test]
    fn errors_say_what_was_expected() {
        assert!(error(b"id,name\n".to_vec()).is_not_artefact());
        assert!(error(Vec::new()).is_not_artefact());
        let other = error(written(Kind { tag: *b"DICT", ..KIND }));
        assert!(other.is_other_artefact() && other.to_string().contains("`DICT`"), "{other}");
        let newer = error(written(Kind { version: 4, ..KIND }));
        assert!(newer.is_newer_artefact() && newer.to_string().contains('4'), "{newer}");
        let older = written(Kind { version: 2, ..KIND });
        assert!(Artefact::from_vec(older, KIND, "file").is_ok());
    }

    #[test]
    fn every_flipped_bit_and_every_missing_byte_is_found() {
        let bytes = written(KIND);
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            drop(error(flipped));
        }
        for length in 0..bytes.len() {
            drop(error(bytes[..length].to_vec()));
        }
        assert!(error([&bytes[..], b"\0"].concat()).is_damaged());
    }
}

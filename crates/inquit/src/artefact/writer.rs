//! Puts a file together.

use super::checksum::checksum;
use super::data::Artefact;
use super::layout::{Kind, Planned, aligned, head_and_table};

/// Collects the sections of a file, in order.
#[derive(Debug)]
pub(crate) struct ArtefactWriter {
    kind: Kind,
    sections: Vec<([u8; 4], Vec<u8>)>,
}

impl ArtefactWriter {
    /// A file of this kind, without sections.
    pub(crate) fn new(kind: Kind) -> ArtefactWriter {
        ArtefactWriter { kind, sections: Vec::new() }
    }

    /// Adds a section; a file has at most 64, each with a tag of its own.
    pub(crate) fn section(&mut self, tag: [u8; 4], bytes: Vec<u8>) {
        debug_assert!(self.sections.iter().all(|(known, _)| *known != tag), "one section a tag");
        self.sections.push((tag, bytes));
    }

    /// Adds a section that is a column of numbers.
    pub(crate) fn numbers(&mut self, tag: [u8; 4], numbers: &[u32]) {
        self.section(tag, numbers.iter().flat_map(|number| number.to_le_bytes()).collect());
    }

    /// The bytes of the file.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        let planned: Vec<Planned> = self
            .sections
            .iter()
            .map(|(tag, bytes)| Planned {
                tag: *tag,
                length: bytes.len(),
                checksum: checksum(bytes),
            })
            .collect();
        let (mut file, length) = head_and_table(self.kind, &planned);
        file.reserve_exact(length.saturating_sub(file.len()));
        // Each section is given back as soon as it is copied.
        for (_, bytes) in self.sections {
            file.resize(aligned(file.len()), 0);
            file.extend_from_slice(&bytes);
        }
        file
    }

    /// The file, as if it had been opened.
    pub(crate) fn finish(self) -> Artefact {
        let kind = self.kind;
        Artefact::of_written(self.into_bytes(), kind)
    }
}

//! Puts a file together.

use super::checksum::checksum;
use super::data::Artefact;
use super::layout::{Kind, Planned, aligned, head_and_table};

/// Collects the sections of a file, in order.
#[derive(Debug)]
pub(crate) struct ArtefactWriter {
    kind: Kind,
    sections: Vec<([u8; 4], Content)>,
}

/// What is in a section.
#[derive(Debug)]
enum Content {
    Bytes(Vec<u8>),
    Numbers(Vec<u32>),
}

impl Content {
    fn length(&self) -> usize {
        match self {
            Content::Bytes(bytes) => bytes.len(),
            Content::Numbers(numbers) => numbers.len() * 4,
        }
    }

    fn append_to(self, file: &mut Vec<u8>) {
        match self {
            Content::Bytes(bytes) => file.extend_from_slice(&bytes),
            Content::Numbers(numbers) => {
                let start = file.len();
                file.resize(start + numbers.len() * 4, 0);
                let places = file.get_mut(start..).unwrap_or_default().as_chunks_mut().0;
                for (place, number) in places.iter_mut().zip(numbers) {
                    *place = number.to_le_bytes();
                }
            }
        }
    }
}

impl ArtefactWriter {
    /// A file of this kind, without sections.
    pub(crate) fn new(kind: Kind) -> ArtefactWriter {
        ArtefactWriter { kind, sections: Vec::new() }
    }

    /// Adds a section; a file has at most 64, each with a tag of its own.
    pub(crate) fn section(&mut self, tag: [u8; 4], bytes: Vec<u8>) {
        self.add(tag, Content::Bytes(bytes));
    }

    /// Adds a section that is a column of numbers.
    pub(crate) fn numbers(&mut self, tag: [u8; 4], numbers: Vec<u32>) {
        self.add(tag, Content::Numbers(numbers));
    }

    fn add(&mut self, tag: [u8; 4], content: Content) {
        debug_assert!(self.sections.iter().all(|(known, _)| *known != tag), "one section a tag");
        self.sections.push((tag, content));
    }

    /// The bytes of the file.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        let planned = self.sections.iter().map(|(tag, content)| {
            let (tag, length) = (*tag, content.length());
            Planned { tag, length, checksum: 0 }
        });
        let mut planned: Vec<Planned> = planned.collect();
        let (mut file, length) = head_and_table(self.kind, &planned);
        file.reserve_exact(length.saturating_sub(file.len()));
        // Each section is given back as soon as it is copied.
        for ((_, content), planned) in self.sections.into_iter().zip(&mut planned) {
            file.resize(aligned(file.len()), 0);
            let start = file.len();
            content.append_to(&mut file);
            planned.checksum = checksum(file.get(start..).unwrap_or_default());
        }
        let (head, _) = head_and_table(self.kind, &planned);
        if let Some(place) = file.get_mut(..head.len()) {
            place.copy_from_slice(&head);
        }
        file
    }

    /// The file, as if it had been opened.
    pub(crate) fn finish(self) -> Artefact {
        let kind = self.kind;
        Artefact::of_written(self.into_bytes(), kind)
    }
}

//! Which documents report one event.
//!
//! Documents are joined two at a time, by what they share; a story is everything joined so.

use crate::corpus::stored::{Bytes, Stored};

/// A document by number.
pub(super) type DocumentNumber = u32;

/// Sets of documents that only grow together.
#[derive(Debug, Default)]
pub(super) struct Stories {
    /// The document that each leads to; a story is known by its first.
    parents: Vec<DocumentNumber>,
}

impl Stored for Stories {
    fn write(&self, out: &mut Vec<u8>) {
        self.parents.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Stories> {
        let parents = Vec::<DocumentNumber>::read(from)?;
        // Each leads to itself or to one before it, never in a circle.
        let lead_back = (0..).zip(&parents).all(|(at, parent): (u32, _)| *parent <= at);
        lead_back.then_some(Stories { parents })
    }
}

impl Stories {
    /// Adds a document, in a story of its own.
    pub(super) fn add(&mut self) {
        self.parents.push(DocumentNumber::try_from(self.parents.len()).unwrap_or(u32::MAX));
    }

    /// The first document of the story of a document.
    pub(super) fn of(&self, mut document: DocumentNumber) -> DocumentNumber {
        while let Some(&parent) = self.parents.get(document as usize).filter(|it| **it != document)
        {
            document = parent;
        }
        document
    }

    /// Joins the stories of two documents; if they were two, gives the one that is left and the one
    /// that is gone.
    pub(super) fn join(
        &mut self,
        one: DocumentNumber,
        other: DocumentNumber,
    ) -> Option<(DocumentNumber, DocumentNumber)> {
        let (a, b) = (self.of(one), self.of(other));
        if a == b {
            return None;
        }
        let (first, later) = (a.min(b), a.max(b));
        // Paths stay short: both documents lead to the first of all.
        for document in [one, other, later] {
            let mut at = document;
            while let Some(parent) = self.parents.get_mut(at as usize).filter(|it| **it != first) {
                let next = *parent;
                *parent = first;
                if next == at {
                    break;
                }
                at = next;
            }
        }
        Some((first, later))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_known_by_its_first_document() {
        let mut stories = Stories::default();
        (0..6).for_each(|_| stories.add());
        assert_eq!(stories.join(4, 5), Some((4, 5)));
        assert_eq!(stories.join(1, 2), Some((1, 2)));
        assert_eq!(stories.join(5, 2), Some((1, 4)));
        assert_eq!(stories.join(4, 1), None);
        let all: Vec<u32> = (0..6).map(|document| stories.of(document)).collect();
        assert_eq!(all, [0, 1, 1, 3, 1, 1]);
    }
}

//! The matches of many texts, as columns.

use super::matcher::Matcher;
use crate::text::CharCount;

/// The matches of many texts, a row each, as columns of numbers: what tables and vectors of numbers
/// are made of without an object for each match.
///
/// ```
/// use inquit::{Dictionary, Entity, MatchTable, Matcher};
///
/// let dictionary = Dictionary::compile([
///     Entity::new("Q183", "Germany"),
///     Entity::new("Q90", "Paris"),
///     Entity::new("Q830149", "Paris"),
/// ])?;
/// let matcher = Matcher::new(&dictionary);
/// let mut table = MatchTable::default();
/// table.add(&matcher, 0, "É: Paris");
/// table.add(&matcher, 1, "No country.");
/// table.add(&matcher, 2, "Germany");
/// assert_eq!(table.documents(), [0, 2]);
/// assert_eq!((table.starts(), table.byte_starts()), (&[3, 0][..], &[4, 0][..]));
/// assert_eq!(table.candidate_offsets(), [0, 2, 3]);
/// assert_eq!(table.candidates(), [1, 2, 0]);
/// assert_eq!(dictionary.id(1), Some("Q90"));
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MatchTable {
    documents: Vec<u32>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    byte_starts: Vec<u32>,
    byte_ends: Vec<u32>,
    entities: Vec<u32>,
    /// Where the candidates of each row begin, and where those of the last end.
    candidate_offsets: Vec<u32>,
    candidates: Vec<u32>,
}

impl Default for MatchTable {
    /// Without rows.
    fn default() -> MatchTable {
        MatchTable {
            documents: Vec::new(),
            starts: Vec::new(),
            ends: Vec::new(),
            byte_starts: Vec::new(),
            byte_ends: Vec::new(),
            entities: Vec::new(),
            candidate_offsets: vec![0],
            candidates: Vec::new(),
        }
    }
}

impl MatchTable {
    /// Adds the matches in the text of the document of this number.
    pub fn add(&mut self, matcher: &Matcher, document: u32, text: &str) {
        let mut chars = CharCount::new(text);
        for found in matcher.find_iter(text) {
            let span = found.span();
            self.documents.push(document);
            self.starts.push(chars.before(span.start));
            self.ends.push(chars.before(span.end));
            self.byte_starts.push(span.start);
            self.byte_ends.push(span.end);
            let first = self.candidates.len();
            self.candidates.extend(found.candidates().numbers());
            self.entities.push(self.candidates.get(first).copied().unwrap_or_default());
            self.candidate_offsets.push(count(self.candidates.len()));
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The number of the document of each match.
    pub fn documents(&self) -> &[u32] {
        &self.documents
    }

    /// The first code point of each match.
    pub fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// One past its last code point.
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// Its first byte.
    pub fn byte_starts(&self) -> &[u32] {
        &self.byte_starts
    }

    /// One past its last byte.
    pub fn byte_ends(&self) -> &[u32] {
        &self.byte_ends
    }

    /// The first candidate of each match.
    pub fn entities(&self) -> &[u32] {
        &self.entities
    }

    /// Where the candidates of each match begin among [`candidates`](MatchTable::candidates); one
    /// more at the end, so that those of a match end where those of the next begin.
    pub fn candidate_offsets(&self) -> &[u32] {
        &self.candidate_offsets
    }

    /// The entities that each match may name, in order of prior, as their numbers in the order of
    /// the dictionary: see [`Dictionary::id`](crate::Dictionary::id).
    pub fn candidates(&self) -> &[u32] {
        &self.candidates
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

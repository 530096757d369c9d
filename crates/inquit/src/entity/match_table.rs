//! The matches of many texts, as columns.

use std::iter;
use std::ops::Range;

use super::dictionary::Dictionary;
use super::matcher::{FlatMatch, Matcher};
use crate::text::{CharCount, CharSpan};

/// The matches of many texts, a row each, to be read as columns of numbers: what tables and vectors
/// are made of, without an object for each match.
///
/// ```
/// use inquit::{Dictionary, Entity, MatchTable, Matcher};
///
/// let dictionary = Dictionary::compile([
///     Entity::new("Q183", "Germany"),
///     Entity::new("Q90", "Paris"),
///     Entity::new("Q830149", "Paris"),
/// ])?;
/// let mut table = MatchTable::new(&Matcher::new(&dictionary));
/// for text in ["É: Paris", "No country.", "Germany"] {
///     table.add(text);
/// }
/// assert!(table.documents().eq([0, 2]));
/// assert!(table.chars().map(|chars| chars.start).eq([3, 0]));
/// assert!(table.matches().map(|found| found.start).eq([4, 0]));
/// assert!(table.entities().eq([1, 0]));
/// assert!(table.candidate_offsets().eq([0, 2, 3]));
/// assert!(table.candidates().eq([1, 2, 0]));
/// assert_eq!(dictionary.id(1), Some("Q90"));
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct MatchTable {
    matcher: Matcher,
    matches: Vec<FlatMatch>,
    chars: Vec<CharSpan>,
    /// Where the rows of each document end.
    ends: Vec<usize>,
}

impl MatchTable {
    /// A table of what this matcher finds, without rows yet.
    pub fn new(matcher: &Matcher) -> MatchTable {
        let matcher = matcher.clone();
        MatchTable { matcher, matches: Vec::new(), chars: Vec::new(), ends: Vec::new() }
    }

    /// Adds the matches in the text of the next document.
    pub fn add(&mut self, text: &str) {
        let first = self.matches.len();
        self.matcher.find_flat(text, &mut self.matches);
        let mut count = CharCount::new(text);
        let matches = self.matches.get(first..).unwrap_or_default().iter();
        self.chars.extend(matches.map(|found| {
            let start = count.before(found.start);
            CharSpan { start, end: count.before(found.end) }
        }));
        self.ends.push(self.matches.len());
    }

    /// The dictionary whose entities it numbers.
    pub fn dictionary(&self) -> &Dictionary {
        self.matcher.dictionary()
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// The rows of the document of this number, in the order in which texts were added, from 0.
    pub fn rows_of(&self, document: usize) -> Range<usize> {
        let end = |document: usize| self.ends.get(document).copied().unwrap_or(self.len());
        document.checked_sub(1).map_or(0, end)..end(document)
    }

    /// Code points and numbers of a row.
    pub fn row(&self, row: usize) -> Option<(CharSpan, FlatMatch)> {
        Some((*self.chars.get(row)?, *self.matches.get(row)?))
    }

    /// The number of the document of each match.
    pub fn documents(&self) -> impl Iterator<Item = u32> {
        let counts = (0..self.ends.len()).map(|document| self.rows_of(document).len());
        (0..).zip(counts).flat_map(|(document, count)| iter::repeat_n(document, count))
    }

    /// Where each match stands in code points.
    pub fn chars(&self) -> impl ExactSizeIterator<Item = CharSpan> {
        self.chars.iter().copied()
    }

    /// Where each match stands in bytes, and its candidates as one number.
    pub fn matches(&self) -> impl ExactSizeIterator<Item = FlatMatch> {
        self.matches.iter().copied()
    }

    /// The first candidate of each match: the number of an entity in the order of the dictionary,
    /// see [`Dictionary::entity`].
    pub fn entities(&self) -> impl ExactSizeIterator<Item = u32> {
        let dictionary = self.dictionary();
        let first = |found: FlatMatch| dictionary.candidates(found.candidates).numbers().next();
        self.matches().map(move |found| first(found).unwrap_or_default())
    }

    /// Where the candidates of each match begin among [`candidates`](MatchTable::candidates); one
    /// more at the end, so that those of a match end where those of the next begin.
    pub fn candidate_offsets(&self) -> impl Iterator<Item = u32> {
        let dictionary = self.dictionary();
        let mut offset: u32 = 0;
        iter::once(0).chain(self.matches().map(move |found| {
            let count = dictionary.candidates(found.candidates).len();
            offset = offset.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            offset
        }))
    }

    /// The entities that each match may name, in order of prior, as such numbers: one match after
    /// the other.
    pub fn candidates(&self) -> impl Iterator<Item = u32> {
        let dictionary = self.dictionary();
        self.matches().flat_map(|found| dictionary.candidates(found.candidates).numbers())
    }
}

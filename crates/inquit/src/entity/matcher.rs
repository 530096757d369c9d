//! Finds the aliases of a dictionary in text.

use std::fmt;

use super::dictionary::{Candidates, Dictionary};
use super::index::Search;
use crate::text::Span;

/// Finds the aliases of a [`Dictionary`] in text. Immutable; shared freely between threads.
///
/// An alias is found as whole words: "Obama" in "anti-Obama" and "Obama’s", not in "Obamacare". A
/// name that begins or ends with a sign ("Yahoo!", ".NET") needs no edge of a word there. In scripts
/// that write words without spaces between, such as Han, kana and Thai, and in Hangul, any part of a
/// text may match.
///
/// Equal are: the straight and the curly apostrophe; the hyphen and the non-breaking hyphen; a space
/// and any white space with at most one line break in it. Soft hyphens and other invisible
/// characters have no weight. Accents and their encoding must agree, unless the dictionary was
/// [told otherwise](crate::DictionaryBuilder::fold_accents). Letter case follows the
/// [`CaseRule`](crate::CaseRule) of each alias.
///
/// Words are found by vector instructions, filters tell those with which an alias may begin, and a
/// hash table leads to the alias, which is compared with the text: hundreds of megabytes a second,
/// with a hundred aliases as with a million.
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
/// assert_eq!(found[0].candidates().collect::<Vec<_>>(), ["Q423"]);
/// assert_eq!(&text[found[1].span()], "Korea");
/// assert_eq!(found[1].candidates().collect::<Vec<_>>(), ["Q884", "Q423b"]);
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Matcher {
    dictionary: Dictionary,
}

/// A hit: where an alias stands, and the entities it may name.
#[derive(Clone, Copy)]
pub struct Match<'d> {
    dictionary: &'d Dictionary,
    flat: FlatMatch,
}

/// A match as three numbers, for those who want many: see [`Matcher::find_flat`].
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct FlatMatch {
    /// The first byte of the span of the match.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// What it may name, for [`Dictionary::candidates`]. Below 2³¹ it is the number of the one
    /// entity there is; equal numbers mean equal candidates.
    pub candidates: u32,
}

impl<'d> Match<'d> {
    /// Where the alias stands, without a possessive or contracted ending ("’s", "’ll").
    pub fn span(&self) -> Span {
        Span::new(self.flat.start, self.flat.end)
    }

    /// The ids of the entities it may name, in order of prior, then of the dictionary; at least one.
    pub fn candidates(&self) -> Candidates<'d> {
        self.dictionary.candidates(self.flat.candidates)
    }
}

impl fmt::Debug for Match<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let candidates: Vec<&str> = self.candidates().collect();
        f.debug_struct("Match")
            .field("span", &self.span())
            .field("candidates", &candidates)
            .finish()
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
    pub fn find_iter<'m>(&'m self, text: &str) -> impl Iterator<Item = Match<'m>> {
        let dictionary = &self.dictionary;
        self.search(text).map(move |flat| Match { dictionary, flat })
    }

    /// Adds every match in a text to `found`, as numbers.
    ///
    /// ```
    /// use inquit::{Dictionary, Entity, FlatMatch, Matcher};
    ///
    /// let entities = [Entity::new("Q183", "Germany"), Entity::new("Q64", "Berlin")];
    /// let matcher = Matcher::new(&Dictionary::compile(entities)?);
    /// let mut found = Vec::new();
    /// matcher.find_flat("Berlin, Germany", &mut found);
    /// assert_eq!(found[1], FlatMatch { start: 8, end: 15, candidates: 0 });
    /// assert_eq!(matcher.dictionary().id(0), Some("Q183"));
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn find_flat(&self, text: &str, found: &mut Vec<FlatMatch>) {
        self.search(text).for_each(|it| found.push(it));
    }

    fn search(&self, text: &str) -> impl Iterator<Item = FlatMatch> {
        let search = Search::new(self.dictionary.index(), self.dictionary.automata(), text);
        search.map(|hit| {
            let Span { start, end } = Span::of(hit.start..hit.end);
            FlatMatch { start, end, candidates: hit.candidates }
        })
    }
}

//! Phrases that are looked up at a token: the longest that stands there.

use std::hash::BuildHasherDefault;

use super::key::{Table, WordKey};
use crate::text::{Token, tokenize};

/// Phrases of one or more words, each with what is known of it.
///
/// A capital in a phrase must be a capital in the text, a small letter may be either, so that
/// `Kerry` finds `KERRY` and never `kerry`. A stop after a word may be missing on either side.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    /// By the first word of phrases of one word, by the first two of others: the last of them.
    ends: Table<u32>,
    list: Vec<Phrase<T>>,
    /// The first words, and whether more follow.
    firsts: Vec<(WordKey, bool)>,
}

#[derive(Debug)]
struct Phrase<T> {
    words: &'static str,
    value: T,
    /// The one before it with the same key.
    before: Option<u32>,
}

impl<T> Phrases<T> {
    /// Of equal phrases the first wins.
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, T)>) -> Phrases<T> {
        let most = phrases.size_hint().0.max(1024);
        let mut ends = Table::with_capacity_and_hasher(most, BuildHasherDefault::default());
        let mut list = Vec::with_capacity(most);
        let mut firsts = Vec::with_capacity(most);
        for (words, value) in phrases {
            let [first, second] = first_words(words).map(|word| word.map(WordKey::of));
            let Some(first) = first else { continue };
            // One with a stop may take two tokens.
            firsts.push((first, second.is_some() || words.ends_with('.')));
            let key = second.map_or(first, |second| first.then(second));
            let at = u32::try_from(list.len()).unwrap_or(u32::MAX);
            let before = ends.insert(key, at);
            list.push(Phrase { words, value, before });
        }
        Phrases { ends, list, firsts }
    }

    /// The first words of all phrases, and whether more follow.
    pub(super) fn first_words(&self) -> impl Iterator<Item = (WordKey, bool)> {
        self.firsts.iter().copied()
    }

    /// The last words of all phrases.
    pub(super) fn last_words(&self) -> impl Iterator<Item = WordKey> {
        self.list
            .iter()
            .filter_map(|phrase| phrase.words.split_whitespace().next_back().map(WordKey::of))
    }

    /// The longest phrase that begins with the first of these tokens: how many tokens it takes, and
    /// what is known of it. Without the key of the second token only phrases of one word are found.
    pub(super) fn longest(
        &self,
        [first, second]: [Option<WordKey>; 2],
        text: &str,
        tokens: &[Token],
    ) -> Option<(usize, &T)> {
        let first = first?;
        let longer = second.map(|second| self.with_key(first.then(second)));
        let longer = longer.into_iter().flatten();
        longer.chain(self.with_key(first)).fold(None, |best, phrase| {
            let count = extent(phrase.words, text, tokens);
            match (best, count) {
                (Some((most, _)), Some(count)) if count < most => best,
                (_, Some(count)) => Some((count, &phrase.value)),
                (best, None) => best,
            }
        })
    }

    /// The phrase that all these tokens together are.
    pub(super) fn exactly(&self, text: &str, tokens: &[Token]) -> Option<&T> {
        let words = tokens.iter().filter_map(|token| token.span.get(text)).map(WordKey::of);
        self.exactly_by(words, text, tokens)
    }

    /// The same, where the keys of the first two tokens are known.
    pub(super) fn exactly_by(
        &self,
        mut words: impl Iterator<Item = WordKey>,
        text: &str,
        tokens: &[Token],
    ) -> Option<&T> {
        let first = words.next()?;
        let key = words.next().map_or(first, |second| first.then(second));
        let fits = |phrase: &&Phrase<T>| extent(phrase.words, text, tokens) == Some(tokens.len());
        self.with_key(key).filter(fits).last().map(|phrase| &phrase.value)
    }

    /// The phrases with a key, the last of the list first.
    fn with_key(&self, key: WordKey) -> impl Iterator<Item = &Phrase<T>> {
        let phrase = |at: u32| self.list.get(at as usize);
        let last = self.ends.get(&key).copied().and_then(phrase);
        std::iter::successors(last, move |it| it.before.and_then(phrase))
    }
}

/// The keys of the first two of these tokens.
pub(crate) fn first_keys(text: &str, tokens: &[Token]) -> [Option<WordKey>; 2] {
    [0, 1].map(|at| tokens.get(at).map(|token| WordKey::at(text, token.span)))
}

/// The first two tokens of a phrase.
fn first_words(phrase: &'static str) -> [Option<&'static str>; 2] {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b' ' || b == b'-';
    if phrase.bytes().all(plain) {
        let mut words = phrase.split(' ').filter(|word| !word.is_empty());
        return [words.next(), words.next()];
    }
    let tokens = tokenize(phrase);
    [0, 1].map(|at| tokens.get(at).and_then(|token| token.span.get(phrase)))
}

/// How many of these tokens a phrase takes; `None` if it does not stand there.
fn extent(phrase: &str, text: &str, tokens: &[Token]) -> Option<usize> {
    let start = tokens.first()?.span.start as usize;
    let source = text.get(start..)?;
    let taken = if reads_plainly(phrase, source) { phrase.len() } else { reading(phrase, source)? };
    let end = start + taken;
    let last = tokens.iter().position(|token| token.span.end as usize >= end)?;
    let excess = text.get(end..tokens.get(last)?.span.end as usize)?;
    (excess.is_empty() || excess == ".").then_some(last + 1)
}

/// Whether a text begins with a phrase letter for letter, but for capitals where it has none.
fn reads_plainly(phrase: &str, source: &str) -> bool {
    let same = |(&want, &have): (&u8, &u8)| {
        want == have || (want.is_ascii_lowercase() && have.to_ascii_lowercase() == want)
    };
    let phrase = phrase.as_bytes();
    let source = source.as_bytes().get(..phrase.len());
    source.is_some_and(|source| source == phrase || phrase.iter().zip(source).all(same))
}

/// How many bytes of a text a phrase takes with which it begins in some way.
fn reading(phrase: &str, source: &str) -> Option<usize> {
    let mut rest = source;
    let acronym = is_acronym(phrase);
    let mut first = true;
    let mut pattern = phrase.chars().peekable();
    while let Some(want) = pattern.next() {
        let have = rest.chars().next();
        if want == ' ' {
            if have == Some('.') {
                rest = rest.strip_prefix('.')?;
            }
            let trimmed = rest.trim_start();
            let gap = rest.get(..rest.len() - trimmed.len())?;
            if gap.is_empty() || gap.bytes().filter(|&b| b == b'\n').count() > 1 {
                return None;
            }
            rest = trimmed;
            continue;
        }
        let missing_stop = want == '.' && have != Some('.');
        if missing_stop && pattern.peek().is_none_or(|&next| next == ' ') {
            continue;
        }
        let have = have?;
        let same = want == have
            || (want.is_lowercase() && have.to_lowercase().eq([want]))
            || (acronym && !first && have.to_uppercase().eq([want]))
            || (matches!(want, '\'' | '’') && matches!(have, '\'' | '’'))
            || (want == '-' && matches!(have, '\u{2010}' | '\u{2011}'));
        if !same {
            return None;
        }
        rest = rest.get(have.len_utf8()..)?;
        first = false;
    }
    Some(source.len() - rest.len())
}

/// Capitals only, and enough of them that the text may write it as a word: "NATO", "Nato".
fn is_acronym(phrase: &str) -> bool {
    phrase.len() >= 4 && phrase.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn longest(phrases: &Phrases<u8>, text: &str) -> Option<(usize, u8)> {
        let tokens = tokenize(text);
        phrases
            .longest(first_keys(text, &tokens), text, &tokens)
            .map(|(count, &value)| (count, value))
    }

    fn phrases() -> Phrases<u8> {
        let phrases = [
            ("New York", 1),
            ("New York Times", 2),
            ("St. Ives", 3),
            ("Lloyd's of Town", 4),
            ("NATO", 5),
            ("secretary of state", 6),
            ("US", 7),
            ("Weir, Ohio", 8),
            ("US", 9),
        ];
        Phrases::new(phrases.into_iter())
    }

    #[test]
    fn the_longest_wins() {
        assert_eq!(longest(&phrases(), "New York Times reporters"), Some((3, 2)));
        assert_eq!(longest(&phrases(), "New York time"), Some((2, 1)));
        assert_eq!(longest(&phrases(), "New Yorkers"), None);
        assert_eq!(longest(&phrases(), "New\nYork"), Some((2, 1)));
        assert_eq!(longest(&phrases(), "New\n\nYork"), None);
    }

    #[test]
    fn capitals_must_be_capitals() {
        assert_eq!(longest(&phrases(), "NEW YORK"), Some((2, 1)));
        assert_eq!(longest(&phrases(), "new York"), None);
        assert_eq!(longest(&phrases(), "US"), Some((1, 7)));
        assert_eq!(longest(&phrases(), "us"), None);
        assert_eq!(longest(&phrases(), "Us"), None);
        assert_eq!(longest(&phrases(), "Nato"), Some((1, 5)));
        assert_eq!(longest(&phrases(), "nato"), None);
        assert_eq!(longest(&phrases(), "Secretary of State"), Some((3, 6)));
    }

    #[test]
    fn stops_and_apostrophes_may_differ() {
        assert_eq!(longest(&phrases(), "St Ives is"), Some((2, 3)));
        assert_eq!(longest(&phrases(), "St. Ives."), Some((2, 3)));
        assert_eq!(longest(&phrases(), "Lloyd’s of Town"), Some((4, 4)));
        assert_eq!(longest(&phrases(), "Weir, Ohio"), Some((3, 8)));
    }

    #[test]
    fn exactly_takes_every_token() {
        let text = "the secretary of state said";
        let tokens = tokenize(text);
        assert_eq!(phrases().exactly(text, &tokens[1..4]), Some(&6));
        assert_eq!(phrases().exactly(text, &tokens[1..5]), None);
        assert_eq!(phrases().exactly(text, &[]), None);
    }
}

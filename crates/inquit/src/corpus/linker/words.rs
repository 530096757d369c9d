//! The words of statements, each wording kept once.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::statement::Statement;
use crate::corpus::alignment::weight;
use crate::corpus::stored::{Bytes, Stored};
use crate::corpus::wording::{CanonicalKey, Wording};
use crate::quote::QuoteKind;
use crate::text::Span;

/// A wording by number.
pub(super) type WordsNumber = u32;

/// What is kept of a wording.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) text: Box<str>,
    /// What of it stands in quotation marks; nothing of an indirect one.
    pub(super) marked: Box<[Span]>,
    pub(super) keys: Box<[CanonicalKey]>,
    /// Of the keys, those inside the marks of a mixed one; empty for the others.
    pub(super) inside: Box<[bool]>,
    /// What the words that are not of the grammar have in common with their other forms, in order.
    pub(super) stems: Box<[Stem]>,
    pub(super) kind: QuoteKind,
}

/// The stem of a word, and whether it is the name of a place, organisation or group.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct Stem(pub(super) u32);

impl Stem {
    /// The same for a word that is a name in one place and none in another.
    pub(super) const fn word(self) -> u32 {
        self.0 >> 1
    }

    /// The most that it tells of what was said: a name tells less than another word.
    pub(super) const fn most(self) -> u32 {
        if self.is_name() { 2 } else { 4 }
    }

    /// Whether it stands for a name, which all that is said of a topic shares.
    pub(super) const fn is_name(self) -> bool {
        self.0 & 1 == 1
    }
}

impl Words {
    fn new(statement: &Statement, kind: QuoteKind) -> Words {
        let wording = statement.wording();
        let keys: Box<[CanonicalKey]> = wording.tokens.iter().map(|token| token.key).collect();
        let is_marked = |at: usize| wording.words.get(at).is_some_and(|word| word.is_marked);
        let inside: Box<[bool]> = match kind {
            QuoteKind::Mixed => wording.tokens.iter().map(|token| is_marked(token.first)).collect(),
            _ => Box::default(),
        };
        let mut stems: Vec<Stem> = wording
            .tokens
            .iter()
            .filter(|token| !token.key.is_light())
            .map(|token| {
                Stem(token.stem & !1 | u32::from(is_name(&wording, token.first, token.key)))
            })
            .collect();
        stems.sort_unstable();
        stems.dedup();
        Words {
            text: statement.text.as_str().into(),
            marked: statement.marked.as_slice().into(),
            keys,
            inside,
            stems: stems.into(),
            kind,
        }
    }

    /// The wording, to be shown.
    pub(super) fn wording(&self) -> Wording<'_> {
        Wording::new(&self.text, &[Span::of(0..self.text.len())], &self.marked)
    }

    /// The weight of all its words.
    pub(super) fn weight(&self) -> u32 {
        self.keys.iter().map(|&key| weight(key)).sum()
    }

    /// Whether a key stands inside the marks.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        self.kind == QuoteKind::Direct || self.inside.get(at).copied().unwrap_or(false)
    }
}

/// Whether a word is a name: one of the lists, or a capital inside a sentence.
fn is_name(wording: &Wording<'_>, word: usize, key: CanonicalKey) -> bool {
    key.is_name() || (word > 0 && wording.word(word).starts_with(char::is_uppercase))
}

/// The text is kept; the rest is made of it.
impl Stored for Words {
    fn write(&self, out: &mut Vec<u8>) {
        self.text.write(out);
        self.marked.write(out);
        self.kind.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Words> {
        let text = Box::<str>::read(from)?;
        let marked = Vec::<Span>::read(from)?;
        let statement = Statement { spans: Vec::new(), text: text.into(), marked };
        Some(Words::new(&statement, QuoteKind::read(from)?))
    }
}

/// All wordings.
#[derive(Debug, Default)]
pub(super) struct Lexis {
    all: Vec<Words>,
    by_text: HashMap<u64, WordsNumber>,
    seed: RandomState,
}

impl Lexis {
    pub(super) fn get(&self, number: WordsNumber) -> Option<&Words> {
        self.all.get(number as usize)
    }

    /// The number of a wording, and whether it was known.
    pub(super) fn number(&mut self, statement: &Statement, kind: QuoteKind) -> (WordsNumber, bool) {
        let hash = self.hash(&statement.text, kind, &statement.marked);
        if let Some(&number) = self.by_text.get(&hash)
            && let Some(known) = self.get(number)
            && *known.text == *statement.text
            && known.kind == kind
        {
            return (number, true);
        }
        (self.add(Words::new(statement, kind)), false)
    }

    /// Adds a wording that is not known; gives its number.
    pub(super) fn add(&mut self, words: Words) -> WordsNumber {
        let number = WordsNumber::try_from(self.all.len()).unwrap_or(WordsNumber::MAX);
        let hash = self.hash(&words.text, words.kind, &words.marked);
        self.all.push(words);
        self.by_text.insert(hash, number);
        number
    }

    fn hash(&self, text: &str, kind: QuoteKind, marked: &[Span]) -> u64 {
        self.seed.hash_one((text, kind, marked))
    }

    /// All of them, in order of number.
    pub(super) fn all(&self) -> &[Words] {
        &self.all
    }
}

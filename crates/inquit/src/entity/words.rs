//! A text seen as its tokens, with the questions that rules about names ask of them.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use super::looked_up::{LookedUp, is_capitalized};
use crate::lexicon::{Class, Listed, Role, Word, WordId, WordKey, lexicon, listed_at, role};
use crate::text::{Span, Token, TokenKind};

/// Longest gap between two words of one name, in bytes: a space, a line break, a wide space.
const LONGEST_GAP: u32 = 3;

/// The tokens of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// What they are, where that was looked up before.
    known: Option<&'a LookedUp>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token]) -> Words<'a> {
        Words { text, tokens, known: None }
    }

    /// The same, with what was looked up.
    pub(crate) fn with_known(self, known: &'a LookedUp) -> Words<'a> {
        Words { known: Some(known), ..self }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    /// The token as it stands; empty where there is none.
    pub(super) fn surface(self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|token| token.span.get(self.text)).unwrap_or_default()
    }

    /// The bytes of the token; none where there is none.
    #[inline]
    pub(super) fn bytes(self, at: usize) -> &'a [u8] {
        let token = self.tokens.get(at);
        let bytes = token.and_then(|it| self.text.as_bytes().get(it.span.range()));
        bytes.unwrap_or_default()
    }

    pub(super) fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    #[inline]
    pub(super) fn key(self, at: usize) -> WordKey {
        let known = self.known.and_then(|known| known.keys.get(at).copied());
        known.unwrap_or_else(|| WordKey::of(self.surface(at)))
    }

    /// The keys of all tokens.
    pub(super) fn keys(self) -> Cow<'a, [WordKey]> {
        match self.known {
            Some(known) => Cow::Borrowed(&known.keys),
            None => (0..self.len()).map(|at| self.key(at)).collect(),
        }
    }

    /// The key of a word of a name; "al-Assad" is Assad.
    pub(super) fn part_key(self, at: usize) -> WordKey {
        if !self.may_be_joined(at) {
            return self.key(at);
        }
        let part = self.without_article(at);
        if part.len() == self.surface(at).len() { self.key(at) } else { WordKey::of(part) }
    }

    /// A word of a name without the article joined to it: "Assad" of "al-Assad".
    pub(super) fn without_article(self, at: usize) -> &'a str {
        const ARTICLES: [&str; 9] = ["al", "el", "as", "ad", "an", "ar", "at", "az", "ash"];

        let surface = self.surface(at);
        if !self.may_be_joined(at) {
            return surface;
        }
        let bare = split_at_hyphen(surface).filter(|(prefix, rest)| {
            ARTICLES.iter().any(|it| prefix.eq_ignore_ascii_case(it))
                && rest.starts_with(char::is_uppercase)
        });
        bare.map_or(surface, |(_, rest)| rest)
    }

    #[inline]
    pub(super) fn role(self, at: usize) -> Role {
        match self.known {
            Some(known) => known.roles.get(at).copied().unwrap_or_default(),
            None if self.is_word(at) => self.word(at).role,
            None => Role::NONE,
        }
    }

    /// The keys of a token and of the next, if `longer` phrases are asked for.
    pub(super) fn first_keys(self, at: usize, longer: bool) -> [Option<WordKey>; 2] {
        let next = Some(at + 1).filter(|&next| longer && next < self.len());
        [Some(self.key(at)), next.map(|next| self.key(next))]
    }

    /// The longest listed name that begins with a token, and how many tokens it takes.
    pub(super) fn listed(self, at: usize) -> Option<(usize, Listed)> {
        let role = self.role(at);
        if !role.any(Role::BEGINS_LISTED) {
            return None;
        }
        let keys = self.first_keys(at, role.any(Role::BEGINS_LONG));
        listed_at(keys, self.text, self.from(at))
    }

    /// What is known of the word at a place.
    #[inline]
    pub(super) fn word(self, at: usize) -> &'static Word {
        let id = match self.known {
            Some(known) => known.ids.get(at).copied().unwrap_or_default(),
            None => lexicon().find(self.surface(at)),
        };
        lexicon().word(id)
    }

    /// The tokens from `at` on.
    pub(super) fn from(self, at: usize) -> &'a [Token] {
        self.tokens.get(at..).unwrap_or_default()
    }

    /// The numbers of all tokens in the lexicon.
    pub(super) fn ids(self) -> Cow<'a, [WordId]> {
        match self.known {
            Some(known) => Cow::Borrowed(&known.ids),
            None => (0..self.len()).map(|at| lexicon().find(self.surface(at))).collect(),
        }
    }

    /// Whether a token is of letters of ASCII and nothing else.
    pub(super) fn is_plain(self, at: usize) -> bool {
        let bytes = self.bytes(at);
        !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphabetic)
    }

    /// The tokens in which these letters stand, in order. Where few do, a search of the whole text is
    /// faster than a look at each token.
    pub(super) fn holding(self, letters: &str) -> impl Iterator<Item = usize> {
        let mut last = None;
        memmem::find_iter(self.text.as_bytes(), letters)
            .map(move |byte| self.tokens.partition_point(|it| it.span.end as usize <= byte))
            .filter(move |&at| last.replace(at) != Some(at))
    }

    /// From the start of one token to the end of the one before `end`.
    pub(super) fn span(self, start: usize, end: usize) -> Span {
        let first = self.tokens.get(start).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        Span::new(first, last.map_or(first, |token| token.span.end))
    }

    /// The first token that begins at or after a byte.
    pub(super) fn at_byte(self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// One past the last token that ends at or before a byte.
    pub(super) fn before_byte(self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }

    /// Whether the token follows the one before it as the words of a name do.
    pub(super) fn adjoins(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return false;
        };
        let Some(token) = self.tokens.get(at) else { return false };
        match token.span.start.saturating_sub(before.span.end) {
            0 => false,
            1 => true,
            gap => {
                let gap_text = Span::new(before.span.end, token.span.start).get(self.text);
                let lines = gap_text.map_or(0, |it| it.bytes().filter(|&b| b == b'\n').count());
                gap <= LONGEST_GAP && lines < 2
            }
        }
    }

    /// Whether a word is written as names are: "Kerry", "al-Assad", "d'Ivoire".
    #[inline]
    pub(super) fn is_capitalized(self, at: usize) -> bool {
        match self.known {
            Some(known) => known.capitals.has(at),
            None => self.is_word(at) && is_capitalized(self.bytes(at)),
        }
    }

    /// The first word among these that is written so.
    pub(super) fn next_capitalized(self, mut among: Range<usize>) -> Option<usize> {
        match self.known {
            Some(known) => known.capitals.first(among),
            None => among.find(|&at| self.is_capitalized(at)),
        }
    }

    /// Whether a word may have a hyphen or apostrophe, as few have.
    #[inline]
    pub(super) fn may_be_joined(self, at: usize) -> bool {
        self.known.is_none_or(|known| known.joined.has(at))
    }

    /// The part before the hyphen of an adjective such as "US-led" or "Kerry-backed".
    pub(super) fn compound(self, at: usize) -> Option<&'a str> {
        if !self.may_be_joined(at) {
            return None;
        }
        let (head, tail) = self.surface(at).rsplit_once(['-', '\u{2010}', '\u{2011}'])?;
        let small = tail.starts_with(char::is_lowercase);
        let ending = tail.ends_with("ed") || role(WordKey::of(tail)).any(Role::COMPOUND_END);
        (small && ending && !head.is_empty()).then_some(head)
    }

    /// Whether nothing but marks stands between the start of the sentence, a quotation or what
    /// follows a colon, and this token, so that its capital may be due to its place.
    pub(super) fn is_initial(self, at: usize, sentence: usize) -> bool {
        if at <= sentence {
            return true;
        }
        let before = at - 1;
        match self.kind(before) {
            Some(TokenKind::QuotationMark) => true,
            Some(TokenKind::Punctuation) => {
                matches!(self.surface(before), "." | ":" | "?" | "!" | "…" | "•" | "*" | "...")
                    || self.is_initial_dash(before, sentence)
            }
            _ => false,
        }
    }

    /// Whether nothing goes on at a token that a name before it could belong to: no noun.
    pub(super) fn ends_name(self, at: usize) -> bool {
        const ENDS: Class = Class::AUXILIARY
            .or(Class::PREPOSITION)
            .or(Class::CONJUNCTION)
            .or(Class::RELATIVE)
            .or(Class::ADVERB);
        if !self.is_word(at) || !self.adjoins(at) {
            return true;
        }
        let word = self.word(at);
        let verb = word.role.any(Role::AFTER_PERSON) || !word.cues.is_empty() || self.is_past(at);
        verb || word.classes.any(ENDS)
    }

    /// Whether a name of a body begins with a word of its own, by which it may be called: "Norfjord
    /// Lines".
    pub(super) fn names_company(self, tokens: &Range<usize>) -> bool {
        const SHARED: Role = Role::GIVEN
            .or(Role::BEGINS_LISTED)
            .or(Role::BEGINS_TITLE)
            .or(Role::OFFICE_MODIFIER)
            .or(Role::ORGANIZATION_HEAD)
            .or(Role::ORGANIZATION_OF)
            .or(Role::PLACE_HEAD)
            .or(Role::PLACE_FIRST)
            .or(Role::AMBIGUOUS)
            .or(Role::COMMON)
            .or(Role::PEOPLE)
            .or(Role::STOP);
        let first = self.surface(tokens.start);
        let last = self.surface(tokens.end - 1);
        tokens.len() == 2
            && first.len() >= 4
            && !is_all_capitals(first)
            && !self.role(tokens.start).any(SHARED)
            && self.word(tokens.start).classes == Class::NONE
            && (self.role(tokens.end - 1).any(Role::CORPORATE)
                || last.ends_with('s') && !self.role(tokens.end - 1).any(Role::ORGANIZATION_HEAD))
    }

    /// Whether a word is a verb that tells what somebody did.
    pub(super) fn is_past(self, at: usize) -> bool {
        let surface = self.surface(at);
        let ends = surface.ends_with("ed") && surface.starts_with(char::is_lowercase);
        ends || self.word(at).classes.any(Class::VERB)
    }

    fn is_initial_dash(self, at: usize, sentence: usize) -> bool {
        at == sentence && matches!(self.surface(at), "-" | "–" | "—" | "(" | "[" | "·" | ">")
    }
}

/// What stands before the first hyphen of a word and behind it. Words are so short that their bytes
/// are looked through faster than searched.
pub(super) fn split_at_hyphen(word: &str) -> Option<(&str, &str)> {
    let at = word.bytes().position(|byte| byte == b'-')?;
    Some((word.get(..at)?, word.get(at + 1..)?))
}

/// Whether a word is all capitals, at least two of them: "NATO", "U.N.", "G20".
pub(super) fn is_all_capitals(word: &str) -> bool {
    let mut capitals = 0;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    #[test]
    fn capitals() {
        assert!(is_all_capitals("U.N.") && is_all_capitals("G20B"));
        assert!(!is_all_capitals("A") && !is_all_capitals("Un") && !is_all_capitals("12"));
    }

    #[test]
    fn compounds() {
        let text = "US-led Kerry-backed Jae-in well-known Saudi-American";
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let heads: Vec<_> = (0..5).map(|at| words.compound(at)).collect();
        assert_eq!(heads, [Some("US"), Some("Kerry"), None, None, None]);
    }

    #[test]
    fn initial_positions() {
        let text = "- Kerry said: “Assad must go.” But Kerry";
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let initial: Vec<&str> = (0..tokens.len())
            .filter(|&at| words.is_word(at) && words.is_initial(at, 0))
            .map(|at| words.surface(at))
            .collect();
        assert_eq!(initial, ["Kerry", "Assad", "But"]);
    }
}

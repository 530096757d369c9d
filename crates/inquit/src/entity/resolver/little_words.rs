//! Where a text is read closely: its pronouns, its stops and marks, and the words behind "the".

use std::sync::LazyLock;

use super::pronoun::PRONOUN;
use crate::entity::words::Words;
use crate::lexicon::{WordSet, lexicon};
use crate::text::TokenKind;

/// The places of a text's little words and signs, in order. What stands between them is not looked at
/// again.
#[derive(Debug)]
pub(super) struct LittleWords {
    /// "The", in small letters or capitals.
    pub(super) articles: Vec<usize>,
    /// What may be a pronoun that can be resolved, stops, and quotation marks.
    pub(super) spots: Vec<usize>,
}

impl LittleWords {
    pub(super) fn of(words: Words<'_>) -> LittleWords {
        static PRONOUNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of_class(PRONOUN));
        let (pronouns, the) = (&*PRONOUNS, lexicon().find("the"));
        let mut little = LittleWords {
            articles: Vec::with_capacity(words.len() / 16),
            spots: Vec::with_capacity(words.len() / 8),
        };
        for (at, (token, &id)) in words.tokens.iter().zip(&*words.ids()).enumerate() {
            match token.kind {
                // "The." is no article.
                TokenKind::Word if id == the && token.span.len() == 3 => little.articles.push(at),
                TokenKind::Word if pronouns.has(id) => little.spots.push(at),
                TokenKind::Punctuation if is_stop(words, at) => little.spots.push(at),
                TokenKind::QuotationMark => little.spots.push(at),
                _ => {}
            }
        }
        little
    }
}

/// Whether a mark ends a sentence.
pub(super) fn is_stop(words: Words<'_>, at: usize) -> bool {
    matches!(words.bytes(at), b"." | b"?" | b"!")
}

//! The little words of a text from which more is read: pronouns, and "the".

use super::pronoun::may_be_pronoun;
use crate::entity::words::Words;
use crate::lexicon::Class;

/// The places of a text's little words, in order.
pub(super) struct LittleWords {
    /// "The", in small letters or capitals.
    pub(super) articles: Vec<usize>,
    /// What may be a pronoun that can be resolved.
    pub(super) pronouns: Vec<usize>,
}

impl LittleWords {
    pub(super) fn of(words: Words<'_>) -> LittleWords {
        let found = words.of_class(Class::PERSONAL.or(Class::DETERMINER)).into_iter();
        let found = found.filter(|&at| words.is_word(at));
        let (pronouns, others): (Vec<_>, Vec<_>) = found.partition(|&at| may_be_pronoun(words, at));
        let is_the = |at: &usize| words.bytes(*at).eq_ignore_ascii_case(b"the");
        LittleWords { articles: others.into_iter().filter(is_the).collect(), pronouns }
    }
}

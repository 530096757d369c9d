//! Whether a text looks like English, the one language that the rules and models know.

use crate::lexicon::{Class, WordId, lexicon};
use crate::text::{Token, TokenKind};

/// The little words, of which every language has its own.
const LITTLE: Class = Class::DETERMINER
    .or(Class::POSSESSIVE)
    .or(Class::SUBJECT)
    .or(Class::OBJECT)
    .or(Class::AUXILIARY)
    .or(Class::NEGATION)
    .or(Class::PREPOSITION)
    .or(Class::CONJUNCTION)
    .or(Class::SUBORDINATOR)
    .or(Class::WH);

/// A text of fewer words is too short to tell.
const LEAST_WORDS: u32 = 25;
/// Where words are not parted by spaces, so many bytes count as one.
const LONGEST_WORD: u32 = 12;
/// At least so many in a hundred words of English are little ones, even in a list of headlines; it is
/// four times as many in running text, and hardly half as many where another language has some of the
/// same spelling.
const LEAST_SHARE: u64 = 7;

/// `false` if a text is long enough to tell and has few of the little words of English.
pub(super) fn looks_english(tokens: &[Token], words: &[WordId]) -> bool {
    let (mut all, mut little) = (0_u32, 0_u32);
    for (token, word) in tokens.iter().zip(words) {
        if matches!(token.kind, TokenKind::Word | TokenKind::Clitic) {
            all += 1 + token.span.len() / LONGEST_WORD;
            little += u32::from(lexicon().word(*word).classes.any(LITTLE));
        }
    }
    all < LEAST_WORDS || u64::from(little) * 100 >= u64::from(all) * LEAST_SHARE
}

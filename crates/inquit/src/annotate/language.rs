//! Whether a text looks like English, the one language that the rules and models know.

use crate::lexicon::Class;
use crate::quote::Glance;
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
const LEAST_WORDS: u64 = 25;
/// Where words are not parted by spaces, so many bytes count as one.
const LONGEST_WORD: u32 = 12;
/// In running text at least so many in a hundred words are little ones of English: two or three times
/// as many, hardly half as many where another language has some of the same spelling.
const LEAST_SHARE: u64 = 15;
/// Little words that hardly any other language spells so, of which there are some even in headlines.
const PLAIN: [&str; 9] = ["the", "of", "and", "to", "for", "with", "by", "from", "that"];
/// At least so many in a thousand words are of these.
const LEAST_PLAIN: u64 = 25;

/// `false` if a text is long enough to tell and has few of the little words of English.
pub(super) fn looks_english(text: &str, tokens: &[Token], glances: &[Glance]) -> bool {
    let most = tokens.len() as u64 + text.len() as u64 / u64::from(LONGEST_WORD);
    let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Clitic);
    let is_little = |glance: &Glance| glance.classes.any(LITTLE);
    let (mut all, mut little) = (0_u64, 0_u64);
    for (token, glance) in tokens.iter().zip(glances) {
        let count = u32::from(is_word(token)) * (1 + token.span.len() / LONGEST_WORD);
        all += u64::from(count);
        little += u64::from(count > 0 && is_little(glance));
        // There cannot be so many more words that these are too few.
        if little * 100 >= most * LEAST_SHARE {
            return true;
        }
    }
    if all < LEAST_WORDS || little * 100 >= all * LEAST_SHARE {
        return true;
    }
    let is_plain = |surface: &str| PLAIN.iter().any(|it| surface.eq_ignore_ascii_case(it));
    let mut plain = 0_u64;
    for (token, _) in tokens.iter().zip(glances).filter(|(_, glance)| is_little(glance)) {
        plain += u64::from(is_word(token) && is_plain(&text[token.span]));
    }
    plain * 1000 >= all * LEAST_PLAIN
}

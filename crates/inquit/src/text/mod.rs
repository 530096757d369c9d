//! Text without meaning: spans, offsets, tokens, paragraphs, quotation marks, sentences.

mod abbreviation;
mod accent;
mod chars;
mod combining;
mod decimal;
mod eight;
mod fold;
mod marks;
mod offsets;
mod paragraph;
mod scan;
mod sentence;
mod span;
mod token;

pub(crate) use self::accent::fold_accent;
pub(crate) use self::chars::{char_at, char_before, is_space, is_word};
pub(crate) use self::combining::is_mark;
pub(crate) use self::decimal::{Decimal, digit};
pub(crate) use self::eight::{HIGH, ONES, below, eight, equal, rest};
pub(crate) use self::fold::{fold_case, fold_sign, is_any_apostrophe, is_hidden};
pub(crate) use self::marks::pair_in_paragraphs;
pub use self::marks::{Marked, pair_marks};
pub(crate) use self::offsets::{CharCount, OffsetMap};
pub(crate) use self::paragraph::paragraphs;
pub(crate) use self::scan::{
    BLOCK, FirstWord, Masks, Work, classify, filter_bits, filter_place, find_first_words,
    hash_word, in_filter, last_bytes, prefetch, with_best_instructions,
};
pub(crate) use self::sentence::{TokenRange, inner_sentences, outer_sentences, span_of};
pub use self::span::{CharSpan, Span, Utf16Span};
pub use self::token::{Token, TokenKind, tokenize};

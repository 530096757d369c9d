//! Looking at many letters at once, with the vector instructions that there are when the program runs.
//!
//! This and the mapping of files are the only places with unsafe code. Each kernel has a twin without,
//! which says what it computes, and a test that holds the two against each other.

mod classes;
mod processor;
mod words;

pub(crate) use self::classes::{BLOCK, Masks, classify};
pub(crate) use self::processor::{Work, prefetch, with_best_instructions};
pub(crate) use self::words::{
    FirstWord, filter_bits, filter_place, find_first_words, hash_word, in_filter, last_bytes,
};

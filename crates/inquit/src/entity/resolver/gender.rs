//! Whether a person is he or she: from titles and given names.

use std::ops::Range;

use crate::entity::offices::title_here;
use crate::entity::words::Words;
use crate::lexicon::Gender;

/// The gender that the titles in a stretch of tokens tell.
pub(super) fn of_titles(words: Words<'_>, tokens: Range<usize>) -> Option<Gender> {
    let mut at = tokens.start;
    while at < tokens.end {
        let title = title_here(words, at);
        if let Some(gender) = title.and_then(|it| it.title.gender) {
            return Some(gender);
        }
        at += title.map_or(1, |it| it.tokens.max(1));
    }
    None
}

/// The gender that the given names of a full name tell: the first that does.
pub(super) fn of_full_name(words: Words<'_>, tokens: Range<usize>) -> Option<Gender> {
    let given = tokens.start..tokens.end.saturating_sub(1);
    given.take(2).find_map(|at| words.role(at).gender())
}

/// Whether two could be that of one person.
pub(super) fn agree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

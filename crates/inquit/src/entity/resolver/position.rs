//! Where a word stands: at the start of a clause, inside quotation marks.

use crate::entity::words::Words;
use crate::lexicon::{Class, Role};
use crate::text::TokenKind;

/// Most words of a title and the like between the start of a clause and the name of its subject.
const MOST_BEFORE: usize = 5;

/// Words before which a clause ends and another begins.
const JOINTS: Class = Class::CONJUNCTION
    .or(Class::SUBORDINATOR)
    .or(Class::WH)
    .or(Class::AUXILIARY)
    .or(Class::DAY)
    .or(Class::TIME)
    .or(Class::ADVERB);

/// Whether a name begins a clause, so that it is the subject of it: nothing stands before it, or
/// what does joins clauses. `opens` says of a token whether a quotation begins with it.
pub(super) fn opens_clause(words: Words<'_>, start: usize, opens: impl Fn(usize) -> bool) -> bool {
    let mut first = start;
    for _ in 0..MOST_BEFORE {
        let Some(before) = first.checked_sub(1) else { return true };
        let part = words.role(before).any(Role::ENDS_TITLE) || words.is_capitalized(before);
        if !part || !words.adjoins(first) || opens(first) {
            break;
        }
        first = before;
    }
    let Some(before) = first.checked_sub(1) else { return true };
    if opens(first) || !words.is_word(before) {
        return !is_possessive(words, before);
    }
    let class = words.word(before).classes;
    class.any(JOINTS) && !class.any(Class::PREPOSITION)
}

/// "'s", or the lone apostrophe after an s.
pub(super) fn is_possessive(words: Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(TokenKind::Clitic) => matches!(words.surface(at), "'s" | "’s" | "'S" | "’S"),
        Some(TokenKind::QuotationMark) => {
            let after = at.checked_sub(1).map(|before| words.surface(before));
            matches!(words.surface(at), "'" | "’")
                && after.is_some_and(|word| word.ends_with(['s', 'S']))
                && !words.adjoins(at)
                && words.adjoins(at + 1)
        }
        _ => false,
    }
}

/// Whether what follows a mark stands in quotation marks, if what is before it does or not.
pub(super) fn marked_after(words: Words<'_>, at: usize, marked: bool) -> bool {
    match words.surface(at) {
        "“" | "«" | "„" | "``" => true,
        "”" | "»" | "''" => false,
        "\"" => !marked,
        // Single marks are apostrophes more often than not: one opens after a space and before a
        // word, and closes the other way round.
        "‘" | "'" | "’" => {
            let glued = |left: Option<usize>, right: usize| {
                let end = left.and_then(|left| words.tokens.get(left)).map(|it| it.span.end);
                end.is_some() && end == words.tokens.get(right).map(|it| it.span.start)
            };
            let (left, right) = (glued(at.checked_sub(1), at), glued(Some(at), at + 1));
            if marked { !left || right } else { right && !left }
        }
        _ => marked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    #[test]
    fn clauses_open_with_their_subject() {
        let text = "Ada said that President Bob, whom Cyd of Dee met, and Eve praised Fay.";
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let open: Vec<&str> = (0..tokens.len())
            .filter(|&at| words.surface(at).len() == 3 && words.is_capitalized(at))
            .filter(|&at| opens_clause(words, at, |_| false))
            .map(|at| words.surface(at))
            .collect();
        assert_eq!(open, ["Ada", "Bob", "Cyd", "Eve"]);
    }

    #[test]
    fn marks_open_and_close() {
        let text = "no “yes don't 'yes' yes” no 'yes' no \"yes\" no Ada's no";
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let mut marked = false;
        for at in 0..tokens.len() {
            if words.kind(at) == Some(TokenKind::QuotationMark) {
                marked = marked_after(words, at, marked);
            }
            match words.surface(at) {
                "no" => assert!(!marked, "{at}"),
                "yes" if at != 8 => assert!(marked, "{at}"),
                _ => {}
            }
        }
    }
}

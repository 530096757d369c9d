//! Titles where they stand in a text: "Mr", "Foreign Secretary", "then-president".

use super::words::{Words, split_at_hyphen};
use crate::lexicon::{Role, Title, TitleClass, WordKey, title_at, title_of};
use crate::text::tokenize;

/// Most words of one title, modifiers included.
const LONGEST: usize = 6;
/// Most words such as "deputy" before an office.
const MOST_MODIFIERS: usize = 3;

/// A title and how many tokens it takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct TitleHere {
    pub(super) tokens: usize,
    pub(super) title: Title,
}

/// What a title may begin with, and what one of more words.
const BEGINS: Role = Role::BEGINS_TITLE.or(Role::OFFICE_MODIFIER);
const BEGINS_LONG: Role = Role::BEGINS_LONG_TITLE.or(Role::OFFICE_MODIFIER);

/// How many tokens the title takes that begins with a token, if there are more than one.
pub(super) fn long_title_here(words: Words<'_>, at: usize) -> Option<usize> {
    let long = words.role(at).any(BEGINS_LONG);
    long.then(|| title_here(words, at)).flatten().map(|it| it.tokens).filter(|&tokens| tokens > 1)
}

/// The title that begins with a token, with the words that belong to its office: "deputy",
/// "interior".
pub(super) fn title_here(words: Words<'_>, at: usize) -> Option<TitleHere> {
    if !words.role(at).any(BEGINS) && !words.may_be_joined(at) {
        return None;
    }
    let plain = plain_title(words, at);
    let mut modifiers = 0;
    while modifiers < MOST_MODIFIERS && words.role(at + modifiers).any(Role::OFFICE_MODIFIER) {
        modifiers += 1;
        if !words.adjoins(at + modifiers) {
            break;
        }
        let Some(office) = plain_title(words, at + modifiers) else { continue };
        let tokens = modifiers + office.tokens;
        if office.title.class == TitleClass::Office && plain.is_none_or(|it| it.tokens < tokens) {
            return Some(TitleHere { tokens, ..office });
        }
    }
    plain
}

fn plain_title(words: Words<'_>, at: usize) -> Option<TitleHere> {
    if !words.is_word(at) {
        return None;
    }
    if words.role(at).any(Role::BEGINS_TITLE) {
        let longer = words.role(at).any(Role::BEGINS_LONG_TITLE);
        let found = title_at(words.first_keys(at, longer), words.text, words.from(at));
        if let Some((tokens, title)) = found {
            return Some(TitleHere { tokens, title });
        }
    }
    hyphenated_title(words, at)
}

/// The title inside "ex-president", "vice-chancellor" or "president-elect".
fn hyphenated_title(words: Words<'_>, at: usize) -> Option<TitleHere> {
    if !words.may_be_joined(at) {
        return None;
    }
    let (head, tail) = split_at_hyphen(words.surface(at))?;
    let office = if tail.eq_ignore_ascii_case("elect") { head } else { tail };
    let known = crate::lexicon::role(WordKey::of(office)).any(Role::BEGINS_TITLE);
    let tokens = if known { tokenize(office) } else { return None };
    let title = title_of(office, &tokens).filter(|title| title.class == TitleClass::Office)?;
    Some(TitleHere { tokens: 1, title })
}

/// The longest title that ends right before a token.
pub(super) fn title_before(words: Words<'_>, end: usize) -> Option<TitleHere> {
    let last = end.checked_sub(1)?;
    let ends = words.role(last).any(Role::ENDS_TITLE);
    if !ends && !words.may_be_joined(last) || !words.adjoins(end) || !words.is_word(last) {
        return None;
    }
    if !ends {
        return hyphenated_title(words, last);
    }
    let most = LONGEST.min(end);
    let mut found = None;
    for count in 1..=most {
        if count > 1 && !words.adjoins(end - count + 1) {
            break;
        }
        let tokens = words.tokens.get(end - count..end).unwrap_or_default();
        if let Some(title) = title_of(words.text, tokens) {
            found = Some(TitleHere { tokens: count, title });
        }
    }
    let mut found = found?;
    if found.title.class == TitleClass::Office {
        let most = found.tokens + MOST_MODIFIERS;
        while found.tokens < most && end > found.tokens {
            let before = end - found.tokens - 1;
            let joined = words.adjoins(before + 1);
            if !joined || !words.role(before).any(Role::OFFICE_MODIFIER) {
                break;
            }
            found.tokens += 1;
        }
    }
    let word = words.surface(end - found.tokens);
    let small = word.starts_with(char::is_lowercase);
    // "in general Kerry": an office only with a capital. "mr" and "miss" in small letters are none.
    let doubtful = found.title.class == TitleClass::Honorific
        || (found.tokens == 1 && words.role(end - 1).any(Role::CAPITAL_OFFICE));
    (!(small && doubtful)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    #[track_caller]
    fn before(text: &str, expected: Option<&str>) {
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let end = words.len() - 1;
        let found = title_before(words, end).map(|it| &text[words.span(end - it.tokens, end)]);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn titles_before_a_name() {
        before("the secretary of state Roe", Some("secretary of state"));
        before("Mr. Roe", Some("Mr."));
        before("its deputy foreign minister Roe", Some("deputy foreign minister"));
        before("the interior minister Roe", Some("interior minister"));
        before("then-president Roe", Some("then-president"));
        before("in general Roe", None);
        before("the president, Roe", None);
        before("they miss Roe", None);
        before("Roe", None);
    }

    #[test]
    fn titles_at_a_token() {
        let text = "Deputy Prime Minister Roe";
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        assert_eq!(title_here(words, 0).map(|it| it.tokens), Some(3));
        assert_eq!(title_here(words, 3), None);
    }
}

//! The watch-list as a peer needs it: what to search for, and how to check what is found.

use inquit::CaseRule;

use super::edges::{is_edge, is_word};
use crate::news::{Alias, Case};

/// What a peer searches for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Search {
    /// The aliases as they are; every hit agrees with the rule.
    Exact,
    /// The aliases in capitals; every hit agrees with the rule.
    Capitals,
    /// The aliases in any case; every hit agrees with the rule.
    AnyCase,
    /// The aliases in any case; hits have to be checked.
    Checked,
}

impl Search {
    pub(super) fn of(case: Case) -> Search {
        match case {
            Case::Only(CaseRule::Exact) => Search::Exact,
            Case::Only(CaseRule::Acronym) => Search::Capitals,
            Case::Only(CaseRule::Any) => Search::AnyCase,
            _ => Search::Checked,
        }
    }

    pub(super) fn folds(self) -> bool {
        matches!(self, Search::AnyCase | Search::Checked)
    }

    /// An alias as it is searched for by a library that cannot fold letters itself.
    pub(super) fn key(self, alias: &Alias) -> String {
        match self {
            Search::Exact => alias.text.clone(),
            Search::Capitals => alias.text.to_uppercase(),
            Search::AnyCase | Search::Checked => alias.text.to_ascii_lowercase(),
        }
    }

    /// A text for such a library.
    pub(super) fn text<'t>(self, text: &'t str, folded: &'t mut String) -> &'t str {
        if !self.folds() {
            return text;
        }
        folded.push_str(text);
        folded.make_ascii_lowercase();
        folded
    }
}

/// What tells whether a hit is valid.
pub(super) struct Checks {
    /// The aliases one behind the other, with where each ends and its rule; nothing where every hit
    /// agrees with the rule.
    texts: String,
    ends: Vec<(u32, CaseRule)>,
}

impl Checks {
    pub(super) fn new(aliases: &[Alias], search: Search) -> Checks {
        let needed = if search == Search::Checked { aliases } else { &[] };
        let mut texts = String::with_capacity(needed.iter().map(|alias| alias.text.len()).sum());
        let ends = needed.iter().map(|alias| {
            texts.push_str(&alias.text);
            (u32::try_from(texts.len()).expect("a list of less than 4 GB"), alias.rule)
        });
        Checks { ends: ends.collect(), texts }
    }

    fn get(&self, alias: usize) -> Option<(&str, CaseRule)> {
        let &(end, rule) = self.ends.get(alias)?;
        let start = alias.checked_sub(1).map_or(0, |before| self.ends[before].0);
        Some((&self.texts[start as usize..end as usize], rule))
    }

    /// Whether an alias that was found here begins and ends with a word and obeys its rule.
    pub(super) fn pass(&self, text: &str, start: usize, end: usize, alias: usize) -> bool {
        is_edge(text, start) && self.pass_end(text, start, end, alias)
    }

    /// The same for an alias that is known to begin with a word.
    pub(super) fn pass_end(&self, text: &str, start: usize, end: usize, alias: usize) -> bool {
        is_edge(text, end)
            && self.get(alias).is_none_or(|(alias, rule)| obeys(rule, alias, &text[start..end]))
    }
}

/// Whether a text that equals an alias in some case equals it under a rule.
pub(super) fn obeys(rule: CaseRule, alias: &str, text: &str) -> bool {
    match rule {
        CaseRule::Exact => alias == text,
        CaseRule::Any => true,
        CaseRule::Acronym => !has_small(text),
        CaseRule::FirstLetter => {
            alias == text
                || keeps_first_letters(alias, text)
                || (begins_small(alias) && !has_small(text))
        }
        _ => panic!("a case rule without a definition here: {rule}"),
    }
}

fn keeps_first_letters(alias: &str, text: &str) -> bool {
    let pairs = alias.char_indices().zip(text.chars());
    pairs.into_iter().all(|((at, a), b)| a == b || !is_edge(alias, at))
}

/// Whether any word of an alias begins small, so that in capitals its first letters differ.
fn begins_small(alias: &str) -> bool {
    alias.char_indices().any(|(at, c)| c.is_lowercase() && is_edge(alias, at))
}

/// Whether any word has small letters, not counting a possessive ending.
fn has_small(text: &str) -> bool {
    text.chars().any(|c| is_word(c) && c.is_lowercase())
}

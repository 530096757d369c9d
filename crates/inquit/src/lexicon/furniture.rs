//! Phrases by which a line shows that it is not the article.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::table::rows;

/// What such a phrase makes of its line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Boilerplate {
    /// Text of the site.
    Furniture,
    /// Text of the site that leads in headlines of other stories.
    RelatedLead,
    /// Thanks to somebody.
    Credit,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Compare {
    Start,
    Whole,
    Has,
}

struct Phrases {
    search: Option<AhoCorasick>,
    rules: Vec<(Compare, Boilerplate)>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    let mut rules = Vec::new();
    for row in rows(include_str!("../../data/furniture.tsv")) {
        let [phrase, compare, kind] = row[..] else { continue };
        let compare = match compare {
            "start" => Compare::Start,
            "whole" => Compare::Whole,
            _ => Compare::Has,
        };
        let kind = match kind {
            "related" => Boilerplate::RelatedLead,
            "credit" => Boilerplate::Credit,
            _ => Boilerplate::Furniture,
        };
        phrases.push(phrase);
        rules.push((compare, kind));
    }
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(phrases)
        .ok();
    Phrases { search, rules }
});

/// Lines longer than this, in bytes, are never furniture for a phrase inside them.
const LONGEST: usize = 240;

/// What a line is by the phrases in it.
pub(crate) fn boilerplate(line: &str) -> Option<Boilerplate> {
    if line.len() > LONGEST {
        return None;
    }
    PHRASES.search.as_ref()?.find_iter(line).find_map(|found| {
        let (compare, kind) = PHRASES.rules.get(found.pattern().as_usize())?;
        let edge = line.get(found.end()..).is_some_and(|rest| {
            !rest.starts_with(char::is_alphanumeric)
                || !line[..found.end()].ends_with(char::is_alphanumeric)
        });
        let words = |text: &str| text.chars().any(char::is_alphanumeric);
        let fits = match compare {
            Compare::Start => found.start() == 0,
            Compare::Whole => {
                found.start() == 0 && !words(line.get(found.end()..).unwrap_or_default())
            }
            Compare::Has => true,
        };
        (edge && fits).then_some(*kind)
    })
}

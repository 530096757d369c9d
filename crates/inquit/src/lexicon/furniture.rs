//! Phrases by which a line shows that it is not the article.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::table::columns;

/// What such a phrase makes of its line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Boilerplate {
    /// Text of the site.
    Furniture,
    /// The same, where no article stands before it: the name of a section.
    Section,
    /// Text of the site that leads in headlines of other stories.
    RelatedLead,
    /// Thanks to somebody.
    Credit,
}

/// Where in the line the phrase has to stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Compare {
    Start,
    Whole,
    End,
    /// Anywhere in a short line.
    Has,
    /// The same, if the line begins with an invitation.
    Invited,
    /// At the start of a line that has a year.
    Dated,
}

struct Phrases {
    search: Option<AhoCorasick>,
    rules: Vec<(Compare, Boilerplate)>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    let mut rules = Vec::new();
    for [phrase, compare, kind] in columns(include_str!("../../data/furniture.tsv")) {
        let compare = match compare {
            "start" => Compare::Start,
            "whole" => Compare::Whole,
            "end" => Compare::End,
            "invited" => Compare::Invited,
            "dated" => Compare::Dated,
            _ => Compare::Has,
        };
        let kind = match kind {
            "section" => Boilerplate::Section,
            "related" => Boilerplate::RelatedLead,
            "credit" => Boilerplate::Credit,
            _ => Boilerplate::Furniture,
        };
        phrases.push(phrase.to_owned());
        rules.push((compare, kind));
        if phrase.contains('\'') {
            phrases.push(phrase.replace('\'', "’"));
            rules.push((compare, kind));
        }
    }
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(phrases)
        .ok();
    Phrases { search, rules }
});

/// Words that a line for the reader begins with.
const INVITATIONS: [&str; 19] = [
    "connect",
    "contact",
    "download",
    "email",
    "find",
    "follow",
    "get",
    "join",
    "listen",
    "reach",
    "read",
    "see",
    "send",
    "share",
    "stay",
    "subscribe",
    "visit",
    "watch",
    "write",
];

/// Longer lines, in bytes, are none of these.
const LONGEST: usize = 800;

/// What a line is by the phrases in it. A `short` line may have one anywhere.
pub(crate) fn boilerplate(line: &str, short: bool) -> Option<Boilerplate> {
    if line.len() > LONGEST {
        return None;
    }
    // A quotation mark is no such sign: what it opens was said.
    let first = line.find(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '\'' | '‘'))?;
    PHRASES.search.as_ref()?.find_iter(line).find_map(|found| {
        let (compare, kind) = PHRASES.rules.get(found.pattern().as_usize())?;
        let (before, rest) = (line.get(..found.start())?, line.get(found.end()..)?);
        let phrase = line.get(found.range())?;
        let edge = |outside: bool, inside: bool| !(outside && inside);
        let edges = edge(
            before.ends_with(char::is_alphanumeric),
            phrase.starts_with(char::is_alphanumeric),
        ) && edge(
            rest.starts_with(char::is_alphanumeric),
            phrase.ends_with(char::is_alphanumeric),
        );
        let leads = found.start() <= first;
        let fits = match compare {
            Compare::Start => leads,
            Compare::Dated => leads && (has_year(rest) || line.contains('©')),
            Compare::Whole => leads && !rest.contains(char::is_alphanumeric),
            Compare::End => !rest.contains(char::is_alphanumeric),
            Compare::Has => short,
            Compare::Invited => short && is_invitation(line.get(first..)?),
        };
        (edges && fits).then_some(*kind)
    })
}

fn is_invitation(line: &str) -> bool {
    let end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    line.get(..end).is_some_and(|word| INVITATIONS.iter().any(|it| it.eq_ignore_ascii_case(word)))
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_count_where_they_have_to_stand() {
        for (line, kind) in [
            ("Follow Tom Vale on Twitter @tomvale.", Some(Boilerplate::Furniture)),
            ("She wrote so on Twitter on Monday.", None),
            ("Copyright 2024 The Weir Post.", Some(Boilerplate::Furniture)),
            ("Copyright law is to change.", None),
            ("READ MORE", Some(Boilerplate::RelatedLead)),
            ("Readers want more.", None),
            ("(Reporting by Nora Quill)", Some(Boilerplate::Credit)),
            ("Don’t miss: ten piers", Some(Boilerplate::RelatedLead)),
            ("The firm changed its privacy policy.", None),
            ("Politics", Some(Boilerplate::Section)),
            ("Politics is hard.", None),
            ("", None),
        ] {
            assert_eq!(boilerplate(line, true), kind, "{line}");
        }
        assert_eq!(boilerplate("Follow the long road to @home", false), None);
    }
}

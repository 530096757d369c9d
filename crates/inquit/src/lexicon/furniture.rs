//! Phrases by which a line shows that it is not the article.

use std::sync::LazyLock;

use super::key::{Table, WordKey};
use super::table::columns;
use super::{Act, Class, Form, Frames, Word, lexicon};
use crate::text::char_at;

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
    /// The same, if the line tells nothing that somebody said.
    Note,
    /// The same, if little but names follows.
    Names,
    Whole,
    End,
    /// Anywhere in a short line.
    Has,
    /// The same, if the line begins with an invitation.
    Invited,
    /// At the start of a line that has a year.
    Dated,
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    text: &'static str,
    compare: Compare,
    kind: Boilerplate,
}

/// The phrases, so that few of them are looked at for a line.
#[derive(Default)]
struct Phrases {
    /// Those at the start of a line, by their first word; those without one under that of "".
    starts: Table<Vec<Phrase>>,
    /// Those at its end, by their last word.
    ends: Table<Vec<Phrase>>,
    /// Those anywhere in it, by their first word.
    inside: Table<Vec<Phrase>>,
    invited: Vec<Phrase>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    for [text, compare, kind] in columns(include_str!("../../data/furniture.tsv")) {
        let compare = match compare {
            "start" => Compare::Start,
            "note" => Compare::Note,
            "names" => Compare::Names,
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
        let phrase = Phrase { text, compare, kind };
        let leads = text.starts_with(char::is_alphanumeric);
        let first = WordKey::of(if leads { word_at(text, 0) } else { "" });
        match compare {
            Compare::Start | Compare::Note | Compare::Names | Compare::Whole | Compare::Dated => {
                phrases.starts.entry(first).or_default().push(phrase);
            }
            Compare::End => {
                phrases.ends.entry(WordKey::of(last_word(text))).or_default().push(phrase);
            }
            Compare::Has => phrases.inside.entry(first).or_default().push(phrase),
            Compare::Invited => phrases.invited.push(phrase),
        }
    }
    phrases
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
    // A quotation mark is no bracket or dash: what it opens was said.
    let first = line.find(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '\'' | '‘'))?;
    let sign = line.find(|c: char| !c.is_whitespace()).filter(|&sign| sign < first);
    at_start(line, first, word_at(line, first))
        .or_else(|| at_start(line, sign?, ""))
        .or_else(|| at_end(line))
        .or_else(|| if short { inside(line, first) } else { None })
}

/// The longest phrase that fits, of those under a word, at a place where the line begins.
fn at_start(line: &str, at: usize, word: &str) -> Option<Boilerplate> {
    let phrases = PHRASES.starts.get(&WordKey::of(word))?;
    let fits = |phrase: &&Phrase| {
        let Some(rest) = after(line, at, phrase.text) else { return false };
        match phrase.compare {
            Compare::Note => rest.starts_with(':') || !is_telling(rest),
            Compare::Names => !is_telling(rest) && is_names(rest),
            Compare::Dated => has_year(rest) || line.contains('©'),
            Compare::Whole => !rest.contains(char::is_alphanumeric),
            _ => true,
        }
    };
    phrases.iter().filter(fits).max_by_key(|it| it.text.len()).map(|it| it.kind)
}

/// Whether a text tells what somebody said: by its marks, or by a verb.
fn is_telling(text: &str) -> bool {
    text.contains(['“', '”', '"']) || words(text).any(|(_, word)| is_report(word))
}

/// "said", "tells", but no form that may be a noun: "notes".
fn is_report(word: &Word) -> bool {
    word.cues.iter().any(|cue| {
        let finite = match cue.form {
            Form::Past => true,
            Form::Third => !cue.frames.has(Frames::NOUN),
            Form::Base | Form::Participle => false,
        };
        finite
            && matches!(cue.act, Act::Speech | Act::Writing)
            && cue.frames.has(Frames::FOLLOWS)
            && cue.particle.is_none()
    })
}

/// Whether a text is a list of names, perhaps with what they are, and no clause: one small word
/// beside those that join, or one to two capitals. One without a stop may have more.
fn is_names(text: &str) -> bool {
    const MOST_WITHOUT_STOP: usize = 4;

    const CLAUSE: Class = Class::AUXILIARY.or(Class::SUBJECT);
    const JOINS: Class = Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::DETERMINER);
    let (mut small, mut capitals) = (0, 0);
    for (surface, word) in words(text) {
        if surface.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if word.classes.any(CLAUSE) {
            return false;
        } else if surface.starts_with(char::is_lowercase) && !word.classes.any(JOINS) {
            small += 1;
        }
    }
    let stopped = text.trim_end_matches([')', ' ']).ends_with('.');
    small <= 1 || small * 2 <= capitals || !stopped && small <= MOST_WITHOUT_STOP
}

/// The words of a text, and what is known of them.
fn words(text: &str) -> impl Iterator<Item = (&str, &'static Word)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|surface| !surface.is_empty())
        .map(|surface| (surface, lexicon().word(lexicon().find(surface))))
}

fn at_end(line: &str) -> Option<Boilerplate> {
    let phrases = PHRASES.ends.get(&WordKey::of(last_word(line)))?;
    let end = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let fits = |phrase: &&Phrase| {
        let start = end.len().checked_sub(phrase.text.len());
        let edge = |at: usize| !line.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
        start.is_some_and(|at| edge(at) && after(line, at, phrase.text).is_some())
    };
    phrases.iter().find(fits).map(|it| it.kind)
}

fn inside(line: &str, first: usize) -> Option<Boilerplate> {
    let mut at = 0;
    while let Some(begins) = next_word(line, at) {
        let word = word_at(line, begins);
        let phrases = PHRASES.inside.get(&WordKey::of(word));
        let fits = |phrase: &&Phrase| after(line, begins, phrase.text).is_some();
        if let Some(phrase) = phrases.and_then(|phrases| phrases.iter().find(fits)) {
            return Some(phrase.kind);
        }
        at = begins + word.len();
    }
    if !is_invitation(line.get(first..)?) {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    let fits = |phrase: &&Phrase| {
        lower.match_indices(phrase.text).any(|(at, _)| {
            let before = lower.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
            let begins = phrase.text.starts_with(char::is_alphanumeric);
            !(before && begins) && after(&lower, at, phrase.text).is_some()
        })
    };
    PHRASES.invited.iter().find(fits).map(|it| it.kind)
}

/// What stands behind a phrase that stands at a place, in whatever case, and ends with a word there.
fn after<'l>(line: &'l str, at: usize, phrase: &str) -> Option<&'l str> {
    let mut rest = line.get(at..)?.chars();
    for want in phrase.chars() {
        let have = rest.next()?;
        let same = have.to_ascii_lowercase() == want || want == '\'' && have == '’';
        if !same {
            return None;
        }
    }
    let rest = rest.as_str();
    let cut = rest.starts_with(char::is_alphanumeric) && phrase.ends_with(char::is_alphanumeric);
    (!cut).then_some(rest)
}

/// The letters and digits from a place on.
fn word_at(line: &str, at: usize) -> &str {
    let rest = line.get(at..).unwrap_or_default();
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let end = match rest.as_bytes().get(plain) {
        Some(byte) if !byte.is_ascii() => {
            rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
        }
        _ => plain,
    };
    rest.get(..end).unwrap_or_default()
}

/// Where the first letter or digit stands from a place on.
fn next_word(line: &str, from: usize) -> Option<usize> {
    let bytes = line.as_bytes().get(from..)?.iter().zip(from..);
    let mut letters = bytes.filter(|&(byte, at)| {
        byte.is_ascii_alphanumeric()
            || !byte.is_ascii() && char_at(line, at).is_some_and(char::is_alphanumeric)
    });
    letters.next().map(|(_, at)| at)
}

/// The last letters and digits.
fn last_word(line: &str) -> &str {
    let line = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    line.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(line)
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

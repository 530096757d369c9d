//! Lines that say who wrote the article.

use super::credit::is_outlet;
use crate::lexicon::{Class, Role, Sort, WordKey, lexicon, listed_of, role};
use crate::text::tokenize;

/// Words before the names of authors.
const LEADS: [&str; 13] = [
    "Written by ",
    "Words by ",
    "Story by ",
    "Report by ",
    "Reported by ",
    "Analysis by ",
    "Opinion by ",
    "Text by ",
    "Exclusive by ",
    "Posted by ",
    "Published by ",
    "Review by ",
    "By ",
];

/// Words for those who write, and for what they do.
const WRITERS: [&str; 30] = [
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "writer",
    "writers",
    "columnist",
    "columnists",
    "journalist",
    "journalists",
    "analyst",
    "contributor",
    "contributors",
    "desk",
    "bureau",
    "chief",
    "staff",
    "newsroom",
    "team",
    "producer",
    "blogger",
    "commentator",
    "critic",
    "fellow",
    "intern",
    "freelance",
    "agencies",
    "service",
];

/// A byline has at most so many words, and a name in it.
const LONGEST: usize = 24;
const LONGEST_NAME: usize = 4;

/// What stands behind "By", if a line begins with that.
pub(super) fn after_by(line: &str) -> Option<&str> {
    LEADS.iter().find_map(|lead| {
        let head = line.get(..lead.len())?;
        head.eq_ignore_ascii_case(lead).then(|| line.get(lead.len()..)).flatten()
    })
}

/// Whether a line says who wrote: "By Ada Okoro and Tom Vale", "By Reuters", "From Tom Vale in Weir".
pub(super) fn is_byline(line: &str) -> bool {
    if line.ends_with(['!', '?', ':', ';']) || line.ends_with('.') && !line.ends_with("Jr.") {
        return false;
    }
    if let Some(rest) = line.strip_prefix("From ") {
        return rest.split_once(" in ").is_some_and(|(name, _)| is_full_name(name));
    }
    let Some(rest) = after_by(line) else { return false };
    let rest = rest.trim_start();
    let count = rest.split_whitespace().take(LONGEST + 1).count();
    let mut words = rest.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let second_fits = second.is_some_and(|word| {
        is_capitalized(word)
            || matches!(word, "and" | "&" | "|" | "de" | "van" | "von" | "al" | "in")
    });
    let first_part = rest.split([',', '|', '•', '·']).next().unwrap_or_default().trim();
    count <= LONGEST
        && !is_clause(rest)
        && is_capitalized(first)
        && (second_fits
            || first.ends_with([',', '|'])
            || second.is_none() && (is_outlet(first) || is_given(first))
            || is_role(first_part))
}

/// "Any Measure, Economy Is Growing": whether a word with a capital is none of a name.
fn is_clause(text: &str) -> bool {
    const NEVER: Class = Class::DETERMINER.or(Class::SUBJECT).or(Class::AUXILIARY);
    const PERHAPS: Class = Class::MODAL;
    // "By The Weir Post", "By Anh Do"
    const NAMES: [&str; 5] = ["The", "A", "An", "I", "Do"];

    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '/' | ';')).any(|word| {
        let classes = lexicon().word(lexicon().find(word)).classes;
        is_capitalized(word)
            && classes.any(NEVER)
            && !classes.any(PERHAPS)
            && !NAMES.iter().any(|name| name.eq_ignore_ascii_case(word))
            && !is_given(word)
    })
}

/// "Ada Okoro", "Ada Okoro, Weir Post", "Tom Vale and Ada Okoro in Weir": names of people and what
/// goes with them, without "By". Above an article such a line is a byline.
pub(super) fn is_names(line: &str) -> bool {
    let parts = line.split([',', '|', '•', '·']).map(str::trim).filter(|part| !part.is_empty());
    let mut named = false;
    for (at, part) in parts.enumerate() {
        let whole = part.split(" and ").flat_map(|it| it.split(" & ")).all(|name| {
            let name = name.split_once(" in ").map_or(name, |(name, _)| name);
            is_full_name(name)
        });
        if at == 0 && !whole {
            return false;
        }
        named |= whole;
        if !whole && !is_role(part) && !is_outlet(part) && !is_outlet_like(part) {
            return false;
        }
    }
    named
}

/// Two words or more in capitals, the first of them a given name, and no known place or outlet.
fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().take(LONGEST_NAME + 1).collect();
    let particle = |word: &str| matches!(word, "de" | "van" | "von" | "al" | "bin" | "la" | "der");
    let [first, .., last] = words[..] else { return false };
    let all = words.iter().all(|word| is_capitalized(word) || particle(word));
    let letters =
        name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    words.len() <= LONGEST_NAME
        && all
        && letters
        && is_given(first)
        && is_capitalized(last)
        && !is_role(name)
        && listed_of(name, &tokenize(name)).is_none()
}

/// "Senior reporter", "Political editor, Weir Post", "Our Correspondent": what authors are.
pub(super) fn is_role(words: &str) -> bool {
    let count = words.split_whitespace().take(LONGEST).count();
    let mut plain = words
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase);
    count <= 8 && plain.any(|word| WRITERS.contains(&&*word))
}

/// "BBC News", "Weir Post, Geneva": an outlet by its words, perhaps with the place it writes from.
pub(super) fn is_outlet_line(line: &str) -> bool {
    let mut parts = line.split([',', '|', '•', '·', '/']).map(str::trim);
    let first = parts.next().unwrap_or_default();
    (is_outlet(first) || is_outlet_like(first))
        && parts.all(|part| is_outlet(part) || is_place(part) || is_role(part))
}

/// "The Weir Post": a name that ends as those of outlets do.
pub(super) fn is_outlet_like(words: &str) -> bool {
    const ENDS: [&str; 20] = [
        "News",
        "Post",
        "Times",
        "Press",
        "Agency",
        "Herald",
        "Gazette",
        "Tribune",
        "Courier",
        "Journal",
        "Telegraph",
        "Standard",
        "Chronicle",
        "Radio",
        "TV",
        "Media",
        "Network",
        "Service",
        "Today",
        "Mirror",
    ];

    let count = words.split_whitespace().take(LONGEST).count();
    let last = words.split_whitespace().next_back().unwrap_or_default();
    (2..=5).contains(&count)
        && words
            .split_whitespace()
            .all(|word| is_capitalized(word) || word == "of" || word == "the")
        && ENDS.iter().any(|end| end.eq_ignore_ascii_case(last))
}

/// Whether words are a place that the lists know.
pub(super) fn is_place(words: &str) -> bool {
    listed_of(words, &tokenize(words)).is_some_and(|known| known.sort == Sort::Place)
}

fn is_given(word: &str) -> bool {
    let initial = word.len() == 2 && word.ends_with('.');
    initial || role(WordKey::of(word)).any(Role::GIVEN)
}

fn is_capitalized(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

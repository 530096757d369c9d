//! What a line looks like on its own.

use crate::lexicon::{Boilerplate, boilerplate};

/// What a line looks like on its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Look {
    /// It ends like a sentence.
    Sentence {
        words: usize,
        question: bool,
    },
    /// It does not.
    Title {
        words: usize,
    },
    Timestamp,
    Byline,
    Credit,
    Furniture,
    /// Leads in headlines of other stories.
    RelatedLead,
    /// Text under a picture whose credit begins at this byte of the line.
    Caption {
        credit: usize,
    },
}

/// A line with more words is running text, whatever it begins with.
const LONGEST_NOTE: usize = 18;

/// A line with more words is a sentence even without a stop.
const LONGEST_TITLE: usize = 30;

/// What a line looks like.
pub(crate) fn look(line: &str) -> Look {
    // More words than the longest title has are not counted.
    let words = line
        .split_ascii_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(LONGEST_TITLE + 1)
        .count();
    if words == 0 {
        return Look::Furniture;
    }
    if let Some(credit) = picture_credit(line) {
        return if credit == 0 { Look::Credit } else { Look::Caption { credit } };
    }
    if words <= LONGEST_NOTE {
        match boilerplate(line) {
            Some(Boilerplate::Furniture) => return Look::Furniture,
            Some(Boilerplate::RelatedLead) => return Look::RelatedLead,
            Some(Boilerplate::Credit) => return Look::Credit,
            None => {}
        }
        if is_timestamp(line) {
            return Look::Timestamp;
        }
        if is_byline(line) {
            return Look::Byline;
        }
        if is_agency_credit(line, words) {
            return Look::Credit;
        }
    }
    let closed = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    if closed.ends_with(['.', '!', '?', '…', ':', ';', ',', '—'])
        || (words > 3 && closed.len() < line.len() && line.contains(". "))
    {
        Look::Sentence { words, question: closed.ends_with('?') && closed.len() == line.len() }
    } else if words > LONGEST_TITLE {
        Look::Sentence { words, question: false }
    } else {
        Look::Title { words }
    }
}

/// Where the credit in brackets at the end of a caption begins: "(Name/Agency)".
fn picture_credit(line: &str) -> Option<usize> {
    let inside = line.strip_suffix(')')?;
    let open = inside.rfind('(')?;
    let credit = inside.get(open + 1..)?;
    let before = line.get(..open)?.trim_end();
    let mut words = credit.split([' ', '/', ',']).filter(|word| !word.is_empty()).peekable();
    words.peek()?;
    let count = words.clone().count();
    let small = [
        "by", "for", "via", "of", "the", "and", "courtesy", "from", "photo", "image", "video",
        "file", "handout",
    ];
    let named = words.all(|word| word.starts_with(char::is_uppercase) || small.contains(&word));
    let lead = ["Photo", "Image", "Picture", "Video", "Courtesy", "AP Photo"]
        .iter()
        .any(|lead| credit.starts_with(lead));
    let ended = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"']);
    let agency = credit.contains('/') || lead || count >= 2;
    // "the party (Labour)": a bracket inside a sentence. "(Smith declined.)": a sentence.
    (named && ended && agency && count <= 8 && !credit.ends_with('.')).then_some(open)
}

/// Words and parts of words of a line that says when: nothing else may stand in it.
const TIME_WORDS: [&str; 62] = [
    "published",
    "updated",
    "posted",
    "created",
    "modified",
    "first",
    "last",
    "on",
    "at",
    "by",
    "admin",
    "edit",
    "date",
    "time",
    "am",
    "pm",
    "a.m",
    "p.m",
    "edt",
    "est",
    "et",
    "pdt",
    "pst",
    "pt",
    "cdt",
    "cst",
    "ct",
    "gmt",
    "bst",
    "utc",
    "ist",
    "cet",
    "cest",
    "hrs",
    "hours",
    "ago",
    "minutes",
    "hour",
    "minute",
    "day",
    "days",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "read",
    "min",
    "mins",
    "of",
    "the",
    "and",
    "updated:",
];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn is_timestamp(line: &str) -> bool {
    let mut dates = 0;
    let mut numbers = 0;
    for word in line.split([' ', '\t', '\u{A0}', ',', '|', '•', '·', '-', '–', '(', ')']) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let lower = word.to_ascii_lowercase();
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        if is_month(&lower) {
            dates += 1;
        } else if digits > 0
            && word
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b'/' | b':' | b'.' | b'T' | b'Z' | b'+'))
        {
            numbers += 1;
            dates += usize::from(
                word.bytes().filter(|b| matches!(b, b'/' | b'.')).count() == 2
                    || digits == 4
                    || word.contains(':'),
            );
        } else if digits > 0
            && ["st", "nd", "rd", "th", "am", "pm", "h"].iter().any(|end| lower.ends_with(end))
        {
            numbers += 1;
        } else if !TIME_WORDS.contains(&lower.as_str()) {
            return false;
        }
    }
    dates >= 1 && numbers >= 1
}

fn is_month(lower: &str) -> bool {
    lower.len() >= 3 && lower.is_char_boundary(3) && MONTHS.contains(&&lower[..3]) && {
        let rest = &lower[3..];
        rest.is_empty()
            || ["uary", "ruary", "ch", "il", "e", "y", "ust", "t", "tember", "ober", "ember"]
                .contains(&rest)
    }
}

fn is_byline(line: &str) -> bool {
    let Some(rest) = ["By ", "BY ", "by ", "Written by ", "Words by ", "From "]
        .iter()
        .find_map(|by| line.strip_prefix(by))
    else {
        return false;
    };
    let from = line.starts_with("From ");
    let mut words = rest.split_whitespace();
    let named = |word: &str| word.starts_with(char::is_uppercase);
    let two = words.next().is_some_and(named)
        && words
            .next()
            .is_some_and(|word| named(word) || word == "and" || word == "de" || word == "van");
    two && !from && !rest.ends_with(['.', '!', '?', ':'])
        || from && two && rest.contains(" in ") && !rest.ends_with(['.', '!', '?', ':'])
}

/// "- IANS", "— Reuters", "(AFP)", "With AP".
fn is_agency_credit(line: &str, words: usize) -> bool {
    let dashed = line.trim_start_matches(['-', '–', '—', '―', '(', '[', ' ']);
    let name = dashed.trim_end_matches([')', ']', ' ', '.']);
    words <= 4
        && dashed.len() < line.len()
        && name
            .split([' ', '/'])
            .all(|word| word.len() >= 2 && (word.starts_with(char::is_uppercase) || word == "and"))
        && (words <= 1
            || name.chars().filter(|c| c.is_uppercase()).count() > words
            || name.contains('/'))
}

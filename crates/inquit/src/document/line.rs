//! What a line looks like on its own.

use super::byline::{is_byline, is_names, is_outlet_line, is_role};
use super::credit::{
    Tail, Thanks, agency_credit, desk_credit, is_desk_letters, is_picture_credit, picture_credit,
};
use super::date::WEEKDAYS;
use super::dateline::is_dateline;
use super::stamp::{Stamp, stamp};
use crate::lexicon::{Boilerplate, boilerplate};
use crate::text::{Span, Token, TokenKind};

/// A line, and what it looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Line {
    pub(super) look: Look,
    /// Its words, but no more than one above [`LONGEST_TITLE`].
    pub(super) words: usize,
}

/// What a line looks like on its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Look {
    /// It ends like a sentence.
    Sentence(End),
    /// It does not.
    Title,
    Timestamp,
    /// A year, or a month of one.
    Period,
    Byline,
    /// Names of people, or what authors are: a byline above an article or below another byline.
    Author(Who),
    /// A place and no more.
    Place,
    Credit,
    /// The same, of a picture.
    PictureCredit,
    /// Letters behind a dash that may be those of an agency.
    Letters,
    Furniture,
    /// The name of a section.
    Section,
    /// Titles of the site side by side.
    Menu,
    /// Leads in headlines of other stories.
    RelatedLead,
    /// Text under a picture, with the credit behind it.
    Caption(Option<Tail>),
}

/// What a line names that may be the author.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Who {
    Person,
    Role,
    Outlet,
}

/// How a sentence ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum End {
    Stop,
    Semicolon,
    Question,
    Exclamation,
    /// With any other sign, with a quotation mark, or with none.
    Other,
}

/// A line with more words is running text, whatever it begins with.
const LONGEST_NOTE: usize = 18;
/// A line with more words is no name, role or place alone.
const LONGEST_NAME: usize = 14;
/// A line with more words is a sentence even without a stop.
pub(super) const LONGEST_TITLE: usize = 30;

/// Words that a caption begins with.
const CAPTIONS: [&str; 9] = [
    "Image caption",
    "Media caption",
    "Video caption",
    "Caption:",
    "FILE PHOTO:",
    "FILE PHOTO -",
    "File photo:",
    "FILE - ",
    "FILE – ",
];

/// What a line looks like.
pub(super) fn line(text: &str, span: Span, tokens: &[Token]) -> Line {
    let words = count_words(text, tokens);
    Line { look: look(&text[span], words), words }
}

/// How many words with a letter or digit stand between the spaces of a line, which has these tokens;
/// more than the longest title has are not counted.
fn count_words(text: &str, tokens: &[Token]) -> usize {
    let bytes = text.as_bytes();
    let space = |at: u32| bytes.get(at as usize).is_some_and(u8::is_ascii_whitespace);
    let mut words = 0;
    let mut counted = false;
    let mut end = 0;
    for token in tokens {
        let Span { start, .. } = token.span;
        // Other spaces part tokens, but no words.
        counted = counted && (end == start || !(space(end) || (end + 1..start).any(space)));
        if !counted && is_lettered(text, token) {
            counted = true;
            words += 1;
            if words > LONGEST_TITLE {
                break;
            }
        }
        end = token.span.end;
    }
    words
}

fn is_lettered(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Punctuation | TokenKind::QuotationMark => false,
        _ => {
            let first = text.as_bytes().get(token.span.range().start);
            first.is_some_and(u8::is_ascii_alphanumeric)
                || text[token.span].contains(char::is_alphanumeric)
        }
    }
}

fn look(text: &str, words: usize) -> Look {
    if words == 0 || is_code(text) {
        return Look::Furniture;
    }
    match boilerplate(text, words <= LONGEST_NOTE) {
        Some(Boilerplate::Furniture) => return Look::Furniture,
        Some(Boilerplate::Section) => return Look::Section,
        Some(Boilerplate::RelatedLead) if words <= LONGEST_NOTE => return Look::RelatedLead,
        Some(Boilerplate::Credit) => return Look::Credit,
        _ => {}
    }
    let credit = picture_credit(text);
    let tail = credit.filter(|_| desk_credit(text).is_none());
    if CAPTIONS.iter().any(|lead| text.starts_with(lead)) {
        return Look::Caption(tail);
    }
    if words <= LONGEST_NOTE {
        match stamp(text) {
            Some(Stamp::Day) => return Look::Timestamp,
            Some(Stamp::Period) => return Look::Period,
            None => {}
        }
        if credit.is_some_and(|it| it.start == 0) || is_picture_credit(text) {
            return Look::PictureCredit;
        }
        match agency_credit(text, words) {
            Some(Thanks::Letters) => return Look::Letters,
            Some(Thanks::Agency) => return Look::Credit,
            None if is_desk_letters(text) => return Look::Credit,
            None => {}
        }
    }
    if is_byline(text) {
        return Look::Byline;
    }
    if tail.is_some() {
        return Look::Caption(tail);
    }
    if is_sentence(text, words) {
        return Look::Sentence(end(text));
    }
    if words <= LONGEST_NAME
        && let Some(look) = named(text)
    {
        return look;
    }
    if is_menu(text) { Look::Menu } else { Look::Title }
}

/// An address alone, or what is left of a page's markup.
fn is_code(text: &str) -> bool {
    let address = ["http://", "https://", "www."].iter().any(|start| text.starts_with(start));
    address && !text.contains(char::is_whitespace)
        || text.starts_with('<') && !has_words(text)
        || text.ends_with(['{', '}'])
}

/// Whether a text with markup has words outside the tags.
fn has_words(text: &str) -> bool {
    let mut tag = false;
    text.chars().any(|c| {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            _ => return !tag && c.is_alphanumeric(),
        }
        false
    })
}

fn is_sentence(text: &str, words: usize) -> bool {
    let closed = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    closed.ends_with(['.', '!', '?', '…', ':', ';', ',', '—'])
        || (words > 3 && closed.len() < text.len() && text.contains(". "))
        || words > LONGEST_TITLE
        || is_item(text)
}

/// "• Close the gates", "— Ada Okoro (@okoro)": a line of a list, or below a post.
pub(super) fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| matches!(c, '•' | '*' | '–' | '—' | '-' | '▪' | '●' | '◦'))
        && chars.next().is_some_and(|c| c == ' ' || c == '\t' || c == '\u{A0}')
}

fn end(text: &str) -> End {
    let last = text.trim_end_matches(['”', '"', '’', '\'']).chars().next_back();
    match text.chars().next_back() {
        Some('?') => End::Question,
        Some(';') => End::Semicolon,
        _ => match last {
            Some('.') => End::Stop,
            Some('!') => End::Exclamation,
            _ => End::Other,
        },
    }
}

/// A line that is a name and no more.
fn named(text: &str) -> Option<Look> {
    if is_names(text) {
        return Some(Look::Author(Who::Person));
    }
    if is_outlet_line(text) {
        return Some(Look::Author(Who::Outlet));
    }
    if is_role(text) {
        return Some(Look::Author(Who::Role));
    }
    is_dateline(text).then_some(Look::Place)
}

/// "World | Europe", "Home > News": titles of a site side by side, none of them long.
fn is_menu(text: &str) -> bool {
    const LONGEST: usize = 4;
    const BARS: [&str; 5] = [" | ", " > ", " » ", " › ", " / "];

    BARS.iter().any(|bar| text.contains(bar))
        && text
            .split(['|', '>', '»', '›', '/'])
            .all(|part| part.split_whitespace().count() <= LONGEST)
}

/// Whether every letter of a line is a capital.
pub(super) fn is_shouted(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 3 && !text.chars().any(char::is_lowercase)
}

/// Whether most words of a line have capitals, as in many headlines.
pub(super) fn is_title_case(text: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let words = || text.split_whitespace().filter(long);
    let small = words()
        .filter(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase));
    let (all, small) = (words().count(), small.count());
    all >= 3 && small * 5 <= all
}

/// Whether a line is written as headlines are: without articles, and not as a part of a story.
pub(super) fn is_headlinese(text: &str) -> bool {
    const NEVER: [&str; 19] = [
        "a",
        "an",
        "the",
        "said",
        "were",
        "had",
        "been",
        "i",
        "we",
        "he",
        "she",
        "they",
        "it",
        "this",
        "there",
        "but",
        "added",
        "yesterday",
        "today",
    ];

    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '\'' | '‘'))
        && text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '.')).all(
            |word| {
                let word = word.trim_matches('.').to_ascii_lowercase();
                !NEVER.contains(&&*word) && !WEEKDAYS.contains(&&*word)
            },
        )
}

//! The place, date and agency at the head of a report: "WASHINGTON (AP) —", "London:".

use crate::lexicon::{Sort, listed_of};
use crate::text::tokenize;

/// No dateline is longer, in bytes.
const LONGEST: usize = 90;

/// Where the dateline at the head of a paragraph ends, with its dash or colon, if it has one.
///
/// A place before a colon is one only in the first paragraph: elsewhere it is a lead of its own. At
/// the very `top` it must be a place that we know: "Quist: We will not sell" is a headline.
pub(crate) fn dateline_end(paragraph: &str, first: bool, top: bool) -> Option<usize> {
    let mut bracket = false;
    let mut before = ' ';
    for (at, c) in paragraph.char_indices() {
        if at > LONGEST {
            return None;
        }
        let next = paragraph.get(at + c.len_utf8()..)?;
        match c {
            '(' => bracket = true,
            ')' => bracket = false,
            _ if bracket => {}
            '—' | '–' | '―' => {
                return ends_here(paragraph.get(..at)?, at + c.len_utf8(), next);
            }
            '-' if next.starts_with("- ") => {
                return ends_here(paragraph.get(..at)?, at + 2, &next[1..]);
            }
            '-' if before == ' ' && next.starts_with(' ') => {
                return ends_here(paragraph.get(..at)?, at + 1, next);
            }
            ':' if next.starts_with(' ') => {
                let head = paragraph.get(..at)?;
                let words = head.split_whitespace();
                let named = words.clone().count() <= 2 && words.clone().all(is_title_word);
                let long = next.split_whitespace().take(6).count() == 6;
                let known = !top || is_place(head);
                return (first && named && long && known).then_some(at + 1);
            }
            '“' | '”' | '"' | '!' | '?' | ';' => return None,
            // Every word of a dateline begins with a capital or a digit.
            _ if before == ' ' && c.is_lowercase() => return None,
            _ => {}
        }
        before = c;
    }
    None
}

fn ends_here(head: &str, end: usize, rest: &str) -> Option<usize> {
    (is_head(head.trim()) && rest.starts_with(char::is_whitespace) && rest.trim().len() > 3)
        .then_some(end)
}

/// A place in capitals, or a place and an agency in brackets; a date may stand between.
fn is_head(head: &str) -> bool {
    let (place, agency) = match head.split_once('(') {
        Some((place, agency)) => (place.trim(), Some(agency.trim_end_matches(')'))),
        None => (head, None),
    };
    let place_end = place.find(',').unwrap_or(place.len());
    let town = place.get(..place_end).unwrap_or_default();
    let town_words = town.split_whitespace();
    let shouted = !town.is_empty()
        && town.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !town.chars().any(char::is_lowercase);
    let titled = town_words.clone().next().is_some() && town_words.clone().all(is_title_word);
    let short = town_words.count() <= 5;
    let rest = place.get(place_end..).unwrap_or_default();
    let rest_ok = rest
        .split([',', ' '])
        .filter(|word| !word.is_empty())
        .all(|word| is_title_word(word) || word.starts_with(|c: char| c.is_ascii_digit()));
    let agency_ok = agency
        .is_none_or(|agency| agency.split([' ', '/']).all(is_title_word) && agency.len() <= 40);
    short && rest_ok && agency_ok && (shouted || titled && agency.is_some())
}

/// A place that the lists know, or one in capitals.
fn is_place(head: &str) -> bool {
    !head.contains(char::is_lowercase)
        || listed_of(head, &tokenize(head)).is_some_and(|known| known.sort == Sort::Place)
}

fn is_title_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-'))
}

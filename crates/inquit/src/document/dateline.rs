//! The place, date and agency at the head of a report: "WASHINGTON (AP) —", "London:".

use super::byline::is_place;
use super::credit::is_outlet;
use super::date::is_month;

/// No dateline is longer, in bytes.
const LONGEST: usize = 90;

/// Where the dateline at the head of a paragraph ends, with its dash or colon, if it has one.
///
/// A place before a colon, or in small letters before a dash, is one only in the `first` paragraph:
/// elsewhere it is a lead of its own. At the very `top` one before a colon must be a place that we
/// know: "Quist: We will not sell" is a headline.
pub(super) fn dateline_end(paragraph: &str, first: bool, top: bool) -> Option<usize> {
    let mut bracket = false;
    let mut before = ' ';
    for (at, c) in paragraph.char_indices() {
        if at > LONGEST {
            return None;
        }
        if c.is_ascii_alphanumeric() || c == ' ' {
            // Every word of a dateline begins with a capital or a digit.
            if c.is_ascii_lowercase() && before == ' ' && !bracket {
                return None;
            }
            before = c;
            continue;
        }
        let head = paragraph.get(..at)?;
        let end = at + c.len_utf8();
        let next = paragraph.get(end..)?;
        match c {
            '(' => bracket = true,
            ')' => {
                bracket = false;
                // "Geneva, Mar 20 (IANS) The dam": no dash.
                let (place, agency) = head.split_once('(')?;
                let rest = next.trim_start();
                let plain = rest.len() < next.len() && rest.starts_with(char::is_uppercase);
                if plain && is_outlet(agency) && is_known(place) && begins_text(rest) {
                    return Some(end);
                }
            }
            '/' if before == ' ' && !bracket => return slashed(paragraph, at),
            _ if bracket => {}
            '—' | '–' | '―' | '_' => return ends_here(head, end, next, first),
            '-' if next.starts_with("- ") => return ends_here(head, at + 2, &next[1..], first),
            '-' if before == ' ' && next.starts_with(' ') => {
                return ends_here(head, end, next, first);
            }
            // "WASHINGTON (Reuters) -The dam"
            '-' if head.ends_with(") ") => return is_head(head.trim(), first).then_some(end),
            ':' if next.starts_with(' ') => {
                let long = next.split_whitespace().take(6).count() == 6;
                let words = || head.split_whitespace();
                let named = words().count() <= 2 && words().all(is_title_word);
                let dated = head.contains(',') || head.contains('(');
                // "UPDATE:" is no town.
                let doubtful = top || !head.contains(char::is_lowercase);
                let fits =
                    if dated { is_known(head) } else { named && (!doubtful || is_place(head)) };
                return (first && fits && long).then_some(end);
            }
            '“' | '”' | '"' | '!' | '?' | ';' => return None,
            _ if before == ' ' && c.is_lowercase() => return None,
            _ => {}
        }
        before = c;
    }
    None
}

/// "MOSCOW, March 20. /TASS/.": the agency between slashes.
fn slashed(paragraph: &str, at: usize) -> Option<usize> {
    let head = paragraph.get(..at)?.trim_end().trim_end_matches('.');
    let rest = paragraph.get(at + 1..)?;
    let close = rest.find('/').filter(|close| *close <= LONGEST)?;
    let after = rest.get(close + 1..)?;
    let stop = usize::from(after.starts_with(['.', '-']));
    let end = at + close + 2 + stop;
    (is_outlet(rest.get(..close)?) && is_known(head) && begins_text(paragraph.get(end..)?))
        .then_some(end)
}

/// Whether a line is a dateline and no more: "Geneva", "NEW DELHI, March 20".
pub(super) fn is_dateline(line: &str) -> bool {
    line.len() <= LONGEST && is_known(line.trim_end_matches([' ', '-', '–', '—', ':']))
}

/// A place that the lists know, perhaps in a state or with a date, perhaps with an agency.
fn is_known(head: &str) -> bool {
    let place = head.split('(').next().unwrap_or_default();
    let mut parts = place.split([',', '/']).map(str::trim).filter(|part| !part.is_empty());
    parts.next().is_some_and(is_place) && parts.all(|part| is_place(part) || is_date(part))
}

fn is_date(part: &str) -> bool {
    part.split_whitespace().all(|word| {
        is_month(word.trim_end_matches('.')) || word.starts_with(|c: char| c.is_ascii_digit())
    })
}

fn begins_text(rest: &str) -> bool {
    rest.starts_with(|c: char| !c.is_lowercase()) && rest.trim().len() > 3
}

fn ends_here(head: &str, end: usize, rest: &str, first: bool) -> Option<usize> {
    (is_head(head.trim(), first) && rest.starts_with(char::is_whitespace) && rest.trim().len() > 3)
        .then_some(end)
}

/// A place in capitals, or a place and an agency in brackets; a date may stand between. Only in the
/// first paragraph, also an agency or a known place alone.
fn is_head(head: &str, first: bool) -> bool {
    let (place, agency) = match head.split_once('(') {
        Some((place, agency)) => (place.trim(), Some(agency.trim_end_matches(')'))),
        None => (head, None),
    };
    let agency_ok = agency
        .is_none_or(|agency| agency.split([' ', '/']).all(is_title_word) && agency.len() <= 40);
    if place.is_empty() || is_date(place) {
        return agency.is_some_and(is_outlet);
    }
    let place_end = place.find(',').unwrap_or(place.len());
    let town = place.get(..place_end).unwrap_or_default();
    let town_words = || town.split([' ', '/']).filter(|word| !word.is_empty());
    let shouted = town.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !town.chars().any(char::is_lowercase);
    let titled = town_words().next().is_some() && town_words().all(is_title_word);
    let short = town_words().take(6).count() <= 5;
    let rest = place.get(place_end..).unwrap_or_default();
    let rest_ok = rest
        .split([',', ' '])
        .filter(|word| !word.is_empty())
        .all(|word| is_title_word(word) || word.starts_with(|c: char| c.is_ascii_digit()));
    let told = agency.is_some() || is_known(place) && (first || shouted);
    short && rest_ok && agency_ok && titled && (shouted && first || told)
}

fn is_title_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-'))
}

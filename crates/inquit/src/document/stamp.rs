//! Lines that say when the article was published or changed.

use super::credit::is_outlet;
use super::date::{is_month, is_weekday, is_zone};

/// Words by which a line says of what it tells the time.
const EVENTS: [&str; 10] = [
    "published",
    "updated",
    "posted",
    "created",
    "modified",
    "issued",
    "edited",
    "last",
    "update",
    "originally",
];

/// Words of a line that says when, beside these and those of dates and times themselves.
const WORDS: [&str; 35] = [
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
    "ago",
    "hrs",
    "hours",
    "hour",
    "minutes",
    "minute",
    "day",
    "days",
    "week",
    "weeks",
    "local",
    "read",
    "min",
    "mins",
    "of",
    "the",
    "and",
    "just",
    "now",
    "online",
    "print",
    "today",
    "yesterday",
    "first",
];

/// Signs between the parts of such a line, and between the words of a part.
const BARS: [char; 5] = ['|', '•', '·', '/', '‧'];
const GAPS: [char; 9] = [' ', '\t', '\u{A0}', ',', '-', '–', '—', '(', ')'];

/// What a line tells that says when.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stamp {
    /// A day or a time, or of what it tells the time.
    Day,
    /// A year, a month of one, or several.
    Period,
}

/// What a line tells that says when, and nothing else but who or what published it.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut found = Found::default();
    // Slashes stand in dates, too.
    let parts =
        line.split(|c: char| BARS.contains(&c) && c != '/').flat_map(|part| part.split(" / "));
    let whole = parts.into_iter().all(|part| found.reads(part) || is_outlet(part.trim()));
    let when = whole && (found.dates >= 1 && found.numbers >= 1 || found.ago);
    when.then_some(if found.exact { Stamp::Day } else { Stamp::Period })
}

#[derive(Default)]
struct Found {
    dates: usize,
    numbers: usize,
    ago: bool,
    /// A day, a time, or a word for what happened then.
    exact: bool,
}

impl Found {
    /// Whether every word of a part belongs to a date or time.
    fn reads(&mut self, part: &str) -> bool {
        part.split(GAPS)
            // "AM(GMT+5:30)", "ET:"
            .flat_map(|word| word.split('+'))
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .all(|word| self.read(word))
    }

    fn read(&mut self, word: &str) -> bool {
        let lower = word.to_ascii_lowercase();
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'/' | b':' | b'.' | b'T' | b'Z');
        if is_month(word) {
            self.dates += 1;
        } else if digits > 0 && word.bytes().all(plain) {
            self.numbers += 1;
            let parted = word.bytes().filter(|b| matches!(b, b'/' | b'.')).count() == 2;
            self.dates += usize::from(parted || digits == 4 || word.contains(':'));
            self.exact |= digits != 4 || digits < word.len();
        } else if digits > 0 {
            self.numbers += 1;
            self.exact = true;
            return ["st", "nd", "rd", "th", "am", "pm", "h", "hrs"]
                .iter()
                .any(|end| lower.strip_suffix(end).is_some_and(|rest| rest.bytes().all(plain)));
        } else if lower == "ago" {
            self.ago = self.numbers > 0;
            self.exact = true;
        } else if EVENTS.contains(&&*lower) || is_weekday(&lower) {
            self.exact = true;
        } else {
            return WORDS.contains(&&*lower) || is_zone(word);
        }
        true
    }
}

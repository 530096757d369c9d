//! Lines that say when the article was published or changed.

use super::credit::is_outlet;
use super::date::{is_month, is_zone};

/// Words of a line that says when, beside those of dates and times themselves.
const WORDS: [&str; 45] = [
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

const DAYS: [&str; 18] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "weds",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
];

/// Signs between the parts of such a line, and between the words of a part.
const BARS: [char; 5] = ['|', '•', '·', '/', '‧'];
const GAPS: [char; 9] = [' ', '\t', '\u{A0}', ',', '-', '–', '—', '(', ')'];

/// Whether a line says when, and nothing else but who or what published it.
pub(super) fn is_timestamp(line: &str) -> bool {
    let mut found = Found::default();
    // Slashes stand in dates, too.
    let parts =
        line.split(|c: char| BARS.contains(&c) && c != '/').flat_map(|part| part.split(" / "));
    parts.into_iter().all(|part| found.reads(part) || is_outlet(part.trim()))
        && (found.dates >= 1 && found.numbers >= 1 || found.ago)
}

#[derive(Default)]
struct Found {
    dates: usize,
    numbers: usize,
    ago: bool,
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
        } else if digits > 0 {
            self.numbers += 1;
            return ["st", "nd", "rd", "th", "am", "pm", "h", "hrs"]
                .iter()
                .any(|end| lower.strip_suffix(end).is_some_and(|rest| rest.bytes().all(plain)));
        } else if lower == "ago" {
            self.ago = self.numbers > 0;
        } else {
            return WORDS.contains(&&*lower) || DAYS.contains(&&*lower) || is_zone(word);
        }
        true
    }
}

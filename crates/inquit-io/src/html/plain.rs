//! Numbers, days and words as a person reads them.

use super::options::ReportOptions;

/// A number with commas: 1,312.
pub(super) fn counted(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// So many things: "1 article", "2,000 articles", "3 stories".
pub(super) fn count_of(number: usize, thing: &str) -> String {
    format!("{} {}", counted(number), plural(number, thing))
}

/// "and 312 more stories".
pub(super) fn and_more_of(number: usize, thing: &str) -> String {
    format!("and {} more {}", counted(number), plural(number, thing))
}

fn plural(number: usize, thing: &str) -> String {
    match thing.strip_suffix('y') {
        _ if number == 1 => thing.to_owned(),
        Some(start) => format!("{start}ies"),
        None => format!("{thing}s"),
    }
}

/// How many words stand between white space.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The first words of a text, with what stands before and between them.
fn first_words(text: &str, count: usize) -> &str {
    let Some(last) = count.checked_sub(1) else { return "" };
    // A part of the text: how far in it is tells where it ends.
    let end = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize + word.len();
    let end = text.split_whitespace().nth(last).map_or(text.len(), end);
    text.get(..end).unwrap_or_default()
}

/// How much of a text is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    words: usize,
    characters: usize,
}

impl Room {
    /// Room for so many words, and for as many characters as they may have.
    pub(super) fn of(words: usize) -> Room {
        Room { words, characters: words.saturating_mul(ReportOptions::LETTERS) }
    }

    /// The part of a text that there is room for, and the rest.
    pub(super) fn cut(self, text: &str) -> (&str, &str) {
        let shown = first_words(text, self.words);
        let end = shown.char_indices().nth(self.characters).map_or(shown.len(), |(at, _)| at);
        match text.split_at_checked(end) {
            Some((shown, rest)) if !rest.trim().is_empty() => (shown, rest),
            _ => (text, ""),
        }
    }

    /// The room that is left after a text.
    pub(super) fn after(self, text: &str) -> Room {
        Room {
            words: self.words.saturating_sub(word_count(text)),
            characters: self.characters.saturating_sub(text.chars().count()),
        }
    }
}

/// "and 3 more words" for what is left out after what is shown: in characters where a word was cut.
pub(super) fn left_out<'a>(shown: &str, rest: impl Iterator<Item = &'a str>) -> String {
    let mut rest = rest.peekable();
    let is_in_word = !shown.is_empty()
        && !shown.ends_with(char::is_whitespace)
        && rest.peek().is_some_and(|rest| !rest.starts_with(char::is_whitespace));
    if is_in_word {
        and_more_of(rest.map(|it| it.chars().count()).sum(), "character")
    } else {
        and_more_of(rest.map(word_count).sum(), "word")
    }
}

/// A text on a line, as many words of it as that; says how many were left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let (shown, rest) = Room::of(most).cut(text.trim());
    let mut line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if !rest.is_empty() {
        line.push_str(" … (");
        line.push_str(&left_out(shown, std::iter::once(rest)));
        line.push(')');
    }
    line
}

/// Words of a title that stands in full elsewhere.
pub(super) const TITLE_WORDS: usize = 14;

/// The first words of a title that stands in full elsewhere.
pub(super) fn beginning(title: &str, most: usize) -> String {
    let (shown, rest) = Room::of(most).cut(title);
    format!("{shown}{}", if rest.is_empty() { "" } else { " …" })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment as ISO 8601 writes it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Moment {
    year: i32,
    month: u8,
    day: u8,
    /// Minutes of the day.
    time: Option<u16>,
    /// Minutes that the clock there is ahead of universal time.
    ahead: i32,
}

impl Moment {
    /// `None` where the text is no such moment.
    pub(super) fn of(text: &str) -> Option<Moment> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let (year, rest) = date.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let mut moment = Moment {
            year: year.parse::<i16>().ok()?.into(),
            month: month.parse().ok().filter(|month| (1..=12).contains(month))?,
            day: day.parse().ok().filter(|day| (1..=31).contains(day))?,
            time: None,
            ahead: 0,
        };
        if let Some(time) = time {
            let zone = time.find(['Z', '+', '-']).unwrap_or(time.len());
            let (clock, zone) = time.split_at_checked(zone)?;
            moment.time = Some(minutes(clock)?);
            moment.ahead = match zone.split_at_checked(1) {
                Some(("+", ahead)) => i32::from(minutes(ahead)?),
                Some(("-", behind)) => -i32::from(minutes(behind)?),
                _ => 0,
            };
        }
        Some(moment)
    }

    /// Midnight of a day that is so many after 1 January 1970 (Howard Hinnant, "chrono-compatible
    /// low-level date algorithms", `civil_from_days`).
    pub(super) fn of_day(number: i64) -> Moment {
        let from_march = number + 719_468;
        let (era, day_of_era) = (from_march.div_euclid(146_097), from_march.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Moment {
            year: i32::try_from(year).unwrap_or(0),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
            time: None,
            ahead: 0,
        }
    }

    /// Days from 1 January 1970 (`days_from_civil` of the same).
    pub(super) fn day_number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * month + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// By day of universal time, then by time; when on its day it was that has no time nobody knows, and
    /// so it comes after those that have one.
    pub(super) fn order(self) -> (i64, bool, i64) {
        let minute = self.minute();
        (minute.div_euclid(MINUTES_OF_DAY), !self.has_time(), minute)
    }

    /// Whether the time of the day is known.
    pub(super) fn has_time(self) -> bool {
        self.time.is_some()
    }

    /// Minutes of universal time; of a day without a time its beginning.
    pub(super) fn minute(self) -> i64 {
        self.day_number() * MINUTES_OF_DAY + i64::from(self.time.unwrap_or(0))
            - i64::from(self.ahead)
    }

    /// "20 September 2015".
    pub(super) fn long_day(self) -> String {
        format!("{} {} {}", self.day, self.month_name(), self.year)
    }

    /// "20 to 24 September 2015".
    pub(super) fn from_to(first: Moment, last: Moment) -> String {
        let (day, month) = (first.day, first.month_name());
        let to = last.long_day();
        match (first.year == last.year, first.month == last.month) {
            (true, true) if day == last.day => to,
            (true, true) => format!("{day} to {to}"),
            (true, false) => format!("{day} {month} to {to}"),
            (false, _) => format!("{} to {to}", first.long_day()),
        }
    }

    /// "20 Sep 2015, 19:18", without the time where it is not known.
    pub(super) fn short(self) -> String {
        let day = format!("{} {}", self.short_day(), self.year);
        match self.time {
            Some(time) => format!("{day}, {:02}:{:02}", time / 60, time % 60),
            None => day,
        }
    }

    pub(super) fn year(self) -> i32 {
        self.year
    }

    /// "20 Sep".
    pub(super) fn short_day(self) -> String {
        format!("{} {}", self.day, self.month_name().get(..3).unwrap_or_default())
    }

    fn month_name(self) -> &'static str {
        MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

pub(super) const MINUTES_OF_DAY: i64 = 24 * 60;

/// "19:18" in minutes.
fn minutes(clock: &str) -> Option<u16> {
    let (hours, minutes) = clock.split_once(':')?;
    let hours: u16 = hours.parse().ok().filter(|hours| *hours < 24)?;
    let minutes: u16 = minutes.get(..2)?.parse().ok().filter(|minutes| *minutes < 60)?;
    Some(hours * 60 + minutes)
}

/// "20 September 2015, 19:18" for "2015-09-20T19:18-04:00"; another text as it is.
pub(super) fn moment(text: &str) -> String {
    let Some(moment) = Moment::of(text) else { return text.to_owned() };
    match moment.time {
        Some(time) => format!("{}, {:02}:{:02}", moment.long_day(), time / 60, time % 60),
        None => moment.long_day(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_as_people_write_them() {
        assert_eq!(moment("2015-09-20"), "20 September 2015");
        assert_eq!(moment("2015-09-20T19:18-04:00"), "20 September 2015, 19:18");
        for other in
            ["", "yesterday", "2015-13-01", "2015-09-20T25:00", "9999999999-01-01", "2015-1-é"]
        {
            assert_eq!(moment(other), other);
        }
    }

    #[test]
    fn stretches_of_days_say_nothing_twice() {
        let shown =
            |first, last| Moment::from_to(Moment::of(first).unwrap(), Moment::of(last).unwrap());
        assert_eq!(shown("2015-09-20", "2015-09-20T10:00"), "20 September 2015");
        assert_eq!(shown("2015-09-20", "2015-09-24"), "20 to 24 September 2015");
        assert_eq!(shown("2015-09-20", "2015-10-03"), "20 September to 3 October 2015");
        assert_eq!(shown("2015-09-20", "2016-09-20"), "20 September 2015 to 20 September 2016");
    }

    #[test]
    fn days_are_counted_there_and_back() {
        let number = |text| Moment::of(text).unwrap().day_number();
        assert_eq!(
            (number("1970-01-01"), number("2000-03-01"), number("1969-12-31")),
            (0, 11_017, -1)
        );
        for day in (-800_000..800_000).step_by(997) {
            assert_eq!(Moment::of_day(day).day_number(), day);
        }
        let minute = |text| Moment::of(text).unwrap().minute();
        assert_eq!(minute("2015-09-20T19:18-04:00"), minute("2015-09-20T23:18Z"));
    }

    #[test]
    fn what_is_left_out_is_counted() {
        assert_eq!(shortened(" one  two\nthree ", 3), "one two three");
        assert_eq!(shortened("one two three", 1), "one … (and 2 more words)");
        assert_eq!(and_more_of(1, "word"), "and 1 more word");
        assert_eq!(
            (count_of(1, "story"), count_of(3_000, "story")),
            ("1 story".into(), "3,000 stories".into())
        );
        assert_eq!((first_words(" one  two three", 2), first_words("one", 0)), (" one  two", ""));
        assert_eq!(
            (beginning("one two", 2), beginning("one two", 1)),
            ("one two".into(), "one …".into())
        );
        assert_eq!(
            (counted(7), counted(1_312), counted(1_000_000)),
            ("7".into(), "1,312".into(), "1,000,000".into())
        );
    }
}

//! Dates and times as they are written: "Sept. 20, 2015", "20/09/2015", "2.03pm EDT".

use super::calendar::Date;
use super::scan::{Kind, Piece};

/// A date as written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Written {
    /// Day, month and year.
    Full(Date),
    /// Two numbers and a year, where either may be the month.
    Either { day_first: Date, month_first: Date },
    /// Month and day without a year.
    NoYear { month: u8, day: u8 },
    /// A month of a year.
    Month { year: i16, month: u8 },
    /// No day of the calendar: "31/02/2015".
    Impossible,
}

/// What was read, and how many pieces it took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read<T> {
    pub(super) value: T,
    pub(super) count: usize,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// The days of the week in full, in lower case.
pub(in crate::document) const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The month that a word names, in full or by its first letters, from 1.
pub(super) fn month(word: &str) -> Option<u8> {
    named(word, &MONTHS, &["sept"]).map(|at| at + 1)
}

/// Whether a word names a month.
pub(in crate::document) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// Short forms of days of the week with more than three letters.
const LONGER_WEEKDAYS: [&str; 4] = ["tues", "thur", "thurs", "weds"];

/// The day of the week that a word names, 0 for Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    named(word, &WEEKDAYS, &LONGER_WEEKDAYS)
}

/// Whether a word in lower case names a day of the week.
pub(in crate::document) fn is_weekday(lower: &str) -> bool {
    listed(lower, &WEEKDAYS, &LONGER_WEEKDAYS).is_some()
}

/// The place of a name with a capital in a list.
fn named(word: &str, names: &[&str], longer: &[&str]) -> Option<u8> {
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    (capital && word.is_ascii()).then(|| listed(&word.to_ascii_lowercase(), names, longer))?
}

/// The place of a name in a list, in full, by its first three letters, or as a longer short form.
fn listed(lower: &str, names: &[&str], longer: &[&str]) -> Option<u8> {
    let head = lower.get(..3)?;
    let at = names.iter().position(|name| name.starts_with(head))?;
    let whole = names.get(at) == Some(&lower);
    (whole || lower.len() == 3 || longer.contains(&lower)).then(|| u8::try_from(at).ok()).flatten()
}

/// The date that begins with the first of these pieces.
pub(super) fn date(pieces: &[Piece<'_>]) -> Option<Read<Written>> {
    let first = pieces.first()?;
    match first.kind {
        Kind::Word => month_day(pieces),
        Kind::Number(_) => numeric(pieces).or_else(|| day_month(pieces)),
        _ => None,
    }
}

/// Skips a sign, if it stands there.
fn skip(pieces: &[Piece<'_>], at: usize, sign: &str) -> usize {
    at + usize::from(pieces.get(at).is_some_and(|it| it.text == sign))
}

fn year(piece: Option<&Piece<'_>>) -> Option<i16> {
    let piece = piece.filter(|it| it.text.len() == 4)?;
    i16::try_from(piece.number()?).ok().filter(|year| (1700..=2199).contains(year))
}

fn day(piece: Option<&Piece<'_>>) -> Option<u8> {
    let piece = piece.filter(|it| it.text.len() <= 2)?;
    u8::try_from(piece.number()?).ok().filter(|day| (1..=31).contains(day))
}

/// Skips "st", "nd", "rd" or "th" glued to a number.
fn skip_ordinal(pieces: &[Piece<'_>], at: usize) -> usize {
    let glued = at.checked_sub(1).and_then(|before| pieces.get(before)).map(Piece::end);
    let ordinal = pieces.get(at).is_some_and(|it| {
        Some(it.start) == glued && ["st", "nd", "rd", "th"].iter().any(|end| it.is(end))
    });
    at + usize::from(ordinal)
}

/// "September 20, 2015", "Sept. 20", "September 2015".
fn month_day(pieces: &[Piece<'_>]) -> Option<Read<Written>> {
    let month = month(pieces.first()?.text)?;
    let at = skip(pieces, 1, ".");
    if let Some(year) = year(pieces.get(at)) {
        return Some(Read { value: Written::Month { year, month }, count: at + 1 });
    }
    let day = day(pieces.get(at))?;
    let after = skip_ordinal(pieces, at + 1);
    // "May 5pm", "March 10:30": a time, not a day.
    let clock = pieces
        .get(after)
        .is_some_and(|it| matches!(it.text, ":" | "%" | "$") || it.is("am") || it.is("pm"));
    if clock {
        return None;
    }
    let comma = skip(pieces, after, ",");
    if let Some(year) = year(pieces.get(comma)) {
        return Some(Read { value: full(year, month, day), count: comma + 1 });
    }
    let value = without_year(month, day);
    // "In April 31 people were killed": a number of something.
    let counted = value == Written::Impossible && counts(pieces, after);
    (!counted).then_some(Read { value, count: after })
}

/// Whether a number before this piece counts what follows: a word in small letters, but none that
/// may stand behind a day.
fn counts(pieces: &[Piece<'_>], at: usize) -> bool {
    const BEHIND_A_DAY: [&str; 20] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "he", "in", "it", "on", "she",
        "the", "they", "to", "until", "we", "when",
    ];

    // "31-year-old"
    pieces.get(skip(pieces, at, "-")).is_some_and(|it| {
        it.text.starts_with(char::is_lowercase) && !BEHIND_A_DAY.contains(&it.text)
    })
}

/// "20 September 2015", "20th of Sept.", "20 Sep".
fn day_month(pieces: &[Piece<'_>]) -> Option<Read<Written>> {
    let day = day(pieces.first())?;
    let at = skip_ordinal(pieces, 1);
    let at = at + usize::from(pieces.get(at).is_some_and(|it| it.is("of")));
    let month = month(pieces.get(at)?.text)?;
    let stop = skip(pieces, at + 1, ".");
    let comma = skip(pieces, stop, ",");
    Some(match year(pieces.get(comma)) {
        Some(year) => Read { value: full(year, month, day), count: comma + 1 },
        None => Read { value: without_year(month, day), count: at + 1 },
    })
}

fn without_year(month: u8, day: u8) -> Written {
    // A leap year has every day that some year has.
    const LEAP_YEAR: i16 = 2000;

    match Date::new(LEAP_YEAR, month, day) {
        Some(_) => Written::NoYear { month, day },
        None => Written::Impossible,
    }
}

fn full(year: i16, month: u8, day: u8) -> Written {
    Date::new(year, month, day).map_or(Written::Impossible, Written::Full)
}

/// "2015-09-20", "20/09/2015", "9.20.2015".
fn numeric(pieces: &[Piece<'_>]) -> Option<Read<Written>> {
    let [a, sign, b, other, c, ..] = pieces else { return None };
    let glued =
        [a, sign, b, other].iter().zip([sign, b, other, c]).all(|(x, y)| x.end() == y.start);
    if !glued || sign.text != other.text || !matches!(sign.text, "-" | "/" | ".") {
        return None;
    }
    let small = |piece: &Piece<'_>| {
        piece.number().filter(|_| piece.text.len() <= 2).and_then(|it| u8::try_from(it).ok())
    };
    let value = if let Some(year) = year(Some(a)) {
        full(year, small(b)?, small(c)?)
    } else {
        let year = year(Some(c))?;
        let (a, b) = (small(a)?, small(b)?);
        match (Date::new(year, b, a), Date::new(year, a, b)) {
            (Some(day_first), Some(month_first)) if day_first != month_first => {
                Written::Either { day_first, month_first }
            }
            (Some(date), _) | (_, Some(date)) => Written::Full(date),
            (None, None) => Written::Impossible,
        }
    };
    Some(Read { value, count: 5 })
}

/// A time of day: hour and minute, in 24 hours.
pub(super) fn time(pieces: &[Piece<'_>]) -> Option<Read<(u8, u8)>> {
    let small = |at: usize, most: u16| {
        let piece: &Piece<'_> = pieces.get(at).filter(|it| it.text.len() <= 2)?;
        u8::try_from(piece.number().filter(|&it| it <= most)?).ok()
    };
    let hour = small(0, 23)?;
    let glued = |at: usize| {
        let before: Option<usize> = pieces.get(at - 1).map(Piece::end);
        pieces.get(at).is_some_and(|it| Some(it.start) == before)
    };
    let colon = pieces.get(1).is_some_and(|it| matches!(it.text, ":" | "."));
    let minute = small(2, 59)
        .filter(|_| colon && glued(1) && glued(2))
        .filter(|_| pieces.get(2).is_some_and(|it| it.text.len() == 2));
    let mut count = if minute.is_some() { 3 } else { 1 };
    // Seconds are read and left out.
    if minute.is_some() && pieces.get(3).is_some_and(|it| it.text == ":") && small(4, 60).is_some()
    {
        count = 5;
    }
    let half = half_of_day(pieces.get(count..).unwrap_or_default());
    match (half, minute) {
        (Some(Read { value: afternoon, count: more }), _) if (1..=12).contains(&hour) => {
            let hour = hour % 12 + if afternoon { 12 } else { 0 };
            Some(Read { value: (hour, minute.unwrap_or(0)), count: count + more })
        }
        (_, Some(minute)) => Some(Read { value: (hour, minute), count }),
        _ => None,
    }
}

/// "pm", "p.m.", "A.M."
fn half_of_day(pieces: &[Piece<'_>]) -> Option<Read<bool>> {
    let first = pieces.first()?;
    for (short, letter, afternoon) in [("am", "a", false), ("pm", "p", true)] {
        if first.is(short) {
            return Some(Read { value: afternoon, count: 1 });
        }
        let stopped = first.is(letter)
            && pieces.get(1).is_some_and(|it| it.text == ".")
            && pieces.get(2).is_some_and(|it| it.is("m"));
        if stopped {
            let count = skip(pieces, 3, ".");
            return Some(Read { value: afternoon, count });
        }
    }
    None
}

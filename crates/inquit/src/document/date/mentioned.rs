//! The days that sentences mean: "Saturday", "last week", "on Sept. 19".

use super::calendar::Date;
use super::scan::{Kind, Piece, parts, pieces};
use super::written::{Read, Written, date, weekday};
use crate::document::{Block, BlockKind, Document};
use crate::text::Span;

/// Words that mean a day or a stretch of days.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DateMention {
    span: Span,
    first: Date,
    last: Date,
}

impl DateMention {
    /// The words.
    pub fn span(self) -> Span {
        self.span
    }

    /// The first day that they mean.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day that they mean; the first one too, where they mean one day.
    pub fn last(self) -> Date {
        self.last
    }
}

/// The days that the sentences of a document mean, in order. Those that depend on the day of
/// publication are left out where that is not known.
pub(crate) fn dates(
    document: &Document,
    blocks: &[Block],
    published: Option<Date>,
) -> Vec<DateMention> {
    let mut found = Vec::new();
    let read = |kind| {
        matches!(
            kind,
            BlockKind::Paragraph | BlockKind::Headline | BlockKind::Standfirst | BlockKind::Caption
        )
    };
    for block in blocks.iter().filter(|block| read(block.kind)) {
        for (start, part) in parts(&document[block.span]) {
            in_part(part, block.span.start as usize + start, published, &mut found);
        }
    }
    found
}

fn in_part(text: &str, from: usize, published: Option<Date>, found: &mut Vec<DateMention>) {
    let pieces = pieces(text);
    let mut at = 0;
    while at < pieces.len() {
        // "31 June 2022" is no day, and does not mean the month either.
        if let Some(Read { value: Written::Impossible, count }) = pieces.get(at..).and_then(date) {
            at += count;
            continue;
        }
        let Some(Read { value: (first, last), count }) = days(&pieces, at, published) else {
            at += 1;
            continue;
        };
        let start = pieces.get(at).map_or(0, |it| it.start);
        let end = pieces.get(at + count - 1).map_or(start, Piece::end);
        found.push(DateMention { span: Span::of(from + start..from + end), first, last });
        at += count;
    }
}

type Days = (Date, Date);

fn one(day: Date) -> Read<Days> {
    Read { value: (day, day), count: 1 }
}

/// The days that the words at a place mean.
fn days(pieces: &[Piece<'_>], at: usize, published: Option<Date>) -> Option<Read<Days>> {
    let rest = pieces.get(at..)?;
    let first = rest.first()?;
    if let Some(Read { value, count }) = date(rest) {
        return Some(Read { value: written(value, published)?, count });
    }
    if let Some(year) = bare_year(pieces, at) {
        return Some(Read { value: year.whole_year(), count: 1 });
    }
    let today = published?;
    if first.kind != Kind::Word {
        return ago(rest, today);
    }
    if let Some(day) = weekday(first.text).filter(|_| is_weekday(pieces, at)) {
        // "Saturday, Sept. 19": one day, told twice.
        let comma = 1 + usize::from(rest.get(1).is_some_and(|it| it.text == ","));
        if let Some(Read { value, count }) = rest.get(comma..).and_then(date)
            && let Some(value) = written(value, published)
        {
            return Some(Read { value, count: comma + count });
        }
        return Some(one(nearest(today, day, is_future(pieces, at))));
    }
    let relative = |days| Some(one(today.plus_days(days)));
    match first.text {
        "today" | "Today" | "tonight" | "Tonight" => relative(0),
        "yesterday" | "Yesterday" => relative(-1),
        "tomorrow" | "Tomorrow" => relative(1),
        _ => near(rest, today).or_else(|| ago(rest, today)),
    }
}

fn written(value: Written, published: Option<Date>) -> Option<Days> {
    let day = |date| Some((date, date));
    match value {
        Written::Full(date) => day(date),
        Written::Month { year, month } => Date::new(year, month, 1).map(Date::whole_month),
        Written::NoYear { month, day: number } => {
            let today = published?;
            let years = [today.year() - 1, today.year(), today.year() + 1];
            let candidates = years.into_iter().filter_map(|year| Date::new(year, month, number));
            day(candidates.min_by_key(|date| date.days_since(today).abs())?)
        }
        Written::Either { day_first, month_first } => {
            let today = published?;
            let distance = |date: Date| date.days_since(today).abs();
            day(if distance(day_first) <= distance(month_first) { day_first } else { month_first })
        }
        Written::Impossible => None,
    }
}

/// The first day of a year that stands alone: "in 2011", "since 1979".
fn bare_year(pieces: &[Piece<'_>], at: usize) -> Option<Date> {
    const BEFORE: [&str; 9] =
        ["in", "since", "until", "during", "by", "of", "before", "after", "from"];

    const AFTER: [&str; 28] = [
        "after", "and", "as", "at", "before", "but", "by", "did", "for", "from", "had", "has",
        "in", "is", "on", "or", "since", "that", "the", "to", "until", "was", "were", "when",
        "where", "which", "while", "with",
    ];

    let number = pieces.get(at).filter(|it| it.text.len() == 4)?.number()?;
    let before = pieces.get(at.checked_sub(1)?)?;
    let year = i16::try_from(number).ok().filter(|it| (1800..=2099).contains(it))?;
    let glued = pieces.get(at + 1).is_some_and(|next| {
        let end = pieces.get(at).map(Piece::end);
        Some(next.start) == end && !matches!(next.text, "." | "," | ";" | ")" | ":" | "”" | "\"")
    });
    // "of 2000 sheep": a number.
    let may_count = !["since", "until", "during"].iter().any(|it| before.is(it));
    let counts = may_count
        && pieces.get(at + 1).is_some_and(|it| {
            it.kind == Kind::Word
                && it.text.starts_with(char::is_lowercase)
                && !AFTER.contains(&it.text)
        });
    (BEFORE.iter().any(|it| before.is(it)) && !glued && !counts)
        .then(|| Date::new(year, 1, 1))
        .flatten()
}

/// Whether the name of a day of the week is that, in full and not a part of another name.
fn is_weekday(pieces: &[Piece<'_>], at: usize) -> bool {
    const BEFORE: [&str; 8] =
        ["Black", "Good", "Bloody", "Super", "Cyber", "Easter", "Palm", "Ash"];
    const AFTER: [&str; 8] =
        ["Times", "Telegraph", "Mirror", "Express", "Mail", "Post", "World", "Sun"];

    let is_one_of = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| pieces.get(at)).is_some_and(|it| words.contains(&it.text))
    };
    pieces.get(at).is_some_and(|it| it.text.ends_with("day"))
        && !is_one_of(at.checked_sub(1), &BEFORE)
        && !is_one_of(Some(at + 1), &AFTER)
}

/// The day of the week that is nearest: the last one up to today, or the next one.
fn nearest(today: Date, weekday: u8, future: bool) -> Date {
    let ahead = (i32::from(weekday) - i32::from(today.weekday())).rem_euclid(7);
    if future && ahead == 0 {
        today.plus_days(7)
    } else if future || ahead == 0 {
        today.plus_days(ahead)
    } else {
        today.plus_days(ahead - 7)
    }
}

/// How many pieces back a word that speaks of what is to come is looked for.
const BACK: usize = 12;

/// Whether the sentence up to here speaks of what is to come.
fn is_future(pieces: &[Piece<'_>], at: usize) -> bool {
    const WORDS: [&str; 15] = [
        "will",
        "next",
        "would",
        "shall",
        "scheduled",
        "due",
        "expected",
        "upcoming",
        "planned",
        "plans",
        "coming",
        "set",
        "slated",
        "going",
        "ll",
    ];

    let before = pieces.get(at.saturating_sub(BACK)..at).unwrap_or_default();
    before
        .iter()
        .rev()
        .take_while(|it| !matches!(it.text, "." | "?" | "!" | "”") && it.kind != Kind::Break)
        .any(|it| WORDS.iter().any(|word| it.is(word)))
}

/// "last week", "this month", "next year".
fn near(rest: &[Piece<'_>], today: Date) -> Option<Read<Days>> {
    let step = match rest.first()? {
        it if it.is("last") => -1,
        it if it.is("this") => 0,
        it if it.is("next") => 1,
        _ => return None,
    };
    let unit = rest.get(1)?;
    let value = if unit.is("week") {
        let monday = today.plus_days(step * 7 - i32::from(today.weekday()));
        (monday, monday.plus_days(6))
    } else if unit.is("month") {
        today.plus_months(step).whole_month()
    } else if unit.is("year") {
        today.plus_months(step * 12).whole_year()
    } else {
        return None;
    };
    Some(Read { value, count: 2 })
}

/// "two days ago", "3 weeks ago".
fn ago(rest: &[Piece<'_>], today: Date) -> Option<Read<Days>> {
    const NUMBERS: [&str; 10] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    let [many, unit, ago, ..] = rest else { return None };
    if !ago.is("ago") {
        return None;
    }
    let by_word = || NUMBERS.iter().position(|it| many.is(it)).map(|at| at + 1);
    let number = many.number().map(usize::from).or_else(by_word);
    let number = number.or(if many.is("a") { Some(1) } else { None })?;
    let number = i32::try_from(number).ok()?;
    let value = match unit.text {
        "day" | "days" => {
            let day = today.plus_days(-number);
            (day, day)
        }
        "week" | "weeks" => {
            let day = today.plus_days(-7 * number);
            let monday = day.plus_days(-i32::from(day.weekday()));
            (monday, monday.plus_days(6))
        }
        "month" | "months" => today.plus_months(-number).whole_month(),
        "year" | "years" => today.plus_months(-12 * number).whole_year(),
        _ => return None,
    };
    Some(Read { value, count: 3 })
}

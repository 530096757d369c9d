//! When a document was published.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fmt;

use super::calendar::Date;
use super::scan::{Kind, Piece, parts, pieces};
use super::written::{Read, Written, date, time, weekday};
use super::zone::{offset_of, zone};
use crate::document::{Block, BlockKind, Document};
use crate::text::Span;

/// When a document was published: as its metadata say, else as a line of it does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Published {
    date: Date,
    time: Option<(u8, u8)>,
    zone: Option<Box<str>>,
    span: Option<Span>,
}

impl Published {
    /// The day.
    pub fn date(&self) -> Date {
        self.date
    }

    /// Hour and minute, where given.
    pub fn time(&self) -> Option<(u8, u8)> {
        self.time
    }

    /// The time zone as written ("EDT", "+05:30"), where given.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// Where the text says so; `None` where the metadata do.
    pub fn span(&self) -> Option<Span> {
        self.span
    }
}

/// As ISO 8601 writes it: `2015-09-20T19:18-04:00`; without the offset where none is given, or the
/// name of the zone leaves it open.
impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        if let Some((hour, minute)) = self.time {
            write!(f, "T{hour:02}:{minute:02}")?;
            if let Some(zone) = self.zone() {
                f.write_str(&offset_of(zone))?;
            }
        }
        Ok(())
    }
}

/// A date that says no day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Doubt {
    pub(crate) span: Span,
    /// Whether the day may be one of two; else no calendar has it.
    pub(crate) ambiguous: bool,
}

/// When a document was published.
pub(crate) fn published(document: &Document, blocks: &[Block]) -> Option<Published> {
    let given = document.published().and_then(|text| {
        let evidence = Evidence::new(document, blocks, stamps(text, 0));
        evidence.first().map(|(stamp, date)| stamp.published(text, date, None))
    });
    given.or_else(|| {
        let evidence = Evidence::new(document, blocks, lines(document, blocks));
        let (stamp, date) = evidence.first()?;
        Some(stamp.published(document.text(), date, Some(stamp.span)))
    })
}

/// The dates of time stamps and the like that say no day.
pub(crate) fn doubts(document: &Document, blocks: &[Block]) -> Vec<Doubt> {
    let evidence = Evidence::new(document, blocks, lines(document, blocks));
    let unknown = evidence.stamps.iter().filter(|it| evidence.day(it).is_none());
    unknown
        .map(|it| Doubt { span: it.span, ambiguous: it.written != Written::Impossible })
        .collect()
}

/// A date in a line that says when.
#[derive(Clone, Debug)]
struct Stamp {
    written: Written,
    span: Span,
    time: Option<(u8, u8)>,
    zone: Option<Span>,
    /// A day of the week beside it, 0 for Monday.
    weekday: Option<u8>,
    updated: bool,
}

impl Stamp {
    fn published(&self, text: &str, date: Date, span: Option<Span>) -> Published {
        let zone = self.zone.and_then(|zone| zone.get(text)).map(Box::from);
        Published { date, time: self.time, zone, span }
    }
}

/// The dates of the lines of a document that say when: time stamps, then bylines and datelines.
fn lines(document: &Document, blocks: &[Block]) -> Vec<Stamp> {
    let lines = [BlockKind::Timestamp, BlockKind::Byline, BlockKind::Dateline]
        .into_iter()
        .flat_map(|kind| blocks.iter().filter(move |block| block.kind == kind));
    lines.flat_map(|block| stamps(&document[block.span], block.span.start as usize)).collect()
}

/// The dates of a line that begins at a byte.
fn stamps(line: &str, start: usize) -> Vec<Stamp> {
    let pieces = pieces(line);
    let mut stamps: Vec<Stamp> = Vec::new();
    let mut updated = false;
    let mut day_of_week = None;
    let mut clock: Option<((u8, u8), Option<Span>)> = None;
    let mut at = 0;
    while let Some(rest) = pieces.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.first() else { break };
        if ["updated", "modified", "edited"].iter().any(|it| first.is(it)) {
            updated = true;
        } else if ["published", "posted", "created", "first"].iter().any(|it| first.is(it)) {
            updated = false;
        }
        if let Some(Read { value: written, count }) = date(rest).filter(|it| is_day(it.value)) {
            let span = span_of(rest, 0..count, start);
            let (time, zone) = clock.take().map_or((None, None), |(time, zone)| (Some(time), zone));
            stamps.push(Stamp { written, span, time, zone, weekday: day_of_week.take(), updated });
            at += count;
            // "2015-09-20T19:18"
            at += usize::from(pieces.get(at).is_some_and(|it| it.text == "T"));
            continue;
        }
        if let Some(Read { value, count }) = time(rest) {
            // "8:05 AM (GMT+5:30)"
            let count = count + usize::from(rest.get(count).is_some_and(|it| it.text == "("));
            let zoned = zone(rest.get(count..).unwrap_or_default());
            let place = zoned.map(|more| span_of(rest, count..count + more, start));
            match stamps.last_mut().filter(|last| last.time.is_none()) {
                Some(last) => (last.time, last.zone) = (Some(value), place),
                None => clock = Some((value, place)),
            }
            at += count + zoned.unwrap_or(0);
            continue;
        }
        if first.kind == Kind::Word {
            day_of_week = weekday(first.text).or(day_of_week);
        }
        at += 1;
    }
    stamps
}

/// Whether a date tells a day, or means to.
fn is_day(written: Written) -> bool {
    !matches!(written, Written::NoYear { .. } | Written::Month { .. })
}

fn span_of(pieces: &[Piece<'_>], range: std::ops::Range<usize>, start: usize) -> Span {
    let first = pieces.get(range.start).map_or(0, |it| it.start);
    let last = range.end.checked_sub(1).and_then(|last| pieces.get(last)).map_or(first, Piece::end);
    Span::of(start + first..start + last)
}

/// Dates that are so near, in days, speak for a reading of a date.
const NEAR: i32 = 10;

/// What decides which of two numbers is the day.
struct Evidence<'d> {
    document: &'d Document,
    blocks: &'d [Block],
    stamps: Vec<Stamp>,
    /// The days of stamps that can be read one way only.
    known: BTreeSet<Date>,
    /// Month and day of every date in the running text, read when asked for.
    told: OnceCell<BTreeSet<(u8, u8)>>,
}

impl<'d> Evidence<'d> {
    fn new(document: &'d Document, blocks: &'d [Block], stamps: Vec<Stamp>) -> Evidence<'d> {
        let known = stamps.iter().filter_map(|it| match it.written {
            Written::Full(date) => Some(date),
            _ => None,
        });
        let known = known.collect();
        Evidence { document, blocks, stamps, known, told: OnceCell::new() }
    }

    /// The first stamp that tells a day and speaks of no update, else the first that tells a day.
    fn first(&self) -> Option<(&Stamp, Date)> {
        let usable = |stamp| Some((stamp, self.day(stamp)?));
        let mut published = self.stamps.iter().filter(|it| !it.updated).filter_map(usable);
        published.next().or_else(|| self.stamps.iter().find_map(usable))
    }

    /// The day of a stamp. Where day and month may stand either way round, the first of these
    /// decides: the day of the week beside it, another stamp, the English of the document, the
    /// dates that the text tells.
    fn day(&self, stamp: &Stamp) -> Option<Date> {
        let (day_first, month_first) = match stamp.written {
            Written::Full(date) => return Some(date),
            Written::Either { day_first, month_first } => (day_first, month_first),
            _ => return None,
        };
        let one_of = |fits: &dyn Fn(Date) -> bool| match (fits(day_first), fits(month_first)) {
            (true, false) => Some(day_first),
            (false, true) => Some(month_first),
            _ => None,
        };
        stamp
            .weekday
            .and_then(|it| one_of(&|date| date.weekday() == it))
            .or_else(|| {
                let near = |date: Date| date.plus_days(-NEAR)..=date.plus_days(NEAR);
                one_of(&|date| self.known.range(near(date)).next().is_some())
            })
            .or_else(|| match self.document.language()?.to_ascii_lowercase().as_str() {
                "en-us" | "en_us" => Some(month_first),
                "en-gb" | "en_gb" | "en-in" | "en-au" | "en-nz" | "en-ie" => Some(day_first),
                _ => None,
            })
            .or_else(|| one_of(&|date| self.told().iter().any(|&told| is_near(told, date))))
    }

    fn told(&self) -> &BTreeSet<(u8, u8)> {
        self.told.get_or_init(|| {
            let mut told = BTreeSet::new();
            for block in self.blocks.iter().filter(|it| it.kind != BlockKind::Timestamp) {
                for (_, part) in parts(&self.document[block.span]) {
                    let pieces = pieces(part);
                    for at in 0..pieces.len() {
                        match date(pieces.get(at..).unwrap_or_default()).map(|it| it.value) {
                            Some(Written::NoYear { month, day }) => told.insert((month, day)),
                            Some(Written::Full(it)) => told.insert((it.month(), it.day())),
                            _ => false,
                        };
                    }
                }
            }
            told
        })
    }
}

fn is_near((month, day): (u8, u8), date: Date) -> bool {
    let other = Date::new(date.year(), month, day);
    other.is_some_and(|other| other.days_since(date).abs() <= NEAR)
}

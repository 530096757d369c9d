//! Days of the calendar.

use std::fmt;

use jiff::ToSpan;
use jiff::civil;

/// A day of the Gregorian calendar.
///
/// ```
/// use inquit::Date;
///
/// let date = Date::new(2015, 9, 20).unwrap();
/// assert_eq!(date.to_string(), "2015-09-20");
/// assert!(Date::new(2015, 2, 30).is_none());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date(civil::Date);

impl Date {
    /// The day; `None` where the calendar has none.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let [month, day] = [month, day].map(i8::try_from);
        civil::Date::new(year, month.ok()?, day.ok()?).ok().map(Date)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, from 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day of the week, 0 for Monday.
    pub(super) fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().unsigned_abs()
    }

    /// So many days later, or earlier if negative; the same day where the calendar ends.
    pub(super) fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(days.days()))
    }

    /// So many months later, on the last day of one that is too short.
    pub(super) fn plus_months(self, months: i32) -> Date {
        Date(self.0.saturating_add(months.months()))
    }

    /// The first and the last day of its month.
    pub(super) fn whole_month(self) -> (Date, Date) {
        (Date(self.0.first_of_month()), Date(self.0.last_of_month()))
    }

    /// The first and the last day of its year.
    pub(super) fn whole_year(self) -> (Date, Date) {
        (Date(self.0.first_of_year()), Date(self.0.last_of_year()))
    }

    /// Days from the other to this one.
    pub(crate) fn days_since(self, other: Date) -> i32 {
        self.0.since(other.0).map_or(0, |span| span.get_days())
    }
}

/// As ISO 8601 writes it.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

//! Dates: those that lines and sentences write, and the days they mean.
//!
//! [`written`] reads a date or a time as it stands, [`published`] decides when the document was
//! published, [`mentioned`] which days its sentences mean. Calendar arithmetic is that of `jiff`.

mod calendar;
mod impossible;
mod mentioned;
mod published;
mod scan;
mod written;
mod zone;

pub use self::calendar::Date;
pub(crate) use self::impossible::impossible;
pub use self::mentioned::DateMention;
pub(crate) use self::mentioned::dates;
pub use self::published::Published;
pub(crate) use self::published::{doubts, published};
pub(super) use self::written::{WEEKDAYS, is_month, is_weekday};
pub(super) use self::zone::is_zone;

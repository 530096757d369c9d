//! Time zones: "EDT", "GMT+5:30", "+05:30".

use super::scan::{Kind, Piece};

/// Short names of time zones that stand after times of day, and how far they are from UTC; nothing
/// for those that mean several zones, or summer time and winter time alike.
const ZONES: [(&str, &str); 50] = [
    ("Z", "Z"),
    ("UTC", "Z"),
    ("GMT", "Z"),
    ("WET", "Z"),
    ("WEST", "+01:00"),
    ("WAT", "+01:00"),
    ("BST", "+01:00"),
    ("CET", "+01:00"),
    ("CEST", "+02:00"),
    ("CAT", "+02:00"),
    ("SAST", "+02:00"),
    ("EET", "+02:00"),
    ("EEST", "+03:00"),
    ("EAT", "+03:00"),
    ("MSK", "+03:00"),
    ("TRT", "+03:00"),
    ("IRST", "+03:30"),
    ("PKT", "+05:00"),
    ("NPT", "+05:45"),
    ("ICT", "+07:00"),
    ("WIB", "+07:00"),
    ("HKT", "+08:00"),
    ("SGT", "+08:00"),
    ("AWST", "+08:00"),
    ("JST", "+09:00"),
    ("KST", "+09:00"),
    ("ACST", "+09:30"),
    ("AEST", "+10:00"),
    ("ACDT", "+10:30"),
    ("AEDT", "+11:00"),
    ("NZST", "+12:00"),
    ("NZDT", "+13:00"),
    ("BRT", "-03:00"),
    ("NDT", "-02:30"),
    ("NST", "-03:30"),
    ("EDT", "-04:00"),
    ("EST", "-05:00"),
    ("CDT", "-05:00"),
    ("MDT", "-06:00"),
    ("MST", "-07:00"),
    ("PDT", "-07:00"),
    ("PST", "-08:00"),
    ("AKDT", "-08:00"),
    ("AKST", "-09:00"),
    ("HST", "-10:00"),
    ("CST", ""),
    ("IST", ""),
    ("ET", ""),
    ("CT", ""),
    ("PT", ""),
];

/// Whether a word is the short name of a time zone.
pub(in crate::document) fn is_zone(word: &str) -> bool {
    ZONES.iter().any(|(name, _)| *name == word)
}

/// How far a zone, as written, is from UTC, as ISO 8601 writes it; nothing where that is open.
pub(super) fn offset_of(zone: &str) -> String {
    if let Some((_, offset)) = ZONES.iter().find(|(name, _)| *name == zone) {
        return (*offset).to_owned();
    }
    // "GMT+5:30", "UTC −2", "+0530".
    let plain = zone.trim_start_matches("GMT").trim_start_matches("UTC").trim_start();
    let Some(sign) = plain.chars().next().filter(|c| matches!(c, '+' | '-' | '−')) else {
        return String::new();
    };
    let digits = plain.get(sign.len_utf8()..).unwrap_or_default();
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2).unwrap_or((digits, "")),
        None => (digits, ""),
    };
    let sign = if sign == '+' { '+' } else { '-' };
    format!("{sign}{hours:0>2}:{minutes:0>2}")
}

/// The time zone that begins with the first of these pieces: a short name, "Z", "+05:30" or
/// "GMT+5:30"; how many pieces it takes.
pub(super) fn zone(pieces: &[Piece<'_>]) -> Option<usize> {
    let first = pieces.first()?;
    if is_zone(first.text) {
        let universal = matches!(first.text, "GMT" | "UTC");
        let offset = pieces.get(1..).filter(|_| universal).and_then(|rest| offset(rest, 1));
        return Some(1 + offset.unwrap_or(0));
    }
    offset(pieces, 2)
}

/// A sign and hours of at least so many digits, perhaps with minutes.
fn offset(pieces: &[Piece<'_>], least: usize) -> Option<usize> {
    let glued = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| pieces.get(before)).map(Piece::end);
        pieces.get(at).filter(|it| Some(it.start) == before)
    };
    let number = |at: usize| glued(at).filter(|it| matches!(it.kind, Kind::Number(_)));
    if !matches!(pieces.first()?.text, "+" | "-" | "−") {
        return None;
    }
    let hours = number(1)?.text.len();
    let minutes =
        glued(2).is_some_and(|it| it.text == ":") && number(3).is_some_and(|it| it.text.len() == 2);
    match hours {
        1 | 2 if minutes => Some(4),
        4 => Some(2),
        1 | 2 if hours >= least && least == 1 => Some(2),
        _ => None,
    }
}

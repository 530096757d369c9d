//! The marks of a paragraph one by one: what each is, and what it can do where it stands.

use std::ops::Range;

use super::single::{Single, single};
use crate::text::chars::{char_at, char_before, is_dash, is_space};
use crate::text::eight::{HIGH, equal};

/// The families of marks: one is closed by a mark of its own family only.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Family {
    Double,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) width: usize,
    pub(super) family: Family,
    pub(super) role: Role,
    /// Straight marks look alike on both sides, so that their role is a guess.
    pub(super) straight: bool,
    /// „ and ‚ are closed by “ and ‘, which open elsewhere.
    pub(super) low: bool,
    /// » and ›, which open where « and › close.
    pub(super) right_pointing: bool,
}

/// Collects the marks of a paragraph: those that are marks for certain, and the single ones.
pub(super) fn collect(
    text: &str,
    range: Range<usize>,
    marks: &mut Vec<Mark>,
    singles: &mut Vec<Single>,
) {
    let bytes = text.as_bytes();
    let mut at = range.start;
    while let Some(next) = bytes.get(at..range.end).and_then(next_mark) {
        at += next;
        let Some(c) = char_at(text, at) else { return };
        let mut width = c.len_utf8();
        let doubled = |c: char| char_at(text, at + width) == Some(c) && at + 2 * width <= range.end;
        let mut mark = Mark {
            at,
            width,
            family: Family::Double,
            role: Role::Either,
            straight: false,
            low: false,
            right_pointing: false,
        };
        match c {
            '"' | '＂' => {
                mark.straight = true;
                mark.role = guess(text, at, width, &range);
                if !is_measure(text, at, c) {
                    marks.push(mark);
                }
            }
            // A single mark that closes before a double one that does: 'He said no,'''
            '\'' if text.get(at..range.end).is_some_and(|rest| rest.starts_with("'''"))
                && guess(text, at, 3, &range) == Role::Closes =>
            {
                singles.extend(single(text, at, c, &range));
            }
            '\'' if doubled('\'') => {
                width *= 2;
                mark.straight = true;
                mark.width = width;
                mark.role = guess(text, at, width, &range);
                marks.push(mark);
            }
            '’' if doubled('’') => {
                width *= 2;
                marks.push(Mark { width, role: Role::Closes, ..mark });
            }
            '‘' if doubled('‘') => {
                width *= 2;
                marks.push(Mark { width, role: Role::Opens, ..mark });
            }
            '`' if doubled('`') => {
                width *= 2;
                marks.push(Mark { width, role: Role::Opens, ..mark });
            }
            '“' | '‟' | '〝' => marks.push(Mark { role: Role::Opens, ..mark }),
            '„' => marks.push(Mark { role: Role::Opens, low: true, ..mark }),
            '”' | '〞' | '〟' => marks.push(Mark { role: Role::Closes, ..mark }),
            '«' => marks.push(Mark { family: Family::Guillemet, ..mark }),
            '»' => marks.push(Mark { family: Family::Guillemet, right_pointing: true, ..mark }),
            '‹' => marks.push(Mark { family: Family::SingleGuillemet, ..mark }),
            '›' => {
                marks.push(Mark { family: Family::SingleGuillemet, right_pointing: true, ..mark });
            }
            '「' => marks.push(Mark { family: Family::Corner, role: Role::Opens, ..mark }),
            '」' => marks.push(Mark { family: Family::Corner, role: Role::Closes, ..mark }),
            '『' => marks.push(Mark { family: Family::WhiteCorner, role: Role::Opens, ..mark }),
            '』' => marks.push(Mark { family: Family::WhiteCorner, role: Role::Closes, ..mark }),
            '\'' | '’' | '‘' | '‚' | '`' | '＇' => {
                singles.extend(single(text, at, c, &range));
            }
            _ => {}
        }
        at += width;
    }
}

/// Where the first byte stands with which a mark may begin.
fn next_mark(bytes: &[u8]) -> Option<usize> {
    let (chunks, _) = bytes.as_chunks::<8>();
    let none = |chunk: &&[u8; 8]| {
        let eight = u64::from_le_bytes(**chunk);
        let marks = equal(eight, b'"') | equal(eight, b'\'') | equal(eight, b'`');
        (eight | marks) & HIGH == 0
    };
    let passed = chunks.iter().take_while(none).count() * 8;
    let mark = |&byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2 | 0xE3 | 0xEF);
    bytes.get(passed..)?.iter().position(mark).map(|at| passed + at)
}

/// Inches or seconds: a straight mark right after a digit that follows feet or minutes.
fn is_measure(text: &str, at: usize, mark: char) -> bool {
    let Some(before) = text.get(..at) else { return false };
    let head =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '½' | '¼'));
    mark == '"' && head.len() < before.len() && head.trim_end().ends_with(['\'', '′', '’'])
}

/// The character on either side of a mark; the edge of the paragraph counts as a space.
pub(super) fn sides(text: &str, at: usize, width: usize, range: &Range<usize>) -> (char, char) {
    let before = if at > range.start { char_before(text, at) } else { None };
    let after = if at + width < range.end { char_at(text, at + width) } else { None };
    (before.unwrap_or(' '), after.unwrap_or(' '))
}

pub(super) fn guess(text: &str, at: usize, width: usize, range: &Range<usize>) -> Role {
    let (before, after) = sides(text, at, width, range);
    let left = is_space(before)
        || matches!(before, '(' | '[' | '{' | '/' | '‘' | '\'' | '“')
        || is_dash(before);
    let right = is_space(after)
        || matches!(
            after,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '/' | '’' | '\'' | '”'
        )
        || is_dash(after);
    match (left, right) {
        (true, false) => Role::Opens,
        (false, true) => Role::Closes,
        _ => Role::Either,
    }
}

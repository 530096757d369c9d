//! The aliases of a dictionary, one after the other, as they stand in a file.
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | its candidates, or its readings: see [`Alias::candidates`] |
//! | 4 | case rule (2 bits) and flags |
//! | 5 | how many units it has, if not too many |
//! | 6..8 | length of its text; 65535: the length follows in four more bytes |
//! | | its text, and zeros up to a multiple of four |
//!
//! An alias is named by its position, in steps of four bytes.

use crate::entity::model::CaseRule;

/// The aliases of a dictionary.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::entity) struct Aliases<'d> {
    bytes: &'d [u8],
}

/// An alias.
#[derive(Clone, Copy, Debug)]
pub(in crate::entity) struct Alias<'d> {
    /// The entity it names; with [`LIST`] set, the place of a list of entities; where it is
    /// [ambiguous](Alias::is_ambiguous), the place of a list of readings.
    pub(in crate::entity) candidates: u32,
    flags: u8,
    /// How many units it has.
    pub(in crate::entity) units: u8,
    pub(in crate::entity) text: &'d [u8],
    /// The position of the next alias.
    pub(in crate::entity) next: u32,
}

/// Tells the place of a list from the number of an entity.
pub(in crate::entity) const LIST: u32 = 1 << 31;

/// What is known of an alias before it is looked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::entity) struct Traits {
    pub(in crate::entity) rule: CaseRule,
    /// ASCII without apostrophes, in which each run of white space is one space.
    pub(in crate::entity) is_plain: bool,
    /// A word in it begins with a small letter.
    pub(in crate::entity) starts_small: bool,
    pub(in crate::entity) units: u8,
    /// No word in it has a small letter.
    pub(in crate::entity) is_in_capitals: bool,
}

const STEP: usize = 4;
const HEAD: usize = 8;
const LONG: u16 = u16::MAX;

const PLAIN: u8 = 1 << 2;
const SMALL: u8 = 1 << 3;
const AMBIGUOUS: u8 = 1 << 4;
const CAPITALS: u8 = 1 << 5;

const RULES: [CaseRule; 4] =
    [CaseRule::Exact, CaseRule::FirstLetter, CaseRule::Acronym, CaseRule::Any];

impl<'d> Aliases<'d> {
    pub(in crate::entity) fn new(bytes: &'d [u8]) -> Aliases<'d> {
        Aliases { bytes }
    }

    /// The alias at a position.
    #[inline]
    pub(in crate::entity) fn at(self, position: u32) -> Option<Alias<'d>> {
        let rest = self.bytes.get(position as usize * STEP..)?;
        let (head, rest) = rest.split_first_chunk::<HEAD>()?;
        let [a, b, c, d, flags, units, low, high] = *head;
        let mut length = usize::from(u16::from_le_bytes([low, high]));
        let mut taken = HEAD;
        let mut rest = rest;
        if length == usize::from(LONG) {
            let (long, after) = rest.split_first_chunk::<STEP>()?;
            (length, rest) = (usize::try_from(u32::from_le_bytes(*long)).ok()?, after);
            taken += STEP;
        }
        let text = rest.get(..length)?;
        let steps = u32::try_from((taken + length).div_ceil(STEP)).ok()?;
        Some(Alias {
            candidates: u32::from_le_bytes([a, b, c, d]),
            flags,
            units,
            text,
            next: position.checked_add(steps)?,
        })
    }

    /// One past the last position.
    pub(in crate::entity) fn end(self) -> usize {
        self.bytes.len() / STEP
    }

    /// Where an alias is stored.
    #[inline]
    pub(in crate::entity) fn place(self, position: u32) -> Option<&'d u8> {
        self.bytes.get(position as usize * STEP)
    }
}

impl<'d> Alias<'d> {
    pub(in crate::entity) fn rule(self) -> CaseRule {
        RULES.get(usize::from(self.flags & 3)).copied().unwrap_or(CaseRule::FirstLetter)
    }

    #[inline]
    pub(in crate::entity) fn is_plain(self) -> bool {
        self.flags & PLAIN != 0
    }

    #[inline]
    pub(in crate::entity) fn starts_small(self) -> bool {
        self.flags & SMALL != 0
    }

    #[inline]
    pub(in crate::entity) fn is_in_capitals(self) -> bool {
        self.flags & CAPITALS != 0
    }

    #[inline]
    pub(in crate::entity) fn is_ambiguous(self) -> bool {
        self.flags & AMBIGUOUS != 0
    }

    /// Its text, if it is UTF-8, as it is in a file that is not damaged.
    pub(in crate::entity) fn str(self) -> Option<&'d str> {
        std::str::from_utf8(self.text).ok()
    }
}

/// Adds an alias; `None` if there is no position for it.
pub(in crate::entity) fn push(
    bytes: &mut Vec<u8>,
    text: &str,
    candidates: u32,
    traits: Traits,
) -> Option<u32> {
    let position = u32::try_from(bytes.len() / STEP).ok()?;
    let rule = RULES.iter().position(|&rule| rule == traits.rule).unwrap_or(1);
    let mut flags = u8::try_from(rule).unwrap_or(1);
    flags |= if traits.is_plain { PLAIN } else { 0 };
    flags |= if traits.starts_small { SMALL } else { 0 };
    flags |= if traits.is_in_capitals { CAPITALS } else { 0 };
    bytes.extend_from_slice(&candidates.to_le_bytes());
    bytes.extend_from_slice(&[flags, traits.units]);
    match u16::try_from(text.len()) {
        Ok(length) if length != LONG => bytes.extend_from_slice(&length.to_le_bytes()),
        _ => {
            bytes.extend_from_slice(&LONG.to_le_bytes());
            bytes.extend_from_slice(&u32::try_from(text.len()).ok()?.to_le_bytes());
        }
    }
    bytes.extend_from_slice(text.as_bytes());
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
    Some(position)
}

/// Enters what the alias at a position names.
pub(in crate::entity) fn set_candidates(
    bytes: &mut [u8],
    position: u32,
    candidates: u32,
    is_ambiguous: bool,
) {
    let Some(rest) = bytes.get_mut(position as usize * STEP..) else { return };
    if let Some([a, b, c, d, flags, ..]) = rest.first_chunk_mut::<HEAD>() {
        [*a, *b, *c, *d] = candidates.to_le_bytes();
        *flags |= if is_ambiguous { AMBIGUOUS } else { 0 };
    }
}

//! The units of an alias at a glance.

use std::ops::Range;

use super::hash;
use super::spelling::{Spelling, starts_small, unit_text};
use crate::entity::unit::{UnitKind, Units};

/// What is to be known of the units of an alias.
pub(super) struct Shape {
    /// The first unit.
    pub(super) first: Range<usize>,
    pub(super) first_kind: UnitKind,
    /// The hash of the beginning of the first unit.
    pub(super) beginning: u64,
    /// That of the first word behind it.
    pub(super) second: Option<u64>,
    pub(super) units: usize,
    /// How many bytes they have as they are compared.
    pub(super) bytes: usize,
    /// A word begins with a small letter.
    pub(super) starts_small: bool,
    /// No word has a small letter.
    pub(super) is_in_capitals: bool,
    /// Whether a text can be compared with it byte by byte.
    pub(super) is_plain: bool,
}

/// The shape of an alias; `None` if nothing in it can be searched for.
pub(super) fn shape(text: &str, spelling: Spelling, word: &mut String) -> Option<Shape> {
    shape_of_plain(text.as_bytes()).or_else(|| shape_of_any(text, spelling, word))
}

fn shape_of_any(text: &str, spelling: Spelling, word: &mut String) -> Option<Shape> {
    let mut shape: Option<Shape> = None;
    let mut after_space = false;
    for unit in Units::new(text) {
        if matches!(unit.kind, UnitKind::Space | UnitKind::Break) {
            after_space = shape.is_some();
            continue;
        }
        let spelled = spelling.spelled(text, &unit, word);
        let is_word = matches!(unit.kind, UnitKind::Word | UnitKind::SmallWord);
        let shape = match &mut shape {
            Some(shape) => shape,
            shape => shape.insert(Shape {
                first: unit.start..unit.end,
                first_kind: unit.kind,
                beginning: hash::beginning(spelled),
                second: None,
                units: 0,
                bytes: 0,
                starts_small: false,
                is_in_capitals: true,
                is_plain: false,
            }),
        };
        if shape.units > 0 && is_word && shape.second.is_none() {
            shape.second = Some(hash::beginning(spelled));
        }
        // Any white space inside an alias is a space.
        let space = usize::from(std::mem::take(&mut after_space));
        shape.units += space + 1;
        shape.bytes += space + spelled.len();
        shape.starts_small |= starts_small(unit_text(text, &unit));
        shape.is_in_capitals &= unit.kind != UnitKind::SmallWord;
    }
    shape
}

/// The shape of a plain alias, as most are: ASCII without apostrophes, and without white space but
/// single spaces between other characters.
fn shape_of_plain(bytes: &[u8]) -> Option<Shape> {
    // A space may not come first, last, or after another.
    let mut before = SPACE;
    let (mut seen, mut doubled) = (0, 0);
    let (mut units, mut words) = (0, 0);
    let mut starts_small = false;
    // Of the words, from 1 on, as far as they count; what is no word is noted at 0, so that nothing
    // makes the processor guess where a word ends.
    let (mut starts, mut ends) = ([0; 4], [0; 4]);
    for (at, &byte) in bytes.iter().enumerate() {
        let class = CLASSES.get(usize::from(byte)).copied().unwrap_or(OTHER);
        let is_word = class & WORD != 0;
        let begins = !(is_word && before & WORD != 0);
        units += usize::from(begins);
        words += usize::from(begins && is_word);
        starts_small |= begins && class & SMALL != 0;
        seen |= class;
        doubled |= class & before;
        let slot = |is_noted: bool| words.min(3) & 0_usize.wrapping_sub(usize::from(is_noted));
        if let (Some(start), Some(end)) =
            (starts.get_mut(slot(begins && is_word)), ends.get_mut(slot(is_word)))
        {
            (*start, *end) = (at, at + 1);
        }
        before = class;
    }
    if (seen & OTHER | (doubled | before) & SPACE) != 0 {
        return None;
    }
    let ([_, one, two, _], [_, end_of_one, end_of_two, _]) = (starts, ends);
    let (one, two) = (one..end_of_one, two..end_of_two);
    let begins_with_word = words > 0 && one.start == 0;
    let hash = |word: &Range<usize>| hash::beginning(bytes.get(word.clone()).unwrap_or_default());
    let (first, second) = if begins_with_word { (one, two) } else { (0..1, one) };
    let has_second = words > usize::from(begins_with_word);
    Some(Shape {
        first_kind: if begins_with_word { UnitKind::Word } else { UnitKind::Sign },
        beginning: hash(&first),
        second: has_second.then(|| hash(&second)),
        first,
        units,
        bytes: bytes.len(),
        starts_small,
        is_in_capitals: seen & SMALL == 0,
        is_plain: true,
    })
}

const WORD: u8 = 1;
const SMALL: u8 = 2;
const SPACE: u8 = 4;
const OTHER: u8 = 8;

/// What each byte is in a plain alias; signs are nothing of this.
const CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => WORD | SMALL,
            b'A'..=b'Z' | b'0'..=b'9' | b'_' => WORD,
            b' ' => SPACE,
            b'\'' | b'\t'..=b'\r' => OTHER,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_aliases_have_the_shape_that_any_have() {
        let signs = ['a', 'B', '1', '_', ' ', '-', '.'];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer = |text: &String| signs.map(|sign| format!("{text}{sign}"));
            let longer: Vec<String> = texts.iter().flat_map(longer).collect();
            texts.extend(longer);
        }
        let mut plain = 0;
        for text in texts {
            let Some(shape) = shape_of_plain(text.as_bytes()) else { continue };
            plain += 1;
            let any = shape_of_any(&text, Spelling::default(), &mut String::new());
            let any = any.expect("something to search for");
            let is_word =
                |it: &Shape| matches!(it.first_kind, UnitKind::Word | UnitKind::SmallWord);
            assert_eq!((&shape.first, is_word(&shape)), (&any.first, is_word(&any)), "{text:?}");
            let hashes = |it: &Shape| (it.beginning, it.second);
            assert_eq!(hashes(&shape), hashes(&any), "{text:?}");
            assert_eq!((shape.units, shape.bytes), (any.units, any.bytes), "{text:?}");
            let case = |it: &Shape| (it.starts_small, it.is_in_capitals);
            assert_eq!(case(&shape), case(&any), "{text:?}");
        }
        assert!(plain > 1_000, "{plain}");
    }

    #[test]
    fn what_takes_the_rules_of_unicode_is_not_plain() {
        for text in ["O'Hara", "Zoë", " a", "a ", "a  b", "a\tb", ""] {
            assert!(shape_of_plain(text.as_bytes()).is_none(), "{text:?}");
        }
    }
}

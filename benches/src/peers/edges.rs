//! The edges of words, by the rules of the matcher but written anew.
//!
//! Words are letters, digits and underscores, with apostrophes between two letters; "’s" and its
//! like at the end of a word are cut off. That covers what the generated texts hold: no combining
//! marks, no scripts without spaces, no characters without width.

/// Whether a match may begin or end here.
#[inline]
pub(super) fn is_edge(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(&after), Some(&before)) = (bytes.get(at), bytes.get(at.wrapping_sub(1))) else {
        return at == 0 || at == bytes.len();
    };
    if before.is_ascii() && after.is_ascii() && before != b'\'' && after != b'\'' {
        // Most places of most texts, without the general machinery.
        return !(WORD_BYTES[usize::from(before)] && WORD_BYTES[usize::from(after)]);
    }
    text.is_char_boundary(at) && is_edge_between(text, at)
}

fn is_edge_between(text: &str, at: usize) -> bool {
    let (head, tail) = text.split_at(at);
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else {
        return true;
    };
    match (is_word(before), is_word(after)) {
        (true, true) => false,
        (true, false) => {
            !is_apostrophe(after)
                || !is_inside_word(text, at)
                || is_ending(&tail[after.len_utf8()..])
        }
        // A letter behind an apostrophe: that of an ending or of the middle of a word.
        (false, true) => !is_apostrophe(before) || !is_inside_word(text, at - before.len_utf8()),
        (false, false) => true,
    }
}

/// Where the next word begins, at or behind a place that is not inside of one.
pub(super) fn next_word(text: &str, at: usize) -> usize {
    first_that(text, at, true)
}

/// Where the word ends in which this place is, not counting apostrophes as parts of it.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    first_that(text, at, false)
}

/// The first character from `at` on that is one of a word, or is not.
#[inline]
fn first_that(text: &str, mut at: usize, belongs_to_word: bool) -> usize {
    for &byte in &text.as_bytes()[at..] {
        let is_in_word = match byte {
            0..0x80 => WORD_BYTES[usize::from(byte)],
            // Not the first byte of a character: nothing new.
            0x80..0xC0 => !belongs_to_word,
            _ => text[at..].chars().next().is_some_and(is_word),
        };
        if is_in_word == belongs_to_word {
            break;
        }
        at += 1;
    }
    at
}

const WORD_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    table
};

pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { c.is_alphanumeric() }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether the apostrophe at this place follows a word and is followed by a letter.
fn is_inside_word(text: &str, apostrophe: usize) -> bool {
    let before = text[..apostrophe].chars().next_back();
    let after = text[apostrophe..].chars().nth(1);
    before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
}

/// Whether a word is cut before the apostrophe that these characters follow.
fn is_ending(behind: &str) -> bool {
    ["s", "d", "m", "ll", "re", "ve"].iter().any(|ending| {
        let head = behind.get(..ending.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(ending))
            && !behind[ending.len()..].chars().next().is_some_and(is_word)
    })
}

//! What characters are equal to when a text is compared with an alias.
//!
//! Nothing here changes a text or its offsets: both sides are folded on their own, word by word,
//! so a fold may change the length of a word ("ß" and "SS") without moving any span.

use super::chars::{is_apostrophe, is_hyphen};

/// A character as it is compared: apostrophes are one, hyphens are one, and some have no weight.
pub(crate) fn fold_sign(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => Some(c),
        _ if is_any_apostrophe(c) => Some('\''),
        _ if is_hyphen(c) => Some('-'),
        _ if is_hidden(c) => None,
        _ => Some(c),
    }
}

/// Hands over the characters to which a character is equal in any letter case.
///
/// Full folding: "ß" gives "ss", as its capitals do. The four letters i of Turkish are one, since a
/// name that is printed in capitals by its rules ("BİNALİ", "KILIÇ") is to be found as well.
/// Accents stay.
pub(crate) fn fold_case(c: char, mut give: impl FnMut(char)) {
    if c.is_ascii() {
        return give(c.to_ascii_lowercase());
    }
    match c {
        'İ' => return give('i'),
        // Small letters of Latin-1, in which most names that are not in ASCII are written; "ß" is before
        // them, and the sign among them has no case either.
        'à'..='ÿ' => return give(c),
        _ => {}
    }
    // By way of the small letter, so that "ẞ" meets "ß" before both become "SS".
    for small in c.to_lowercase() {
        // "ŉ" comes out with an apostrophe.
        let folded = small.to_uppercase().flat_map(char::to_lowercase);
        folded.filter_map(fold_sign).for_each(&mut give);
    }
}

/// An apostrophe, or a mark that is often typed in its place.
pub(crate) fn is_any_apostrophe(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '‘' | 'ʻ')
}

/// Characters that change nothing a reader sees of a name: soft hyphens, joiners, variation
/// selectors, controls of direction.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}'
        | '\u{034F}'
        | '\u{061C}'
        | '\u{200C}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_latin_1_meet_in_the_small_one() {
        for small in ('à'..='ÿ').filter(|small| small.is_lowercase()) {
            for c in small.to_uppercase().chain([small]) {
                let mut folded = String::new();
                fold_case(c, |c| folded.push(c));
                assert_eq!(folded, small.to_string(), "{c:?}");
            }
        }
    }
}

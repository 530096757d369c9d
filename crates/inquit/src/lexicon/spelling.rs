//! Names from other scripts, which papers spell in different ways: "Sergei" and "Sergey", "Gaddafi"
//! and "Qaddafi", "Mohammed" and "Muhammad".

use super::key::WordKey;
use crate::text::fold_accent;

/// Spellings of shorter names are not compared: too many names are alike.
const SHORTEST: usize = 4;
/// Of a longer name the first letters count.
const LONGEST: usize = 32;

/// What all spellings of a name have in common; `None` for a short one.
pub(crate) fn spelling_key(name: &str) -> Option<WordKey> {
    let mut letters = [0; LONGEST];
    let plain = name.chars().filter_map(fold_accent).filter_map(|c| u8::try_from(c).ok());
    let plain = plain.filter(u8::is_ascii_alphabetic);
    let mut count = 0;
    for (slot, c) in letters.iter_mut().zip(plain) {
        *slot = c.to_ascii_lowercase();
        count += 1;
    }
    let mut rest = letters.get(..count).filter(|letters| letters.len() >= SHORTEST)?;
    let mut common = String::with_capacity(LONGEST);
    // "Qatari" and "Gaddafi" begin with one Arabic letter.
    if let Some(after) = rest.strip_prefix(b"q") {
        common.push('g');
        rest = after;
    }
    while let Some((put, taken)) = sound(rest) {
        rest = rest.get(taken..).unwrap_or_default();
        if !common.ends_with(put) {
            common.push(put);
        }
    }
    Some(WordKey::of(&common))
}

/// The letter that stands for those that a name goes on with, and how many they are.
fn sound(letters: &[u8]) -> Option<(char, usize)> {
    Some(match letters {
        [b'i', b'y', ..] | [b'e', b'e', ..] => ('i', 2),
        [b'o', b'u' | b'o', ..] => ('u', 2),
        [b'k', b'h', ..] => ('h', 2),
        [b'g', b'h', ..] => ('g', 2),
        [b'd', b'h', ..] => ('d', 2),
        [b'p', b'h', ..] => ('f', 2),
        [b'c', b'k', ..] => ('k', 2),
        [b'y', ..] => ('i', 1),
        [b'q', ..] => ('k', 1),
        // The last vowel tells "Anne" from "Anna".
        [b'o', _, ..] => ('u', 1),
        [b'e', _, ..] => ('a', 1),
        [b'z', ..] => ('s', 1),
        [first, ..] => (char::from(*first), 1),
        [] => return None,
    })
}

/// Whether two names may be spellings of one.
pub(crate) fn spelled_alike(a: &str, b: &str) -> bool {
    let key = spelling_key(a);
    key.is_some() && key == spelling_key(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        for (a, b) in [
            ("Sergei", "Sergey"),
            ("Mohammed", "Muhammad"),
            ("Mohamed", "Mohammad"),
            ("Gaddafi", "Qaddafi"),
            ("Shoigu", "Shoygu"),
            ("Zelensky", "Zelenskyy"),
            ("Yuri", "Yury"),
            ("Erdoğan", "Erdogan"),
            ("Khaled", "Haled"),
        ] {
            assert!(spelled_alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("Anna", "Anne"),
            ("Hansen", "Hanson"),
            ("Mario", "Maria"),
            ("Lee", "Li"),
            ("Karl", "Carl"),
            ("", ""),
            ("Daniel", "Danielle"),
        ] {
            assert!(!spelled_alike(a, b), "{a} {b}");
        }
    }
}

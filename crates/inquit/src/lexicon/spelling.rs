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
    let count = if name.is_ascii() {
        put(&mut letters, name.bytes())
    } else {
        let plain = name.chars().filter_map(fold_accent);
        put(&mut letters, plain.filter_map(|c| u8::try_from(c).ok()))
    };
    let mut rest = letters.get(..count).filter(|letters| letters.len() >= SHORTEST)?;
    let mut common = [0; LONGEST];
    let mut slots = common.iter_mut();
    let mut last = 0;
    let mut length = 0;
    // "Qatari" and "Gaddafi" begin with one Arabic letter.
    let mut first = rest.strip_prefix(b"q").map(|after| (b'g', rest.len() - after.len()));
    while let Some((letter, taken)) = first.take().or_else(|| sound(rest)) {
        rest = rest.get(taken..).unwrap_or_default();
        if letter != last
            && let Some(slot) = slots.next()
        {
            (*slot, last) = (letter, letter);
            length += 1;
        }
    }
    Some(WordKey::of(std::str::from_utf8(common.get(..length)?).ok()?))
}

/// Puts the letters of ASCII among these bytes into the room for them; how many they are.
fn put(room: &mut [u8], bytes: impl Iterator<Item = u8>) -> usize {
    let letters = bytes.filter(u8::is_ascii_alphabetic);
    let put = |(slot, letter): (&mut u8, u8)| *slot = letter.to_ascii_lowercase();
    room.iter_mut().zip(letters).map(put).count()
}

/// The letter that stands for those that a name goes on with, and how many they are.
fn sound(letters: &[u8]) -> Option<(u8, usize)> {
    Some(match letters {
        [b'i', b'y', ..] | [b'e', b'e', ..] => (b'i', 2),
        [b'o', b'u' | b'o', ..] => (b'u', 2),
        [b'k', b'h', ..] => (b'h', 2),
        [b'g', b'h', ..] => (b'g', 2),
        [b'd', b'h', ..] => (b'd', 2),
        [b'p', b'h', ..] => (b'f', 2),
        [b'c', b'k', ..] => (b'k', 2),
        [b'y', ..] => (b'i', 1),
        [b'q', ..] => (b'k', 1),
        // The last vowel tells "Anne" from "Anna".
        [b'o', _, ..] => (b'u', 1),
        [b'e', _, ..] => (b'a', 1),
        [b'z', ..] => (b's', 1),
        [first, ..] => (*first, 1),
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

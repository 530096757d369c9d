//! Names from other scripts, which papers spell in different ways: "Sergei" and "Sergey", "Gaddafi"
//! and "Qaddafi", "Mohammed" and "Muhammad".

use super::key::WordKey;
use crate::text::fold_accent;

/// Spellings of shorter names are not compared: too many names are alike.
const SHORTEST: usize = 4;
/// Of a longer name the first letters count.
const LONGEST: usize = 32;

/// Letters that are spelled as one of them, or as another; longer ones first.
const ALIKE: [(&str, &str); 14] = [
    ("iy", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("y", "i"),
    ("q", "k"),
    ("o", "u"),
    ("e", "a"),
    ("z", "s"),
];

/// What all spellings of a name have in common; `None` for a short one.
pub(crate) fn spelling_key(name: &str) -> Option<WordKey> {
    let letters: String = name
        .chars()
        .filter_map(fold_accent)
        .filter(char::is_ascii_alphabetic)
        .take(LONGEST)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if letters.len() < SHORTEST {
        return None;
    }
    let mut common = String::with_capacity(letters.len());
    let mut rest = letters.as_str();
    // "Qatari" and "Gaddafi" begin with one Arabic letter.
    if let Some(after) = rest.strip_prefix('q') {
        common.push('g');
        rest = after;
    }
    while let Some(first) = rest.chars().next() {
        // The last vowel tells "Anne" from "Anna".
        let alike = ALIKE.iter().find(|(from, _)| {
            rest.starts_with(from) && !(rest.len() == 1 && matches!(*from, "o" | "e"))
        });
        let (taken, put) =
            alike.map_or((1, first), |(from, to)| (from.len(), to.chars().next().unwrap_or(first)));
        rest = rest.get(taken..).unwrap_or_default();
        if !common.ends_with(put) {
            common.push(put);
        }
    }
    Some(WordKey::of(&common))
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

//! One spelling for words that are spelled differently in Britain and America.
//!
//! The results are compared with each other and never shown, so it does no harm that some of them
//! are no words.

/// Words with a form of their own.
const WORDS: [(&str, &str); 20] = [
    ("aeroplane", "airplane"),
    ("afterwards", "afterward"),
    ("amidst", "amid"),
    ("amongst", "among"),
    ("backwards", "backward"),
    ("cheque", "check"),
    ("forwards", "forward"),
    ("grey", "gray"),
    ("kerb", "curb"),
    ("learnt", "learned"),
    ("okay", "ok"),
    ("plough", "plow"),
    ("practise", "practice"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("sceptical", "skeptical"),
    ("spelt", "spelled"),
    ("towards", "toward"),
    ("tyre", "tire"),
    ("whilst", "while"),
];

/// Endings that differ, each with the fewest letters of a word that has it.
const ENDINGS: [(&str, &str, usize); 20] = [
    ("isation", "ization", 9),
    ("isations", "izations", 10),
    ("ise", "ize", 6),
    ("ised", "ized", 7),
    ("ises", "izes", 7),
    ("ising", "izing", 8),
    ("yse", "yze", 6),
    ("ysed", "yzed", 7),
    ("ysing", "yzing", 8),
    ("tre", "ter", 5),
    ("tres", "ters", 6),
    ("bre", "ber", 5),
    ("ence", "ense", 7),
    ("ences", "enses", 8),
    ("ogue", "og", 7),
    ("ogues", "ogs", 8),
    ("lled", "led", 8),
    ("lling", "ling", 8),
    ("ller", "ler", 8),
    ("lment", "llment", 8),
];

/// A word in small letters, in one spelling.
pub(super) fn one_spelling(word: String) -> String {
    if let Ok(at) = WORDS.binary_search_by(|(from, _)| (*from).cmp(&word)) {
        return WORDS.get(at).map_or(word, |(_, to)| (*to).to_owned());
    }
    let mut word = word;
    for (from, to, fewest) in ENDINGS {
        if word.len() >= fewest
            && word.as_bytes().last() == from.as_bytes().last()
            && let Some(stem) = word.strip_suffix(from)
        {
            word = format!("{stem}{to}");
            break;
        }
    }
    // "colour", "labour": in short words the letters are there to stay ("four", "your").
    if word.len() >= 5
        && let Some(at) = word.get(2..).and_then(|rest| rest.find("our"))
    {
        word.replace_range(at + 2..at + 5, "or");
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_one() {
        assert!(WORDS.is_sorted());
        for (british, american) in [
            ("labour", "labor"),
            ("organisations", "organizations"),
            ("defence", "defense"),
            ("theatre", "theater"),
            ("travelled", "traveled"),
            ("programme", "program"),
            ("analyse", "analyze"),
            ("favourite", "favorite"),
            ("dialogue", "dialog"),
        ] {
            assert_eq!(one_spelling(british.into()), one_spelling(american.into()), "{british}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in
            [("four", "for"), ("filled", "filed"), ("your", "yor"), ("rise", "rize")]
        {
            assert_ne!(one_spelling(one.into()), one_spelling(other.into()), "{one}");
        }
    }
}

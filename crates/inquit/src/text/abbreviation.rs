//! Abbreviations: words that keep the stop after them.

/// Stand before a name or a number, so that a sentence never ends with them.
const BEFORE_NAME: &[&str] = &[
    "Adm", "Asst", "Atty", "Brig", "Bros", "Capt", "Cllr", "Cmdr", "Col", "Cpl", "Det", "Dr",
    "Drs", "Fr", "Gen", "Gov", "Govs", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mgr", "Mlle", "Mme",
    "Mr", "Mrs", "Ms", "Msgr", "Mt", "Mx", "Pres", "Prof", "Pte", "Pvt", "Rep", "Reps", "Rev",
    "Sen", "Sens", "Sgt", "Spc", "Sr", "Sra", "Srta", "St", "Ste", "Supt", "al", "cf", "eg", "ie",
    "v", "vs",
];

/// May end a sentence as well.
const ANYWHERE: &[&str] = &[
    "Ala", "Apr", "Ariz", "Ark", "Assn", "Aug", "Ave", "Blvd", "Calif", "Co", "Colo", "Conn",
    "Corp", "Cos", "Dec", "Del", "Dept", "Dist", "Esq", "Feb", "Fla", "Ga", "Govt", "Ill", "Inc",
    "Ind", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Ltd", "Mar", "Mass", "Md", "Mich",
    "Minn", "Miss", "Mo", "Mont", "Natl", "Neb", "Nev", "Nov", "Oct", "Okla", "Ont", "Ore", "Pa",
    "Ph", "Plc", "Que", "Rd", "Sec", "Sep", "Sept", "Snr", "Tenn", "Tex", "Univ", "Va", "Vt",
    "Wash", "Wis", "Wyo", "approx", "dept", "est", "etc", "misc", "pp", "sq",
];

/// No abbreviation has more letters.
const LONGEST: usize = 6;

/// For each number of letters, with which the abbreviations of so many begin: hardly any other word
/// at the end of a sentence is so short and begins so.
const FIRST_LETTERS: [u64; LONGEST + 1] = {
    let mut letters = [0; LONGEST + 1];
    let lists = [BEFORE_NAME, ANYWHERE];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            let word = lists[list][at].as_bytes();
            letters[word.len()] |= place(word[0]);
            at += 1;
        }
        list += 1;
    }
    letters
};

/// The bit of a letter of ASCII; of no use for any other.
const fn place(letter: u8) -> u64 {
    1 << (letter & 63)
}

/// How a stop after a word is to be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Abbreviation {
    /// It belongs to the word, and the sentence goes on.
    BeforeName,
    /// It belongs to the word, and may end the sentence too.
    Anywhere,
}

/// Whether a word, without its stop, is an abbreviation. Month and state names that are words
/// too ("Mar", "Miss") count only with a capital.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let first = word.as_bytes().first()?;
    if FIRST_LETTERS.get(word.len())? & place(*first) == 0 {
        return None;
    }
    if is_listed(BEFORE_NAME, word) {
        Some(Abbreviation::BeforeName)
    } else if is_listed(ANYWHERE, word) {
        Some(Abbreviation::Anywhere)
    } else {
        None
    }
}

fn is_listed(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(BEFORE_NAME.is_sorted());
        assert!(ANYWHERE.is_sorted());
    }
}

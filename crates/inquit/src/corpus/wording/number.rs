//! One form for numbers that are written as words or in digits.

/// Words for numbers.
const NUMBERS: [(&str, &str); 37] = [
    ("eight", "8"),
    ("eighteen", "18"),
    ("eighty", "80"),
    ("eleven", "11"),
    ("fifteen", "15"),
    ("fifth", "5th"),
    ("fifty", "50"),
    ("first", "1st"),
    ("five", "5"),
    ("forty", "40"),
    ("four", "4"),
    ("fourteen", "14"),
    ("fourth", "4th"),
    ("hundred", "100"),
    ("nine", "9"),
    ("nineteen", "19"),
    ("ninety", "90"),
    ("one", "1"),
    ("pc", "percent"),
    ("second", "2nd"),
    ("seven", "7"),
    ("seventeen", "17"),
    ("seventy", "70"),
    ("six", "6"),
    ("sixteen", "16"),
    ("sixty", "60"),
    ("ten", "10"),
    ("tenth", "10th"),
    ("third", "3rd"),
    ("thirteen", "13"),
    ("thirty", "30"),
    ("thousand", "1000"),
    ("three", "3"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("two", "2"),
    ("zero", "0"),
];

/// A number in digits; `None` for a word that is none.
pub(super) fn in_digits(word: &str) -> Option<&'static str> {
    let at = NUMBERS.binary_search_by(|(from, _)| (*from).cmp(word)).ok()?;
    NUMBERS.get(at).map(|(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(NUMBERS.is_sorted());
        assert_eq!(in_digits("twelve"), Some("12"));
        assert_eq!(in_digits("dozens"), None);
    }
}

//! What kind of name an alias is.

use inquit::{CaseRule, Dictionary, Entity};

/// Most letters and digits of an alias that counts as an acronym. Longer ones ("UNICEF") are
/// written "Unicef" as well, and are hardly ever the capitals of a common word.
const LONGEST_ACRONYM: usize = 4;

/// The rule for an alias that comes without one: capitals only for a short word of capitals, such
/// as "WHO", "U.S." or "AT&T", which would be another word in small letters.
pub(super) fn case_rule_of(alias: &str) -> CaseRule {
    let (mut signs, mut capitals) = (0, 0);
    for letter in alias.chars() {
        signs += usize::from(letter.is_alphanumeric());
        capitals += usize::from(letter.is_uppercase());
        if signs > LONGEST_ACRONYM || letter.is_lowercase() || letter.is_whitespace() {
            return CaseRule::FirstLetter;
        }
    }
    if capitals >= 2 { CaseRule::Acronym } else { CaseRule::FirstLetter }
}

/// What the core has to say against an alias, if anything: it may hold nothing that can be seen.
pub(super) fn complaint(id: &str, alias: &str) -> Option<inquit::Error> {
    if alias.chars().any(char::is_alphanumeric) {
        return None;
    }
    Dictionary::compile([Entity::new(id, alias)]).err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_of_capitals_are_acronyms() {
        for acronym in ["WHO", "US", "U.S.", "U.N.", "AT&T", "G20A", "ÖBB", "ЕС"] {
            assert_eq!(case_rule_of(acronym), CaseRule::Acronym, "{acronym}");
        }
        for name in ["UNICEF", "Who", "KERRY", "G7", "A", "A B", "", "3M", "McD", "12", "东京"] {
            assert_eq!(case_rule_of(name), CaseRule::FirstLetter, "{name}");
        }
    }
}

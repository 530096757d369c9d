//! Pronouns that can be resolved: he, she and I in their forms.

use crate::entity::words::Words;
use crate::lexicon::{Class, Gender};

/// A pronoun in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Pronoun {
    /// Somebody spoken of.
    Third(Gender, Case),
    /// Whoever speaks.
    First,
}

/// What part it plays.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// Of this class is whatever may be a pronoun that can be resolved.
pub(super) const PRONOUN: Class = Class::PERSONAL;

/// The pronoun that a token is, if it is one.
pub(super) fn pronoun_at(words: Words<'_>, at: usize) -> Option<Pronoun> {
    if !words.word(at).classes.any(PRONOUN) || !words.is_word(at) {
        return None;
    }
    pronoun(words, at, words.surface(at))
}

fn pronoun(words: Words<'_>, at: usize, surface: &str) -> Option<Pronoun> {
    use Case::{Object, Possessive, Reflexive, Subject};
    use Gender::{Female, Male};

    let is = |word: &str| surface.eq_ignore_ascii_case(word);
    Some(match surface.len() {
        1 if surface == "I" => Pronoun::First,
        2 if is("he") => Pronoun::Third(Male, Subject),
        2 if is("me") || is("my") => Pronoun::First,
        3 if is("she") => Pronoun::Third(Female, Subject),
        3 if is("him") => Pronoun::Third(Male, Object),
        3 if is("his") => Pronoun::Third(Male, Possessive),
        3 if is("her") => {
            let verb = words.word(at + 1).classes.any(Class::AUXILIARY);
            let owned = words.is_word(at + 1) && !verb && !is_function_word(words.surface(at + 1));
            Pronoun::Third(Female, if owned { Possessive } else { Object })
        }
        4 if is("hers") => Pronoun::Third(Female, Possessive),
        4 if is("mine") && surface == "mine" && !before_noun(words, at) => Pronoun::First,
        6 if is("myself") => Pronoun::First,
        7 if is("himself") => Pronoun::Third(Male, Reflexive),
        7 if is("herself") => Pronoun::Third(Female, Reflexive),
        _ => return None,
    })
}

/// "Mine" that is a pit, not a possession.
fn before_noun(words: Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| words.surface(before)).unwrap_or_default();
    matches!(before, "a" | "the" | "this" | "that" | "coal" | "gold" | "each" | "every")
}

/// Words that cannot stand between "her" and what is hers.
fn is_function_word(word: &str) -> bool {
    const WORDS: [&str; 36] = [
        "a", "about", "after", "all", "an", "and", "as", "at", "because", "before", "but", "by",
        "for", "from", "if", "in", "into", "is", "it", "of", "off", "on", "or", "out", "over",
        "since", "so", "that", "the", "this", "to", "was", "when", "where", "while", "with",
    ];
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::resolver::reading::meant;
    use crate::text::tokenize;

    fn pronouns(text: &str) -> Vec<Pronoun> {
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        (0..tokens.len()).filter_map(|at| pronoun_at(words, at)).collect()
    }

    #[test]
    fn forms_and_cases() {
        use Case::{Object, Possessive, Reflexive, Subject};
        use Gender::{Female, Male};
        let third = Pronoun::Third;
        assert_eq!(
            pronouns("He gave her his hat; she told him herself."),
            [
                third(Male, Subject),
                third(Female, Possessive),
                third(Male, Possessive),
                third(Female, Subject),
                third(Male, Object),
                third(Female, Reflexive),
            ]
        );
        assert_eq!(
            pronouns("her to her mine"),
            [third(Female, Object), third(Female, Possessive), Pronoun::First]
        );
        assert_eq!(pronouns("I hid my hat myself"), [Pronoun::First; 3]);
        assert_eq!(pronouns("it they the mine shelf hims We"), []);
    }

    #[test]
    fn pronouns_by_gender_and_subject() {
        let text = "So Ada Okoro met Tom Vale. Then he praised her. She left.";
        meant(text, &["he: Tom Vale", "her: Ada Okoro", "She: Ada Okoro"]);
        meant("So Tom Vale met John Quill. He left.", &["He: Tom Vale"]);
        meant("So Tom Vale left. John Quill praised him.", &["him: Tom Vale"]);
        meant("After his visit, Tom Vale left.", &["his: Tom Vale"]);
        meant("It rained.\nThen he left.", &[]);
    }
}

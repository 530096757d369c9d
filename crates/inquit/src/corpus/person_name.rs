//! Names of people taken apart: given name, family name, what stands before and behind.

use crate::lexicon::{may_be_one_name, title_of};
use crate::text::tokenize;

/// A name taken apart, in small letters.
#[derive(Clone, Debug)]
pub(crate) struct PersonName {
    pub(crate) given: Box<str>,
    middle: Vec<Box<str>>,
    pub(crate) family: Box<str>,
    suffix: Option<Box<str>>,
}

impl PersonName {
    /// `None` for a name of one word.
    pub(crate) fn of(name: &str) -> Option<PersonName> {
        let lower = name.to_lowercase();
        let mut words: Vec<&str> =
            lower.split_whitespace().map(|word| word.trim_matches(['.', ','])).collect();
        let suffix = words.pop_if(|word| is_suffix(word)).map(Box::from);
        let family = words.pop()?.into();
        let (given, middle) = words.split_first()?;
        let middle = middle.iter().map(|&word| word.into()).collect();
        Some(PersonName { given: (*given).into(), middle, family, suffix })
    }

    /// Whether the two contradict each other.
    pub(crate) fn contradicts(&self, other: &PersonName) -> bool {
        let differ = |a: &str, b: &str| {
            let initial = a.chars().count() == 1 || b.chars().count() == 1;
            if initial { a.chars().next() != b.chars().next() } else { a != b }
        };
        let suffixes =
            self.suffix.is_some() && other.suffix.is_some() && self.suffix != other.suffix;
        let middles = match (self.middle.as_slice(), other.middle.as_slice()) {
            ([a], [b]) => differ(a, b),
            _ => false,
        };
        suffixes || middles || !may_be_one_name(&self.given, &other.given)
    }
}

/// So many words of a name are looked at for a title.
const MOST_TITLE: usize = 8;

/// A name without the titles before it: "Mr", "Mayor".
pub(crate) fn untitled(name: &str) -> &str {
    let mut rest = name.trim();
    for _ in 0..MOST_TITLE {
        let ends: Vec<usize> = rest.match_indices(' ').map(|it| it.0).take(MOST_TITLE).collect();
        let behind = ends.into_iter().rev().find_map(|end| {
            let (title, behind) = rest.split_at_checked(end)?;
            let title = title.trim_end_matches('.');
            title_of(title, &tokenize(title)).map(|_| behind.trim_start())
        });
        let Some(behind) = behind else { break };
        rest = behind;
    }
    rest
}

/// A name with the given name first, as texts have it: "Tom Brack" for "Brack, Tom".
pub(crate) fn given_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if !given.trim().is_empty() && !is_suffix(given) => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

/// Whether it is what tells a father from his son.
fn is_suffix(word: &str) -> bool {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    matches!(&*word, "jr" | "sr" | "ii" | "iii" | "iv")
}

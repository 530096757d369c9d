//! "The 44-year-old": people meant by their age.

use std::collections::HashMap;

use super::model::{MemberId, Reference};
use crate::entity::model::{EntityKind, MentionForm, Origin};
use crate::entity::words::Words;
use crate::text::TokenKind;

/// Finds the ages that stand for people behind "the", given the mentions by name in order.
pub(super) fn ages(
    words: Words<'_>,
    references: &[Reference],
    articles: &[usize],
) -> Vec<Reference> {
    // `None` where two people are of one age.
    let mut people: HashMap<&str, Option<MemberId>> = HashMap::new();
    for name in references.iter().filter(|it| it.is_person() && it.name.is_some()) {
        let aged =
            words.surface(name.end) == "," && words.kind(name.end + 1) == Some(TokenKind::Number);
        if aged && matches!(words.surface(name.end + 2), "," | "." | ")") {
            let member = people.entry(words.surface(name.end + 1)).or_insert(Some(name.member));
            if *member != Some(name.member) {
                *member = None;
            }
        }
    }
    if people.is_empty() {
        return Vec::new();
    }
    articles
        .iter()
        .map(|the| the + 1)
        .filter_map(|at| {
            let age = words.surface(at).strip_suffix("-year-old")?;
            let alone = !words.is_capitalized(at + 1) && !is_noun_phrase(words, at + 1);
            let member = people.get(age).copied().flatten().filter(|_| alone)?;
            Some(Reference {
                span: words.span(at - 1, at + 1),
                start: at - 1,
                end: at + 1,
                member,
                form: MentionForm::Nominal,
                origin: Origin::Coreference,
                permille: 800,
                name: None,
                kind: Some(EntityKind::Person),
            })
        })
        .collect()
}

/// Whether "the 44-year-old" goes on: "the 44-year-old ship".
fn is_noun_phrase(words: Words<'_>, at: usize) -> bool {
    use crate::lexicon::Class;

    if !words.is_word(at) || !words.adjoins(at) {
        return false;
    }
    let word = words.word(at);
    let ends = Class::AUXILIARY
        .or(Class::PREPOSITION)
        .or(Class::CONJUNCTION)
        .or(Class::RELATIVE)
        .or(Class::SUBORDINATOR)
        .or(Class::ADVERB);
    !word.classes.any(ends) && word.cues.is_empty() && !words.surface(at).ends_with("ed")
}

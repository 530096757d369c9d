//! "The former" and "the latter": one of two that were named together.

use super::model::Reference;
use super::position::is_possessive;
use crate::entity::model::{MentionForm, Origin};
use crate::entity::words::Words;
use crate::lexicon::Class;

/// So many tokens back the two are looked for.
const REACH: usize = 60;

/// What may stand behind "the latter" without being the noun that it belongs to.
const AFTER: Class = Class::AUXILIARY
    .or(Class::PREPOSITION)
    .or(Class::CONJUNCTION)
    .or(Class::RELATIVE)
    .or(Class::ADVERB)
    .or(Class::VERB);

/// Finds what "the former" and "the latter" refer to, given the places of "the" and the other
/// mentions in order.
pub(super) fn pairs(
    words: Words<'_>,
    references: &[Reference],
    articles: &[usize],
) -> Vec<Reference> {
    let found = articles.iter().map(|the| the + 1).filter_map(|at| {
        let latter = match words.bytes(at) {
            b"former" => false,
            b"latter" => true,
            _ => return None,
        };
        let alone = is_alone(words, at, latter);
        let [first, second] = two(words, references, at - 1).filter(|_| alone)?;
        let meant = if latter { second } else { first };
        Some(Reference {
            span: words.span(at - 1, at + 1),
            start: at - 1,
            end: at + 1,
            form: MentionForm::Nominal,
            origin: Origin::Coreference,
            permille: 750,
            name: None,
            ..*meant
        })
    });
    found.collect()
}

/// Whether no noun follows: "the former president" is nobody of two.
fn is_alone(words: Words<'_>, at: usize, latter: bool) -> bool {
    let next = at + 1;
    if !words.is_word(next) || !words.adjoins(next) || is_possessive(words, next) {
        return true;
    }
    let (word, surface) = (words.word(next), words.surface(next));
    let verb = word.classes.any(AFTER) || !word.cues.is_empty() || surface.ends_with("ed");
    verb || latter && surface.ends_with("ing")
}

/// The last two things of one kind before a token that "and" or "or" joins; else the only two
/// people of the sentence before it.
fn two<'r>(words: Words<'_>, references: &'r [Reference], at: usize) -> Option<[&'r Reference; 2]> {
    if let Some(pair) = joined(words, references, at) {
        return Some(pair);
    }
    let ends = |token: &usize| matches!(words.surface(*token), "." | "?" | "!");
    let end = (at.saturating_sub(REACH)..at).rev().find(ends)?;
    let start = (at.saturating_sub(REACH)..end).rev().find(ends).unwrap_or(0);
    let mut people = named_before(references, at)
        .filter(|it| it.is_person())
        .filter(|it| (start..end).contains(&it.start));
    let (a, b) = (people.next()?, people.next()?);
    (a.member != b.member && people.next().is_none()).then_some([a, b])
}

/// The last two things of one kind before a token that "and" or "or" joins.
pub(super) fn joined<'r>(
    words: Words<'_>,
    references: &'r [Reference],
    at: usize,
) -> Option<[&'r Reference; 2]> {
    let near = near(references, at);
    let names: Vec<&Reference> = named_before(references, at).collect();
    let joined = |pair: &&[&Reference]| {
        let [a, b] = pair else { return false };
        a.kind == b.kind && a.member != b.member && joins(words, near, a.end, b.start)
    };
    match names.windows(2).rev().find(joined) {
        Some(&[a, b]) => Some([a, b]),
        _ => None,
    }
}

/// The mentions in reach of a token.
fn near(references: &[Reference], at: usize) -> &[Reference] {
    let before = references.partition_point(|it| it.start < at);
    let first = references.partition_point(|it| it.start + REACH < at);
    references.get(first..before).unwrap_or_default()
}

/// Those by name.
fn named_before(references: &[Reference], at: usize) -> impl Iterator<Item = &Reference> {
    near(references, at).iter().filter(|it| it.name.is_some() && it.form != MentionForm::Demonym)
}

/// Whether nothing but "and", articles, and what belongs to the second stands between two names.
fn joins(words: Words<'_>, near: &[Reference], from: usize, to: usize) -> bool {
    let beside =
        |at: usize| near.iter().any(|it| it.name.is_none() && (it.start..it.end).contains(&at));
    let mut and = false;
    let all = (from..to).all(|at| match words.surface(at) {
        "and" | "or" | "&" => {
            and = true;
            true
        }
        "the" | "," => true,
        _ => beside(at),
    });
    all && and
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::meant;

    #[test]
    fn one_of_two() {
        meant(
            "So Norway and Kenya talked, with the latter paying. Then the former left.",
            &["the latter: Kenya", "the former: Norway"],
        );
        meant(
            "So Mr Vale met Ms Quill. The former slept; the latter was angry.",
            &["Mr: Vale", "Ms: Quill", "The former: Vale", "the latter: Quill"],
        );
        meant("So Norway and Kenya talked to the former king.", &[]);
        meant("So Norway slept. It was the latter.", &[]);
    }
}

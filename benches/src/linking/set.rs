//! The evaluation set: two articles made of one, with the statements of the first changed in the
//! second.
//!
//! What is written here was written before there was anything to evaluate.

use std::io;
use std::path::Path;

use super::brat::{self, Source};
use super::edit::{Edit, edited};
use crate::news::Random;

/// A sentence somebody said.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) speaker: String,
    pub(crate) text: String,
    /// The quotation in which it stands, by number.
    pub(crate) quotation: usize,
}

/// What a variant is to the statements of its article.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Kind {
    /// One of them, changed.
    Edited(Edit),
    /// Another sentence of the same speaker.
    OtherSentence,
    /// The beginning of one of them, and then something else, by the same speaker.
    SameBeginning,
    /// The words of one of them, said by somebody else.
    OtherSpeaker,
    /// The words of one of them, said again a season later.
    OtherOccasion,
}

/// What another outlet printed.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) kind: Kind,
    pub(crate) speaker: String,
    /// What was said; what stands between `“` and `”` stands in marks.
    pub(crate) text: String,
    /// The statement it is a variant of, by place; none where it must not be linked.
    pub(crate) of: Option<usize>,
}

/// An article as two outlets printed it.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) statements: Vec<Statement>,
    pub(crate) variants: Vec<Variant>,
}

/// Fewest words of a statement.
const FEWEST_WORDS: usize = 5;

/// The set made of the articles of a folder.
pub(crate) fn articles(folder: &Path, seed: u64) -> io::Result<Vec<Article>> {
    let mut random = Random::new(seed);
    let sources = brat::read(folder)?;
    Ok(sources
        .iter()
        .map(|source| article(source, &mut random))
        .filter(|article| article.variants.len() > 1)
        .collect())
}

fn article(source: &Source, random: &mut Random) -> Article {
    let mut all: Vec<Statement> = Vec::new();
    for (quotation, it) in source.quotations.iter().enumerate() {
        for text in sentences(&it.text) {
            let known = all.iter().any(|other| is_inside(&other.text, &text));
            if text.split(' ').count() >= FEWEST_WORDS && !known {
                all.push(Statement { speaker: it.speaker.clone(), text, quotation });
            }
        }
    }
    let (mut statements, mut left_out) = (Vec::new(), Vec::new());
    for statement in all {
        // A quarter is known to the second outlet alone.
        if random.chance(250) { left_out.push(statement) } else { statements.push(statement) }
    }
    let mut variants: Vec<Variant> = Vec::new();
    for (place, statement) in statements.iter().enumerate() {
        if random.chance(700) {
            let (edit, text) = edited(&statement.text, random);
            variants.push(Variant {
                kind: Kind::Edited(edit),
                speaker: statement.speaker.clone(),
                text,
                of: Some(place),
            });
        } else if random.chance(500) {
            let speaker = other_speaker(&statements, &statement.speaker);
            variants.push(confusable(Kind::OtherSpeaker, speaker, &statement.text));
        } else if statement.text.split(' ').count() <= 12 {
            let speaker = statement.speaker.clone();
            variants.push(confusable(Kind::OtherOccasion, speaker, &statement.text));
        }
    }
    for statement in left_out {
        let of_speaker = |it: &Statement| it.speaker == statement.speaker;
        let Some(place) = statements.iter().position(of_speaker) else { continue };
        let Some(beginning) = statements.get(place).filter(|_| random.chance(300)) else {
            variants.push(confusable(Kind::OtherSentence, statement.speaker, &statement.text));
            continue;
        };
        let head: Vec<&str> = beginning.text.split(' ').take(4).collect();
        let tail: Vec<&str> = statement.text.split(' ').collect();
        if beginning.text.split(' ').count() >= 12 && tail.len() >= 8 {
            let text = format!("{} {}", head.join(" "), tail.join(" "));
            variants.push(confusable(Kind::SameBeginning, statement.speaker, &text));
        }
    }
    Article { statements, variants }
}

fn confusable(kind: Kind, speaker: String, words: &str) -> Variant {
    Variant { kind, speaker, text: format!("“{words}”"), of: None }
}

fn other_speaker(statements: &[Statement], speaker: &str) -> String {
    let other = statements.iter().find(|it| it.speaker != speaker);
    other.map_or_else(|| "Karl Odum".to_owned(), |it| it.speaker.clone())
}

/// Whether one of two is a part of the other, so that nobody could tell them apart.
fn is_inside(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (a, b) = (letters(a), letters(b));
    a.contains(&b) || b.contains(&a)
}

/// The sentences of a quotation, where it is plain that one ends.
fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut sentences = Vec::new();
    let mut sentence: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        sentence.push(word);
        let ends = word.ends_with(['.', '!', '?']) && word.len() > 4;
        let next = words.get(at + 1);
        if ends && next.is_none_or(|next| next.starts_with(char::is_uppercase)) {
            sentences.push(sentence.join(" "));
            sentence.clear();
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence.join(" "));
    }
    sentences
}

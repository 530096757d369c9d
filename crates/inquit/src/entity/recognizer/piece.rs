//! Pieces: names in the making.

use std::ops::Range;

use crate::entity::atlas;
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::words::{Words, is_all_capitals, split_at_hyphen};
use crate::lexicon::{Listed, NameForm, Sort, WordKey, listed_of};
use crate::text::{Span, tokenize};

/// A part of a run that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) tokens: Range<usize>,
    /// Of the tokens, or of a part of one: "US" in "US-led".
    pub(super) span: Span,
    pub(super) title: Option<Span>,
    pub(super) kind: Option<EntityKind>,
    pub(super) form: MentionForm,
    pub(super) certainty: Certainty,
    /// How likely it is, where a model has read it.
    pub(super) permille: Option<u16>,
}

/// How sure it is that a piece is a name, and one of its kind.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Certainty {
    /// Only if the document says so elsewhere.
    Open,
    Guess,
    Likely,
    Sure,
    /// It stands in a list.
    Listed,
}

impl Piece {
    /// A piece of whole tokens, without a title.
    pub(super) fn new(
        words: Words<'_>,
        tokens: Range<usize>,
        kind: Option<EntityKind>,
        certainty: Certainty,
    ) -> Piece {
        let span = words.span(tokens.start, tokens.end);
        Piece {
            tokens,
            span,
            title: None,
            kind,
            form: MentionForm::Name,
            certainty,
            permille: None,
        }
    }

    /// A listed name.
    pub(super) fn listed(words: Words<'_>, tokens: Range<usize>, listed: Listed) -> Piece {
        let piece = Piece::new(words, tokens, Some(kind_of(listed)), Certainty::Listed);
        Piece { form: form_of(listed), ..piece }
    }

    /// The key of its words.
    pub(super) fn key(&self, words: Words<'_>) -> Option<WordKey> {
        if self.span == words.span(self.tokens.start, self.tokens.end) {
            self.tokens.clone().map(|at| words.key(at)).reduce(WordKey::then)
        } else {
            self.span.get(words.text).map(WordKey::of)
        }
    }
}

/// Whether a word is made of listed names: "Turkish-Saudi".
pub(super) fn is_pair(word: &str) -> bool {
    let listed = |part: &str| listed_of(part, &tokenize(part)).is_some();
    split_at_hyphen(word).is_some() && word.split('-').all(listed)
}

/// Whether a word is two letters that name a state only behind a town: "ME" in "Weir, ME".
fn is_state_code(word: &str) -> bool {
    word.len() == 2 && is_all_capitals(word) && !matches!(word, "US" | "UK")
}

/// The kind of a listed name.
pub(super) fn kind_of(listed: Listed) -> EntityKind {
    atlas::kind(listed)
}

/// The form of a listed name.
pub(super) fn form_of(listed: Listed) -> MentionForm {
    match listed.form {
        NameForm::Name => MentionForm::Name,
        NameForm::Alias => MentionForm::Alias,
        NameForm::Demonym => MentionForm::Demonym,
    }
}

/// The listed name that begins with a token, and the token after it.
pub(super) fn listed_here(words: Words<'_>, at: usize) -> Option<(usize, Listed)> {
    let (count, listed) = words.listed(at)?;
    let code = listed.sort == Sort::Place && is_state_code(words.surface(at));
    let behind_town = at.checked_sub(1).is_some_and(|before| words.surface(before) == ",");
    (!code || behind_town).then_some((at + count, listed))
}

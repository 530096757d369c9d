//! What a token is to the rules, wherever it stands.

use crate::lexicon::{Class, Word};
use crate::quote::passage::Passage;
use crate::text::TokenKind;

/// A token as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'p> {
    pub(super) surface: &'p str,
    pub(super) kind: TokenKind,
    word: &'static Word,
}

/// What tokens are counted by.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Counted {
    Marked,
    /// The marks themselves.
    Mark,
    Comma,
    Capital,
    Conjunction,
    Subordinator,
    Auxiliary,
    Relative,
    Preposition,
    /// A word that is often a cue.
    CueWord,
    LikelyCue,
    LikelyContent,
    UnlikelyContent,
}

impl Counted {
    /// As one of 16 bits, if it holds.
    pub(super) fn bit(self, holds: bool) -> u16 {
        u16::from(holds) << self as u16
    }
}

impl<'p> Written<'p> {
    pub(super) fn at(passage: &Passage<'p>, at: usize) -> Written<'p> {
        let (surface, kind) = (passage.surface(at), passage.kind(at));
        Written { surface, kind, word: passage.word(at) }
    }

    fn is_capital(&self) -> bool {
        self.surface.starts_with(char::is_uppercase)
    }

    /// What it is counted by, as bits.
    pub(super) fn counted(&self) -> u16 {
        let class = |class: Class| self.word.classes.any(class);
        let comma = self.kind == TokenKind::Punctuation && self.surface == ",";
        Counted::Comma.bit(comma)
            | Counted::Capital.bit(self.is_capital())
            | Counted::Conjunction.bit(class(Class::CONJUNCTION))
            | Counted::Subordinator.bit(class(Class::SUBORDINATOR))
            | Counted::Auxiliary.bit(class(Class::AUXILIARY))
            | Counted::Relative.bit(class(Class::RELATIVE))
            | Counted::Preposition.bit(class(Class::PREPOSITION))
    }

    /// What it is on a scale from what ends a clause to what goes on with it, if it is so often a
    /// cue.
    pub(super) fn rank(&self, cue: u8) -> u8 {
        match self.kind {
            TokenKind::QuotationMark => return 3,
            TokenKind::Punctuation => {
                return match self.surface {
                    "." | "!" | "?" | "…" | "..." => 1,
                    "," => 4,
                    ":" | ";" => 2,
                    _ => 5,
                };
            }
            TokenKind::Number | TokenKind::Address => return 20,
            TokenKind::Clitic => return 21,
            TokenKind::Word => {}
        }
        match self.surface {
            "that" => return 7,
            "but" | "But" => return 5,
            "to" => return 16,
            _ => {}
        }
        if let Some((_, rank)) = RANKS.iter().find(|(class, _)| self.word.classes.any(*class)) {
            return *rank;
        }
        match cue {
            2.. => 25,
            _ if self.is_capital() => 22,
            1 => 24,
            _ => 23,
        }
    }

    /// What it can be as a verb: nothing, or its form, or, of an auxiliary, its hash.
    pub(super) fn form(&self, hash: u32) -> u32 {
        if self.word.classes.any(Class::AUXILIARY) {
            return hash;
        }
        if let Some(cue) = self.word.cues.first() {
            return 2 + cue.form as u32;
        }
        if self.word.classes.any(Class::VERB) || self.surface.ends_with("ed") {
            4
        } else if self.surface.ends_with("ing") {
            5
        } else if self.surface.ends_with('s') && !self.surface.ends_with("ss") {
            6
        } else {
            let sign = matches!(self.kind, TokenKind::Punctuation | TokenKind::QuotationMark);
            u32::from(!sign)
        }
    }
}

/// The ranks of words by class, the first that fits.
const RANKS: [(Class, u8); 12] = [
    (Class::RELATIVE, 9),
    (Class::WH, 10),
    (Class::SUBORDINATOR, 8),
    (Class::CONJUNCTION, 6),
    (Class::NEGATION, 15),
    (Class::AUXILIARY, 14),
    (Class::SUBJECT, 17),
    (Class::DETERMINER.or(Class::POSSESSIVE), 18),
    (Class::PREPOSITION, 12),
    (Class::DAY.or(Class::TIME), 11),
    (Class::ADVERB, 13),
    (Class::PEOPLE.or(Class::SPOKESPERSON), 19),
];

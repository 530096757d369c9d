//! Whom the words that name a source name: the head of them, not every name inside.

use std::ops::Range;

use super::lists::{is_place, list_start};
use super::model::{Frame, MemberId, Reference};
use super::position::is_possessive;
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::words::Words;
use crate::lexicon::{Class, Gender};
use crate::text::TokenKind;

/// Of a longer source only so many tokens are read.
const LONGEST: usize = 64;

/// Words that may stand behind the head of a source without being it: "Kerry also".
const AFTER_HEAD: Class = Class::CONJUNCTION.or(Class::ADVERB).or(Class::TIME).or(Class::DAY);

/// What a source refers to.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Head {
    pub(super) members: Vec<MemberId>,
    /// The token of a pronoun that is the source, or one of several.
    pub(super) pronoun: Option<usize>,
    /// One person whom the text does not name: "a spokesman".
    pub(super) somebody: bool,
    /// Whom it means, if that depends on who spoke before.
    pub(super) stand: Option<Stand>,
}

/// A source that stands for whoever spoke before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stand {
    /// "I".
    First,
    /// "They".
    They,
    /// "The candidate".
    Described,
}

/// Reads the source of a frame.
pub(super) fn head(
    words: Words<'_>,
    references: &[Reference],
    frame: &Frame<'_>,
    tokens: Range<usize>,
) -> Head {
    let mut end = tokens.end.min(tokens.start + LONGEST);
    let agent = words.surface(tokens.start).eq_ignore_ascii_case("by");
    let start = tokens.start + usize::from(agent);
    // A source that was cut inside a name goes to the end of it.
    let first = references.partition_point(|it| it.start < start);
    if let Some(name) = references.get(first).filter(|it| it.start == start && it.start < end) {
        end = end.max(name.end);
    }
    let start = list_start(words, references, start, end);
    Reader { words, references, frame, at: start, end, start, owner: None }.read()
}

/// The head of a noun phrase.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Core {
    Entity(MemberId, bool),
    Pronoun(usize),
    Described,
    Empty,
}

pub(super) struct Reader<'a> {
    pub(super) words: Words<'a>,
    pub(super) references: &'a [Reference],
    pub(super) frame: &'a Frame<'a>,
    pub(super) at: usize,
    pub(super) end: usize,
    /// Where the noun phrase that is read now begins.
    pub(super) start: usize,
    /// The person whose possession the noun phrase goes on with: "Kerry's".
    pub(super) owner: Option<MemberId>,
}

impl<'a> Reader<'a> {
    fn read(mut self) -> Head {
        let mut head = Head { stand: self.stand(), ..Head::default() };
        if head.stand.is_some() {
            return head;
        }
        if let Some(member) = self.relative() {
            head.members.push(member);
            return head;
        }
        loop {
            (self.start, self.owner) = (self.at, None);
            let core = self.core();
            match core {
                Core::Entity(member, _) => {
                    if !head.members.contains(&member) {
                        head.members.push(member);
                    }
                }
                Core::Pronoun(at) => head.pronoun = head.pronoun.or(Some(at)),
                Core::Described => {
                    let alone = head.members.is_empty() && head.pronoun.is_none();
                    let somebody = alone && self.is_somebody();
                    let stands = alone && self.is_anybody();
                    let mut named = self.named_later().or_else(|| self.speaking_owner());
                    if named.is_none() && somebody {
                        named = self.named_before().or_else(|| self.named_behind());
                    }
                    head.members.extend(named);
                    head.pronoun = head.pronoun.or(self.possessor().filter(|_| alone));
                    head.somebody = somebody && named.is_none();
                    head.stand = (stands && named.is_none()).then_some(Stand::Described);
                    return head;
                }
                Core::Empty => return head,
            }
            if !self.next_name(matches!(core, Core::Entity(_, true))) {
                return head;
            }
        }
    }

    /// What one word that names nobody stands for.
    fn stand(&self) -> Option<Stand> {
        let one = self.at + 1 == self.end;
        match self.words.surface(self.at) {
            "I" if one => Some(Stand::First),
            "they" | "They" if one => Some(Stand::They),
            _ => None,
        }
    }

    pub(super) fn class(&self, at: usize) -> Class {
        if self.words.is_word(at) { self.words.word(at).classes } else { Class::NONE }
    }

    /// The name before a source that is "who".
    fn relative(&self) -> Option<MemberId> {
        if !self.words.surface(self.at).eq_ignore_ascii_case("who") {
            return None;
        }
        let before = self.at.checked_sub(1)?;
        let end = if self.words.surface(before) == "," { before } else { self.at };
        let after = self.references.partition_point(|it| it.start < end);
        let name = self.references.get(after.checked_sub(1)?)?;
        (name.end == end && can_speak(name)).then_some(name.member)
    }

    pub(super) fn reference_here(&self) -> Option<&'a Reference> {
        let at = self.references.partition_point(|it| it.start < self.at);
        let mut here = self.references.get(at..)?.iter().take_while(|it| it.start == self.at);
        here.find(|it| it.end > self.at && it.end <= self.end)
    }

    /// Reads to the end of a noun phrase: its last word is its head.
    fn core(&mut self) -> Core {
        let mut core = Core::Empty;
        while self.at < self.end {
            if let Some(reference) = self.reference_here() {
                self.owner = None;
                let sub_token = reference.span != self.words.span(reference.start, reference.end);
                let some = core == Core::Described && is_plural_alias(self.words, reference);
                let address = core == Core::Empty && self.is_address(reference);
                let home = core == Core::Empty && is_place(reference);
                if home && let Some(resident) = self.resident(reference, address) {
                    return Core::Entity(resident, true);
                }
                core = if can_speak(reference) && !sub_token && !some && !address {
                    Core::Entity(reference.member, reference.is_person())
                } else {
                    Core::Described
                };
                self.at = reference.end;
                continue;
            }
            let at = self.at;
            if is_possessive(self.words, at) {
                self.owner = match core {
                    Core::Entity(member, true) => Some(member),
                    _ => None,
                };
                core = Core::Described;
                self.at += 1;
                continue;
            }
            match self.words.kind(at) {
                Some(TokenKind::Word) => {
                    let class = self.class(at);
                    let person = matches!(core, Core::Entity(_, true) | Core::Pronoun(_));
                    if third_person(self.words.surface(at)).is_some() && core == Core::Empty {
                        core = Core::Pronoun(at);
                    } else if person && self.is_verb(at) {
                        // "Kerry held" and the like, where too much was taken for the source.
                        return core;
                    } else if core == Core::Described && self.is_participle(at) {
                        // "One pastor supporting Mr. Cruz".
                        return core;
                    } else if class.any(Class::PREPOSITION.or(Class::RELATIVE))
                        || class.any(Class::CONJUNCTION) && core != Core::Empty
                    {
                        return core;
                    } else if is_article(self.words.surface(at)) {
                        // It may stand before a name: "the Kremlin".
                    } else if core == Core::Empty && !class.any(Class::CONJUNCTION)
                        || !class.any(AFTER_HEAD)
                    {
                        core = Core::Described;
                    }
                }
                Some(TokenKind::Number) => {}
                // "The Reuters/Ipsos poll".
                Some(TokenKind::Punctuation) if self.words.surface(at) == "/" => {
                    core = Core::Described;
                }
                _ => return core,
            }
            self.at += 1;
        }
        core
    }

    /// Whether a place only says where the one before it is: "San Bernardino, Calif."
    fn is_address(&self, reference: &Reference) -> bool {
        let comma = reference.start.checked_sub(1).filter(|&at| self.words.surface(at) == ",");
        let after = self.references.partition_point(|it| it.start < reference.start);
        let town = after.checked_sub(1).and_then(|before| self.references.get(before));
        // "Kenya, Uganda and Tanzania".
        let joined = matches!(self.words.surface(reference.end), "and" | "or" | "&");
        let next = reference.end + usize::from(joined);
        let goes_on = joined && self.references.iter().any(|it| it.start == next && is_place(it));
        is_place(reference)
            && !goes_on
            && comma.is_some()
            && town.is_some_and(|it| is_place(it) && Some(it.end) == comma)
    }

    /// Moves to the next of several names: "Kerry and Hammond", "Kerry, Hammond and Lavrov". What
    /// stands in apposition is skipped: behind a person all that is no person.
    fn next_name(&mut self, after_person: bool) -> bool {
        match self.words.surface(self.at) {
            _ if self.at >= self.end => false,
            "and" | "or" | "&" => {
                self.at += 1;
                true
            }
            "," => {
                self.at += 1;
                if self.words.surface(self.at) == "and" {
                    self.at += 1;
                    return true;
                }
                // A list only where the next thing is a name and the list goes on.
                let Some(name) = self.reference_here().filter(|it| it.form != MentionForm::Title)
                else {
                    return false;
                };
                let one =
                    name.is_person() || !after_person && can_speak(name) && !self.is_address(name);
                let joined = matches!(self.words.surface(name.end), "," | "and");
                one && joined && self.later_and(name.end)
            }
            _ => false,
        }
    }

    /// Whether a list that goes on at a token has its "and".
    fn later_and(&self, from: usize) -> bool {
        (from..self.end).any(|at| self.words.surface(at) == "and")
    }

    /// Whether a word behind a noun begins what somebody is doing, with somebody's name behind it.
    fn is_participle(&self, at: usize) -> bool {
        let next = self.references.partition_point(|it| it.start <= at);
        let named = self.references.get(next).is_some_and(|it| it.start == at + 1);
        named && self.words.surface(at).ends_with("ing")
    }

    /// Whether a word behind somebody's name begins what they did.
    fn is_verb(&self, at: usize) -> bool {
        let word = self.words.surface(at);
        let past = word.ends_with("ed") && word.starts_with(char::is_lowercase);
        past || self.class(at).any(Class::VERB.or(Class::AUXILIARY))
    }
}

fn is_article(word: &str) -> bool {
    ["the", "both", "a", "an"].iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// Whether a name is that of the members of a body, so that "many Democrats" is not their party.
fn is_plural_alias(words: Words<'_>, reference: &Reference) -> bool {
    reference.form == MentionForm::Alias
        && reference.kind == Some(EntityKind::Organization)
        && words.surface(reference.end - 1).ends_with('s')
}

/// Whether something with a name can say anything.
fn can_speak(reference: &Reference) -> bool {
    reference.form != MentionForm::Demonym
        && !matches!(reference.kind, Some(EntityKind::Event | EntityKind::Work))
}

/// The gender of "he" and "she" as subjects.
pub(super) fn third_person(word: &str) -> Option<Gender> {
    if word.eq_ignore_ascii_case("he") {
        Some(Gender::Male)
    } else if word.eq_ignore_ascii_case("she") {
        Some(Gender::Female)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::speaks;

    #[test]
    fn the_head_of_a_source_speaks() {
        speaks("So Ada Okoro said no.", "no", "Ada Okoro", "Ada Okoro");
        speaks(
            "So Tom Vale, a spokesman for Weir Bank, said no.",
            "no",
            "Tom Vale, a spokesman for Weir Bank",
            "Tom Vale",
        );
        speaks("So a spokeswoman for Ada Okoro said no.", "no", "a spokeswoman for Ada Okoro", "");
        speaks("So Ada Okoro's lawyer said no.", "no", "Ada Okoro's lawyer", "");
        speaks(
            "So Ada Okoro’s lawyer Tom Vale said no.",
            "no",
            "Ada Okoro’s lawyer Tom Vale",
            "Tom Vale",
        );
        speaks(
            "So Ada Okoro and Tom Vale said no.",
            "no",
            "Ada Okoro and Tom Vale",
            "Ada Okoro + Tom Vale",
        );
        let three = "Ada Okoro, Tom Vale and Nora Quill";
        speaks(&format!("So {three} said no."), "no", three, "Ada Okoro + Tom Vale + Nora Quill");
        speaks("So his wife, Ada Okoro, said no.", "no", "his wife, Ada Okoro", "Ada Okoro");
        speaks("So a man in Lagos, Nigeria, said no.", "no", "a man in Lagos, Nigeria", "");
        speaks("So the United States said no.", "no", "the United States", "United States");
        speaks(
            "So Kenya's Ministry of Tides said no.",
            "no",
            "Kenya's Ministry of Tides",
            "Ministry of Tides",
        );
        speaks("So Kenyan officials said no.", "no", "Kenyan officials", "");
        speaks(
            "So Weir Bank chief Ada Okoro said no.",
            "no",
            "Weir Bank chief Ada Okoro",
            "Ada Okoro",
        );
        speaks("So Ada Okoro, who said no, left.", "no", "who", "Ada Okoro");
        speaks("Mayor Ada Okoro sat. The mayor said no.", "no", "The mayor", "Ada Okoro");
    }

    #[test]
    fn states_speak_together() {
        let three = "Kenya, Uganda and Tanzania";
        let all = "Kenya + Uganda + Tanzania";
        speaks(&format!("{three} said no."), "no", three, all);
        speaks(&format!("{three} said no."), "no", "Uganda and Tanzania", all);
        let address = "Tom Vale, a teacher in Lagos, Nigeria";
        speaks(&format!("{address}, said no."), "no", address, "Tom Vale");
    }

    #[test]
    fn where_somebody_lives_says_nothing() {
        for source in ["Paris", "Paris, France", "France", "Tom Vale, 40, of Paris, France"] {
            speaks("Tom Vale, 40, of Paris, France, said no.", "no", source, "Tom Vale");
        }
    }
}

//! What a piece that no list knows may be, by its words and those around it.

use std::ops::Range;

use super::piece::Certainty;
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::words::{Words, is_all_capitals};
use crate::lexicon::{Class, Role};
use crate::text::TokenKind;

/// Longest word in capitals that is taken for an acronym, in letters; and the longest without
/// anything around it that says so.
const LONGEST_ACRONYM: usize = 6;
const LONGEST_PLAIN_ACRONYM: usize = 4;
/// Most words of a person's name that nothing but its capitals speaks for.
const LONGEST_UNKNOWN: usize = 3;

/// What a piece is taken for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Judgement {
    pub(super) kind: Option<EntityKind>,
    pub(super) form: MentionForm,
    pub(super) certainty: Certainty,
}

impl Judgement {
    fn new(kind: EntityKind, certainty: Certainty) -> Judgement {
        Judgement { kind: Some(kind), form: MentionForm::Name, certainty }
    }

    /// A name of something unknown.
    fn unknown(certainty: Certainty) -> Judgement {
        Judgement { kind: None, form: MentionForm::Name, certainty }
    }
}

/// Whether the words of a stretch say that it is an organisation.
pub(super) fn names_organization(words: Words<'_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1).filter(|&last| last > tokens.start) else {
        return false;
    };
    let end = words.role(last);
    if end.any(Role::CORPORATE) || words.surface(tokens.start) == "Daily" {
        return true;
    }
    let surnamed = last == tokens.start + 1
        && words.role(tokens.start).any(Role::GIVEN)
        && end.any(Role::SURNAME_TOO);
    if end.any(Role::ORGANIZATION_HEAD) && !surnamed {
        return true;
    }
    tokens.clone().any(|at| {
        let joins = matches!(words.surface(at + 1), "of" | "for" | "on");
        joins && at + 1 < last && words.role(at).any(Role::ORGANIZATION_OF)
    })
}

/// Whether the words of a stretch say that it is a place.
pub(super) fn names_place(words: Words<'_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1).filter(|&last| last > tokens.start) else {
        return false;
    };
    let given = words.role(tokens.start).any(Role::GIVEN);
    let end = words.role(last);
    // "Van Dam" is no dam.
    let particle = words.surface(last - 1).starts_with(char::is_lowercase)
        || words.role(last - 1).any(Role::PARTICLE);
    if end.any(Role::PLACE_HEAD) && !particle && !(given && end.any(Role::SURNAME_TOO)) {
        return true;
    }
    let first = words.role(tokens.start);
    first.any(Role::PLACE_FIRST)
        || (first.any(Role::PLACE_OF) && words.surface(tokens.start + 1) == "of")
}

/// What a piece is; `None` if it is no name. `titled`: a title stands before it. `initial`: its
/// first capital may be due to its place.
pub(super) fn judge(
    words: Words<'_>,
    tokens: Range<usize>,
    titled: bool,
    initial: bool,
) -> Option<Judgement> {
    if tokens.len() == 1 {
        return judge_word(words, tokens.start, titled, initial);
    }
    let (first, last) = (words.role(tokens.start), words.role(tokens.end - 1));
    if names_organization(words, tokens.clone()) {
        return Some(Judgement::new(EntityKind::Organization, Certainty::Sure));
    }
    if titled {
        return Some(Judgement::new(EntityKind::Person, Certainty::Sure));
    }
    if names_place(words, tokens.clone()) && !is_somebody(words, tokens.end) {
        return Some(Judgement::new(EntityKind::Place, Certainty::Sure));
    }
    let given = first.any(Role::GIVEN);
    if last.any(Role::EVENT_HEAD) && !(given && last.any(Role::SURNAME_TOO)) {
        return Some(Judgement::new(EntityKind::Event, Certainty::Likely));
    }
    if last.any(Role::WORK_HEAD) && !given {
        return Some(Judgement::new(EntityKind::Work, Certainty::Likely));
    }
    if tokens.clone().all(|at| is_initial_letter(words.surface(at))) {
        return None;
    }
    let initials = tokens.clone().skip(1).any(|at| is_initial_letter(words.surface(at)));
    // "Vale Jr.", but not "Elizabeth II" and "World War II" alike.
    let generation = matches!(words.surface(tokens.end - 1).trim_end_matches('.'), "Jr" | "Sr");
    let suffixed = last.any(Role::SUFFIX) && (tokens.len() > 2 || generation);
    if given || initials || suffixed || is_initial_letter(words.surface(tokens.start)) {
        return Some(Judgement::new(EntityKind::Person, Certainty::Sure));
    }
    Some(judge_unknown(words, tokens, initial))
}

/// Two words or more, none of which says anything.
fn judge_unknown(words: Words<'_>, tokens: Range<usize>, initial: bool) -> Judgement {
    if is_title_of_work(words, &tokens) {
        return Judgement::new(EntityKind::Work, Certainty::Sure);
    }
    if let Some(judgement) = context(words, tokens.clone()) {
        return judgement;
    }
    let before = tokens.start.checked_sub(1).map_or("", |before| words.surface(before));
    let definite = matches!(before, "the" | "The" | "a" | "an");
    let letters = tokens.clone().any(|at| is_all_capitals(words.surface(at)));
    let plain = tokens.clone().all(|at| {
        words.surface(at).chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    });
    let place = words.role(tokens.end - 1).any(Role::BEGINS_LISTED);
    if definite || place || letters || !plain || tokens.len() > LONGEST_UNKNOWN {
        return Judgement::new(EntityKind::Organization, Certainty::Guess);
    }
    let certainty = if initial { Certainty::Guess } else { Certainty::Likely };
    Judgement::new(EntityKind::Person, certainty)
}

/// Whether a name in marks is that of a work: "‘Cold Iron’, a documentary".
fn is_title_of_work(words: Words<'_>, tokens: &Range<usize>) -> bool {
    let mark = |at: usize| words.kind(at) == Some(TokenKind::QuotationMark);
    let opens = tokens.start.checked_sub(1).is_some_and(mark);
    let end = tokens.end + 1;
    opens
        && mark(tokens.end)
        && words.surface(end) == ","
        && matches!(words.surface(end + 1), "a" | "an" | "the" | "his" | "her")
        && (end + 2..end + 5).any(|at| words.word(at).classes.any(Class::WORK))
}

/// What the words around a name say that it is.
fn context(words: Words<'_>, tokens: Range<usize>) -> Option<Judgement> {
    use EntityKind::{Organization, Person, Place};

    let (start, end) = (tokens.start, tokens.end);
    if is_somebody(words, end) {
        return Some(Judgement::new(Person, Certainty::Sure));
    }
    let after = if words.adjoins(end) { words.role(end) } else { Role::default() };
    let small = !words.is_capitalized(end);
    if after.any(Role::PLACE_NOUN) && small {
        return Some(Judgement::new(Place, Certainty::Likely));
    }
    if words.word(end).classes.any(Class::SPOKESPERSON) && words.surface(end).starts_with("spokes")
    {
        return Some(Judgement::new(Organization, Certainty::Sure));
    }
    if words.surface(end) == "news" && words.surface(end + 1) == "agency" {
        return Some(Judgement::new(Organization, Certainty::Sure));
    }
    if matches!(words.surface(end), "pub" | "hotel" | "restaurant" | "tavern") && words.adjoins(end)
    {
        return Some(Judgement::new(Place, Certainty::Sure));
    }
    if after.any(Role::ORGANIZATION_NOUN) && small {
        return Some(Judgement::new(Organization, Certainty::Guess));
    }
    if after.any(Role::PERSON_HEADED) && small {
        return Some(Judgement::new(Person, Certainty::Sure));
    }
    let bracket = start.checked_sub(1).map(|before| words.surface(before));
    let says = words.role(end + 1).any(Role::AFTER_PERSON) || !words.word(end + 1).cues.is_empty();
    if bracket == Some("[") && words.surface(end) == "]" && says {
        // An editor has put a name into a quotation: "as [Okoro] said".
        return Some(Judgement::new(Person, Certainty::Sure));
    }
    let possessive = words.kind(end) == Some(TokenKind::Clitic);
    if possessive && words.role(end + 1).any(Role::PERSON_NOUN) {
        return Some(Judgement::new(Person, Certainty::Likely));
    }
    let before = start.checked_sub(1).filter(|_| words.adjoins(start))?;
    let role = words.role(before);
    let closed = matches!(words.surface(end), "," | "." | ":");
    if role.any(Role::RELATION) || role.any(Role::AFTER_PERSON) && closed {
        return Some(Judgement::new(Person, Certainty::Likely));
    }
    let of = words.surface(before) == "of";
    if of && before.checked_sub(1).is_some_and(|noun| words.role(noun).any(Role::PLACE_NOUN)) {
        return Some(Judgement::new(Place, Certainty::Likely));
    }
    if role.any(Role::PLACE_PREPOSITION) || words.surface(before) == "from" {
        return Some(Judgement::new(Place, Certainty::Guess));
    }
    if role.any(Role::BEFORE_PERSON) {
        return Some(Judgement::new(Person, Certainty::Guess));
    }
    None
}

fn judge_word(words: Words<'_>, at: usize, titled: bool, initial: bool) -> Option<Judgement> {
    let surface = words.surface(at);
    let role = words.role(at);
    if titled {
        return Some(Judgement::new(EntityKind::Person, Certainty::Sure));
    }
    if is_all_capitals(surface) {
        let letters = surface.chars().filter(|c| c.is_alphabetic()).count();
        let before = at.checked_sub(1).map(|before| words.surface(before)).unwrap_or_default();
        let definite =
            matches!(before, "the" | "The" | "(") || context(words, at..at + 1).is_some();
        let longest = if definite { LONGEST_ACRONYM } else { LONGEST_PLAIN_ACRONYM };
        let open = letters > longest || shouted(words, at);
        let certainty = if open { Certainty::Open } else { Certainty::Guess };
        return (!role.any(Role::LETTERS))
            .then_some(Judgement::new(EntityKind::Organization, certainty));
    }
    if is_initial_letter(surface) {
        return None;
    }
    let open = |certainty| if initial { Certainty::Open } else { certainty };
    let doubtful = role.any(Role::AMBIGUOUS.or(Role::COMMON));
    let before = at.checked_sub(1).map(|before| words.surface(before)).unwrap_or_default();
    let modifies = words.adjoins(at + 1) && !words.is_capitalized(at + 1)
        || matches!(before, "a" | "an" | "the");
    if role.any(Role::GIVEN) && !(role.any(Role::PEOPLE) && modifies) {
        let certainty = if doubtful { open(Certainty::Guess) } else { Certainty::Likely };
        return Some(Judgement::new(EntityKind::Person, certainty));
    }
    if role.any(Role::COMMON) && initial {
        return None;
    }
    if role.any(Role::PEOPLE) {
        let people = Judgement::new(EntityKind::Group, Certainty::Likely);
        return Some(Judgement { form: MentionForm::Demonym, ..people });
    }
    if role.any(Role::ORGANIZATION_HEAD.or(Role::ORGANIZATION_OF)) {
        return Some(Judgement::new(EntityKind::Organization, open(Certainty::Guess)));
    }
    let generic = Role::PLACE_HEAD.or(Role::EVENT_HEAD).or(Role::WORK_HEAD).or(Role::PLACE_FIRST);
    if role.any(generic) {
        return Some(Judgement::unknown(Certainty::Open));
    }
    let known = context(words, at..at + 1);
    let speaks = is_somebody(words, at + 1) && !surface.ends_with('s');
    if role.any(Role::COMMON) {
        return Some(Judgement::unknown(Certainty::Open));
    }
    if initial && !speaks {
        let kind = known.and_then(|it| it.kind);
        return Some(Judgement { kind, ..Judgement::unknown(Certainty::Open) });
    }
    Some(known.unwrap_or(Judgement::unknown(Certainty::Guess)))
}

/// Whether what follows a name says that it is somebody's: "said", "who", an age.
fn is_somebody(words: Words<'_>, after: usize) -> bool {
    if words.role(after).any(Role::AFTER_PERSON) {
        return true;
    }
    if words.surface(after) != "," {
        return false;
    }
    let next = words.surface(after + 1);
    let age = next.len() == 2 && next.bytes().all(|b| b.is_ascii_digit());
    let closed = matches!(words.surface(after + 2), "," | ".");
    (age && closed) || next == "who"
}

/// Whether a neighbour is in capitals too, so that they are for stress: "NOW WATCH".
fn shouted(words: Words<'_>, at: usize) -> bool {
    let loud = |at| words.kind(at) == Some(TokenKind::Word) && is_all_capitals(words.surface(at));
    at.checked_sub(1).is_some_and(loud) || loud(at + 1)
}

/// An initial of a name: "F." or "F".
fn is_initial_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    first && matches!(letters.as_str(), "" | ".")
}

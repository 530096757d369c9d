//! Capitals that stand for the government that sits there: "Washington insists".

use std::ops::Range;

use super::things::ThingName;
use crate::entity::words::Words;
use crate::lexicon::{
    Class, Frames, Listed, NameForm, Role, Sort, TextSet, WordKey, governed_from,
};
use crate::text::TokenKind;

/// What states do, beside saying something, and what is done by nobody else: teams sign and people want.
const DEEDS: [&str; 55] = [
    "accepted",
    "accepts",
    "agreed",
    "agrees",
    "approved",
    "approves",
    "backed",
    "banned",
    "blames",
    "blamed",
    "bowed",
    "condemned",
    "condemns",
    "deployed",
    "deploys",
    "expelled",
    "expels",
    "imposed",
    "imposes",
    "intends",
    "launched",
    "opposed",
    "opposes",
    "ordered",
    "planned",
    "pressed",
    "recalled",
    "recognised",
    "recognises",
    "recognized",
    "recognizes",
    "refused",
    "refuses",
    "rejected",
    "rejects",
    "responded",
    "responds",
    "retaliated",
    "retaliates",
    "sanctioned",
    "seeks",
    "sought",
    "sends",
    "sent",
    "sided",
    "sides",
    "summoned",
    "supported",
    "suspended",
    "suspects",
    "threatened",
    "threatens",
    "vowed",
    "vows",
    "withdrew",
];

/// What they do too, in words that are nouns as well: "Paris plans" are those of a visitor.
const NOUNS: [&str; 20] = [
    "backs",
    "bans",
    "calls",
    "claims",
    "cut",
    "demands",
    "estimates",
    "fears",
    "launches",
    "orders",
    "plans",
    "presses",
    "promises",
    "recalls",
    "replies",
    "reports",
    "requests",
    "signs",
    "summons",
    "supports",
];

/// What states have: "Washington's allies".
const BELONGINGS: [&str; 44] = [
    "aid",
    "allegations",
    "allies",
    "ally",
    "ambassador",
    "approach",
    "approval",
    "backing",
    "claims",
    "decision",
    "demand",
    "demands",
    "diplomacy",
    "efforts",
    "embassy",
    "envoy",
    "foreign",
    "government",
    "insistence",
    "intentions",
    "interests",
    "interference",
    "military",
    "objections",
    "offer",
    "opposition",
    "policies",
    "policy",
    "position",
    "pressure",
    "proposal",
    "refusal",
    "rejection",
    "relations",
    "relationship",
    "request",
    "response",
    "sanctions",
    "stance",
    "strategy",
    "support",
    "threats",
    "troops",
    "willingness",
];

/// What is between states.
const BETWEEN: [&str; 16] = [
    "agreement",
    "alliance",
    "conflict",
    "deal",
    "dispute",
    "negotiations",
    "relations",
    "rift",
    "rivalry",
    "row",
    "standoff",
    "talks",
    "tension",
    "tensions",
    "ties",
    "treaty",
];

/// Capitals that are given names too, and that the list of those leaves out.
const GIVEN: [&str; 5] = ["Douglas", "Hamilton", "London", "Paris", "Vienna"];

/// The state whose seat of government a place is, where the news speaks of it so: of the many
/// capitals those that are known beyond the lists. Brussels stands for more than Belgium.
fn state(thing: ThingName) -> Option<&'static Listed> {
    let listed = thing.listed?;
    let seat = listed.sort == Sort::Place
        && listed.form != NameForm::Demonym
        && !listed.wikidata.is_empty()
        && !matches!(listed.name, "Amsterdam" | "Brussels");
    if seat { governed_from(thing.key()) } else { None }
}

/// A name of a text that may stand for a government, or speaks for or against one.
pub(super) struct Named {
    pub(super) tokens: Range<usize>,
    pub(super) thing: Option<ThingName>,
    pub(super) person: bool,
}

/// For each name the state that it stands for; `None` where it is the place, or somebody's name.
/// What acts or is a source does so. A given name does only if the text names the state, or if
/// another capital acts.
pub(super) fn governments(
    words: Words<'_>,
    names: &[Named],
    sources: &[Range<usize>],
) -> Vec<Option<&'static Listed>> {
    let mut speaking: Vec<(usize, usize)> = sources.iter().map(|it| (it.start, it.end)).collect();
    speaking.sort_unstable();
    let acts = |it: &Named| {
        let state = it.thing.and_then(state)?;
        let before = it.tokens.start.checked_sub(1).map_or("", |at| words.surface(at));
        let source = speaking.binary_search(&(it.tokens.start, it.tokens.end)).is_ok();
        (source && !is_where(before) || is_actor(words, it.tokens.clone())).then_some(state)
    };
    let is_given = |it: &Named| {
        it.tokens.len() == 1
            && (words.role(it.tokens.start).any(Role::GIVEN)
                || GIVEN.contains(&words.surface(it.tokens.start)))
    };
    let acting: Vec<Option<&'static Listed>> = names.iter().map(acts).collect();
    if acting.iter().all(Option::is_none) {
        return acting;
    }
    let another = names.iter().zip(&acting).any(|(it, state)| state.is_some() && !is_given(it));
    let is_place = |thing: &ThingName| thing.listed.is_some_and(|it| it.sort == Sort::Place);
    let places = names.iter().filter_map(|it| it.thing.filter(is_place));
    let stated: TextSet = places.map(ThingName::key).collect();
    let people = names.iter().filter(|it| it.person).flat_map(|it| it.tokens.clone());
    let people: TextSet = people.map(|at| words.key(at)).collect();
    names
        .iter()
        .zip(acting)
        .map(|(it, state)| {
            let told = |state: &Listed| {
                another || WordKey::of_phrase(state.name).is_some_and(|key| stated.contains(&key))
            };
            let borne = it.tokens.len() == 1 && people.contains(&words.key(it.tokens.start));
            state.filter(|state| !borne && (!is_given(it) || told(state)))
        })
        .collect()
}

/// Whether what stands behind a word is where something is.
fn is_where(word: &str) -> bool {
    matches!(word, "in" | "In" | "at" | "near" | "of" | "outside" | "via" | "through")
}

fn is_actor(words: Words<'_>, tokens: Range<usize>) -> bool {
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words.surface(at));
    let (end, next) = (tokens.end, words.surface(tokens.end));
    let bond = |word: &str| BETWEEN.iter().any(|it| it.eq_ignore_ascii_case(word));
    if before(1) == "between" && bond(before(2)) {
        return next == "and";
    }
    if before(1) == "and" && before(3) == "between" {
        return bond(before(4));
    }
    if matches!(before(1), "to" | "from" | "From") || is_where(before(1)) {
        return false;
    }
    if words.kind(end) == Some(TokenKind::Clitic) {
        return BELONGINGS.contains(&words.surface(end + 1));
    }
    let verb = end + usize::from(words.word(end).classes.any(Class::ADVERB));
    let says = |at: usize| {
        let word = words.surface(at);
        if NOUNS.contains(&word) {
            let next = words.word(at + 1).classes;
            return words.surface(at + 1) == "to" || next.any(Class::DETERMINER);
        }
        word.starts_with(char::is_lowercase)
            && (DEEDS.contains(&word)
                || words.word(at).cues.iter().any(|cue| cue.frames.has(Frames::FOLLOWS)))
    };
    // "Washington has refused", "would insist".
    let helped = matches!(
        words.surface(verb),
        "has" | "had" | "have" | "will" | "would" | "could" | "may" | "might" | "must" | "should"
    );
    let done = |at: usize| {
        let word = words.surface(at);
        !matches!(word, "be" | "been" | "had" | "a" | "an" | "the" | "no") && says(at)
    };
    says(verb)
        || helped
            && (done(verb + 1)
                || words.word(verb + 1).classes.any(Class::ADVERB.or(Class::NEGATION))
                    && done(verb + 2))
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::{meant, read};

    #[test]
    fn a_capital_that_speaks_is_its_state() {
        let text = "A no, according to Washington. Nobody in Washington slept. The US said yes.";
        let read = read(text, &[("A no", "Washington"), ("yes", "The US")]);
        assert_eq!(read.speakers(), ["United States", "United States"]);
        assert_eq!(read.meant(), ["Washington: United States", "US: United States"]);
    }

    #[test]
    fn a_given_name_stands_for_a_state_that_is_named() {
        meant("Paris rejected the plan.", &[]);
        meant("Paris rejected the plan. It may rain in France.", &["Paris: France"]);
        meant(
            "Paris and Moscow talked. Moscow refused. Paris rejected the plan.",
            &["Moscow: Russia", "Paris: France"],
        );
    }

    #[test]
    fn what_teams_and_people_do_is_no_deed_of_a_state() {
        meant("Madrid signed the striker.", &[]);
        meant("Washington wants snow this weekend.", &[]);
        meant("Tokyo has gained 3 percent.", &[]);
        meant("Moscow plans for the games changed.", &[]);
        meant("Moscow plans to stay.", &["Moscow: Russia"]);
        meant("Moscow cut the aid.", &["Moscow: Russia"]);
        meant("Moscow has not refused.", &["Moscow: Russia"]);
    }

    #[test]
    fn a_seat_of_many_is_nobody() {
        let read = read(
            "Amsterdam said no. Brussels said yes.",
            &[("no", "Amsterdam"), ("yes", "Brussels")],
        );
        assert_eq!(read.speakers(), ["Amsterdam", "Brussels"]);
    }
}

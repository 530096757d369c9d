//! Capitals that stand for the government that sits there: "Washington insists".

use std::ops::Range;

use crate::entity::words::Words;
use crate::lexicon::{Class, Frames, Listed, NameForm, Sort, governed_from};
use crate::text::TokenKind;

/// What states do, beside saying something.
const DEEDS: [&str; 74] = [
    "accepted",
    "accepts",
    "agreed",
    "agrees",
    "approved",
    "approves",
    "backed",
    "backs",
    "banned",
    "bans",
    "blames",
    "blamed",
    "bowed",
    "calls",
    "called",
    "condemned",
    "condemns",
    "cut",
    "deployed",
    "deploys",
    "expelled",
    "expels",
    "fears",
    "hopes",
    "hoped",
    "imposed",
    "imposes",
    "intends",
    "launched",
    "launches",
    "opposed",
    "opposes",
    "ordered",
    "orders",
    "plans",
    "planned",
    "presses",
    "pressed",
    "recalled",
    "recalls",
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
    "signed",
    "signs",
    "sided",
    "sides",
    "summoned",
    "summons",
    "supported",
    "supports",
    "suspended",
    "suspects",
    "threatened",
    "threatens",
    "vowed",
    "vows",
    "wanted",
    "wants",
    "withdrew",
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

/// The state that a capital stands for here; `None` where it is the place.
pub(super) fn government(words: Words<'_>, tokens: Range<usize>, listed: Listed) -> Option<Listed> {
    // Of the many capitals those that the news speaks of so; Brussels stands for more than Belgium.
    let seat = listed.sort == Sort::Place
        && listed.form != NameForm::Demonym
        && !listed.wikidata.is_empty()
        && listed.name != "Amsterdam";
    let state = governed_from(listed.name).filter(|_| seat)?;
    is_actor(words, tokens).then_some(state)
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
    let placed = matches!(
        before(1),
        "in" | "In" | "at" | "from" | "From" | "near" | "to" | "of" | "outside" | "via" | "through"
    );
    if placed {
        return false;
    }
    if words.kind(end) == Some(TokenKind::Clitic) {
        return BELONGINGS.contains(&words.surface(end + 1));
    }
    let verb = end + usize::from(words.word(end).classes.any(Class::ADVERB));
    let says = |at: usize| {
        let small = words.surface(at).starts_with(char::is_lowercase);
        small
            && (DEEDS.contains(&words.surface(at))
                || words.word(at).cues.iter().any(|cue| cue.frames.has(Frames::FOLLOWS)))
    };
    // "Washington has watched", "would insist".
    let helped = matches!(
        words.surface(verb),
        "has" | "had" | "have" | "will" | "would" | "could" | "may" | "might" | "must" | "should"
    );
    let done = |at: usize| {
        let word = words.surface(at);
        !matches!(word, "be" | "been" | "had" | "a" | "an" | "the" | "no")
            && (says(at) || helped && word.ends_with("ed") || word == "not")
    };
    says(verb)
        || helped
            && (done(verb + 1) || words.word(verb + 1).classes.any(Class::ADVERB) && done(verb + 2))
}

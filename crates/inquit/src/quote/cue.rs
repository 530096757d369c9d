//! Finds the words of a passage that report.

use super::noun_phrase::verb_phrase_start;
use super::passage::Passage;
use crate::lexicon::{Act, Class, Cue, Form, Frames};
use crate::text::{TokenKind, TokenRange};

/// A word of a passage that reports, and the words that belong to it.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    /// The verb, or "according".
    pub(crate) verb: usize,
    /// One past the cue: the verb and its particle.
    pub(crate) end: usize,
    /// Where the verb phrase begins: auxiliaries, negation, adverbs.
    pub(crate) phrase_start: usize,
    pub(crate) cue: Cue,
    pub(crate) voice: Voice,
    pub(crate) negated: bool,
    pub(crate) modal: bool,
}

/// How the verb stands to its subject.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Voice {
    /// "she said"
    Active,
    /// "she was told"
    Passive,
    /// ", saying": its subject is that of the verb before.
    Participle,
    /// "to say": its subject is that of the verb before.
    Infinitive,
}

impl Report {
    /// The words shown as the cue: the verb with its particle, and with its negation or modal.
    pub(crate) fn range(&self) -> TokenRange {
        if self.negated || self.modal { self.phrase_start..self.end } else { self.verb..self.end }
    }
}

/// The reports of a sentence, in order, outside marks.
pub(crate) fn reports(passage: &Passage<'_>, sentence: &TokenRange) -> Vec<Report> {
    sentence.clone().filter_map(|at| report(passage, at, sentence)).collect()
}

fn report(passage: &Passage<'_>, verb: usize, sentence: &TokenRange) -> Option<Report> {
    let readings = passage.word(verb).cues;
    if readings.is_empty() || passage.is_marked(verb) || passage.kind(verb) != TokenKind::Word {
        return None;
    }
    let cue = reading(passage, verb, readings)?;
    // A capital inside a sentence makes it a name: "Call of Duty", "the New York Post".
    if passage.is_capital(verb) && verb > sentence.start && passage.is_capital(verb - 1) {
        return None;
    }
    let phrase_start = verb_phrase_start(passage, verb, sentence.start);
    let helpers = phrase_start..verb;
    let any = |class| helpers.clone().any(|at| passage.is(at, class));
    let before = verb.checked_sub(1).filter(|&at| at >= sentence.start);
    let after_to = before.is_some_and(|at| passage.reads(at, "to"));
    let voice = match cue.form {
        Form::Base if after_to => Voice::Infinitive,
        Form::Base if any(Class::AUXILIARY) => Voice::Active,
        Form::Past if helpers.clone().any(|at| is_form_of_be(passage.surface(at))) => {
            Voice::Passive
        }
        Form::Participle if helpers.clone().any(|at| is_form_of_be(passage.surface(at))) => {
            Voice::Active
        }
        Form::Participle => Voice::Participle,
        _ => Voice::Active,
    };
    if voice == Voice::Active
        && cue.frames.has(Frames::NOUN)
        && !any(Class::AUXILIARY)
        && is_noun(passage, verb, &cue, sentence)
    {
        return None;
    }
    if voice == Voice::Participle
        && before.is_some_and(|at| {
            passage.is(at, Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION))
        })
    {
        return None;
    }
    let end = verb + 1 + usize::from(cue.particle.is_some());
    Some(Report {
        verb,
        end,
        phrase_start,
        cue,
        voice,
        negated: any(Class::NEGATION),
        modal: any(Class::MODAL),
    })
}

/// The reading whose particle follows, else the one without.
fn reading(passage: &Passage<'_>, verb: usize, readings: &[Cue]) -> Option<Cue> {
    let follows = |particle| passage.reads(verb + 1, particle) && !passage.is_marked(verb + 1);
    readings
        .iter()
        .find(|cue| cue.particle.is_some_and(follows))
        .or_else(|| readings.iter().find(|cue| cue.particle.is_none()))
        .copied()
}

fn is_form_of_be(surface: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "’s", "’re"]
        .iter()
        .any(|form| form.eq_ignore_ascii_case(surface))
}

/// Whether a form that can be a noun stands where a noun stands.
fn is_noun(passage: &Passage<'_>, verb: usize, cue: &Cue, sentence: &TokenRange) -> bool {
    if verb == sentence.start {
        return !matches!(cue.form, Form::Past);
    }
    let before = verb - 1;
    if matches!(cue.form, Form::Past) {
        return passage.is(before, Class::DETERMINER.or(Class::POSSESSIVE));
    }
    if passage.kind(before) == TokenKind::Clitic {
        return true;
    }
    if passage.is(before, Class::SUBJECT) && !passage.is(before, Class::DETERMINER)
        || passage.is(before, Class::PEOPLE.or(Class::SPOKESPERSON))
    {
        return false;
    }
    if !passage.is_word(before) {
        // "“…,” notes Kerry"
        return !passage.is_marked(before) && !passage.is_comma(before);
    }
    if passage.is(
        before,
        Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION)
            .or(Class::CONJUNCTION)
            .or(Class::ADVERB),
    ) {
        return true;
    }
    // "Kerry warns", "the report claims": a singular subject takes the form in -s; "two reports
    // claim": a plural one takes the base.
    let plural = passage.surface(before).ends_with('s') && !passage.is_capital(before);
    match cue.form {
        Form::Third => {
            plural || !(passage.is_capital(before) || passage.is(before, Class::DOCUMENT))
        }
        _ => !plural,
    }
}

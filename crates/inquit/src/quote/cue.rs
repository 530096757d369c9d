//! Finds the words of a passage that report.

use super::glance::Sign;
use super::passage::Passage;
use super::subject::verb_phrase_start;
use crate::lexicon::{Class, Cue, Form, Frames};
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
pub(crate) fn reports<'p>(
    passage: &'p Passage<'_>,
    sentence: &'p TokenRange,
) -> impl Iterator<Item = Report> + 'p {
    let cues = passage.showing(sentence.clone(), Sign::CUE);
    cues.filter_map(|at| report(passage, at, sentence))
}

/// The report whose verb stands at a place, if one does.
pub(crate) fn report(passage: &Passage<'_>, verb: usize, sentence: &TokenRange) -> Option<Report> {
    // Few words can report.
    if !passage.may_cue(verb) || passage.is_marked(verb) || passage.kind(verb) != TokenKind::Word {
        return None;
    }
    let cue = reading(passage, verb, &passage.word(verb).cues)?;
    // A capital inside a sentence makes it a name: "Hope Hicks", "the New York Post".
    if passage.is_capital(verb) && verb > sentence.start && !is_title_case(passage, sentence) {
        return None;
    }
    // "the said house"
    if verb > sentence.start && passage.is_article(verb - 1) {
        return None;
    }
    // "a book written by": a participle that is no past tense needs "have" before it.
    let participle_only = ["written", "spoken", "sung", "known", "proven", "spoken", "begun"];
    if participle_only.iter().any(|it| passage.reads(verb, it))
        && !(sentence.start.max(verb.saturating_sub(4))..verb)
            .any(|at| is_form_of_have(passage.surface(at)))
    {
        return None;
    }
    let mut phrase_start = verb_phrase_start(passage, verb, sentence.start);
    let mut refused = false;
    if let Some(chain) = chain_start(passage, verb, sentence.start) {
        refused = !passage.reads(chain, "went");
        phrase_start = verb_phrase_start(passage, chain, sentence.start);
    }
    let helpers = phrase_start..verb;
    let any = |class| helpers.clone().any(|at| passage.is(at, class));
    let before = verb.checked_sub(1).filter(|&at| at >= sentence.start);
    let after_to = before.is_some_and(|at| passage.reads(at, "to"));
    let voice = match cue.form {
        Form::Base if after_to && phrase_start + 1 < verb => Voice::Active,
        Form::Base if after_to => Voice::Infinitive,
        Form::Base | Form::Participle if any(Class::AUXILIARY) => Voice::Active,
        Form::Past if helpers.clone().any(|at| is_form_of_be(passage.surface(at))) => {
            Voice::Passive
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
        negated: refused || any(Class::NEGATION),
        modal: any(Class::MODAL),
    })
}

/// Where "refused to say" or "went on to say" begins, if the verb ends such a chain.
fn chain_start(passage: &Passage<'_>, verb: usize, lowest: usize) -> Option<usize> {
    let to = verb.checked_sub(1).filter(|&at| at > lowest && passage.reads(at, "to"))?;
    let before = to - 1;
    if refuses(passage, before) && !passage.reads(verb, "comment") {
        return Some(before);
    }
    let went_on =
        before > lowest && passage.reads(before, "on") && passage.reads(before - 1, "went");
    went_on.then(|| before - 1)
}

/// "refused", "declined": what they refuse to say is what counts.
fn refuses(passage: &Passage<'_>, at: usize) -> bool {
    ["refused", "refuses", "refuse", "declined", "declines", "decline", "failed", "fails"]
        .iter()
        .any(|it| passage.reads(at, it))
}

/// Whether a cue is followed by one that it refuses: "refused to say".
pub(crate) fn refuses_to_report(passage: &Passage<'_>, report: &Report) -> bool {
    let reports = |cue: &Cue| {
        cue.form == Form::Base
            && [Frames::QUESTION, Frames::CLAUSE, Frames::FOLLOWS]
                .iter()
                .any(|it| cue.frames.has(*it))
    };
    let to = report.end;
    passage.reads(to, "to")
        && refuses(passage, report.verb)
        && !passage.reads(to + 1, "comment")
        && passage.word(to + 1).cues.iter().any(reports)
}

/// Headlines that give most words a capital.
fn is_title_case(passage: &Passage<'_>, sentence: &TokenRange) -> bool {
    let words = || sentence.clone().take(40).filter(|&at| passage.is_word(at));
    let capitals = words().filter(|&at| passage.is_capital(at)).count();
    capitals * 3 > words().count() * 2
}

fn is_form_of_have(surface: &str) -> bool {
    ["has", "have", "had", "'ve", "'d", "’ve", "’d", "having"]
        .iter()
        .any(|form| form.eq_ignore_ascii_case(surface))
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
    // "the Arab states argue"
    let verb_next = passage.is(verb + 1, Class::AUXILIARY)
        || passage.word(verb + 1).cues.iter().any(|next| next.form == Form::Base);
    if cue.form == Form::Third && verb_next || passage.kind(before) == TokenKind::Clitic {
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

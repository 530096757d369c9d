//! What is known of each token of a sequence, and how it adds up: each token is looked at once, however
//! many candidates it is part of.

use super::sequence::{Sequence, Sight};
use super::tagger::{CONTENT, CUE, SOURCE};
use crate::lexicon::Class;
use crate::quote::passage::Passage;
use crate::tagger::Marginals;
use crate::text::TokenKind;

/// The part of a token in an attribution.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    Source,
    Cue,
    Content,
}

/// How many parts there are, and the label that each begins with.
const PARTS: usize = 3;
const LABELS: [usize; PARTS] = [SOURCE, CUE, CONTENT];

/// What is known of a token; each number by part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fact {
    /// How likely the part begins here, in thousandths.
    pub(super) begins: [i16; PARTS],
    /// How likely the token belongs to it.
    pub(super) belongs: [i16; PARTS],
    /// How likely it goes on here if the token before belongs to it.
    pub(super) goes_on: [i16; PARTS],
    /// What stands here, on a scale from what ends a clause to what goes on with it.
    pub(super) sort: i16,
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

/// How many counts there are, and some to spare, which makes adding them up faster.
const COUNTS: usize = 16;

/// Sums over the tokens before one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    /// How likely they belong to each part.
    pub(super) belongs: [u32; PARTS],
    /// How likely each part goes on at all of them, as a logarithm.
    pub(super) halvings: [i32; PARTS],
    counts: [u16; COUNTS],
}

impl Sums {
    pub(super) fn count(&self, counted: Counted) -> u16 {
        self.counts.get(counted as usize).copied().unwrap_or(0)
    }
}

/// The facts of the tokens of a sequence, and the sums before each and behind the last.
pub(super) fn facts(
    passage: &Passage<'_>,
    sequence: &Sequence,
    marginals: &[Marginals],
) -> (Vec<Fact>, Vec<Sums>) {
    let mut facts = Vec::with_capacity(marginals.len());
    let mut sums = Vec::with_capacity(marginals.len() + 1);
    let (mut before, mut sum) = (Fact::default(), Sums::default());
    sums.push(sum);
    for (own, marginals) in marginals.iter().enumerate() {
        let at = sequence.first + own;
        let sight = sequence.sight(own).copied().unwrap_or_default();
        let mut fact = Fact { sort: sort(passage, at, &sight), ..Fact::default() };
        for part in 0..PARTS {
            let [begins, inside] = [0, 1].map(|next| marginals[LABELS[part] + next].cast_signed());
            fact.begins[part] = begins;
            fact.belongs[part] = begins + inside;
            fact.goes_on[part] = (i32::from(inside) * 1000)
                .checked_div(before.belongs[part].into())
                .and_then(|it| it.min(1000).try_into().ok())
                .unwrap_or(0);
            sum.belongs[part] += u32::from(fact.belongs[part].unsigned_abs());
            sum.halvings[part] += halvings(fact.goes_on[part]);
        }
        let counted = counted(passage, at, &sight, &fact);
        for (bit, count) in sum.counts.iter_mut().enumerate() {
            *count += u16::from(counted & 1 << bit != 0);
        }
        facts.push(fact);
        sums.push(sum);
        before = fact;
    }
    (facts, sums)
}

/// What a token is counted by, as bits.
pub(super) fn counted(passage: &Passage<'_>, at: usize, sight: &Sight, fact: &Fact) -> u16 {
    let classes = passage.word(at).classes;
    let [_, cue, content] = fact.belongs;
    [
        (Counted::Marked, passage.is_marked(at)),
        (Counted::Mark, sight.place.state % 2 == 1),
        (Counted::Comma, passage.is_comma(at)),
        (Counted::Capital, passage.is_capital(at)),
        (Counted::Conjunction, classes.any(Class::CONJUNCTION)),
        (Counted::Subordinator, classes.any(Class::SUBORDINATOR)),
        (Counted::Auxiliary, classes.any(Class::AUXILIARY)),
        (Counted::Relative, classes.any(Class::RELATIVE)),
        (Counted::Preposition, classes.any(Class::PREPOSITION)),
        (Counted::CueWord, sight.look.cue >= 2),
        (Counted::LikelyCue, cue > 400),
        (Counted::LikelyContent, content > 500),
        (Counted::UnlikelyContent, content < 300),
    ]
    .into_iter()
    .fold(0, |bits, (counted, holds)| bits | u16::from(holds) << counted as u16)
}

fn sort(passage: &Passage<'_>, at: usize, sight: &Sight) -> i16 {
    match passage.kind(at) {
        TokenKind::QuotationMark => return 3,
        TokenKind::Punctuation => {
            return match passage.surface(at) {
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
    match passage.surface(at) {
        "that" => return 7,
        "but" | "But" => return 5,
        "to" => return 16,
        _ => {}
    }
    let classes = passage.word(at).classes;
    if classes.any(SORTED)
        && let Some((_, sort)) = SORTS.iter().find(|(class, _)| classes.any(*class))
    {
        return *sort;
    }
    match sight.look.cue {
        2.. => 25,
        _ if passage.is_capital(at) => 22,
        1 => 24,
        _ => 23,
    }
}

/// The sorts of words by class, the first that fits.
const SORTS: [(Class, i16); 12] = [
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

/// All of these classes.
const SORTED: Class = {
    let (mut all, mut at) = (Class::NONE, 0);
    while at < SORTS.len() {
        all = all.or(SORTS[at].0);
        at += 1;
    }
    all
};

/// The logarithm of 1 by that of a thousandth, in 16ths of a halving.
pub(super) const WHOLE: i32 = 9 * 16 + 15;

/// The logarithm of thousandths of 1, in 16ths of a halving; never above 0.
pub(super) fn halvings(thousandths: i16) -> i32 {
    let number = u32::try_from(thousandths).unwrap_or(0).max(1);
    let power = number.ilog2();
    // Even between two powers of two, which is near enough.
    let part = (number << 4 >> power) - 16;
    i32::try_from(power * 16 + part).unwrap_or(0) - WHOLE
}

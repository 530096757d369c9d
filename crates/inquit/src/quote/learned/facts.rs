//! What is known of each token of a sequence, and how it adds up: each token is looked at once, however
//! many candidates it is part of.

use super::sequence::Sequence;
use crate::lexicon::Class;
use crate::quote::passage::Passage;
use crate::tagger::Marginals;
use crate::text::TokenKind;

/// The part of a token in an attribution, in order of the labels.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    Source,
    Cue,
    Content,
}

/// How many parts there are.
const PARTS: usize = 3;

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

/// How many tokens count by each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts([u16; COUNTS]);

impl Counts {
    pub(super) fn of(self, counted: Counted) -> usize {
        self.0.get(counted as usize).copied().unwrap_or(0).into()
    }

    /// With one more token, which counts by these, as bits. Of all counts alike, which is faster than
    /// only of those that change.
    fn with(self, counted: u16) -> Counts {
        let one = |at: usize| u16::from(counted & 1 << at != 0);
        Counts(std::array::from_fn(|at| self.0[at].saturating_add(one(at))))
    }
}

impl std::ops::Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        Counts(std::array::from_fn(|at| self.0[at].saturating_add(other.0[at])))
    }
}

impl std::ops::Sub for Counts {
    type Output = Counts;

    fn sub(self, other: Counts) -> Counts {
        Counts(std::array::from_fn(|at| self.0[at].saturating_sub(other.0[at])))
    }
}

/// Sums over the tokens before one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sums {
    /// How likely they belong to each part.
    pub(super) belongs: [u32; PARTS],
    /// How likely each part goes on at all of them, as a logarithm.
    pub(super) halvings: [i32; PARTS],
    pub(super) counts: Counts,
}

impl Sums {
    /// Over no token.
    pub(super) const NONE: Sums =
        Sums { belongs: [0; PARTS], halvings: [0; PARTS], counts: Counts([0; COUNTS]) };
}

/// The facts of the tokens of a sequence, and the sums before each and behind the last.
pub(super) fn facts(
    passage: &Passage<'_>,
    sequence: &Sequence,
    marginals: &[Marginals],
) -> (Vec<Fact>, Vec<Sums>) {
    let mut facts = Vec::with_capacity(marginals.len());
    let mut sums = Vec::with_capacity(marginals.len() + 1);
    let (mut before, mut sum) = (Fact::default(), Sums::NONE);
    sums.push(sum);
    for (own, marginals) in marginals.iter().enumerate() {
        let token = Token::new(passage, sequence, sequence.first + own);
        let mut fact = Fact { sort: token.sort(), ..Fact::default() };
        let [_, source, in_source, cue, in_cue, content, in_content, _] =
            marginals.map(u16::cast_signed);
        fact.begins = [source, cue, content];
        let inside = [in_source, in_cue, in_content];
        for (part, inside) in inside.into_iter().enumerate() {
            fact.belongs[part] = fact.begins[part] + inside;
            sum.belongs[part] += u32::from(fact.belongs[part].unsigned_abs());
            // Most tokens are outside of most parts.
            if inside > 0 && before.belongs[part] > 0 {
                let likely = i32::from(inside) * 1000 / i32::from(before.belongs[part]);
                fact.goes_on[part] = likely.min(1000).try_into().unwrap_or(0);
                sum.halvings[part] += halvings(fact.goes_on[part]);
            } else {
                sum.halvings[part] -= WHOLE;
            }
        }
        sum.counts = sum.counts.with(token.counted(&fact));
        facts.push(fact);
        sums.push(sum);
        before = fact;
    }
    (facts, sums)
}

/// A token as it is looked at.
struct Token<'p> {
    surface: &'p str,
    kind: TokenKind,
    classes: Class,
    capital: bool,
    marked: bool,
    /// Where it stands to marks, and how often it is a cue.
    state: u8,
    cue: u8,
}

impl<'p> Token<'p> {
    fn new(passage: &Passage<'p>, sequence: &Sequence, at: usize) -> Token<'p> {
        let own = at.checked_sub(sequence.first);
        let sight = own.and_then(|own| sequence.sight(own));
        let surface = passage.surface(at);
        Token {
            surface,
            kind: passage.kind(at),
            classes: passage.word(at).classes,
            capital: surface.starts_with(char::is_uppercase),
            marked: passage.is_marked(at),
            state: sight.map_or(0, |it| it.place.state),
            cue: sight.map_or(0, |it| it.look.cue),
        }
    }

    /// What it is counted by, as bits.
    fn counted(&self, fact: &Fact) -> u16 {
        let class = |class: Class| self.classes.any(class);
        let comma = self.kind == TokenKind::Punctuation && self.surface == ",";
        let [_, cue, content] = fact.belongs;
        [
            (Counted::Marked, self.marked),
            (Counted::Mark, self.state % 2 == 1),
            (Counted::Comma, comma),
            (Counted::Capital, self.capital),
            (Counted::Conjunction, class(Class::CONJUNCTION)),
            (Counted::Subordinator, class(Class::SUBORDINATOR)),
            (Counted::Auxiliary, class(Class::AUXILIARY)),
            (Counted::Relative, class(Class::RELATIVE)),
            (Counted::Preposition, class(Class::PREPOSITION)),
            (Counted::CueWord, self.cue >= 2),
            (Counted::LikelyCue, cue > 400),
            (Counted::LikelyContent, content > 500),
            (Counted::UnlikelyContent, content < 300),
        ]
        .into_iter()
        .fold(0, |bits, (counted, holds)| bits | u16::from(holds) << counted as u16)
    }

    fn sort(&self) -> i16 {
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
        if self.classes.any(SORTED)
            && let Some((_, sort)) = SORTS.iter().find(|(class, _)| self.classes.any(*class))
        {
            return *sort;
        }
        match self.cue {
            2.. => 25,
            _ if self.capital => 22,
            1 => 24,
            _ => 23,
        }
    }
}

/// What the tokens of a stretch outside a sequence count by: nothing is known of them.
pub(super) fn outside(
    passage: &Passage<'_>,
    sequence: &Sequence,
    tokens: impl Iterator<Item = usize>,
) -> Counts {
    tokens.fold(Counts::default(), |counts, at| {
        counts.with(Token::new(passage, sequence, at).counted(&Fact::default()))
    })
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

//! Where in its sentence a content that follows its cue may end: features of a linear model that
//! tells for each such place whether the content goes on past it.

use super::candidate::Candidate;
use super::evidence::Evidence;
use super::facts::Part;
use super::written::Written;
use crate::lexicon::Class;
use crate::quote::passage::Passage;
use crate::tagger::Feature;
use crate::text::TokenRange;

/// A content is looked through so far, in tokens.
const FAR: usize = 150;
/// Where the chain doubts this much, in thousandths, that a content goes on, it may end.
const DOUBT: i16 = 20;

/// Writes a template as the numbers that fill it.
macro_rules! hashed {
    ($emit:ident: $($number:literal [$($value:expr),+ $(,)?])+) => {
        $($emit(Feature::template($number)$(.with($value))+);)+
    };
}

/// The places where a content may end that begins at a token, the end of its sentence among them.
pub(crate) fn borders(evidence: &Evidence<'_, '_>, start: usize) -> Vec<usize> {
    let passage = evidence.passage;
    let mut last = evidence.sentence(start).end.min(start + FAR);
    while last > start + 1 && !passage.is_word(last - 1) {
        last -= 1;
    }
    let links = Class::CONJUNCTION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::WH);
    let is_border = |at: &usize| {
        passage.is_word(*at - 1)
            && (!passage.is_word(*at)
                || passage.is(*at, links)
                || evidence.goes_on(*at, Part::Content) < 1000 - DOUBT)
    };
    let mut borders: Vec<usize> = (start + 1..last).filter(is_border).collect();
    borders.push(last);
    borders
}

/// What is the same at every border of a content.
struct Content<'e, 'a, 'p> {
    evidence: &'e Evidence<'a, 'p>,
    start: usize,
    /// One past its last border.
    last: usize,
    cue: u32,
    /// How the cue is said, and its form.
    mode: u32,
    /// The first word, and the word between the cue and it.
    opening: u32,
    lead_in: u32,
    source: u32,
    /// How likely the content goes on at each token from the first on, and where it is least likely
    /// to from there on.
    goes_on: Vec<i16>,
    doubtful: Vec<i16>,
}

/// What stands behind a border.
struct Behind {
    /// The marks and the joining words that make the border, or the word of a closed class there, as
    /// one number.
    border: u32,
    /// The last joining word.
    joint: u32,
    /// The first word behind them.
    lead: usize,
    /// The form of the first verb, and whether a subject of its own stands before it.
    verb: u32,
}

/// What was seen of a content before a border.
struct Before {
    number: usize,
    /// The border before.
    border: usize,
    commas: u32,
    /// The form of the first finite verb.
    finite: u32,
}

/// Takes in borders, one after the other.
pub(crate) trait BorderVisitor {
    /// A feature of the border that comes next.
    fn feature(&mut self, feature: Feature);

    /// The border had no more features; whether another one is wanted.
    fn border(&mut self, at: usize) -> bool;
}

/// Shows a visitor the borders of a candidate.
pub(crate) fn visit_borders(
    evidence: &Evidence<'_, '_>,
    candidate: &Candidate,
    borders: &[usize],
    visitor: &mut impl BorderVisitor,
) {
    let (Some(cue), Some(&last)) = (&candidate.cue, borders.last()) else { return };
    let content = Content::new(evidence, candidate, cue, last);
    let mut before = Before { number: 0, border: content.start, commas: 0, finite: 0 };
    for (number, &end) in borders.iter().enumerate() {
        for at in before.border..end {
            before.commas += u32::from(evidence.passage.is_comma(at));
            if before.finite == 0 && at > content.start {
                before.finite = finite_form(evidence, at);
            }
        }
        before.number = number;
        features(&content, &before, end, |feature| visitor.feature(feature));
        if !visitor.border(end) {
            break;
        }
        before.border = end;
    }
}

impl<'e, 'a, 'p> Content<'e, 'a, 'p> {
    fn new(
        evidence: &'e Evidence<'a, 'p>,
        candidate: &Candidate,
        cue: &TokenRange,
        last: usize,
    ) -> Content<'e, 'a, 'p> {
        let start = candidate.start();
        let goes_on: Vec<i16> =
            (start..=last + 1).map(|at| evidence.goes_on(at, Part::Content)).collect();
        let mut doubtful = goes_on.clone();
        let mut lowest = 1000;
        for it in doubtful.iter_mut().rev() {
            lowest = lowest.min(*it);
            *it = lowest;
        }
        let verb = cue.end - 1;
        let between = start.checked_sub(1).filter(|at| *at >= cue.end);
        let source = candidate.source.as_ref();
        Content {
            evidence,
            start,
            last,
            cue: evidence.look(verb).word,
            mode: manner(evidence.passage, verb) << 8 | form(evidence, verb),
            opening: evidence.look(start).sort,
            lead_in: between.map_or(0, |at| evidence.look(at).word),
            source: source.map_or(0, |it| evidence.look(it.end - 1).sort),
            goes_on,
            doubtful,
        }
    }

    fn goes_on(&self, at: usize) -> i16 {
        at.checked_sub(self.start).and_then(|at| self.goes_on.get(at)).copied().unwrap_or(0)
    }

    /// So many tokens at most, none of them behind the content's sentence.
    fn near(&self, from: usize, count: usize) -> TokenRange {
        from..self.last.min(from + count).max(from)
    }

    fn kind(&self, at: usize) -> u32 {
        self.evidence.sort(Some(at)).cast_unsigned().into()
    }

    /// What stands behind a border.
    fn behind(&self, end: usize) -> Behind {
        let look = |at: usize| self.evidence.look(at);
        let mut lead = end;
        let mut border = Feature::template(0).with(u32::from(end == self.last));
        while lead < self.last && lead < end + 3 && !self.evidence.passage.is_word(lead) {
            border = border.with(look(lead).word);
            lead += 1;
        }
        let mut joint = 0;
        // "and", "but"
        while lead < self.last && lead < end + 5 && matches!(self.kind(lead), 5 | 6) {
            joint = look(lead).word;
            border = border.with(joint);
            lead += 1;
        }
        // "also"
        while lead < self.last && lead < end + 6 && self.kind(lead) == 13 {
            lead += 1;
        }
        let kind = self.kind(lead);
        // "that", "which", "in", "would", "to"
        if joint == 0 && end < self.last && matches!(kind, 7..=16) {
            border = border.with(look(lead).word);
        }
        let is_verb = |at: &usize| form(self.evidence, *at) > 1;
        let verb = match kind {
            // A pronoun, or the beginning of a noun phrase.
            17 => self.near(lead + 1, 2).find(is_verb),
            18..=23 => self.near(lead, 7).find(is_verb),
            _ => Some(lead),
        };
        let own = matches!(kind, 17..=22);
        let verb = verb.map_or(99, |at| form(self.evidence, at)) << 1 | u32::from(own);
        Behind { border: border.value(), joint, lead, verb }
    }
}

/// Calls `emit` with each feature of a border.
fn features(
    content: &Content<'_, '_, '_>,
    before: &Before,
    end: usize,
    mut emit: impl FnMut(Feature),
) {
    let Content { evidence, start, last, cue, mode, opening, lead_in, source, .. } = *content;
    let Before { number, border: last_border, commas, finite } = *before;
    let Behind { border, joint, lead, verb } = content.behind(end);
    let passage = evidence.passage;
    let look = |at: usize| evidence.look(at);
    let kind = |at: usize| content.kind(at);
    let going = |at: usize| degree(content.goes_on(at));
    let belongs = |at: usize| degree(evidence.belongs(at, Part::Content));
    let most = |part: Part| {
        let most = content.near(end, 4).map(|at| evidence.belongs(at, part)).max();
        degree(most.unwrap_or(0))
    };
    let mut stays = 1.0_f32;
    for at in last_border + 1..=end {
        stays *= f32::from(content.goes_on(at)) / 1000.0;
    }
    let ends = degree(thousandths(1.0 - stays));
    let that = content.near(end, 4).any(|at| passage.reads(at, "that"));
    let marks = u32::try_from(evidence.state(end) * 4 + evidence.state(end - 1)).unwrap_or(0);
    let (cue_near, source_near) = (most(Part::Cue), most(Part::Source));
    let comma = content.near(end + 1, 11).find(|&at| passage.is_comma(at));
    let comma = comma.map_or(99, |at| bucket(at - end));
    let least = content.doubtful.get((end + 1).saturating_sub(start)).copied().unwrap_or(1000);
    let (first, next) = (look(lead), look(lead + 1));
    let lead_kind = kind(lead);
    hashed! { emit:
        1 [border]
        2 [border, lead_kind]
        3 [border, lead_kind, kind(lead + 1)]
        4 [border, first.word]
        5 [border, cue]
        6 [border, mode, verb]
        7 [joint, mode, verb]
        8 [border, finite, verb]
        9 [border, opening, lead_kind]
        10 [border, lead_in, u32::from(that)]
        11 [look(end).word, look(end + 1).word]
        12 [look(end).sort, look(end + 1).sort, look(end + 2).sort, look(end + 3).sort]
        13 [look(end - 1).word, border]
        14 [kind(end.saturating_sub(2)), kind(end - 1), border]
        15 [bucket(end - start), border]
        16 [bucket(last - end), border]
        17 [u32::try_from(number.min(9)).unwrap_or(0), border]
        18 [marks, border]
        19 [comma, commas.min(4), border]
        20 [cue]
        21 [mode, opening]
        22 [first.word]
        23 [first.word, next.sort, look(lead + 2).sort]
        24 [verb, lead_kind, mode]
        25 [source, first.sort, verb]
        26 [next.word, lead_kind]
        27 [first.ending, mode, joint]
        28 [ends, border]
        29 [going(end), going(end + 1), border]
        30 [cue_near, source_near, border]
        31 [cue_near, source_near, ends]
        32 [ends, bucket(end - start)]
        33 [degree(least), ends]
        34 [belongs(end - 1), belongs(end), belongs(end + 1)]
        35 [0]
    }
}

/// How a cue is said: 1 behind "to", 2 behind a form of "have", 0 else.
fn manner(passage: &Passage<'_>, verb: usize) -> u32 {
    let near = verb.saturating_sub(2)..verb;
    if near.clone().any(|at| passage.reads(at, "to")) {
        return 1;
    }
    let have = ["has", "have", "had", "'ve", "’ve"];
    u32::from(near.clone().any(|at| have.iter().any(|it| passage.reads(at, it)))) * 2
}

/// What a token can be as a verb: nothing, or its form, or the auxiliary itself.
fn form(evidence: &Evidence<'_, '_>, at: usize) -> u32 {
    match evidence.seen(at) {
        Some(look) => look.form,
        None => Written::at(evidence.passage, at).form(0),
    }
}

/// The form of a word that can be the finite verb of a clause; 0 for none.
fn finite_form(evidence: &Evidence<'_, '_>, at: usize) -> u32 {
    let passage = evidence.passage;
    let bare = ["be", "been", "being"].iter().any(|it| passage.reads(at, it));
    if !bare && passage.is(at, Class::AUXILIARY) {
        return evidence.look(at).word;
    }
    match form(evidence, at) {
        it @ (3 | 4 | 6) => it,
        _ => 0,
    }
}

/// Thousandths on a coarse scale.
fn degree(thousandths: i16) -> u32 {
    match thousandths {
        ..20 => 0,
        20..100 => 1,
        100..300 => 2,
        300..500 => 3,
        500..700 => 4,
        700..900 => 5,
        900..980 => 6,
        _ => 7,
    }
}

/// A number of tokens on a coarse scale.
fn bucket(tokens: usize) -> u32 {
    match tokens {
        0..6 => u32::try_from(tokens).unwrap_or(0),
        6..9 => 6,
        9..13 => 7,
        13..20 => 8,
        20..30 => 9,
        _ => 10,
    }
}

/// A probability in thousandths.
#[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
pub(super) fn thousandths(probability: f32) -> i16 {
    (probability * 1000.0) as i16
}

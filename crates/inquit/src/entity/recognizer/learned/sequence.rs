//! A stretch as the model sees it.

use std::ops::Range;

use super::lists::Lists;
use super::look::{Look, look};
use super::runs::runs;
use super::seen::Seen;
use super::templates::features;
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::recognizer::piece::Piece;
use crate::entity::words::Words;
use crate::tagger::{Context, Feature};

/// What is seen at a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sight {
    pub(super) look: Look,
    /// What the rules take it for: kind, how sure, first word or further one; 0 for nothing.
    pub(super) tag: u32,
    /// The same but for how sure.
    pub(super) kind: u32,
    /// How the document writes it elsewhere.
    pub(super) seen: u32,
    /// And beside what.
    pub(super) company: u32,
    /// The same of the last word of the row of capitals around it.
    pub(super) last_company: u32,
    /// Whether its capital may be due to its place.
    pub(super) initial: u32,
    /// Of the row of capitals around it: its length, how far from its end, the looks at its ends.
    pub(super) length: u32,
    pub(super) left: u32,
    pub(super) first: Look,
    pub(super) last: Look,
    /// The words before and after that row.
    pub(super) before: Look,
    pub(super) after: Look,
}

/// How far beside a token features look.
pub(super) const REACH: usize = 2;
/// How many contexts tell the scores of pairs of labels apart.
pub(crate) const CONTEXTS: usize = 6;
/// Longer rows of capitals count as this long.
const LONG: usize = 7;

/// A stretch with what is seen at its tokens.
#[derive(Debug)]
pub(crate) struct Sequence {
    pub(crate) tokens: Range<usize>,
    /// With `REACH` places at either end.
    sights: Vec<Sight>,
    pub(crate) contexts: Vec<Context>,
}

impl Sequence {
    /// A stretch of a segment, with the pieces in it.
    pub(super) fn new(
        words: Words<'_>,
        segment: &Range<usize>,
        stretch: Range<usize>,
        pieces: &[Piece],
        seen: &Seen,
        lists: &Lists,
    ) -> Sequence {
        let first = stretch.start.saturating_sub(REACH);
        let looked = first..stretch.end + REACH;
        let looks: Vec<Look> = looked
            .map(|at| if segment.contains(&at) { look(words, at, lists) } else { Look::default() })
            .collect();
        let look_at =
            |at: usize| at.checked_sub(first).and_then(|at| looks.get(at)).copied().unwrap_or_default();
        let runs = runs(words, &stretch);
        let mut sights = Vec::with_capacity(stretch.len() + 2 * REACH);
        for back in (1..=REACH).rev() {
            let look = stretch.start.checked_sub(back).map(look_at).unwrap_or_default();
            sights.push(Sight { look, ..Sight::default() });
        }
        let mut pieces = pieces.iter().peekable();
        for (at, run) in stretch.clone().zip(runs) {
            while pieces.next_if(|piece| piece.tokens.end <= at).is_some() {}
            let piece = pieces.peek().filter(|piece| piece.tokens.start <= at);
            let (tag, kind) = piece.map_or((0, 0), |piece| tag(piece, at));
            let (own, company) = seen.bits(words, at);
            sights.push(Sight {
                look: look_at(at),
                tag,
                kind,
                seen: own,
                company,
                last_company: seen.bits(words, run.end - 1).1,
                initial: u32::from(words.is_initial(at, segment.start)),
                length: number(run.len()),
                left: number(run.end - 1 - at),
                first: look_at(run.start),
                last: look_at(run.end - 1),
                before: run.start.checked_sub(1).map(look_at).unwrap_or_default(),
                after: look_at(run.end),
            });
        }
        for on in 0..REACH {
            sights.push(Sight { look: look_at(stretch.end + on), ..Sight::default() });
        }
        let contexts = stretch.clone().map(|at| context(words, &stretch, at)).collect();
        Sequence { tokens: stretch, sights, contexts }
    }

    pub(crate) fn len(&self) -> usize {
        self.contexts.len()
    }

    /// Calls `emit` with each feature of a token.
    #[inline]
    pub(crate) fn features(&self, at: usize, emit: impl FnMut(Feature)) {
        if let Some(around) = self.sights.get(at..).and_then(|it| it.first_chunk()) {
            features(around, emit);
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count.min(LONG)).unwrap_or(0)
}

/// What a piece says of one of its tokens.
fn tag(piece: &Piece, at: usize) -> (u32, u32) {
    let kind = match piece.kind {
        _ if piece.form == MentionForm::Demonym => 1,
        None => 2,
        Some(EntityKind::Person) => 3,
        Some(EntityKind::Organization) => 4,
        Some(EntityKind::Place) => 5,
        Some(EntityKind::Group) => 6,
        Some(EntityKind::Event) => 7,
        Some(EntityKind::Work) => 8,
    };
    let further = u32::from(at > piece.tokens.start);
    let titled = u32::from(piece.title.is_some());
    let kind = kind << 1 | further;
    (kind << 4 | titled << 3 | piece.certainty as u32, kind)
}

fn context(words: Words<'_>, stretch: &Range<usize>, at: usize) -> Context {
    if at == stretch.start {
        return 1;
    }
    match (words.is_capitalized(at - 1), words.is_capitalized(at)) {
        (true, true) if words.adjoins(at) => 0,
        (true, true) => 2,
        (true, false) if words.is_word(at) => 3,
        (_, false) => 4,
        (false, true) => 5,
    }
}

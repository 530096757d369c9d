//! A stretch as the model sees it.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use std::ops::Range;

use super::look::{Look, look};
use super::runs::Run;
use super::seen::Seen;
use super::templates::{OTHERS, SCARCE, others, scarce};
#[cfg(feature = "training")]
use super::templates::{TEMPLATES, all};
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::recognizer::piece::Piece;
use crate::entity::words::Words;
#[cfg(feature = "training")]
use crate::tagger::Feature;
use crate::tagger::{Context, LONGEST_WINDOW};

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
    /// Whether its capital may be due to its place.
    pub(super) initial: u32,
    /// The row of capitals it belongs to: its first token and the one after its last.
    first: usize,
    end: usize,
}

/// What is seen around a token: before it, at it, after it; and of the row of capitals
/// it belongs to the first and last, and what stands before and after it.
#[derive(Debug)]
pub(super) struct View<'s> {
    pub(super) around: &'s [Sight; 3],
    pub(super) first: &'s Sight,
    pub(super) last: &'s Sight,
    pub(super) before: &'s Sight,
    pub(super) after: &'s Sight,
    /// How long that row is, and how far the token is from its end.
    pub(super) length: u32,
    pub(super) left: u32,
}

/// How many contexts tell the scores of pairs of labels apart.
pub(crate) const CONTEXTS: usize = 6;
/// Longer rows of capitals count as this long.
const LONG: usize = 7;

/// A stretch with what is seen at its tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sequence {
    pub(crate) tokens: Range<usize>,
    /// With one more at either end.
    sights: Vec<Sight>,
    pub(crate) contexts: Vec<Context>,
}

impl Sequence {
    /// Makes it that of these rows of a segment, with the pieces in them.
    pub(super) fn fill(&mut self, words: Words<'_>, runs: &[Run], pieces: &[Piece], seen: &Seen) {
        self.sights.clear();
        self.contexts.clear();
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return };
        let segment = first.segment.clone();
        let start = first.tokens.start;
        // A piece may go on with small letters: "Jae - in".
        let end = pieces.last().map_or(0, |piece| piece.tokens.end).max(last.tokens.end);
        self.tokens = start..end.min(segment.end).min(start + LONGEST_WINDOW);
        let before = self.tokens.start.checked_sub(1);
        self.push_outside(words, before.filter(|&at| at >= segment.start));
        let mut pieces = pieces.iter().peekable();
        let mut runs = runs.iter().peekable();
        for at in self.tokens.clone() {
            while pieces.next_if(|piece| piece.tokens.end <= at).is_some() {}
            while runs.next_if(|run| run.tokens.end <= at).is_some() {}
            let piece = pieces.peek().filter(|piece| piece.tokens.start <= at);
            let run = runs.peek().filter(|run| run.tokens.start <= at);
            let run = run.map_or(at..at + 1, |run| run.tokens.clone());
            let (tag, kind) = piece.map_or((0, 0), |piece| tag(piece, at));
            let key = words.key(at);
            let (seen, company) = seen.bits(key);
            let place = |at: usize| at - self.tokens.start + 1;
            self.sights.push(Sight {
                look: look(words, at, key),
                tag,
                kind,
                seen,
                company,
                initial: u32::from(words.is_initial(at, segment.start)),
                first: place(run.start),
                end: place(run.end),
            });
            self.contexts.push(context(words, self.tokens.start, at));
        }
        self.push_outside(words, Some(self.tokens.end).filter(|&at| at < segment.end));
    }

    /// Appends what is seen at a token beside the stretch; nothing where the segment ends.
    fn push_outside(&mut self, words: Words<'_>, at: Option<usize>) {
        let look = at.map(|at| look(words, at, words.key(at))).unwrap_or_default();
        self.sights.push(Sight { look, ..Sight::default() });
    }

    pub(crate) fn len(&self) -> usize {
        self.contexts.len()
    }

    /// Whether the rules take a word for a part of a name.
    pub(super) fn is_in_piece(&self, at: usize) -> bool {
        self.sights.get(at + 1).is_some_and(|sight| sight.tag != 0)
    }

    /// The hashes of the features of a word that many things can fill.
    #[inline(always)]
    pub(super) fn others(&self, at: usize) -> [u64; OTHERS] {
        let mut hashes = [0; OTHERS];
        if let Some(view) = self.view(at) {
            for (hash, feature) in hashes.iter_mut().zip(others(&view)) {
                *hash = feature.hash();
            }
        }
        hashes
    }

    /// What fills the others, as one number each.
    #[inline(always)]
    pub(super) fn scarce(&self, at: usize) -> [u32; SCARCE.len()] {
        let Some(view) = self.view(at) else { return [0; SCARCE.len()] };
        scarce(&view)
    }

    /// The hashes of all features of a word.
    #[cfg(feature = "training")]
    pub(crate) fn hashes(&self, at: usize) -> [u64; TEMPLATES] {
        self.view(at).map_or([0; TEMPLATES], |view| all(&view).map(Feature::hash))
    }

    #[inline(always)]
    fn view(&self, at: usize) -> Option<View<'_>> {
        let around = self.sights.get(at..)?.first_chunk()?;
        let Sight { first, end, .. } = *self.sights.get(at + 1)?;
        Some(View {
            around,
            first: self.sights.get(first)?,
            last: self.sights.get(end.checked_sub(1)?)?,
            before: self.sights.get(first.checked_sub(1)?)?,
            after: self.sights.get(end)?,
            length: number(end - first),
            left: number((end - 1).saturating_sub(at + 1)),
        })
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

fn context(words: Words<'_>, start: usize, at: usize) -> Context {
    if at == start {
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

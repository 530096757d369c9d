//! What the rules take each token for: a feature like any other.

use crate::quote::draft::Draft;
use crate::text::TokenRange;

/// What the rules take a token for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Ruled(u8);

const SOURCE: u8 = 1;
const CUE: u8 = 2;
const FIRST: u8 = 3;
const INSIDE: u8 = 4;
const LAST: u8 = 5;
/// Added to the parts of a content that no cue reports.
const CUELESS: u8 = 3;
/// Added where the rules are less sure.
const UNSURE: u8 = 16;

/// Drafts less sure than this are unsure, in thousandths.
const SURE: u16 = 850;

impl Ruled {
    pub(super) fn code(self) -> u32 {
        self.0.into()
    }
}

/// What the rules take some tokens for.
pub(super) fn ruled(drafts: &[Draft], range: &TokenRange) -> Vec<Ruled> {
    let mut ruled = vec![Ruled::default(); range.len()];
    let mut set = |at: usize, code: u8| {
        if let Some(slot) = at.checked_sub(range.start).and_then(|at| ruled.get_mut(at)) {
            *slot = Ruled(code);
        }
    };
    for draft in drafts {
        let unsure = if draft.confidence < SURE { UNSURE } else { 0 };
        let cueless = if draft.cue.is_none() { CUELESS } else { 0 };
        for part in &draft.content {
            for at in part.clone() {
                set(at, INSIDE + cueless + unsure);
            }
            set(part.end.saturating_sub(1), LAST + cueless + unsure);
            set(part.start, FIRST + cueless + unsure);
        }
        for at in draft.source.iter().cloned().flatten() {
            set(at, SOURCE + unsure);
        }
        for at in draft.cue.iter().cloned().flatten() {
            set(at, CUE + unsure);
        }
    }
    ruled
}

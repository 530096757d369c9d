//! Which words stand in and around a possible source: features of a linear model, whose sum is a
//! value of the forest.

use super::candidate::Candidate;
use super::evidence::Evidence;
use super::word::Look;
use crate::tagger::Feature;
use crate::text::TokenRange;

/// So many tokens between source and cue are looked at one by one.
const NEAR: usize = 4;

/// Writes a template as the numbers that fill it.
macro_rules! features {
    ($emit:ident: $($number:literal [$($value:expr),+ $(,)?])+) => {
        $($emit(Feature::template($number)$(.with($value))+);)+
    };
}

/// Calls `emit` with each feature of a possible source of a candidate.
pub(crate) fn wording(
    evidence: &Evidence<'_, '_>,
    candidate: &Candidate,
    source: &TokenRange,
    mut emit: impl FnMut(Feature),
) {
    const NONE: &Look = &Look::NONE;

    let Some(cue) = &candidate.cue else { return };
    let look = |at: usize| evidence.look(at);
    let back = |at: usize, steps: usize| at.checked_sub(steps).map_or(NONE, look);
    let (first, last) = (look(cue.start), look(cue.end - 1));
    let (lead, head) = (look(source.start), look(source.end - 1));
    let front = source.start < cue.start;
    let side = u32::from(front) | u32::from(candidate.end() <= cue.start) << 1;
    let gap = gap(evidence, source, cue);
    let between = if front { source.end..cue.start } else { cue.end..source.start };
    let distance = u32::try_from(between.len().min(8)).unwrap_or(0);
    let (before, after) = (back(source.start, 1), look(source.end));
    let voice = back(cue.start, 1).sort;
    features! { emit:
        1 [side, distance]
        2 [lead.sort, head.sort, side]
        3 [head.word, side]
        4 [lead.word, side]
        5 [before.word, side]
        6 [after.word, side]
        7 [before.sort, lead.sort, side]
        8 [head.sort, after.sort, side]
        9 [gap, side]
        10 [gap, lead.sort]
        11 [first.word, last.word, side]
        12 [last.word, voice, side]
        13 [last.word, lead.sort, distance]
        14 [after.word, back(cue.start, 1).word, side]
        15 [back(source.start, 2).sort, before.sort, side]
        16 [after.sort, look(source.end + 1).sort, side]
        17 [last.ending, voice, distance]
        18 [head.ending, side]
        19 [last.word, after.word, side]
    }
}

/// The sorts of the tokens between source and cue, or of the first and last of many, as one number.
fn gap(evidence: &Evidence<'_, '_>, source: &TokenRange, cue: &TokenRange) -> u32 {
    let between =
        if source.start < cue.start { source.end..cue.start } else { cue.end..source.start };
    let sort = |at: usize| evidence.look(at).sort;
    let sorts = if between.len() > NEAR {
        Feature::template(1).with(sort(between.start)).with(sort(between.end - 1))
    } else {
        between.fold(Feature::template(2), |all, at| all.with(sort(at)))
    };
    sorts.value()
}

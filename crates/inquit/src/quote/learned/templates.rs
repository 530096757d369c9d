//! The templates of features: what is looked at around a token, and in what company.

use super::sequence::{REACH, Sight};
use crate::tagger::Feature;

/// Writes a template as the numbers that fill it.
macro_rules! features {
    ($emit:ident: $($number:literal [$($value:expr),+ $(,)?])+) => {
        $($emit(Feature::template($number)$(.with($value))+);)+
    };
}

/// How many features a token has.
pub(crate) const TEMPLATES: usize = 25;

/// Every feature of the token in the middle.
#[inline]
pub(super) fn features(around: &[Sight; 2 * REACH + 1], mut emit: impl FnMut(Feature)) {
    let [before3, before2, before, here, after, after2, _] = around;
    let word = |sight: &Sight| sight.look.word;
    let sort = |sight: &Sight| sight.look.sort;
    let shape = |sight: &Sight| sight.look.shape as u32;
    let cue = |sight: &Sight| u32::from(sight.look.cue) | u32::from(sight.real) << 3;
    let state = |sight: &Sight| u32::from(sight.place.state) | u32::from(sight.real) << 3;
    let pair = |a: u8, b: u8| u32::from(a) | u32::from(b) << 8;
    let place = here.place;
    let (left, right) = (here.left, here.right);
    let (start, end) = (u32::from(here.start), u32::from(here.end));
    features! { emit:
        0 [word(here)]
        1 [word(before)]
        2 [word(after)]
        3 [word(before2)]
        4 [word(after2)]
        5 [here.look.ending, shape(here)]
        6 [before.look.ending]
        7 [after.look.ending]
        8 [here.look.beginning]
        9 [before.look.beginning]
        10 [word(before), sort(here)]
        11 [sort(before3), sort(before2), sort(before)]
        12 [shape(before) | shape(here) << 4 | shape(after) << 8, u32::from(before.real)]
        13 [cue(before) | cue(here) << 4 | cue(after) << 8]
        14 [cue(before2) | cue(before3) << 4, sort(before), sort(here)]
        15 [state(before) | state(here) << 4 | state(after) << 8]
        16 [state(here) | cue(here) << 4, sort(before)]
        17 [pair(place.near, here.start)]
        18 [pair(place.since, place.till), cue(here)]
        19 [u32::from(place.since), sort(here)]
        20 [pair(left.distance, right.distance), sort(here)]
        21 [left.links, sort(here)]
        22 [right.links, sort(here)]
        23 [here.pattern, start]
        24 [here.pattern, end]
    }
}

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
pub(crate) const TEMPLATES: usize = 53;

/// Every feature of the token in the middle.
#[inline]
pub(super) fn features(around: &[Sight; 2 * REACH + 1], mut emit: impl FnMut(Feature)) {
    let [before3, before2, before, here, after, after2, after3] = around;
    let word = |sight: &Sight| sight.look.word;
    let sort = |sight: &Sight| sight.look.sort;
    let shape = |sight: &Sight| sight.look.shape as u32;
    let cue = |sight: &Sight| u32::from(sight.look.cue) | u32::from(sight.real) << 3;
    let state = |sight: &Sight| u32::from(sight.place.state) | u32::from(sight.real) << 3;
    let pair = |a: u8, b: u8| u32::from(a) | u32::from(b) << 8;
    let place = here.place;
    let (left, right) = (here.left, here.right);
    let (start, end) = (u32::from(here.start), u32::from(here.end));
    let distances = pair(left.distance, right.distance);
    features! { emit:
        0 [word(here)]
        1 [word(before)]
        2 [word(after)]
        3 [word(before2)]
        4 [word(after2)]
        5 [word(before), word(here)]
        6 [word(here), word(after)]
        7 [sort(before), word(here), sort(after)]
        8 [word(before), sort(here)]
        9 [sort(here), word(after)]
        10 [here.look.ending, shape(here)]
        11 [here.look.beginning]
        12 [after.look.ending]
        13 [before.look.ending]
        14 [shape(before) | shape(here) << 4 | shape(after) << 8, u32::from(before.real)]
        15 [sort(before2), sort(before), sort(here)]
        16 [sort(here), sort(after), sort(after2)]
        17 [sort(before), sort(here), sort(after)]
        18 [sort(after), sort(after2), sort(after3)]
        19 [sort(before3), sort(before2), sort(before)]
        20 [cue(before) | cue(here) << 4 | cue(after) << 8]
        21 [cue(here), sort(after), sort(after2)]
        22 [cue(before), sort(before2), sort(here)]
        23 [cue(before2) | cue(before3) << 4, sort(before), sort(here)]
        24 [cue(after2) | cue(after3) << 4, sort(after), sort(here)]
        25 [pair(place.near, here.start)]
        26 [state(here) | cue(here) << 4, sort(before)]
        27 [state(here), word(here)]
        28 [state(before) | state(here) << 4 | state(after) << 8]
        29 [pair(place.length, place.near)]
        30 [pair(place.since, place.till), cue(here)]
        31 [u32::from(place.since), sort(here)]
        32 [u32::from(place.till), sort(here)]
        33 [left.word, u32::from(left.distance)]
        34 [right.word, u32::from(right.distance)]
        35 [left.word, left.links]
        36 [right.word, right.links]
        37 [distances, sort(here)]
        38 [left.word, right.word]
        39 [left.links, right.links]
        40 [left.links, sort(here)]
        41 [right.links, sort(here)]
        42 [here.pattern]
        43 [here.pattern, start]
        44 [here.pattern, end]
        45 [here.pattern, state(here) | cue(here) << 4]
        46 [here.pattern, left.links]
        47 [here.pattern, right.links]
        48 [here.pattern, here.pattern_before, state(here)]
        49 [here.pattern, here.pattern_after, state(here)]
        50 [start, sort(here), shape(here)]
        51 [end, sort(here)]
        52 [u32::from(here.number), here.pattern, state(here)]
    }
}

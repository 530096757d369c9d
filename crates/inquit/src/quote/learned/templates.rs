//! The templates of features: what is looked at around a token, and in what company.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::sequence::{REACH, Sight};
use super::word::Look;
use crate::tagger::Feature;

/// How many features a token has.
#[cfg(feature = "training")]
pub(crate) const TEMPLATES: usize = ALONE.len() + OTHERS.len() + SCARCE.len();

/// The templates that are filled by one word alone, each with the token whose feature it is: 0 for
/// the second before the word, 2 for the word itself, 4 for the second after it.
pub(super) const ALONE: [(usize, u32); 10] =
    [(0, 4), (1, 2), (1, 7), (2, 0), (2, 5), (2, 8), (3, 1), (3, 6), (3, 9), (4, 3)];
/// Those that few things can fill, each with how many bits tell what does.
pub(super) const SCARCE: [(u32, u32); 7] =
    [(12, 10), (13, 12), (15, 12), (17, 7), (18, 12), (23, 12), (24, 12)];
/// All others.
pub(super) const OTHERS: [u32; 8] = [10, 11, 14, 16, 19, 20, 21, 22];

/// The features of one word alone.
pub(super) fn alone(look: &Look) -> [Feature; ALONE.len()] {
    ALONE.map(|(_, number)| {
        let template = Feature::template(number);
        match number {
            0..5 => template.with(look.word),
            5 => template.with(look.ending).with(look.shape as u32),
            6 | 7 => template.with(look.ending),
            _ => template.with(look.beginning),
        }
    })
}

/// The features of the token in the middle that many things can fill.
#[inline(always)]
pub(super) fn others(around: &[Sight; 2 * REACH + 1]) -> [Feature; OTHERS.len()] {
    let [before3, before2, before, here, ..] = around;
    let template = |place: usize| Feature::template(OTHERS[place]);
    let sort = here.look.sort;
    let (left, right) = (here.left, here.right);
    let pair = u32::from(left.distance) | u32::from(right.distance) << 8;
    let cues = cue(before2) | cue(before3) << 4;
    [
        template(0).with(before.look.word).with(sort),
        template(1).with(before3.look.sort).with(before2.look.sort).with(before.look.sort),
        template(2).with(cues).with(before.look.sort).with(sort),
        template(3).with(state(here) | cue(here) << 4).with(before.look.sort),
        template(4).with(u32::from(here.place.since)).with(sort),
        template(5).with(pair).with(sort),
        template(6).with(left.links).with(sort),
        template(7).with(right.links).with(sort),
    ]
}

/// How often a token is a cue, and whether there is one: four bits.
fn cue(sight: &Sight) -> u32 {
    u32::from(sight.look.cue) | u32::from(sight.real) << 3
}

/// Where a token stands to marks, and whether there is one: four bits.
fn state(sight: &Sight) -> u32 {
    u32::from(sight.place.state) | u32::from(sight.real) << 3
}

/// What fills each of the templates that few things can fill, at the token in the middle.
#[inline(always)]
pub(super) fn scarce(around: &[Sight; 2 * REACH + 1]) -> [u32; SCARCE.len()] {
    let [_, _, before, here, after, ..] = around;
    let shape = |sight: &Sight| sight.look.shape as u32;
    let place = here.place;
    [
        shape(before) | shape(here) << 3 | shape(after) << 6 | u32::from(before.real) << 9,
        cue(before) | cue(here) << 4 | cue(after) << 8,
        state(before) | state(here) << 4 | state(after) << 8,
        u32::from(place.near) | u32::from(here.start) << 4,
        u32::from(place.since) | u32::from(place.till) << 4 | cue(here) << 8,
        here.pattern << 3 | u32::from(here.start),
        here.pattern << 3 | u32::from(here.end),
    ]
}

/// The feature that such a template makes of what fills it.
pub(super) fn scarce_feature(number: u32, filled: u32) -> Feature {
    let bits = |from: u32, count: u32| filled >> from & ((1 << count) - 1);
    let template = Feature::template(number);
    match number {
        12 => template.with(bits(0, 3) | bits(3, 3) << 4 | bits(6, 3) << 8).with(bits(9, 1)),
        13 | 15 => template.with(filled),
        17 => template.with(bits(0, 4) | bits(4, 3) << 8),
        18 => template.with(bits(0, 4) | bits(4, 4) << 8).with(bits(8, 4)),
        _ => template.with(bits(3, 9)).with(bits(0, 3)),
    }
}

/// Every feature of the token in the middle, each at the place of its number.
#[cfg(feature = "training")]
pub(super) fn all(around: &[Sight; 2 * REACH + 1]) -> [Feature; TEMPLATES] {
    let mut all = [Feature::template(0); TEMPLATES];
    let mut set = |number: u32, feature| all[number as usize] = feature;
    for (place, sight) in around.iter().skip(REACH - 2).take(5).enumerate() {
        for ((to, number), feature) in ALONE.into_iter().zip(alone(&sight.look)) {
            if to + place == 4 {
                set(number, feature);
            }
        }
    }
    for (number, feature) in OTHERS.into_iter().zip(others(around)) {
        set(number, feature);
    }
    for ((number, _), filled) in SCARCE.into_iter().zip(scarce(around)) {
        set(number, scarce_feature(number, filled));
    }
    all
}

//! The templates of features: what is looked at around a token, and in what company.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::sequence::View;
use crate::tagger::Feature;

/// Makes a feature from the number of its template and the numbers that fill it.
macro_rules! features {
    ($($number:literal [$($value:expr),+ $(,)?])+) => {
        [$(Feature::template($number)$(.with($value))+),+]
    };
}

/// How many features a token has.
#[cfg(feature = "training")]
pub(crate) const TEMPLATES: usize = OTHERS + SCARCE.len();

/// How many of them many things can fill.
pub(super) const OTHERS: usize = 23;

/// Those of the token in the middle.
#[inline(always)]
pub(super) fn others(view: &View<'_>) -> [Feature; OTHERS] {
    let [before, here, after] = view.around;
    let (first, last) = (&view.first.look, &view.last.look);
    let own = &here.look;
    let place = view.length | view.left << 4;
    features! {
        0 [own.word]
        1 [own.ending, own.shape]
        2 [own.long_ending]
        3 [own.beginning]
        4 [before.look.shape, own.shape, after.look.shape]
        5 [here.tag, own.shape]
        6 [before.tag, here.tag, after.tag]
        7 [here.kind, own.word]
        8 [here.kind, before.look.word]
        9 [here.tag, own.role]
        10 [here.tag, before.look.role]
        11 [here.tag, after.look.role]
        12 [own.role, own.shape, here.initial]
        13 [own.role, after.look.role]
        15 [here.seen, here.tag, here.initial]
        16 [view.before.look.word, here.kind]
        17 [view.after.look.word, here.kind]
        18 [last.word, here.kind]
        19 [last.role, first.role]
        20 [own.shape, place]
        21 [last.long_ending, here.kind]
        22 [first.word, here.kind]
        24 [here.company, own.role, view.length]
    }
}

/// The templates that few things can fill, each with how many bits these take.
pub(super) const SCARCE: [(u32, &[u32]); 4] =
    [(14, &[5, 1]), (23, &[5, 5]), (25, &[5, 5, 3]), (26, &[5, 3])];

/// What fills them at the token in the middle, as one number each.
#[inline(always)]
pub(super) fn scarce(view: &View<'_>) -> [u32; SCARCE.len()] {
    let [_, here, _] = view.around;
    let company = view.last.company;
    [
        here.seen << 1 | here.initial,
        here.company << 5 | here.kind,
        (company << 5 | here.kind) << 3 | view.left,
        company << 3 | view.length,
    ]
}

/// The feature that a template and what fills it make.
pub(super) fn scarce_feature(number: u32, bits: &[u32], filled: u32) -> Feature {
    let mut left = bits.iter().sum::<u32>();
    bits.iter().fold(Feature::template(number), |feature, bits| {
        left -= bits;
        feature.with(filled >> left & ((1 << bits) - 1))
    })
}

/// Every feature of the token in the middle, in order of the templates.
#[cfg(feature = "training")]
pub(super) fn all(view: &View<'_>) -> [Feature; TEMPLATES] {
    let mut others = others(view).into_iter();
    let scarce = SCARCE.iter().zip(scarce(view));
    std::array::from_fn(|at| {
        let scarce = scarce.clone().find(|((number, _), _)| *number as usize == at);
        let scarce = scarce.map(|((number, bits), filled)| scarce_feature(*number, bits, filled));
        scarce.or_else(|| others.next()).unwrap_or(Feature::template(0))
    })
}

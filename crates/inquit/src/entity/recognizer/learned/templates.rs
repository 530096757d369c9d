//! The templates of features: what is looked at around a token, and in what company.

use super::sequence::View;
use crate::tagger::Feature;

/// Writes a template as the numbers that fill it.
macro_rules! features {
    ($emit:ident: $($number:literal [$($value:expr),+ $(,)?])+) => {
        $($emit(Feature::template($number)$(.with($value))+);)+
    };
}

/// How many features a token has.
pub(crate) const TEMPLATES: usize = 27;

/// Every feature of the token in the middle.
#[inline]
pub(super) fn features(view: &View<'_>, mut emit: impl FnMut(Feature)) {
    let [before, here, after] = view.around;
    let (first, last) = (&view.first.look, &view.last.look);
    let company = view.last.company;
    let own = &here.look;
    let place = view.length | view.left << 4;
    features! { emit:
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
        14 [here.seen, here.initial]
        15 [here.seen, here.tag, here.initial]
        16 [view.before.look.word, here.kind]
        17 [view.after.look.word, here.kind]
        18 [last.word, here.kind]
        19 [last.role, first.role]
        20 [own.shape, place]
        21 [last.long_ending, here.kind]
        22 [first.word, here.kind]
        23 [here.company, here.kind]
        24 [here.company, own.role, view.length]
        25 [company, here.kind, view.left]
        26 [company, view.length]
    }
}

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
pub(crate) const TEMPLATES: usize = 44;

/// Every feature of the token in the middle.
#[inline]
pub(super) fn features(view: &View<'_>, mut emit: impl FnMut(Feature)) {
    let [before2, before, here, after, after2] = view.around;
    let (first, last) = (&view.first.look, &view.last.look);
    let company = view.last.company;
    let own = &here.look;
    let place = view.length | view.left << 4;
    let listed = own.lists | here.seen << 8;
    features! { emit:
        0 [own.word]
        1 [before.look.word]
        2 [after.look.word]
        3 [before.look.word, own.word]
        4 [own.word, after.look.word]
        5 [own.ending, own.shape]
        6 [own.long_ending]
        7 [own.beginning]
        8 [before.look.shape, own.shape, after.look.shape]
        9 [here.tag, own.shape]
        10 [before.tag, here.tag, after.tag]
        11 [here.kind, own.word]
        12 [here.kind, before.look.word]
        13 [here.kind, after.look.word]
        14 [here.tag, own.lists]
        15 [here.tag, own.role]
        16 [here.tag, before.look.role]
        17 [here.tag, after.look.role]
        18 [own.role, own.shape, here.initial]
        19 [before.look.role, own.role]
        20 [own.role, after.look.role]
        21 [before.look.lists, own.lists, after.look.lists]
        22 [own.lists, own.shape, here.kind]
        23 [listed, here.initial]
        24 [here.seen, here.tag, here.initial]
        25 [before2.look.word, here.kind]
        26 [after2.look.word, here.kind]
        27 [before2.look.word, before.look.word]
        28 [after.look.word, after2.look.word]
        29 [view.before.look.word, here.kind]
        30 [view.after.look.word, here.kind]
        31 [view.before.look.role, view.after.look.role]
        32 [last.word, here.kind]
        33 [last.role, first.role]
        34 [here.tag, place]
        35 [last.lists, first.lists, place]
        36 [view.before.look.word, view.after.look.word]
        37 [last.long_ending, here.kind]
        38 [first.word, here.kind]
        39 [own.long_ending, here.kind]
        40 [here.company, here.kind]
        41 [here.company, own.role, view.length]
        42 [company, here.kind, view.left]
        43 [company, last.lists, view.length]
    }
}

//! A variant held against a reference.

use super::alteration::{Alteration, replayed};
use super::dynamic::{pairs, weight};
use super::fidelity::{Fidelity, fidelity};
use super::typed::{has_ellipsis, typed};
use crate::corpus::wording::{CanonicalKey, Wording};
use crate::text::{Span, pair_marks};

/// What a variant made of a reference. Made by [`compare`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Comparison {
    alterations: Vec<Alteration>,
    fidelity: Fidelity,
    shared: u16,
    marked: u16,
}

/// Holds a wording against another one, word by word.
///
/// Words that mean the same in print are aligned, however they are spelled: names of one place or
/// organisation ("US", "United States"), contractions, numbers, British and American spelling. The
/// alterations keep the words as printed. Time and memory grow with the length of both.
///
/// ```
/// use inquit::{AlterationKind, Fidelity, compare};
///
/// let said = "It doesn't have to be built as a bridge, or whatever.";
/// let printed = "does not have to be a bridge...";
/// let found = compare(said, printed);
/// let kinds: Vec<_> = found.alterations().iter().map(|it| it.kind).collect();
/// assert_eq!(kinds, [
///     AlterationKind::Truncate,
///     AlterationKind::Contraction,
///     AlterationKind::Delete,
///     AlterationKind::Punctuation,
///     AlterationKind::EllipsisFill,
/// ]);
/// assert_eq!(found.fidelity(), Fidelity::Unmarked);
/// assert_eq!(found.replayed(said), printed);
/// ```
pub fn compare(reference: &str, variant: &str) -> Comparison {
    compared(&Wording::of_text(reference), &Wording::of_text(variant))
}

/// The same for a variant only parts of which stand in quotation marks, which are part of it.
///
/// ```
/// use inquit::{AlterationKind, compare_mixed};
///
/// let said = "We will act against the smugglers while we can.";
/// let found = compare_mixed(said, "“act” against the smugglers");
/// assert_eq!(found.alterations()[1].kind, AlterationKind::MovedOutOfMarks);
/// ```
pub fn compare_mixed(reference: &str, variant: &str) -> Comparison {
    let all = Span::of(0..variant.len());
    let marked: Vec<Span> = pair_marks(variant)
        .into_iter()
        .filter(|marked| marked.depth == 0)
        .map(|marked| marked.inner)
        .collect();
    compared(&Wording::of_text(reference), &Wording::new(variant, &[all], &marked))
}

/// The same for wordings.
pub(crate) fn compared(reference: &Wording<'_>, variant: &Wording<'_>) -> Comparison {
    let [a, b] = [reference, variant]
        .map(|wording| wording.tokens.iter().map(|token| token.key).collect::<Vec<CanonicalKey>>());
    let is_end_cut = match variant.tokens.as_slice() {
        [.., before, last] => has_ellipsis(variant, &(before.last + 1..last.first)),
        _ => false,
    };
    let pairs = pairs(&a, &b, is_end_cut);
    let alterations = typed(reference, variant, &pairs);
    let whole: u32 = b.iter().map(|&key| weight(key)).sum();
    let is_marked = |at: usize| {
        let token = reference.tokens.get(at);
        token.and_then(|it| reference.words.get(it.first)).is_some_and(|it| it.is_marked)
    };
    let (mut shared, mut marked) = (0, 0);
    for (i, key) in pairs.iter().filter_map(|&(i, j)| Some((i, *b.get(j)?))) {
        shared += weight(key);
        marked += if is_marked(i) { weight(key) } else { 0 };
    }
    let share = |part: u32, whole: u32| {
        u16::try_from(u64::from(part) * 1000 / u64::from(whole.max(1))).unwrap_or(1000)
    };
    let fidelity = fidelity(&alterations);
    Comparison { alterations, fidelity, shared: share(shared, whole), marked: share(marked, whole) }
}

impl Comparison {
    /// What was altered, in order.
    pub fn alterations(&self) -> &[Alteration] {
        &self.alterations
    }

    /// How true the variant is.
    pub fn fidelity(&self) -> Fidelity {
        self.fidelity
    }

    /// How much of the variant is in the reference, in thousandths; words of the grammar count less.
    pub fn shared_permille(&self) -> u16 {
        self.shared
    }

    /// The same, counting only what stands in quotation marks in the reference.
    pub(crate) fn marked_permille(&self) -> u16 {
        self.marked
    }

    /// The words of the variant with a space between them, made of those of the reference and the
    /// alterations.
    pub fn replayed(&self, reference: &str) -> String {
        let wording = Wording::of_text(reference);
        let words: Vec<&str> = wording.printed().collect();
        replayed(&words, &self.alterations).join(" ")
    }

    pub(crate) fn into_alterations(self) -> Vec<Alteration> {
        self.alterations
    }
}

//! How true a variant is to the reference.

use super::alteration::{Alteration, AlterationKind};
use crate::named::named;

named! {
    /// How true the words of a variant are to those of the reference, from the truest on.
    pub enum Fidelity("fidelity") {
        /// The same words, or a stretch of them; punctuation and letter case may differ.
        Verbatim = "verbatim",
        /// What was changed is marked as such, by an ellipsis, by brackets, or by standing outside the
        /// quotation marks.
        Marked = "marked",
        /// Words inside the quotation marks were changed, and nothing says so.
        Unmarked = "unmarked",
        /// The sense, in words of the one who reports.
        Paraphrase = "paraphrase",
    }
}

/// How true a variant in quotation marks is.
pub(super) fn fidelity(alterations: &[Alteration]) -> Fidelity {
    let of = |it: &Alteration| match it.kind {
        AlterationKind::Punctuation | AlterationKind::Truncate => Fidelity::Verbatim,
        AlterationKind::EllipsisFill
        | AlterationKind::EditorialInsert
        | AlterationKind::MovedOutOfMarks => Fidelity::Marked,
        _ if it.in_marks => Fidelity::Unmarked,
        _ => Fidelity::Marked,
    };
    alterations.iter().map(of).max().unwrap_or(Fidelity::Verbatim)
}

//! What was done to the words of a reference.

use std::ops::Range;

use crate::named::named;

named! {
    /// How words of a variant differ from those of the reference.
    pub enum AlterationKind("alteration kind") {
        /// Words were put in place of others: "IS" for "ISIL".
        Substitute = "substitute",
        /// Words inside were left out, and nothing says so.
        Delete = "delete",
        /// Words were added, and nothing says so.
        Insert = "insert",
        /// The same words with other punctuation, letter case or typography.
        Punctuation = "punctuation",
        /// The same words contracted or in full: "doesn't" for "does not".
        Contraction = "contraction",
        /// Words at the beginning or the end were left out.
        Truncate = "truncate",
        /// Words were left out with an ellipsis in their place, or stand in place of one.
        EllipsisFill = "ellipsis_fill",
        /// Words in brackets were added, or stand in place of others.
        EditorialInsert = "editorial_insert",
        /// The same words, but outside the quotation marks.
        MovedOutOfMarks = "moved_out_of_marks",
    }
}

/// One difference between a variant and its reference.
///
/// Ranges count words: what stands between white space, without quotation marks around it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Alteration {
    /// What was done.
    pub kind: AlterationKind,
    /// The words of the reference; empty where words were added.
    pub reference: Range<usize>,
    /// The words of the variant; empty where words were left out.
    pub variant: Range<usize>,
    /// The words of the reference with a space between them.
    pub reference_text: Box<str>,
    /// The words of the variant with a space between them.
    pub variant_text: Box<str>,
    /// Whether the change is inside the quotation marks of the variant.
    pub in_marks: bool,
}

/// The words that are left of those of a reference after these alterations, which stand in order.
pub(crate) fn replayed<'a>(reference: &[&'a str], alterations: &'a [Alteration]) -> Vec<&'a str> {
    let mut words = Vec::with_capacity(reference.len());
    let mut at = 0;
    for alteration in alterations {
        words.extend(reference.get(at..alteration.reference.start).unwrap_or_default());
        words.extend(alteration.variant_text.split(' ').filter(|word| !word.is_empty()));
        at = alteration.reference.end.max(at);
    }
    words.extend(reference.get(at..).unwrap_or_default());
    words
}

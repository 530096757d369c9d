//! The marks of a text, paragraph by paragraph.

use super::mark::collect;
use super::marked::{Marked, nest};
use super::pair::pair;
use super::single::pair_singles;
use crate::text::paragraph::paragraphs;
use crate::text::span::Span;

/// The quotation marks of a text, paired: every marked stretch, in order of its start.
///
/// ```
/// use inquit::pair_marks;
///
/// let text = "“No,” she said. 'It isn't true.'";
/// let inner: Vec<&str> = pair_marks(text).iter().map(|marked| &text[marked.inner]).collect();
/// assert_eq!(inner, ["No,", "It isn't true."]);
/// ```
pub fn pair_marks(text: &str) -> Vec<Marked> {
    pair_in_paragraphs(text, &paragraphs(text))
}

/// The same for paragraphs already found.
pub(crate) fn pair_in_paragraphs(text: &str, paragraphs: &[Span]) -> Vec<Marked> {
    let mut regions: Vec<Marked> = Vec::new();
    let mut marks = Vec::new();
    let mut singles = Vec::new();
    let mut found = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        marks.clear();
        singles.clear();
        collect(text, paragraph.range(), &mut marks, &mut singles);
        if marks.is_empty() && singles.is_empty() {
            continue;
        }
        let opens_next =
            paragraphs.get(number + 1).is_some_and(|next| opens_with_mark(text, *next));
        pair(text, *paragraph, &marks, &mut found);
        if !singles.is_empty() {
            pair_singles(text, *paragraph, &singles, opens_next, &mut found);
        }
        found.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
        nest(&mut found);
        for region in &mut found {
            region.continued = !region.closed && region.span.end == paragraph.end && opens_next;
        }
        regions.append(&mut found);
    }
    regions
}

/// Whether a paragraph begins with a mark that opens.
fn opens_with_mark(text: &str, paragraph: Span) -> bool {
    text[paragraph].starts_with(['"', '“', '„', '«', '»', '‘', '\'', '＂', '「', '`'])
}

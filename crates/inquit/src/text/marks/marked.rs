//! A stretch of text between quotation marks.

use crate::text::chars::is_space;
use crate::text::span::Span;

/// A stretch of text between quotation marks.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Marked {
    /// Where it stands, marks included.
    pub span: Span,
    /// What stands between the marks, without white space at either end.
    pub inner: Span,
    /// How many marked stretches it stands in.
    pub depth: u8,
    /// Whether a mark closes it; otherwise it runs to the end of its paragraph, or to the mark
    /// that opens the next.
    pub closed: bool,
    /// Whether the next paragraph goes on with it: it is not closed, and a mark opens there.
    pub continued: bool,
}

pub(super) fn marked(
    text: &str,
    start: usize,
    inside: usize,
    inner_end: usize,
    end: usize,
    closed: bool,
) -> Marked {
    let inside = inside.min(inner_end);
    let whole = text.get(inside..inner_end).unwrap_or_default();
    let kept = whole.trim_start_matches(is_space);
    let inner_start = inside + (whole.len() - kept.len());
    let inner = Span::of(inner_start..inner_start + kept.trim_end_matches(is_space).len());
    let end = if closed { end } else { inner.end as usize };
    Marked { span: Span::of(start..end.max(inside)), inner, depth: 0, closed, continued: false }
}

/// Sets the depth of regions sorted by start, and drops those that cross the edge of another.
pub(super) fn nest(regions: &mut Vec<Marked>) {
    if regions.len() < 2 {
        return;
    }
    let mut ends: Vec<u32> = Vec::new();
    regions.retain_mut(|region| {
        while ends.last().is_some_and(|&end| end <= region.span.start) {
            ends.pop();
        }
        if ends.last().is_some_and(|&end| end < region.span.end) {
            return false;
        }
        region.depth = u8::try_from(ends.len()).unwrap_or(u8::MAX);
        ends.push(region.span.end);
        true
    });
}

//! The words of a quote, with quotation marks around those that were quoted.

use inquit::{Annotations, Quote, Span};

/// The content of a quote as one line: what stands inside quotation marks in the text stands
/// inside “ and ”, whatever marks the text has; the rest stands bare.
pub(super) fn words(annotations: &Annotations, quote: &Quote) -> String {
    let text = annotations.document().text();
    let parts = quote.content().iter().map(|&content| part(text, content, quote.marked()));
    parts.collect::<Vec<_>>().join(" ")
}

fn part(text: &str, content: Span, marked: &[Span]) -> String {
    let slice = |start, end| Span::new(start, end).get(text).unwrap_or_default();
    let mut words = String::new();
    let mut at = content.start;
    for &span in marked.iter().filter(|span| span.overlaps(content)) {
        let (start, end) = (span.start.max(at), span.end.min(content.end));
        if start >= end {
            continue;
        }
        let before = slice(at, start);
        words.push_str(bare(before, words.is_empty(), true));
        words.push('“');
        words.push_str(slice(start, end));
        words.push('”');
        at = end;
    }
    let rest = slice(at, content.end);
    words.push_str(bare(rest, words.is_empty(), false));
    words
}

/// A stretch outside of the marks, without the mark of the text at its end if it is followed by
/// marked words, and at its beginning if it comes after such.
fn bare(text: &str, is_first: bool, is_followed: bool) -> &str {
    let text = if is_first { text } else { without(text, str::strip_prefix::<&str>) };
    if is_followed { without(text, str::strip_suffix::<&str>) } else { text }
}

/// Every mark that may stand around words, those of two characters first.
const MARKS: [&str; 17] =
    ["``", "''", "\"", "'", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "‹", "›", "`"];

fn without<'a>(text: &'a str, strip: impl Fn(&'a str, &'static str) -> Option<&'a str>) -> &'a str {
    MARKS.iter().find_map(|mark| strip(text, mark)).unwrap_or(text)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    /// The part of a text that is inside `{}`, with the parts inside `<>` marked.
    #[track_caller]
    fn assert_shown(pattern: &str, shown: &str) {
        let (mut text, mut content, mut marked) = (String::new(), Span::default(), Vec::new());
        let mut start = 0;
        for c in pattern.chars() {
            let at = u32::try_from(text.len()).unwrap_or(u32::MAX);
            match c {
                '{' => content.start = at,
                '}' => content.end = at,
                '<' => start = at,
                '>' => marked.push(Span::new(start, at)),
                _ => text.push(c),
            }
        }
        assert_eq!(part(&text, content, &marked), shown);
    }

    #[test]
    fn marked_words_get_marks_and_others_do_not() {
        assert_shown("“{<We sail,>}” she said.", "“We sail,”");
        assert_shown("She said {they would sail}.", "they would sail");
        assert_shown(
            "She said {they would “<sail>” at “<noon sharp>”}.",
            "they would “sail” at “noon sharp”",
        );
    }

    #[test]
    fn the_marks_of_the_text_give_way() {
        for (open, close) in
            [("\"", "\""), ("'", "'"), ("``", "''"), ("‘", "’"), ("»", "«"), ("\"", "”")]
        {
            let pattern = format!("She said {{they would {open}<sail>{close} at noon}}.");
            assert_shown(&pattern, "they would “sail” at noon");
        }
    }

    #[test]
    fn marks_inside_and_apostrophes_stay() {
        assert_shown("\"{<The 'Pearl' sails,>}\" she said.", "“The 'Pearl' sails,”");
        assert_shown("{the crews' \"<wish>\"}", "the crews' “wish”");
        assert_shown("{the “<Pearl>”'s crew}", "the “Pearl”'s crew");
    }

    #[test]
    fn marked_words_that_reach_beyond_are_cut() {
        assert_shown("“<She said {they would sail>” at noon}.", "“they would sail” at noon");
        assert_shown("{at “<noon} they sail>”", "at “noon”");
        assert_shown("“<before>” {they sail} “<after>”", "they sail");
    }
}

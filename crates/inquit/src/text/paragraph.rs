//! Paragraphs: by newline, or by blank line where lines are wrapped by hand.

use super::chars::is_space;
use super::span::Span;

/// No line of hand-wrapped text is longer, in bytes.
const LONGEST_WRAPPED: usize = 120;
/// Bytes of a line in most articles, blank ones among them.
const USUAL_LINE: usize = 96;
/// Of the lines that another follows at once, hand-wrapped text breaks this share in mid-sentence.
const WRAPPED_SHARE: (usize, usize) = (1, 3);

/// The paragraphs of a text in order, without white space at either end.
///
/// A newline ends a paragraph, except in text wrapped by hand, which is recognised by lines that
/// break in mid-sentence: there a blank line does, and a line well short of the others that ends
/// like a sentence, and a line that is indented.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let Some(width) = wrapped_width(text, &lines) else {
        return lines.into_iter().filter(|line| !line.is_empty()).collect();
    };
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        if line.is_empty() {
            open = false;
            continue;
        }
        let indented = char_column(text, line) >= 2;
        match paragraphs.last_mut() {
            Some(last) if open && !indented => last.end = line.end,
            _ => paragraphs.push(line),
        }
        let short = (line.len() as usize) < width * 3 / 4;
        open = !(short && ends_sentence(&text[line]));
    }
    paragraphs
}

/// Every line without white space at either end; blank ones are empty.
fn lines(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / USUAL_LINE + 1);
    let mut start = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes).chain([text.len()]) {
        // A carriage return before a newline ends no line of its own.
        if end == start && end > 0 && bytes.get(end - 1..=end) == Some(b"\r\n") {
            start = end + 1;
            continue;
        }
        lines.push(trimmed(text, start, end));
        start = end + 1;
    }
    lines
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let line = text.get(start..end).unwrap_or_default();
    let kept = line.trim_start();
    let start = start + (line.len() - kept.len());
    Span::of(start..start + kept.trim_end().len())
}

/// How many characters of white space stand before a line.
fn char_column(text: &str, line: Span) -> usize {
    let before = text.get(..line.start as usize).unwrap_or_default();
    before.chars().rev().take(8).take_while(|&c| is_space(c) && c != '\n' && c != '\r').count()
}

/// The length of the longest line, if the text is wrapped by hand.
fn wrapped_width(text: &str, lines: &[Span]) -> Option<usize> {
    let width = lines.iter().map(|line| line.len() as usize).max()?;
    if width > LONGEST_WRAPPED {
        return None;
    }
    let mut followed = 0;
    let mut broken = 0;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.is_empty() || next.is_empty() {
            continue;
        }
        followed += 1;
        let goes_on = text[*next].starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        if goes_on && !ends_sentence(&text[*line]) && (line.len() as usize) > width / 2 {
            broken += 1;
        }
    }
    let (part, whole) = WRAPPED_SHARE;
    (broken > 0 && broken * whole >= followed * part).then_some(width)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).ends_with(['.', '!', '?', ':', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn a_newline_ends_a_paragraph() {
        assert_eq!(texts("One.\nTwo\r\n\r\n Three \n"), ["One.", "Two", "Three"]);
    }

    #[test]
    fn lines_wrapped_by_hand_are_joined() {
        let text = "The mayor of the town said on Monday that the\nbridge would be closed for a week.\nNobody else\nobjected.";
        assert_eq!(texts(text).len(), 1);
        let text = "The mayor of the town said on Monday that the\nbridge would be closed.\n\nNobody objected to\nthe plan.";
        assert_eq!(texts(text).len(), 2);
    }
}

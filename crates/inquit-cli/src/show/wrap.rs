//! Lines of a width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::paint::printable;

/// The words of a text in lines of at most `width` columns. A word that is wider is broken, as
/// are texts whose script has no spaces.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let word = printable(word);
        let columns = word.width();
        if used > 0 && used + 1 + columns <= width {
            line.push(' ');
            line.push_str(&word);
            used += 1 + columns;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if columns <= width {
            line.push_str(&word);
            used = columns;
            continue;
        }
        for character in word.chars() {
            let columns = character.width().unwrap_or(0);
            if used + columns > width && used > 0 {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += columns;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The text on one line: what [`wrap`] gives where the width is no matter.
pub(super) fn one_line(text: &str) -> String {
    wrap(text, usize::MAX).into_iter().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_full_as_they_can_be() {
        assert_eq!(wrap("one two\nthree  four", 9), ["one two", "three", "four"]);
        assert_eq!(wrap("one two", 7), ["one two"]);
        assert_eq!(wrap("", 7), [""; 0]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken() {
        assert_eq!(wrap("a Donaudampfschiff b", 8), ["a", "Donaudam", "pfschiff", "b"]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(wrap("新聞は言った", 5), ["新聞", "は言", "った"]);
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(one_line("a\u{1b}[31m\u{7}b"), "a\u{FFFD}[31m\u{FFFD}b");
        assert_eq!(one_line("a\u{202E}b"), "a\u{FFFD}b");
    }
}

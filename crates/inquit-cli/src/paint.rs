//! Text for a screen: coloured, and harmless.

use anstyle::Style;
use clap::builder::StyledStr;
use inquit_io::is_harmful;

/// The text in this style, where colours are wanted.
pub(crate) fn paint(colour: bool, style: Style, text: &str) -> String {
    if colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

/// A text of the argument parser, with the styles it has where colours are wanted.
pub(crate) fn styled(colour: bool, text: &StyledStr) -> String {
    if colour { text.ansi().to_string() } else { text.to_string() }
}

/// A text that can do nothing to a terminal but appear on it: paths, ids and articles come from
/// anywhere, and a control character in them may move the cursor or begin a command, or one that turns the
/// direction around make a line read as another.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_harmful(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

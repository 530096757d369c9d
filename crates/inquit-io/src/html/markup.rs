//! HTML in which nothing that was read can be anything but text.
//!
//! Names of elements and attributes are `'static`: they are written in this crate. All other text,
//! of elements and of attributes, goes through one function that escapes it, and elements close
//! themselves, so that what comes out is well formed, as XML too.

use crate::harmful::is_harmful;

/// An attribute and its value.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// HTML that is being written.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    pub(super) fn new() -> Html {
        Html::default()
    }

    /// What begins a page.
    pub(super) fn doctype(&mut self) {
        self.0.push_str("<!DOCTYPE html>\n");
    }

    /// An element with what `inside` writes.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Html),
    ) {
        self.open(name, attributes);
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        if is_block(name) {
            self.0.push('\n');
        }
    }

    /// An element that holds a text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// An element that holds nothing.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\n' | '\t' => self.0.push(c),
                '\r' => self.0.push('\n'),
                _ if is_harmful(c) => self.0.push(char::REPLACEMENT_CHARACTER),
                _ => self.0.push(c),
            }
        }
    }

    /// A sheet of style, as it is.
    pub(super) fn style(&mut self, sheet: &'static str) {
        debug_assert!(!sheet.contains(['<', '&']), "a sheet that XML reads as HTML does");
        self.0.push_str("<style>");
        self.0.push_str(sheet);
        self.0.push_str("</style>\n");
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// After these a new line begins, so that a person can read the source.
fn is_block(name: &str) -> bool {
    !matches!(
        name,
        "a" | "abbr" | "b" | "bdi" | "del" | "ins" | "span" | "strong" | "time" | "tspan"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_read_is_markup() {
        let mut html = Html::new();
        let nasty = "<script>\"&amp;'\0\u{1b}\u{85}\u{202E}\u{2066}\u{FFFF}\r\n";
        html.element("p", &[("title", nasty)], |html| html.text(nasty));
        let safe =
            "&lt;script&gt;&quot;&amp;amp;'\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n\n";
        assert_eq!(html.into_string(), format!("<p title=\"{safe}\">{safe}</p>\n"));
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        let mut html = Html::new();
        html.text("ärger 東京 שלום\u{200F} 👩‍🚒");
        assert_eq!(html.into_string(), "ärger 東京 שלום\u{200F} 👩‍🚒");
    }
}

//! Strings as TOML writes them, so that what is found can be pasted into a case.

use std::fmt::Write;

/// A string in TOML: literal where that is possible.
pub(super) fn quoted(text: &str) -> String {
    if !text.contains(|c: char| c == '\'' || c.is_control() || invisible(c)) {
        return format!("'{text}'");
    }
    let mut written = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\r' => written.push_str("\\r"),
            c if c.is_control() || invisible(c) => {
                write!(written, "\\u{:04X}", u32::from(c)).expect("a string grows");
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// A list of strings in TOML.
pub(super) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = texts.into_iter().map(quoted).collect();
    format!("[{}]", quoted.join(", "))
}

/// White space that looks like a space, and characters that look like nothing.
fn invisible(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{AD}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}'
        | '\u{205F}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

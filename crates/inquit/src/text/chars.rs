//! What the characters of a text are to tokens, marks and sentences.

/// Whether a character is part of a word: a letter, digit, underscore, or a sign that joins one.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    // Dashes and quotation marks: most of what an English text has beyond ASCII.
    if matches!(c, '\u{2010}'..='\u{2027}') {
        return false;
    }
    c.is_alphanumeric() || is_joined(c)
}

/// Combining marks, joiners, soft hyphens and variation selectors: part of the word they stand in.
fn is_joined(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}'
        | '\u{00AD}'
        | '\u{0483}'..='\u{0489}'
        | '\u{0591}'..='\u{05BD}'
        | '\u{064B}'..='\u{065F}'
        | '\u{093C}' | '\u{094D}' | '\u{09CD}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200C}'..='\u{200D}'
        | '\u{2060}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// White space, and the characters without width that stand for it.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{180E}')
}

/// An apostrophe or a single closing mark: the same characters serve both.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// A hyphen inside a word.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A dash, or a hyphen that serves as one.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−')
}

/// The character that begins at a byte.
#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    if let Some(&byte) = text.as_bytes().get(at)
        && byte.is_ascii()
    {
        return Some(char::from(byte));
    }
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// The character that ends before a byte.
#[inline]
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(|rest| rest.chars().next_back())
}

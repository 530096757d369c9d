//! Characters that do more than show.

/// Whether a character can do harm where it is shown: control characters; those that turn the direction
/// of the text around, with which one line can be made to read as another (Boucher and Anderson,
/// "Trojan Source", 2021); and code points that are no characters, which XML forbids.
///
/// ```
/// use inquit_io::is_harmful;
///
/// assert!(is_harmful('\u{1b}') && is_harmful('\u{202E}'));
/// assert!(!is_harmful('a') && !is_harmful('\u{200F}'));
/// ```
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

//! Other words for the same.

/// Names for one thing.
const ALIASES: [(&str, &str); 18] = [
    ("United States", "U.S."),
    ("America", "United States"),
    ("ISIS", "ISIL"),
    ("ISIL", "Islamic State"),
    ("United Nations", "UN"),
    ("European Union", "EU"),
    ("Britain", "UK"),
    ("Russian", "Russia's"),
    ("Washington", "Washington, D.C."),
    ("Democratic Party", "Democrats"),
    ("percent", "per cent"),
    ("two", "2"),
    ("three", "3"),
    ("ten", "10"),
    ("program", "programme"),
    ("defense", "defence"),
    ("labor", "labour"),
    ("organization", "organisation"),
];

/// Contracted and open forms; the apostrophe stands for any.
const CONTRACTIONS: [(&str, &str); 22] = [
    ("I'm", "I am"),
    ("we're", "we are"),
    ("We're", "We are"),
    ("they're", "they are"),
    ("They're", "They are"),
    ("you're", "you are"),
    ("it's", "it is"),
    ("It's", "It is"),
    ("that's", "that is"),
    ("That's", "That is"),
    ("I've", "I have"),
    ("we've", "we have"),
    ("We've", "We have"),
    ("don't", "do not"),
    ("doesn't", "does not"),
    ("didn't", "did not"),
    ("can't", "cannot"),
    ("isn't", "is not"),
    ("won't", "will not"),
    ("we'll", "we will"),
    ("I'll", "I will"),
    ("he's", "he is"),
];

/// With one name in place of another; `None` where there is none to replace.
pub(super) fn aliased(text: &str) -> Option<String> {
    ALIASES
        .iter()
        .find_map(|(from, to)| replaced(text, from, to).or_else(|| replaced(text, to, from)))
}

/// With "we are" for "we're".
pub(super) fn opened(text: &str) -> Option<String> {
    let text = text.replace('’', "'");
    CONTRACTIONS.iter().find_map(|(short, long)| replaced(&text, short, long))
}

/// With "we're" for "we are".
pub(super) fn closed(text: &str) -> Option<String> {
    CONTRACTIONS.iter().find_map(|(short, long)| replaced(text, long, short))
}

/// With the first of these words replaced.
fn replaced(text: &str, from: &str, to: &str) -> Option<String> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let (start, _) = text.match_indices(from).find(|&(start, _)| {
        is_edge(text[..start].chars().next_back())
            && is_edge(text[start + from.len()..].chars().next())
    })?;
    Some(format!("{}{to}{}", &text[..start], &text[start + from.len()..]))
}

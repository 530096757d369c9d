//! Pieces that texts are put together from: each harmless alone, many of them not together.

/// Words, marks, white space and characters that are hard to split, to pair or to count.
#[rustfmt::skip]
pub(crate) const PIECES: &[&str] = &[
    // Marks, in pairs and alone.
    "\"", "“", "”", "‘", "’", "'", "''", "``", "`", "«", "»", "‹", "›", "„", "‚", "‟", "「", "」",
    "『", "』", "＂", "´",
    // White space, and what looks like it or like nothing.
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u{A0}", "\u{2009}", "\u{202F}",
    "\u{3000}", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{1C}", "\u{200B}",
    "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{2066}", "\0",
    "\u{7F}", "\u{FFFD}", "\u{10FFFF}",
    // Punctuation.
    ".", ",", ":", ";", "!", "?", "…", "...", "—", " - ", "–", "--", "(", ")", "[", "]", "*", "•",
    "/", "@kent", "#lane", "&", "$1,000", "https://example.org/“", "50%", "6' 2\"",
    // Words that begin, report and join quotations.
    "said", " said ", "says", "told reporters", "according to", "asked", "added", "wrote", "denied",
    "did not say", "may say", "that", "whether", "to", "and", "but", "who", "which", "not", "n't",
    "shouldn’t", "’s", "s’", "of", "the", "a", "in an interview with", "spokesman", "reported",
    // Names, titles, pronouns.
    "Clark Kent", "Kent", "KENT", "kent", "Kent County", "Lois Lane", "Ms Lane", "Mr. Kent", "Mrs",
    "Dr", "President", "the president", "Secretary of State", "he", "she", "He", "they", "I", "we",
    "it", "U.S.", "US", "J. P.", "O’Hara", "Jean-Luc", "van der Meer", "Al-Sharif", "Reuters",
    "police", "officials", "the report", "O", "A",
    // Whole lines.
    "METROPOLIS (AP) — ", "By Lois Lane", "Read more:", "KENT: ", "Q: ", "A: ", "Photo: AP",
    "Updated 3:15 pm", "Kent: we must act",
    // Letters of other kinds, and characters of several code points.
    "é", "e\u{301}", "ß", "İ", "ǅ", "ﬁ", "Ω", "Москва", "東京", "ا", "שלום", "𝒦", "😀",
    "👨\u{200D}👩\u{200D}👧", "🇺🇸", "z\u{300}\u{301}\u{302}\u{303}\u{304}", "①", "٣",
    // JSON.
    "{\"text\": \"", "\"}", "}\n{", "null", "\\ud800", "\\u201c", "[1]",
];

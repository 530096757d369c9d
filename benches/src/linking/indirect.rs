//! A statement in the words of whoever reports it.

/// What becomes of a word that depends on who speaks, and when.
const SHIFTED: [(&str, &str); 52] = [
    ("i", "he"),
    ("i'm", "he was"),
    ("i've", "he had"),
    ("i'll", "he would"),
    ("i'd", "he would"),
    ("me", "him"),
    ("my", "his"),
    ("myself", "himself"),
    ("we", "they"),
    ("we're", "they were"),
    ("we've", "they had"),
    ("we'll", "they would"),
    ("us", "them"),
    ("our", "their"),
    ("ourselves", "themselves"),
    ("you", "people"),
    ("you're", "people were"),
    ("your", "their"),
    ("am", "was"),
    ("is", "was"),
    ("are", "were"),
    ("isn't", "was not"),
    ("aren't", "were not"),
    ("has", "had"),
    ("have", "had"),
    ("will", "would"),
    ("won't", "would not"),
    ("can", "could"),
    ("can't", "could not"),
    ("may", "might"),
    ("must", "had to"),
    ("do", "did"),
    ("does", "did"),
    ("don't", "did not"),
    ("doesn't", "did not"),
    ("think", "thought"),
    ("know", "knew"),
    ("want", "wanted"),
    ("need", "needed"),
    ("believe", "believed"),
    ("it's", "it was"),
    ("that's", "that was"),
    ("there's", "there was"),
    ("he's", "he was"),
    ("she's", "she was"),
    ("they're", "they were"),
    ("this", "that"),
    ("these", "those"),
    ("here", "there"),
    ("now", "then"),
    ("today", "that day"),
    ("tomorrow", "the next day"),
];

/// The statement as another person tells it: no questions, no contractions, one tense back.
pub(super) fn indirect(text: &str) -> String {
    let text = text.replace('’', "'");
    let words: Vec<String> = text
        .trim_end_matches(['.', '!', '?', ','])
        .split(' ')
        .enumerate()
        .map(|(at, word)| {
            let bare = word.trim_end_matches([',', ';', ':', '.', '?', '!']);
            let end = &word[bare.len()..];
            let lower = bare.to_lowercase();
            match SHIFTED.iter().find(|(from, _)| *from == lower) {
                Some((_, to)) => format!("{to}{end}"),
                None if at == 0 => format!("{lower}{end}"),
                None => word.to_owned(),
            }
        })
        .collect();
    words.join(" ")
}

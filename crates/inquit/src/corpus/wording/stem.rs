//! What the forms of a word have in common.
//!
//! For telling whether somebody reports in other words what was said: "negotiate", "negotiating" and
//! "negotiation" speak of one thing. Coarse, compared and never shown.

/// Endings, the longer ones first where one ends with the other.
const ENDINGS: [&str; 38] = [
    "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ative", "ate", "ments", "ment",
    "nesses", "ness", "ities", "ity", "ions", "ion", "ings", "ing", "edly", "ied", "ies", "ed",
    "ers", "er", "es", "ally", "ly", "al", "ance", "ence", "ants", "ant", "ents", "ent", "s", "e",
    "y",
];

/// Verbs and nouns whose forms share no beginning.
const IRREGULAR: [(&str, &str); 30] = [
    ("began", "begin"),
    ("begun", "begin"),
    ("bought", "buy"),
    ("brought", "bring"),
    ("built", "build"),
    ("children", "child"),
    ("chose", "choose"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("held", "hold"),
    ("kept", "keep"),
    ("knew", "know"),
    ("led", "lead"),
    ("left", "leave"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("paid", "pay"),
    ("ran", "run"),
    ("sent", "send"),
    ("sold", "sell"),
    ("stood", "stand"),
    ("taught", "teach"),
    ("thought", "think"),
    ("told", "tell"),
    ("won", "win"),
];

/// Fewest letters of what is left.
const FEWEST: usize = 4;

/// The beginning that the forms of a word in small letters share.
pub(super) fn stem(word: &str) -> &str {
    let word = match IRREGULAR.binary_search_by(|(from, _)| (*from).cmp(word)) {
        Ok(at) => IRREGULAR.get(at).map_or(word, |(_, to)| to),
        Err(_) => word,
    };
    let last = word.as_bytes().last();
    let left =
        ENDINGS.iter().filter(|ending| ending.as_bytes().last() == last).find_map(|ending| {
            let left = word.strip_suffix(ending)?;
            (left.chars().count() >= FEWEST).then_some(left)
        });
    let left = left.unwrap_or(word);
    // "stopping" and "stop", "cancelled" and "cancel".
    let mut last = left.chars().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b))
            if a == b
                && a.is_ascii_alphabetic()
                && left.len() > FEWEST
                && left.len() < word.len() =>
        {
            left.get(..left.len() - 1).unwrap_or(left)
        }
        _ => left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        assert!(IRREGULAR.is_sorted());
        for forms in [
            &["negotiate", "negotiating", "negotiation", "negotiations", "negotiated"][..],
            &["refuse", "refused", "refuses", "refusing"],
            &["stop", "stopped", "stopping"],
            &["complicated", "complicate"],
            &["violence", "violent"],
            &["talks", "talk", "talking"],
            &["fight", "fought", "fighting"],
        ] {
            let stems: Vec<&str> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{stems:?}");
        }
        assert_ne!(stem("state"), stem("statue"));
    }
}

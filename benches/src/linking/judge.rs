//! Those who judge whether two wordings are one thing said by their words alone, as others do it.

use std::collections::HashSet;

/// A way to judge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge {
    /// As it is called in tables.
    pub(crate) name: &'static str,
    /// Whether a statement and a variant are one.
    pub(crate) is_one: fn(&str, &str) -> bool,
}

/// All of them.
pub(crate) const JUDGES: [Judge; 5] = [
    Judge { name: "equal after normalisation", is_one: equal },
    Judge { name: "shared shingles", is_one: shingles },
    Judge { name: "QUOTUS settings", is_one: quotus },
    Judge { name: "token sort ratio ≥ 80", is_one: |a, b| sort_ratio(a, b) >= 80 },
    Judge { name: "token set ratio ≥ 80", is_one: |a, b| set_ratio(a, b) >= 80 },
];

/// The words in lower case, without punctuation.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| {
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        })
        .filter(|word: &String| !word.is_empty())
        .collect()
}

/// The rule of Quotebank.
fn equal(a: &str, b: &str) -> bool {
    words(a) == words(b)
}

/// passim, at its defaults: five n-grams of 25 letters in both.
fn shingles(a: &str, b: &str) -> bool {
    const LETTERS: usize = 25;
    const SHARED: usize = 5;
    let grams = |text: &str| -> HashSet<Vec<char>> {
        let letters: Vec<char> = words(text).concat().chars().collect();
        letters.windows(LETTERS).map(<[char]>::to_vec).collect()
    };
    grams(a).intersection(&grams(b)).count() >= SHARED
}

/// The matcher of QUOTUS: the variant is split at "...", a part of two words or fewer goes to the next;
/// the longest part has six words or more, and is in the statement as it is, or, from seven words on,
/// so that three quarters of its words are there and a word in 2.5 at most differs.
fn quotus(statement: &str, variant: &str) -> bool {
    let mut parts: Vec<Vec<String>> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for part in variant.split("...") {
        open.extend(words(part));
        if open.len() > 2 {
            parts.push(std::mem::take(&mut open));
        }
    }
    let Some(longest) = parts.iter().max_by_key(|part| part.len()) else { return false };
    let statement = words(statement);
    if longest.len() < 6 {
        return false;
    }
    if statement.windows(longest.len()).any(|window| window == longest.as_slice()) {
        return true;
    }
    let known: HashSet<&String> = statement.iter().collect();
    let shared = longest.iter().filter(|word| known.contains(word)).count();
    longest.len() >= 7
        && shared * 4 >= longest.len() * 3
        && distance_inside(longest, &statement) * 10 <= longest.len() * 4
}

/// Fewest words to change, leave out or put in to find a part in a text.
fn distance_inside(part: &[String], text: &[String]) -> usize {
    let mut row: Vec<usize> = vec![0; text.len() + 1];
    for (at, word) in part.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, other) in text.iter().enumerate() {
            let changed = diagonal + usize::from(word != other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row.into_iter().min().unwrap_or(0)
}

/// Of a hundred letters of both, how many are in a common subsequence.
fn ratio(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() && b.is_empty() {
        return 100;
    }
    let mut row = vec![0_usize; b.len() + 1];
    for x in &a {
        let mut diagonal = 0;
        for (column, y) in b.iter().enumerate() {
            let kept = if x == y { diagonal + 1 } else { row[column].max(row[column + 1]) };
            diagonal = row[column + 1];
            row[column + 1] = kept;
        }
    }
    200 * row[b.len()] / (a.len() + b.len())
}

fn sorted(text: &str) -> Vec<String> {
    let mut words = words(text);
    words.sort();
    words
}

/// The `token_sort_ratio` of rapidfuzz.
fn sort_ratio(a: &str, b: &str) -> usize {
    ratio(&sorted(a).join(" "), &sorted(b).join(" "))
}

/// The `token_set_ratio` of rapidfuzz.
fn set_ratio(a: &str, b: &str) -> usize {
    let (mut a, mut b) = (sorted(a), sorted(b));
    a.dedup();
    b.dedup();
    let both: Vec<&str> = a.iter().filter(|it| b.contains(it)).map(String::as_str).collect();
    let with = |words: &[String], others: &[String]| {
        let own = words.iter().filter(|it| !others.contains(it)).map(String::as_str);
        both.iter().copied().chain(own).collect::<Vec<_>>().join(" ")
    };
    let (first, second) = (with(&a, &b), with(&b, &a));
    let both = both.join(" ");
    if !both.is_empty() && (both == first || both == second) {
        return 100;
    }
    let with_both =
        if both.is_empty() { 0 } else { ratio(&both, &first).max(ratio(&both, &second)) };
    with_both.max(ratio(&first, &second))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "We will not sell the ferry before the winter, and that is that.";

    fn verdicts(variant: &str) -> Vec<bool> {
        JUDGES.iter().map(|judge| (judge.is_one)(SAID, variant)).collect()
    }

    #[test]
    fn all_know_the_same_words_and_none_other_ones() {
        assert_eq!(
            verdicts("we will not sell the ferry before the winter and that is that"),
            [true; 5]
        );
        assert_eq!(
            verdicts("Nobody asked us whether a bridge might come at some time."),
            [false; 5]
        );
    }

    #[test]
    fn a_changed_word_is_too_much_for_equality_alone() {
        let changed = "We will not sell this ferry before the winter, and that is that.";
        assert_eq!(verdicts(changed), [false, true, true, true, true]);
    }

    #[test]
    fn a_short_part_is_known_by_its_words_alone() {
        assert_eq!(verdicts("not sell the ferry"), [false, false, false, false, true]);
    }
}

//! How an outlet may print a statement.

use super::change::{aliased, closed, opened};
use super::indirect::indirect;
use crate::news::Random;

/// A way to change a statement.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Edit {
    /// As it is.
    Verbatim,
    /// Words at an end are left out.
    Shorter,
    /// Words inside are left out, with dots in their place.
    Ellipsis,
    /// Words inside are left out, with nothing in their place.
    Dropped,
    /// An explanation in brackets is put in.
    Bracket,
    /// A name is put in place of another one of the same thing.
    Alias,
    /// "We will" for "we'll", or the other way round.
    Contraction,
    /// A part of it stands in marks, what is before it does not.
    Mixed,
    /// It is told in the words of the outlet.
    Indirect,
}

impl Edit {
    /// All of them.
    pub(crate) const ALL: [Edit; 9] = [
        Edit::Verbatim,
        Edit::Shorter,
        Edit::Ellipsis,
        Edit::Dropped,
        Edit::Bracket,
        Edit::Alias,
        Edit::Contraction,
        Edit::Mixed,
        Edit::Indirect,
    ];

    /// As it is called in tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Edit::Verbatim => "verbatim",
            Edit::Shorter => "shorter",
            Edit::Ellipsis => "ellipsis",
            Edit::Dropped => "dropped words",
            Edit::Bracket => "bracket",
            Edit::Alias => "alias",
            Edit::Contraction => "contraction",
            Edit::Mixed => "mixed",
            Edit::Indirect => "indirect",
        }
    }
}

/// A statement as an outlet may print it: what stands between `“` and `”` stands in marks.
pub(super) fn edited(text: &str, random: &mut Random) -> (Edit, String) {
    // Not every edit fits; the draw is repeated until one does, and one always does.
    loop {
        let edit = random.pick(&Edit::ALL);
        if let Some(text) = try_edit(edit, text, random) {
            return (edit, text);
        }
    }
}

fn try_edit(edit: Edit, text: &str, random: &mut Random) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let count = words.len();
    Some(match edit {
        Edit::Verbatim => marked(text),
        Edit::Shorter => {
            let kept = (count * 2 / 3).max(4);
            let start = random.below(count.checked_sub(kept).filter(|&rest| rest > 0)? + 1);
            marked(&words.get(start..start + kept)?.join(" "))
        }
        Edit::Ellipsis => {
            let cut = 1 + random.below((count / 3).max(1));
            let start = 2 + random.below(count.checked_sub(cut + 4).filter(|&rest| rest > 0)?);
            let dots = random.pick(&["...", "…", ". . .", ".\u{2009}.\u{2009}."]);
            let (head, tail) = (words.get(..start)?, words.get(start + cut..)?);
            marked(&format!("{} {dots} {}", head.join(" "), tail.join(" ")))
        }
        Edit::Dropped => {
            let mut kept = words.clone();
            for _ in 0..=random.below((count / 6).max(1)) {
                kept.remove(random.below(kept.len()));
            }
            marked(&kept.join(" "))
        }
        Edit::Bracket => {
            let at = 1 + random.below(count - 1);
            let put = random.pick(&["[sic]", "[the governor]", "[of the state]", "(in March)"]);
            let mut kept = words.clone();
            // In place of a pronoun, or beside the word before.
            let pronoun = ["he", "she", "it", "they", "him", "them", "that", "this"];
            match kept.iter_mut().find(|word| pronoun.contains(word)) {
                Some(word) => *word = "[the company]",
                None => kept.insert(at, put),
            }
            marked(&kept.join(" "))
        }
        Edit::Alias => marked(&aliased(text)?),
        Edit::Contraction => marked(&opened(text).or_else(|| closed(text))?),
        Edit::Mixed => {
            let start = 1 + random.below((count / 2).max(1));
            let told = indirect(&words.get(..start)?.join(" "));
            format!("{told} {}", marked(&words.get(start..)?.join(" ")))
        }
        Edit::Indirect => {
            let mut kept: Vec<&str> = words.clone();
            // Told more shortly: a fifth less, from one end, and a word or two inside.
            if count > 9 {
                let rest = count - count / 5;
                kept = if random.chance(500) {
                    kept.get(..rest)?.to_vec()
                } else {
                    kept.get(count - rest..)?.to_vec()
                };
                kept.remove(random.below(kept.len()));
            }
            indirect(&kept.join(" "))
        }
    })
}

fn marked(words: &str) -> String {
    format!("“{words}”")
}

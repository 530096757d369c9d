//! Cues whose subject is not who says it: "she was asked whether", "the road seemed to".

use crate::quote::cue::{Voice, report};
use crate::quote::passage::Passage;
use crate::text::TokenRange;

/// A participle without a form of "be" behind one of these, or where a sentence begins, is passive.
const LEADS: [&str; 6] = ["when", "if", "once", "as", "while", "being"];
/// Participles of which this is known: those of whom something is wanted.
const ASKED: [&str; 4] = ["asked", "pressed", "questioned", "quizzed"];
/// It seems so to others.
const SEEM: [&str; 8] =
    ["seem", "seems", "seemed", "seeming", "appear", "appears", "appeared", "appearing"];

/// Whether what stands before a cue is not who says it.
pub(super) fn is_passive(passage: &Passage<'_>, cue: &TokenRange) -> bool {
    let Some(sentence) = passage.sentence_at(cue.start) else { return false };
    let reads = |at: usize, words: &[&str]| words.iter().any(|it| passage.reads(at, it));
    cue.clone().any(|at| {
        let bare = || match at.checked_sub(1).filter(|&before| before >= sentence.start) {
            None => true,
            Some(before) => {
                !passage.is_word(before) && before == sentence.start || reads(before, &LEADS)
            }
        };
        reads(at, &SEEM)
            || reads(at, &ASKED) && bare()
            || report(passage, at, sentence).is_some_and(|it| it.voice == Voice::Passive)
    })
}

//! How a sentence reports: "…, she said", "She said that …", or not at all.

use super::marks::{INSIDE, Place};
use super::word::{COMMA, Look, MARK};
use crate::tagger::hash_word;

/// How a sentence reports, as one number.
///
/// `looks` and `places` are those of the tokens of the sentence.
pub(super) fn pattern(looks: &[Look], places: &[Place], wordlike: impl Fn(usize) -> bool) -> u32 {
    let marked = |at: usize| places.get(at).is_some_and(|place| place.state != 0);
    let inside = |at: usize| places.get(at).is_some_and(|place| place.state == INSIDE);
    let any = (0..looks.len()).any(marked);
    let all = (0..looks.len()).all(|at| marked(at) || !wordlike(at));
    let share: u32 = if all { 2 } else { u32::from(any) };
    let cue = |look: &Look| look.cue >= 2;
    let last = looks.iter().rposition(cue);
    let end = (0..looks.len()).rev().find(|&at| wordlike(at)).unwrap_or(0);
    let closing = last.filter(|&at| !inside(at)).map_or(0, |last| {
        let before = last.saturating_sub(8)..=last;
        let parted = before
            .rev()
            .filter_map(|at| looks.get(at))
            .find(|look| matches!(look.link, COMMA | MARK));
        let left = end.abs_diff(last);
        match parted {
            Some(look) if left <= 4 => 2 + u32::from(left > 0) * 2 + u32::from(look.link == MARK),
            Some(_) if left <= 10 => 1,
            _ => 0,
        }
    });
    let first = looks.iter().position(cue).filter(|&at| at <= 6 && !inside(at));
    let opening = first.map_or(0, |first| {
        looks.get(first + 1).map_or(1, |next| {
            let telling = ["that", ",", "\"", ":", "to", "it", "he", "she", "they", "the", "a"];
            let telling = telling.iter().position(|it| hash_word(it.chars()) == next.word);
            telling.map_or(2, |at| 3 + u32::try_from(at).unwrap_or(0))
        })
    });
    share | closing << 2 | opening << 5
}

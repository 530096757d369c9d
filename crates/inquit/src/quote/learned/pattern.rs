//! How a sentence reports: "…, she said", "She said that …", or not at all.

use std::sync::LazyLock;

use super::marks::INSIDE;
use super::sequence::Sight;
use super::word::{COMMA, MARK};
use crate::tagger::hash_word;

/// What may follow the first cue of a sentence.
const TELLING: [&str; 11] = ["that", ",", "\"", ":", "to", "it", "he", "she", "they", "the", "a"];

/// How a sentence reports, as one number.
pub(super) fn pattern(tokens: &[Sight], wordlike: impl Fn(usize) -> bool) -> u32 {
    static WORDS: LazyLock<[u32; TELLING.len()]> =
        LazyLock::new(|| TELLING.map(|it| hash_word(it.chars())));
    let marked = |token: &Sight| token.place.state != 0;
    let any = tokens.iter().any(marked);
    let all = any && tokens.iter().enumerate().all(|(at, it)| marked(it) || !wordlike(at));
    let share: u32 = if all { 2 } else { u32::from(any) };
    let cue = |token: &Sight| token.look.cue >= 2;
    let inside = |at: usize| tokens.get(at).is_some_and(|it| it.place.state == INSIDE);
    let last = tokens.iter().rposition(cue).filter(|&at| !inside(at));
    let closing = last.map_or(0, |last| {
        let before = tokens.get(last.saturating_sub(8)..=last).unwrap_or_default();
        let mut links = before.iter().rev().map(|token| token.look.link);
        let parted = links.find(|link| matches!(*link, COMMA | MARK));
        let end = (0..tokens.len()).rev().find(|&at| wordlike(at)).unwrap_or(0);
        let left = end.abs_diff(last);
        match parted {
            Some(link) if left <= 4 => 2 + u32::from(left > 0) * 2 + u32::from(link == MARK),
            Some(_) if left <= 10 => 1,
            _ => 0,
        }
    });
    let first = tokens.iter().take(7).position(cue).filter(|&at| !inside(at));
    let opening = first.map_or(0, |first| {
        tokens.get(first + 1).map_or(1, |next| {
            let telling = WORDS.iter().position(|it| *it == next.look.word);
            telling.map_or(2, |at| 3 + u32::try_from(at).unwrap_or(0))
        })
    });
    share | closing << 2 | opening << 5
}

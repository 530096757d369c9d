//! `aho-corasick`, which chooses its automaton itself.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, Anchored, Input, MatchKind, StartKind};

use super::alias_list::{Checks, Search};
use super::edges::{is_edge, word_end};
use super::library::{Hit, Library, hit_of};
use super::select::select;
use crate::news::Alias;

/// Leftmost-longest; where the longest is not valid, an anchored search for a shorter one.
pub(super) struct Retry {
    automaton: AhoCorasick,
    checks: Checks,
}

/// All hits that overlap, of which the valid ones are selected.
pub(super) struct Overlapping {
    automaton: AhoCorasick,
    checks: Checks,
}

fn build(mut builder: AhoCorasickBuilder, aliases: &[Alias], search: Search) -> AhoCorasick {
    builder.ascii_case_insensitive(search.folds());
    if search == Search::Capitals {
        return builder.build(aliases.iter().map(|it| search.key(it))).expect("a small list");
    }
    builder.build(aliases.iter().map(|it| &it.text)).expect("a small list")
}

impl Retry {
    pub(super) fn build(aliases: &[Alias], search: Search) -> Retry {
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest).start_kind(StartKind::Both);
        let automaton = build(builder, aliases, search);
        Retry { automaton, checks: Checks::new(aliases, search) }
    }

    /// The longest valid match that begins with the word at `start`, of those no longer than the
    /// hit that ends at `end`.
    fn longest(&self, text: &str, start: usize, mut end: usize, mut alias: usize) -> Option<Hit> {
        loop {
            if self.checks.pass_end(text, start, end, alias) {
                return Some(hit_of(start, end, alias));
            }
            let shorter = Input::new(text).range(start..end - 1).anchored(Anchored::Yes);
            let hit = self.automaton.find(shorter)?;
            (end, alias) = (hit.end(), hit.pattern().as_usize());
        }
    }
}

impl Library for Retry {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        let mut at = 0;
        while let Some(hit) = self.automaton.find(Input::new(text).range(at..)) {
            let start = hit.start();
            let valid = is_edge(text, start)
                .then(|| self.longest(text, start, hit.end(), hit.pattern().as_usize()))
                .flatten();
            match valid {
                Some(valid) => {
                    at = valid.end as usize;
                    hits.push(valid);
                }
                None => at = behind(text, start),
            }
        }
    }
}

/// Where the search goes on when nothing begins at `start`.
fn behind(text: &str, start: usize) -> usize {
    let end = word_end(text, start);
    if end > start { end } else { start + text[start..].chars().next().map_or(1, char::len_utf8) }
}

impl Overlapping {
    pub(super) fn build(aliases: &[Alias], search: Search) -> Overlapping {
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::Standard);
        let automaton = build(builder, aliases, search);
        Overlapping { automaton, checks: Checks::new(aliases, search) }
    }
}

impl Library for Overlapping {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        let mut valid = Vec::new();
        for hit in self.automaton.find_overlapping_iter(text) {
            let (start, end, alias) = (hit.start(), hit.end(), hit.pattern().as_usize());
            if self.checks.pass(text, start, end, alias) {
                valid.push(hit_of(start, end, alias));
            }
        }
        select(valid, hits);
    }
}

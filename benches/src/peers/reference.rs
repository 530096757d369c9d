//! The answer by its definition: at each word every end, the farthest first, looked up in a map.

use std::collections::HashMap;

use super::alias_list::obeys;
use super::edges::{is_edge, next_word, word_end};
use super::library::{Hit, Library, hit_of};
use crate::news::Alias;

/// Slow and plain; what every library is held against.
pub(crate) struct Reference<'a> {
    aliases: &'a [Alias],
    numbers: HashMap<String, usize>,
    longest: usize,
}

impl std::fmt::Debug for Reference<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reference").field("aliases", &self.aliases.len()).finish_non_exhaustive()
    }
}

impl Reference<'_> {
    /// For a list in which no two aliases are equal in any case.
    pub(crate) fn new(aliases: &[Alias]) -> Reference<'_> {
        let keys = aliases.iter().enumerate().map(|(at, it)| (it.text.to_ascii_lowercase(), at));
        let longest = aliases.iter().map(|alias| alias.text.len()).max().unwrap_or(0);
        Reference { aliases, numbers: keys.collect(), longest }
    }

    fn longest_at(&self, text: &str, folded: &str, start: usize) -> Option<Hit> {
        let farthest = (start + self.longest).min(text.len());
        let ends = (start + 1..=farthest).rev().filter(|&end| is_edge(text, end));
        ends.filter_map(|end| Some((end, *self.numbers.get(folded.get(start..end)?)?)))
            .find(|&(end, alias)| {
                let alias = &self.aliases[alias];
                obeys(alias.rule, &alias.text, &text[start..end])
            })
            .map(|(end, alias)| hit_of(start, end, alias))
    }
}

impl Library for Reference<'_> {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        let folded = text.to_ascii_lowercase();
        let mut at = next_word(text, 0);
        while at < text.len() {
            let found = if is_edge(text, at) { self.longest_at(text, &folded, at) } else { None };
            let behind = found.map_or_else(|| word_end(text, at), |hit| hit.end as usize);
            hits.extend(found);
            at = next_word(text, behind);
        }
    }
}

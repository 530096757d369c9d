//! `fst` and `yada`: maps that are walked through byte by byte, from the beginning of each word.

use yada::DoubleArray;
use yada::builder::DoubleArrayBuilder;

use super::alias_list::{Checks, Search};
use super::edges::{next_word, word_end};
use super::library::{Hit, Library, hit_of};
use crate::news::Alias;

pub(super) struct Fst {
    map: fst::raw::Fst<Vec<u8>>,
    words: Words,
}

pub(super) struct Yada {
    trie: DoubleArray<Vec<u8>>,
    words: Words,
}

/// What both need besides the map.
struct Words {
    search: Search,
    checks: Checks,
    /// The first bytes of the aliases.
    first: [bool; 256],
    longest: usize,
}

impl Words {
    fn new(aliases: &[Alias], search: Search) -> Words {
        let mut first = [false; 256];
        for alias in aliases {
            if let Some(&byte) = search.key(alias).as_bytes().first() {
                first[usize::from(byte)] = true;
            }
        }
        let longest = aliases.iter().map(|alias| alias.text.len()).max().unwrap_or(0);
        Words { search, checks: Checks::new(aliases, search), first, longest }
    }

    /// Asks `prefixes` at each word for the aliases that the text begins with there, shorter ones
    /// first.
    fn find(
        &self,
        text: &str,
        hits: &mut Vec<Hit>,
        mut prefixes: impl FnMut(&[u8], &mut dyn FnMut(usize, usize)),
    ) {
        let mut folded = String::new();
        let searched = self.search.text(text, &mut folded).as_bytes();
        let mut at = next_word(text, 0);
        while let Some(byte) = searched.get(at) {
            let mut best = None;
            if self.first[usize::from(*byte)] {
                let window = &searched[at..(at + self.longest).min(searched.len())];
                prefixes(window, &mut |length, alias| {
                    if self.checks.pass(text, at, at + length, alias) {
                        best = Some(hit_of(at, at + length, alias));
                    }
                });
            }
            let behind = best.map_or_else(|| word_end(text, at), |hit| hit.end as usize);
            hits.extend(best);
            at = next_word(text, behind);
        }
    }
}

/// Keys with their numbers, in the order in which both maps want them.
fn sorted_keys(aliases: &[Alias], search: Search) -> Vec<(String, u32)> {
    let mut keys: Vec<(String, u32)> =
        aliases.iter().map(|alias| search.key(alias)).zip(0..).collect();
    keys.sort_unstable();
    keys
}

impl Fst {
    pub(super) fn build(aliases: &[Alias], search: Search) -> Fst {
        let keys = sorted_keys(aliases, search);
        let keys = keys.into_iter().map(|(key, number)| (key, u64::from(number)));
        let map = fst::raw::Fst::from_iter_map(keys).expect("sorted keys");
        Fst { map, words: Words::new(aliases, search) }
    }
}

impl Library for Fst {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        self.words.find(text, hits, |bytes, give| {
            let (mut node, mut sum) = (self.map.root(), 0);
            for (at, &byte) in bytes.iter().enumerate() {
                let Some(input) = node.find_input(byte) else { break };
                let step = node.transition(input);
                sum += step.out.value();
                node = self.map.node(step.addr);
                if node.is_final() {
                    let number = sum + node.final_output().value();
                    give(at + 1, usize::try_from(number).expect("the number of an alias"));
                }
            }
        });
    }
}

impl Yada {
    pub(super) fn build(aliases: &[Alias], search: Search) -> Yada {
        let keys = sorted_keys(aliases, search);
        let bytes = DoubleArrayBuilder::build(&keys).expect("sorted keys");
        let trie = DoubleArray::new(bytes).expect("what was just built");
        Yada { trie, words: Words::new(aliases, search) }
    }
}

impl Library for Yada {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        self.words.find(text, hits, |bytes, give| {
            for (alias, length) in self.trie.common_prefix_search(bytes) {
                give(length, alias as usize);
            }
        });
    }
}

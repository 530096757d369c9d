//! `daachorse`: double arrays of bytes.

use daachorse::DoubleArrayAhoCorasick;

use super::alias_list::{Checks, Search};
use super::library::{Hit, Library, hit_of};
use super::select::select;
use crate::news::Alias;

pub(super) struct Daachorse {
    automaton: DoubleArrayAhoCorasick<u32>,
    search: Search,
    checks: Checks,
}

impl Daachorse {
    pub(super) fn build(aliases: &[Alias], search: Search) -> Daachorse {
        let keys = aliases.iter().map(|alias| search.key(alias));
        let automaton = DoubleArrayAhoCorasick::new(keys).expect("a small list");
        Daachorse { automaton, search, checks: Checks::new(aliases, search) }
    }
}

impl Library for Daachorse {
    fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        let mut folded = String::new();
        let searched = self.search.text(text, &mut folded);
        let mut valid = Vec::new();
        for hit in self.automaton.find_overlapping_iter(searched) {
            let (start, end, alias) = (hit.start(), hit.end(), hit.value() as usize);
            if self.checks.pass(text, start, end, alias) {
                valid.push(hit_of(start, end, alias));
            }
        }
        select(valid, hits);
    }
}

//! What is asked of a library.

use inquit::FlatMatch;

use super::aho_corasick::{Overlapping, Retry};
use super::alias_list::Search;
use super::daachorse::Daachorse;
use super::matcher::Inquit;
use super::tries::{Fst, Yada};
use crate::news::{Alias, Case};

/// Where an alias stands, and its number in the watch-list as the one candidate: that of `inquit`,
/// so that no library has to change what it found into something else.
pub(crate) type Hit = FlatMatch;

/// A hit in a text of less than 4 GB.
pub(super) fn hit_of(start: usize, end: usize, alias: usize) -> Hit {
    let narrow = |number| u32::try_from(number).expect("texts and lists of the benchmarks");
    Hit { start: narrow(start), end: narrow(end), candidates: narrow(alias) }
}

/// A library with a watch-list, ready to search.
pub(crate) trait Library: Sync {
    /// Adds every match of a text, in order.
    fn find(&self, text: &str, hits: &mut Vec<Hit>);
}

/// Each library, in each way in which it can be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Peer {
    /// This project's matcher.
    Inquit,
    /// Leftmost-longest; where the longest is not valid, an anchored search for a shorter one.
    AhoCorasickRetry,
    /// All that overlap, of which the valid ones are selected.
    AhoCorasickOverlapping,
    /// All that overlap, of which the valid ones are selected.
    Daachorse,
    /// A walk through the transducer from the beginning of each word.
    Fst,
    /// A walk through the trie from the beginning of each word.
    Yada,
}

impl Peer {
    /// All of them; `inquit` first.
    pub(crate) const ALL: [Peer; 6] = [
        Peer::Inquit,
        Peer::AhoCorasickRetry,
        Peer::AhoCorasickOverlapping,
        Peer::Daachorse,
        Peer::Fst,
        Peer::Yada,
    ];

    /// The name of the library. Several ways to use one have the same.
    pub(crate) fn library(self) -> &'static str {
        match self {
            Peer::Inquit => "inquit",
            Peer::AhoCorasickRetry | Peer::AhoCorasickOverlapping => "aho-corasick",
            Peer::Daachorse => "daachorse",
            Peer::Fst => "fst",
            Peer::Yada => "yada",
        }
    }

    /// How it is used.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Peer::Inquit => "matcher",
            Peer::AhoCorasickRetry => "leftmost-longest with anchored retry",
            Peer::AhoCorasickOverlapping | Peer::Daachorse => "overlapping with selection",
            Peer::Fst | Peer::Yada => "walk from each word",
        }
    }

    /// Builds the library for these names.
    ///
    /// # Panics
    ///
    /// When it refuses them.
    pub(crate) fn build(self, aliases: &[Alias], case: Case) -> Box<dyn Library> {
        let search = Search::of(case);
        match self {
            Peer::Inquit => Box::new(Inquit::build(aliases)),
            Peer::AhoCorasickRetry => Box::new(Retry::build(aliases, search)),
            Peer::AhoCorasickOverlapping => Box::new(Overlapping::build(aliases, search)),
            Peer::Daachorse => Box::new(Daachorse::build(aliases, search)),
            Peer::Fst => Box::new(Fst::build(aliases, search)),
            Peer::Yada => Box::new(Yada::build(aliases, search)),
        }
    }
}

/// One number for all hits, which differs if any of them does (FNV-1a, 64 bits).
pub(crate) fn checksum(hits: &[Hit]) -> u64 {
    let numbers = hits.iter().flat_map(|hit| [hit.start, hit.end, hit.candidates]);
    let bytes = numbers.flat_map(u32::to_le_bytes);
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    bytes.fold(0xCBF2_9CE4_8422_2325, mix)
}

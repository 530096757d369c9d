//! The words that the tagger knows one by one: closed classes, and how often a word is a cue.

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Traits {
    /// Of a closed class: articles, pronouns, prepositions, conjunctions, auxiliaries.
    pub(crate) closed: bool,
    /// How often it is a cue: 0 never or seldom, 4 nearly always.
    pub(crate) cue: u8,
}

/// The words by their hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// In order of hash: the low bits of the second number are the class of cue, the next bit says
    /// that the class of the word is closed.
    list: Vec<(u32, u8)>,
    /// Where the hashes of each first byte begin.
    starts: Vec<u32>,
}

const CLOSED: u8 = 8;

impl Words {
    /// The table of these words.
    #[cfg(feature = "training")]
    pub(crate) fn new(words: impl IntoIterator<Item = (u32, Traits)>) -> Words {
        let byte = |traits: Traits| traits.cue.min(7) | if traits.closed { CLOSED } else { 0 };
        Words::from_list(words.into_iter().map(|(hash, traits)| (hash, byte(traits))).collect())
    }

    /// The table of a list as in a model file.
    pub(crate) fn from_list(mut list: Vec<(u32, u8)>) -> Words {
        list.sort_unstable();
        list.dedup_by_key(|it| it.0);
        let start = |first: u32| {
            let at = list.partition_point(|it| it.0 >> 24 < first);
            u32::try_from(at).unwrap_or(u32::MAX)
        };
        let starts = (0..=256).map(start).collect();
        Words { list, starts }
    }

    /// The words as in a model file.
    #[cfg(feature = "training")]
    pub(crate) fn list(&self) -> &[(u32, u8)] {
        &self.list
    }

    pub(crate) fn find(&self, hash: u32) -> Traits {
        let first = (hash >> 24) as usize;
        let start = |at: usize| self.starts.get(at).map_or(0, |&at| at as usize);
        let near = self.list.get(start(first)..start(first + 1)).unwrap_or_default();
        near.iter().find(|it| it.0 == hash).map_or_else(Traits::default, |&(_, byte)| Traits {
            closed: byte & CLOSED != 0,
            cue: byte & (CLOSED - 1),
        })
    }
}

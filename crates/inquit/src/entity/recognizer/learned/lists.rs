//! Lists of names that belong to the model: family names, given names, towns, countries.

/// A list of names.
#[cfg(feature = "training")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct List(u8);

#[cfg(feature = "training")]
impl List {
    pub(crate) const GIVEN: List = List(1);
    pub(crate) const FAMILY: List = List(1 << 1);
    /// A town of one word.
    pub(crate) const TOWN: List = List(1 << 2);
    /// The first word of a longer one.
    pub(crate) const BEGINS_TOWN: List = List(1 << 3);
    /// A further word of one.
    pub(crate) const INSIDE_TOWN: List = List(1 << 4);

    pub(crate) fn or(self, other: List) -> List {
        List(self.0 | other.0)
    }
}

/// Words by their hashes, each with the lists it stands in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    /// In order.
    hashes: Vec<u32>,
    lists: Vec<u8>,
    /// Where the hashes of each first two bytes begin.
    starts: Vec<u32>,
}

impl Lists {
    /// Lists as they are kept in a file; `None` unless the hashes are in order, and as many as
    /// the lists.
    pub(crate) fn from_parts(hashes: Vec<u32>, lists: Vec<u8>) -> Option<Lists> {
        if hashes.len() != lists.len() || !hashes.is_sorted_by(|a, b| a < b) {
            return None;
        }
        let mut starts = vec![0; (1 << 16) + 1];
        for hash in &hashes {
            if let Some(count) = starts.get_mut((hash >> 16) as usize + 1) {
                *count += 1;
            }
        }
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        Some(Lists { hashes, lists, starts })
    }

    /// Lists of words; one word may come several times.
    #[cfg(feature = "training")]
    pub(crate) fn new(words: impl IntoIterator<Item = (u32, List)>) -> Lists {
        let mut all = std::collections::BTreeMap::new();
        for (hash, list) in words {
            let known = all.entry(hash).or_insert(List(0));
            *known = known.or(list);
        }
        let (hashes, lists) = all.into_iter().map(|(hash, list)| (hash, list.0)).unzip();
        Lists::from_parts(hashes, lists).unwrap_or_default()
    }

    #[cfg(feature = "training")]
    pub(super) fn parts(&self) -> (&[u32], &[u8]) {
        (&self.hashes, &self.lists)
    }

    /// The lists that a word stands in, as bits.
    pub(super) fn of(&self, hash: u32) -> u8 {
        let first = (hash >> 16) as usize;
        let start = |at: usize| self.starts.get(at).map_or(0, |&at| at as usize);
        let range = start(first)..start(first + 1);
        let near = self.hashes.get(range.clone()).unwrap_or_default();
        let place = near.iter().position(|&it| it == hash);
        place.and_then(|at| self.lists.get(range.start + at)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_their_lists() {
        let hashes = vec![3, 1 << 16, 1 << 16 | 7, u32::MAX];
        let lists = Lists::from_parts(hashes, vec![1, 2, 4, 8]).expect("lists");
        let found = [3, 4, 1 << 16, 1 << 16 | 7, 1 << 17, u32::MAX].map(|hash| lists.of(hash));
        assert_eq!(found, [1, 0, 2, 4, 0, 8]);
    }

    #[test]
    fn parts_that_do_not_fit_are_refused() {
        assert!(Lists::from_parts(vec![1, 2], vec![1]).is_none());
        assert!(Lists::from_parts(vec![2, 1], vec![1, 1]).is_none());
        assert!(Lists::from_parts(vec![2, 2], vec![1, 1]).is_none());
        assert_eq!(Lists::default().of(9), 0);
    }
}

//! What an alias may name.

use std::slice;

use super::columns::Part;
use super::compiled::Dictionary;
use crate::entity::index::LIST;

/// The ids of the entities that a match may name, in order of prior, then of the dictionary.
///
/// They are read from the dictionary as they are asked for.
#[derive(Clone, Debug)]
pub struct Candidates<'d> {
    dictionary: &'d Dictionary,
    only: Option<u32>,
    list: slice::Iter<'d, [u8; 4]>,
}

impl<'d> Candidates<'d> {
    /// Those with a number, as it stands in [`FlatMatch`](crate::FlatMatch).
    pub(super) fn new(dictionary: &'d Dictionary, number: u32) -> Candidates<'d> {
        let list = (number & LIST != 0).then(|| {
            let lists = dictionary.columns().quads(Part::Lists);
            let (count, list) = lists.get((number & !LIST) as usize..)?.split_first()?;
            list.get(..u32::from_le_bytes(*count) as usize)
        });
        let only = list.is_none().then_some(number);
        Candidates { dictionary, only, list: list.flatten().unwrap_or_default().iter() }
    }

    /// The numbers of the entities instead of their ids: see [`Dictionary::entity`].
    pub fn numbers(self) -> impl Iterator<Item = u32> + use<'d> {
        self.only.into_iter().chain(self.list.map(|number| u32::from_le_bytes(*number)))
    }
}

impl<'d> Iterator for Candidates<'d> {
    type Item = &'d str;

    fn next(&mut self) -> Option<&'d str> {
        let number = match self.only.take() {
            Some(only) => only,
            None => u32::from_le_bytes(*self.list.next()?),
        };
        // A mapped file that is damaged may have a number here that no entity has.
        Some(self.dictionary.id(number).unwrap_or_default())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = usize::from(self.only.is_some()) + self.list.len();
        (count, Some(count))
    }
}

impl ExactSizeIterator for Candidates<'_> {}

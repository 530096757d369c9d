//! What turns out to be one: documents of one event, copies of one text, utterances.
//!
//! Two are joined at a time, and whatever is joined so is a set, known by its first number. The smaller
//! set goes to the larger one (Galler and Fischer 1964), so that a way to the top has few steps in
//! whatever order they are joined.

use crate::corpus::stored::{Bytes, Stored};

/// Sets of numbers that only grow together.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// The number that each leads to; the one at the top leads to itself.
    parents: Vec<u32>,
    /// Of the set below each at the top: its first number, and how many it has.
    tops: Vec<(u32, u32)>,
}

/// Kept as the first number of the set of each.
impl Stored for Sets {
    fn write(&self, out: &mut Vec<u8>) {
        let firsts: Vec<u32> = (0..).take(self.parents.len()).map(|it| self.of(it)).collect();
        firsts.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Sets> {
        let firsts = Vec::<u32>::read(from)?;
        let mut sets = Sets::default();
        for (number, &first) in (0..).zip(&firsts) {
            sets.add();
            // The first of a set is its own.
            if first > number || firsts.get(first as usize) != Some(&first) {
                return None;
            }
            sets.join(first, number);
        }
        Some(sets)
    }
}

impl Sets {
    /// Adds the next number, in a set of its own.
    pub(super) fn add(&mut self) {
        let number = u32::try_from(self.parents.len()).unwrap_or(u32::MAX);
        self.parents.push(number);
        self.tops.push((number, 1));
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.parents.len()
    }

    /// The first number of the set of a number; a number that was never added is alone.
    pub(super) fn of(&self, number: u32) -> u32 {
        let top = self.top(number);
        self.tops.get(top as usize).map_or(top, |it| it.0)
    }

    fn top(&self, mut number: u32) -> u32 {
        while let Some(&parent) = self.parents.get(number as usize).filter(|it| **it != number) {
            number = parent;
        }
        number
    }

    /// Joins the sets of two numbers; if they were two, gives the first number of both, which is left,
    /// and that of the other one, which is gone.
    pub(super) fn join(&mut self, one: u32, other: u32) -> Option<(u32, u32)> {
        let (a, b) = (self.top(one), self.top(other));
        let (&(first_a, size_a), &(first_b, size_b)) =
            self.tops.get(a as usize).zip(self.tops.get(b as usize)).filter(|_| a != b)?;
        let (top, below) = if size_a < size_b { (b, a) } else { (a, b) };
        let first = first_a.min(first_b);
        *self.parents.get_mut(below as usize)? = top;
        *self.tops.get_mut(top as usize)? = (first, size_a.saturating_add(size_b));
        Some((first, first_a.max(first_b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::stored::{read, written};

    #[test]
    fn a_set_is_known_by_its_first_number() {
        let mut sets = Sets::default();
        (0..6).for_each(|_| sets.add());
        assert_eq!(sets.join(4, 5), Some((4, 5)));
        assert_eq!(sets.join(1, 2), Some((1, 2)));
        assert_eq!(sets.join(5, 2), Some((1, 4)));
        assert_eq!(sets.join(4, 1), None);
        let firsts = |sets: &Sets| (0..6).map(|it| sets.of(it)).collect::<Vec<u32>>();
        assert_eq!(firsts(&sets), [0, 1, 1, 3, 1, 1]);
        let kept: Sets = read(&written(&sets)).expect("what was written");
        assert_eq!(firsts(&kept), firsts(&sets));
        for firsts in [vec![1_u32, 1], vec![0, 0, 1]] {
            assert!(read::<Sets>(&written(&firsts)).is_none(), "{firsts:?}");
        }
    }

    #[test]
    fn ways_to_the_top_are_short_in_any_order() {
        const COUNT: u32 = 4096;
        let mut sets = Sets::default();
        (0..COUNT).for_each(|_| sets.add());
        for number in (1..COUNT).rev() {
            sets.join(number - 1, number);
        }
        let steps = |mut number: u32| {
            let mut steps = 0;
            while sets.parents[number as usize] != number {
                number = sets.parents[number as usize];
                steps += 1;
            }
            steps
        };
        assert!((0..COUNT).all(|number| steps(number) <= COUNT.ilog2()));
        assert!((0..COUNT).all(|number| sets.of(number) == 0));
    }
}

//! A list that everything is written to, but not everything kept.

/// A list with room behind its end, into which elements are written before it is known whether they
/// stay: whoever writes need not wait for, or guess, the answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept<T> {
    /// Those kept, and behind them whatever was there.
    elements: Vec<T>,
    count: usize,
}

impl<T: Copy + Default> Kept<T> {
    /// Makes room for so many more.
    #[inline(always)]
    pub(super) fn reserve(&mut self, more: usize) {
        if self.elements.len() < self.count + more {
            self.elements.resize(self.count + more, T::default());
        }
    }

    /// Adds an element for which there is room, if it is to be kept.
    #[inline(always)]
    pub(super) fn keep(&mut self, element: T, keep: bool) {
        if let Some(free) = self.elements.get_mut(self.count) {
            *free = element;
            self.count += usize::from(keep);
        }
    }

    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    /// Those kept.
    #[inline(always)]
    pub(super) fn all(&self) -> &[T] {
        self.elements.get(..self.count).unwrap_or_default()
    }

    pub(super) fn all_mut(&mut self) -> &mut [T] {
        self.elements.get_mut(..self.count).unwrap_or_default()
    }
}

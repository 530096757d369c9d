//! Numbers that look random and are the same at every run.

/// The generator `SplitMix64`.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("below a usize")
    }

    /// Whether something happens that does so many times in a thousand.
    pub(crate) fn chance(&mut self, permille: usize) -> bool {
        self.below(1_000) < permille
    }

    /// One of the elements.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// One of the words.
    pub(crate) fn word<'a>(&mut self, from: &'a [String]) -> &'a str {
        &from[self.below(from.len())]
    }

    /// Puts elements into a random order.
    pub(crate) fn shuffle<T>(&mut self, elements: &mut [T]) {
        for last in (1..elements.len()).rev() {
            elements.swap(last, self.below(last + 1));
        }
    }
}

/// Ranks of which the first are drawn most: the weight of a rank is one divided by it.
#[derive(Clone, Debug)]
pub(crate) struct Zipf(Vec<u64>);

impl Zipf {
    /// So many ranks, of which the first `flat` weigh about the same.
    pub(crate) fn new(ranks: usize, flat: usize) -> Zipf {
        let mut sum = 0;
        let weight = |rank: usize| (1_u64 << 40) / (rank + flat) as u64;
        let sums = (1..=ranks).map(|rank| {
            sum += weight(rank);
            sum
        });
        Zipf(sums.collect())
    }

    /// A rank, from 0.
    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let total = self.0.last().copied().expect("at least one rank");
        let drawn = random.next() % total;
        self.0.partition_point(|&sum| sum <= drawn)
    }
}

//! Templates that few things can fill: the rows of all their features, each at the place of what fills
//! it, so that none of them is hashed.

#![expect(
    clippy::inline_always,
    reason = "it is compiled for the instructions of the processor at hand only where it is inlined"
)]

use super::chain::Chain;
use super::feature::Feature;
use super::sum::{Row, Sum};

/// The rows of some templates.
#[derive(Clone, Debug)]
pub(crate) struct Scarce<const N: usize>([Box<[Row]>; N]);

impl<const N: usize> Scarce<N> {
    /// The rows of templates, from how many bits tell what fills each, and from the feature that it
    /// then makes.
    pub(crate) fn new<T: Copy>(
        chain: &Chain,
        templates: [T; N],
        bits: impl Fn(T) -> u32,
        feature: impl Fn(T, u32) -> Feature,
    ) -> Scarce<N> {
        Scarce(templates.map(|template| {
            let row = |filled| chain.rows_of([feature(template, filled)]);
            (0..1 << bits(template)).flat_map(row).collect()
        }))
    }

    /// The sum of what the templates add at a token, from what fills each there.
    #[inline(always)]
    pub(crate) fn sum(&self, filled: [u32; N]) -> Sum {
        let mut sum = Sum::default();
        for (rows, filled) in self.0.iter().zip(filled) {
            sum = sum.with(rows.get(filled as usize).copied().unwrap_or_default());
        }
        sum
    }
}

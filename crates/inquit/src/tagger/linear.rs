//! Weights of hashed features that add up, for what no short list of values can say: which words
//! stand where.

use super::feature::Feature;

/// Weights of features by the first bits of their hashes; features that share a place share a
/// weight, in training too (Weinberger et al. 2009, "Feature hashing").
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Linear {
    /// As many as a power of two, in 32nds of the logarithm of the odds; none: all are 0.
    weights: Vec<i8>,
}

impl Linear {
    /// `None` unless there are as many weights as a power of two, up to a million, or none.
    pub(crate) fn new(weights: Vec<i8>) -> Option<Linear> {
        let fits = weights.len().is_power_of_two() && weights.len() <= 1 << 20;
        (fits || weights.is_empty()).then_some(Linear { weights })
    }

    #[cfg(feature = "training")]
    pub(crate) fn weights(&self) -> &[i8] {
        &self.weights
    }

    /// The weight of a feature.
    #[inline]
    pub(crate) fn weight(&self, feature: Feature) -> i16 {
        let mask = self.weights.len().wrapping_sub(1);
        let at = feature.slot() as usize & mask;
        self.weights.get(at).copied().unwrap_or(0).into()
    }
}

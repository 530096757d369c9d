//! Features as hashes: what is seen at a token, as one number.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const FINAL: u64 = 0xBF58_476D_1CE4_E5B9;

/// What is seen at a token: the number of a template and the values that fill it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Feature(u64);

impl Feature {
    /// A template without its values.
    pub(crate) const fn template(number: u32) -> Feature {
        Feature(((number as u64) << 32 | 0x5EED).wrapping_mul(FINAL))
    }

    /// The template with one more of its values.
    #[inline]
    #[must_use]
    pub(crate) const fn with(self, value: u32) -> Feature {
        let mixed = (self.0 ^ value as u64).wrapping_mul(MULTIPLIER);
        Feature(mixed ^ mixed >> 29)
    }

    /// The first bits of the hash: its place in a table of up to 2^24 weights.
    #[inline]
    pub(crate) fn slot(self) -> u32 {
        u32::try_from(self.hash() >> 40).unwrap_or(0)
    }

    /// The last bits of the hash, to fill another feature with.
    pub(crate) fn value(self) -> u32 {
        u32::try_from(self.hash() & u64::from(u32::MAX)).unwrap_or(0)
    }

    /// The hash, every bit of which depends on every value.
    #[inline]
    pub(crate) const fn hash(self) -> u64 {
        let mixed = self.0.wrapping_mul(FINAL);
        mixed ^ mixed >> 32
    }
}

/// The hash of a word or of a part of one.
pub(crate) fn hash_word(characters: impl IntoIterator<Item = char>) -> u32 {
    let fold = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(MULTIPLIER);
    let hash = characters.into_iter().fold(FINAL, |hash, c| {
        let mixed = fold(hash, c);
        mixed ^ mixed >> 31
    });
    u32::try_from(hash >> 32).unwrap_or(0)
}

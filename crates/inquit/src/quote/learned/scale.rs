//! Distances on a coarse scale.

/// A distance in tokens, in nine steps.
pub(super) fn distance(tokens: usize) -> u8 {
    match tokens {
        0..4 => u8::try_from(tokens).unwrap_or(0),
        4..6 => 4,
        6..10 => 5,
        10..20 => 6,
        _ => 7,
    }
}

//! The exponential function of scores, from a table, so that it is the same on every machine.

/// How many units of score make one in the exponent.
pub(crate) const UNIT: u16 = 64;
/// Beyond this many units below the best nothing matters.
const RANGE: usize = 16 * UNIT as usize;

/// exp(-1/64)
const STEP: f64 = 0.984_496_437_005_408_4;

/// exp(-i/64) for each i.
const TABLE: [f32; RANGE] = table();

const fn table() -> [f32; RANGE] {
    let mut table = [0.0; RANGE];
    let mut value = 1.0_f64;
    let mut at = 0;
    while at < RANGE {
        #[expect(clippy::cast_possible_truncation, reason = "rounds to the nearest")]
        {
            table[at] = value as f32;
        }
        value *= STEP;
        at += 1;
    }
    table
}

/// exp(-units/64), never less than exp(-16).
#[inline]
pub(crate) fn falling(units: u16) -> f32 {
    TABLE.get(usize::from(units).min(RANGE - 1)).copied().unwrap_or_default()
}

/// exp(units/64), for scores of transitions.
pub(crate) fn exponential(units: i16) -> f32 {
    if units <= 0 { falling(units.unsigned_abs()) } else { 1.0 / falling(units.unsigned_abs()) }
}

/// The probability whose odds have this logarithm, in 64ths.
pub(crate) fn probability(units: i16) -> f32 {
    let falling = falling(units.unsigned_abs());
    if units < 0 { falling / (1.0 + falling) } else { 1.0 / (1.0 + falling) }
}

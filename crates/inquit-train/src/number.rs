//! Numbers by whole and simple operations only, so that training gives the same bytes everywhere.

/// Random numbers, always the same from one seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// True for this share of all calls.
    pub(crate) fn is_below(&mut self, share: f32) -> bool {
        ((self.bits() >> 40) as f32) < share * (1 << 24) as f32
    }

    /// A random order of the numbers up to `count`.
    pub(crate) fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            let other = ((u128::from(self.bits()) * (at as u128 + 1)) >> 64) as usize;
            order.swap(at, other);
        }
        order
    }
}

/// exp(x), from its series after x is brought near 0.
pub(crate) fn exp(x: f32) -> f32 {
    const LOG2_E: f32 = std::f32::consts::LOG2_E;
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    if x < -87.0 {
        return 0.0;
    }
    let x = x.min(88.0);
    let k = (x * LOG2_E + if x < 0.0 { -0.5 } else { 0.5 }) as i32;
    let r = x - k as f32 * LN_2_HIGH - k as f32 * LN_2_LOW;
    let series = 1.0
        + r * (1.0
            + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r / 720.0)))));
    series * f32::from_bits(((k + 127) as u32) << 23)
}

/// 1 / (1 + exp(-x))
pub(crate) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// ln(p / (1 - p)), by halving the interval in which it lies.
pub(crate) fn log_odds(p: f32) -> f32 {
    let (mut low, mut high) = (-20.0_f32, 20.0_f32);
    for _ in 0..60 {
        let middle = f32::midpoint(low, high);
        if sigmoid(middle) < p { low = middle } else { high = middle }
    }
    f32::midpoint(low, high)
}

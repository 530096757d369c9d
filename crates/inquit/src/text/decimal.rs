//! Whole numbers as digits, made where they are needed: ids and JSON are full of them.

/// The digits of a number, and what is left of the room for them.
pub(crate) struct Decimal {
    room: [u8; 16],
    length: usize,
}

/// The smallest number of nine digits.
const NINE: u32 = 100_000_000;

impl Decimal {
    pub(crate) fn of(number: u32) -> Decimal {
        if number < NINE {
            let (digits, length) = shown(number);
            return Decimal { room: u128::from(digits).to_le_bytes(), length };
        }
        let (head, before) = shown(number / NINE);
        let all = u128::from(head) | u128::from(eight(number % NINE) | ASCII) << (8 * before);
        Decimal { room: all.to_le_bytes(), length: before + 8 }
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.room.get(..self.length).unwrap_or_default()).unwrap_or_default()
    }

    /// Writes the digits. All of the room is copied, which takes less time than a part of it.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let length = out.len() + self.length;
        out.extend_from_slice(&self.room);
        out.truncate(length);
    }
}

/// A zero as ASCII has it, eight times.
const ASCII: u64 = 0x3030_3030_3030_3030;

/// A number of up to eight digits as text, the first in the lowest byte, and how many they are.
fn shown(number: u32) -> (u64, usize) {
    let digits = eight(number);
    let zeros = (digits.trailing_zeros() / 8).min(7);
    ((digits | ASCII) >> (8 * zeros), 8 - zeros as usize)
}

/// The eight digits of a number, the first in the lowest byte: halves, then pairs, then digits, all
/// of one size at once.
fn eight(number: u32) -> u64 {
    let halves = u64::from(number / 10_000) | u64::from(number % 10_000) << 32;
    let hundreds = ((halves * 10_486) >> 20) & 0x0000_007F_0000_007F;
    let pairs = hundreds | (halves - hundreds * 100) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
    tens | (pairs - tens * 10) << 8
}

/// The last digit of a number.
pub(crate) fn digit(number: u32) -> u8 {
    b'0' + u8::try_from(number % 10).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length() {
        let near = |number: u32| [number.saturating_sub(1), number, number.saturating_add(1)];
        let tens = (0..10).map(|power| 10_u32.pow(power));
        for number in tens.chain([12_345, 67_890_123, u32::MAX]).flat_map(near).chain(0..10_000) {
            assert_eq!(Decimal::of(number).as_str(), number.to_string());
            let mut out = b"a".to_vec();
            Decimal::of(number).write(&mut out);
            assert_eq!(out, format!("a{number}").into_bytes());
        }
    }
}

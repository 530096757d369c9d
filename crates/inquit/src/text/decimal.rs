//! Whole numbers as digits, made where they are needed: ids and JSON are full of them.

/// The digits of a number.
pub(crate) struct Decimal {
    digits: [u8; 10],
    first: usize,
}

impl Decimal {
    pub(crate) fn of(number: u32) -> Decimal {
        let mut digits = [b'0'; 10];
        let mut first = digits.len();
        let mut rest = number;
        // Two at a time: of most numbers there are few.
        for pair in digits.as_chunks_mut::<2>().0.iter_mut().rev() {
            *pair = [digit(rest / 10), digit(rest)];
            first -= 2;
            rest /= 100;
            if rest == 0 {
                first += usize::from(pair[0] == b'0');
                break;
            }
        }
        Decimal { digits, first }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.digits.get(self.first..).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
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
        for number in [0, 9, 10, 99, 12_345, u32::MAX] {
            assert_eq!(Decimal::of(number).as_str(), number.to_string());
        }
    }
}

//! Eight bytes of a text at once, the first in the lowest place.

/// One in each byte.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte, which no byte of ASCII has.
pub(crate) const HIGH: u64 = ONES << 7;

/// Not 0 in its [`HIGH`] bits if a byte of ASCII is below this one; more bits may be set, where one
/// is or where a byte is beyond ASCII.
pub(crate) fn below(bytes: u64, least: u8) -> u64 {
    bytes.wrapping_sub(ONES * u64::from(least)) & !bytes
}

/// The same if a byte is this one.
pub(crate) fn equal(bytes: u64, byte: u8) -> u64 {
    below(bytes ^ (ONES * u64::from(byte)), 1)
}

/// Eight of sixteen bytes, from the first or the ninth on.
#[inline]
pub(crate) fn eight(bytes: &[u8; 16], from: usize) -> u64 {
    let eight = bytes.get(from..).and_then(<[u8]>::first_chunk);
    eight.map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// Fewer than eight bytes at once. Of four and more the last ones may come twice; behind fewer comes
/// `fill`.
#[inline]
pub(crate) fn rest(bytes: &[u8], fill: u8) -> u64 {
    if let (Some(head), Some(end)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*end)) << 32
    } else {
        let start = ONES * u64::from(fill);
        bytes.iter().rev().fold(start, |all, &byte| all << 8 | u64::from(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_seen_in_every_place() {
        for place in 0..8 {
            for byte in 0..128_u8 {
                let mut bytes = *b"abcdefgh";
                bytes[place] = byte;
                let has = |sought: u8| bytes.contains(&sought);
                let eight = u64::from_le_bytes(bytes);
                assert_eq!(equal(eight, b'"') & HIGH != 0, has(b'"'));
                assert_eq!(equal(eight, 0) & HIGH != 0, has(0));
                assert_eq!(below(eight, b' ') & HIGH != 0, bytes.iter().any(|&it| it < b' '));
            }
        }
    }
}

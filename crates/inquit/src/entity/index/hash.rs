//! Hashes of words and of what they make up.
//!
//! They only ever serve to find a place to look at: whatever is found there is compared with the
//! text, letter by letter. So a text cannot be made that matches by its hash alone.
//!
//! A hash is the two halves of a product of 128 bits laid over each other, of 16 bytes at a time and
//! two keys. The highest byte of each key is in no UTF-8 text, so that neither factor is ever zero.

const KEYS: [u64; 4] =
    [0xFF9E_3779_B97F_4A7C, 0xFFD6_E8FE_B866_59FD, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB];

/// The hash of white space between words.
pub(super) const SPACE: u64 = KEYS[2];

/// Marks the heads that have a second word. Neither the places in tables and filters nor the bits
/// set there depend on it.
pub(super) const PAIR: u64 = 1 << 20;

const MASKS: [u128; 17] = {
    let mut masks = [0; 17];
    let mut length = 1;
    while length <= 16 {
        masks[length] = u128::MAX >> (128 - 8 * length);
        length += 1;
    }
    masks
};

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let low = product as u64;
    low ^ (product >> 64) as u64
}

/// Letters of ASCII in small and in capitals made alike, and a few signs with them.
fn alike(bytes: u128) -> u128 {
    const BIT: u128 = u128::from_le_bytes([0x20; 16]);
    bytes | (BIT & !(bytes >> 2))
}

/// The hash of a word in a text, without regard to the case of letters of ASCII.
#[inline]
pub(super) fn of_word(text: &[u8], start: usize, end: usize) -> u64 {
    let rest = text.get(start..).unwrap_or_default();
    let length = end.saturating_sub(start);
    let (Some(mask), Some(bytes)) = (MASKS.get(length), rest.first_chunk::<16>()) else {
        return of_bytes(rest.get(..length).unwrap_or(rest));
    };
    mix(length as u64, alike(u128::from_le_bytes(*bytes)) & mask)
}

/// The same of all these bytes.
pub(in crate::entity) fn of_bytes(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let (whole, rest) = bytes.as_chunks::<16>();
    for chunk in whole {
        hash = mix(hash, alike(u128::from_le_bytes(*chunk)));
    }
    if !rest.is_empty() {
        let mut last = [0; 16];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let mask = MASKS.get(rest.len()).copied().unwrap_or_default();
        hash = mix(hash, alike(u128::from_le_bytes(last)) & mask);
    }
    hash
}

fn mix(hash: u64, bytes: u128) -> u64 {
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let low = bytes as u64;
    fold(low ^ KEYS[0], (bytes >> 64) as u64 ^ KEYS[1] ^ hash)
}

/// The hash of a sequence, from that of all but its last and that of its last.
#[inline]
pub(super) fn chain(sequence: u64, next: u64) -> u64 {
    fold(sequence ^ KEYS[2], next ^ KEYS[3])
}

/// The head of aliases that have this first unit and no further word.
#[inline]
pub(super) fn single(first: u64) -> u64 {
    chain(first, KEYS[0]) & !PAIR
}

/// The head of aliases that have this first unit and this word next after it.
#[inline]
pub(super) fn pair(first: u64, second: u64) -> u64 {
    chain(first, second) | PAIR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_same_hash_wherever_it_stands() {
        let text = "Kerry, KERRY and an internationalisation: INTERNATIONALISATION of kerry";
        let all = |word: &str| -> Vec<u64> {
            let small = text.to_ascii_lowercase();
            let found = small.match_indices(word);
            found.map(|(at, _)| of_word(text.as_bytes(), at, at + word.len())).collect()
        };
        for word in ["kerry", "an", "internationalisation"] {
            let hashes = all(word);
            assert!(hashes.len() > 1, "{word}");
            assert!(hashes.iter().all(|&hash| hash == of_bytes(word.as_bytes())), "{word}");
        }
        assert_ne!(of_bytes(b"a"), of_bytes(b"a\0"));
        assert_ne!(of_bytes(&[b'a'; 16]), of_bytes(&[b'a'; 17]));
    }
}

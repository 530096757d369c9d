//! Which words of a text may be the first of a phrase: a hash of each word, and a Bloom filter of the
//! hashes of first words.
//!
//! The hash is of the first eight bytes of a word, without regard to the case of letters of ASCII,
//! and of its length. It is made of products of 32 bits, of which vector instructions compute four at
//! a time. Whoever goes by it compares letters in the end.

#![cfg_attr(target_arch = "x86_64", expect(unsafe_code, reason = "loads and stores of vectors"))]

/// Odd numbers without pattern.
const KEYS: [u32; 5] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F, 0x1656_67B1];

/// What a hash is mixed with in a filter if its word begins with a small letter of ASCII: such words
/// begin fewer phrases.
const SMALL: u64 = 0x8EBC_6AF0_9C88_C6E3;

/// The bit that tells small letters of ASCII from capitals, in each byte.
const CASE: u64 = u64::from_le_bytes([0x20; 8]);

/// A word that passes the filter.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct FirstWord {
    /// Its place among the words given.
    pub(crate) number: u32,
    pub(crate) hash: u64,
    /// The word of the filter that it was looked for in.
    pub(crate) filter: u64,
}

/// Finds the words of a text whose hashes a filter holds, or seems to; `words` are their first bytes
/// and ends. Writes them to `found`, which has room for all words, and tells how many there are.
pub(crate) fn find_first_words(
    text: &[u8],
    words: &[[u32; 2]],
    filter: &[[u8; 8]],
    found: &mut [FirstWord],
) -> usize {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has AVX2.
        return unsafe { avx2::find_first_words(text, words, filter, found) };
    }
    one_by_one(text, words, 0, filter, found, 0)
}

/// The same for words from `number` on, with so many found already.
#[inline]
fn one_by_one(
    text: &[u8],
    words: &[[u32; 2]],
    number: u32,
    filter: &[[u8; 8]],
    found: &mut [FirstWord],
    mut count: usize,
) -> usize {
    for (&[start, end], number) in words.iter().zip(number..) {
        let word = text.get(start as usize..).unwrap_or_default();
        let hash = hash_word(word, end.saturating_sub(start));
        let is_small = word.first().is_some_and(u8::is_ascii_lowercase);
        let in_filter = in_filter(hash, is_small);
        let word = filter.get(filter_place(in_filter, filter.len()));
        let filter = word.map_or(0, |word| u64::from_le_bytes(*word));
        let bits = filter_bits(in_filter);
        if let Some(found) = found.get_mut(count) {
            *found = FirstWord { number, hash, filter };
        }
        count += usize::from(filter & bits == bits);
    }
    count
}

/// The hash of a word at the beginning of a text, of so many bytes.
#[inline]
pub(crate) fn hash_word(text: &[u8], length: u32) -> u64 {
    let bytes = text.first_chunk().map_or_else(|| last_bytes(text), |all| u64::from_le_bytes(*all));
    let alike = bytes | CASE & !(bytes >> 2);
    let word = alike & u64::MAX >> (64 - 8 * length.clamp(1, 8));
    let low = low_half(word) ^ KEYS[0];
    let high = low_half(word >> 32) ^ length.wrapping_mul(KEYS[0]) ^ KEYS[2];
    // The best bits of a product are in its middle: both halves of a hash get some of every letter.
    let hash = product(low, KEYS[1]) ^ product(high, KEYS[3]).rotate_left(32);
    hash ^ product(low_half(hash ^ hash >> 32), KEYS[4]).rotate_left(32)
}

#[inline]
fn low_half(number: u64) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[inline]
fn product(a: u32, b: u32) -> u64 {
    u64::from(a) * u64::from(b)
}

/// Fewer than eight bytes, such as are left at the end of a text, and zeros.
pub(crate) fn last_bytes(rest: &[u8]) -> u64 {
    let length = rest.len();
    if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
        // Where the two overlap they are the same.
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (length.min(8) - 4));
        return u64::from(u32::from_le_bytes(*first)) | last;
    }
    let byte = |at: usize| rest.get(at).map_or(0, |&byte| u64::from(byte) << (8 * at));
    byte(0) | byte(1) | byte(2)
}

/// A hash as filters hold it, for words that begin with a small letter of ASCII or do not.
#[inline]
pub(crate) fn in_filter(hash: u64, is_small: bool) -> u64 {
    hash ^ SMALL & 0_u64.wrapping_sub(u64::from(is_small))
}

/// Which of so many words of a filter a hash belongs into.
#[inline]
pub(crate) fn filter_place(hash: u64, words: usize) -> usize {
    (((hash >> 32) * words as u64) >> 32) as usize
}

/// The bits of it that a hash sets.
#[inline]
pub(crate) fn filter_bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
}

#[cfg(target_arch = "x86_64")]
mod avx2 {
    use std::arch::x86_64::{
        __m256i, _mm256_and_si256, _mm256_andnot_si256, _mm256_cmpgt_epi64, _mm256_loadu_si256,
        _mm256_min_epu32, _mm256_mul_epu32, _mm256_or_si256, _mm256_set1_epi64x,
        _mm256_shuffle_epi32, _mm256_slli_epi64, _mm256_sllv_epi64, _mm256_srli_epi64,
        _mm256_srlv_epi64, _mm256_storeu_si256, _mm256_sub_epi64, _mm256_xor_si256,
    };

    use super::{CASE, FirstWord, KEYS, SMALL, one_by_one};

    #[target_feature(enable = "avx2")]
    pub(super) fn find_first_words(
        text: &[u8],
        words: &[[u32; 2]],
        filter: &[[u8; 8]],
        found: &mut [FirstWord],
    ) -> usize {
        let size = all(u64::from(u32::try_from(filter.len()).unwrap_or(u32::MAX)));
        // Words with eight bytes of text from their first on: all, but for the last of a text.
        let has_eight = |[start, _]: &[u32; 2]| *start as usize + 8 <= text.len();
        let (words, last) =
            words.split_at(words.iter().rposition(has_eight).map_or(0, |at| at + 1));
        let mut looked = [Looked::default(); AT_A_TIME];
        let mut count = 0;
        let mut number = 0;
        let (fours, rest) = words.as_chunks::<4>();
        for fours in fours.chunks(AT_A_TIME) {
            // In two steps, so that there is always enough to do that waits for nothing.
            for (four, looked) in fours.iter().zip(&mut looked) {
                let bytes = four.map(|[start, _]| {
                    let word = text.get(start as usize..).and_then(<[u8]>::first_chunk);
                    word.map_or(0, |bytes| u64::from_le_bytes(*bytes))
                });
                *looked = look(bytes, four, size);
            }
            for looked in looked.iter().take(fours.len()) {
                for ((&hash, place), bits) in
                    looked.hashes.iter().zip(looked.places).zip(looked.bits)
                {
                    let word = filter.get(usize::try_from(place).unwrap_or(usize::MAX));
                    let filter = word.map_or(0, |word| u64::from_le_bytes(*word));
                    if let Some(found) = found.get_mut(count) {
                        *found = FirstWord { number, hash, filter };
                    }
                    count += usize::from(filter & bits == bits);
                    number += 1;
                }
            }
        }
        count = one_by_one(text, rest, number, filter, found, count);
        number += u32::try_from(rest.len()).unwrap_or(u32::MAX);
        one_by_one(text, last, number, filter, found, count)
    }

    /// So many times four words are looked for in one go.
    const AT_A_TIME: usize = 16;

    /// The hashes of four words, their places in a filter, and the bits to look for there.
    #[derive(Clone, Copy, Default)]
    struct Looked {
        hashes: [u64; 4],
        places: [u64; 4],
        bits: [u64; 4],
    }

    #[target_feature(enable = "avx2")]
    #[inline]
    fn look(bytes: [u64; 4], words: &[[u32; 2]; 4], size: __m256i) -> Looked {
        // SAFETY: it reads the 32 bytes of `words`; an unaligned load may.
        let words = unsafe { _mm256_loadu_si256(words.as_ptr().cast()) };
        // SAFETY: it reads the 32 bytes of `bytes`; an unaligned load may.
        let bytes = unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) };
        let start = _mm256_and_si256(words, all(u64::from(u32::MAX)));
        let length = _mm256_sub_epi64(_mm256_srli_epi64::<32>(words), start);
        let hash = hash(bytes, length);
        let letter = _mm256_and_si256(bytes, all(0xFF));
        let from = _mm256_cmpgt_epi64(letter, all(u64::from(b'a') - 1));
        let small = _mm256_and_si256(from, _mm256_cmpgt_epi64(all(u64::from(b'z') + 1), letter));
        let in_filter = _mm256_xor_si256(hash, _mm256_and_si256(small, all(SMALL)));
        let place = _mm256_mul_epu32(_mm256_srli_epi64::<32>(in_filter), size);
        let bit = |at: __m256i| _mm256_sllv_epi64(all(1), _mm256_and_si256(at, all(63)));
        let bits = _mm256_or_si256(bit(in_filter), bit(_mm256_srli_epi64::<6>(in_filter)));
        Looked {
            hashes: numbers(hash),
            places: numbers(_mm256_srli_epi64::<32>(place)),
            bits: numbers(bits),
        }
    }

    /// As [`hash_word`](super::hash_word).
    #[target_feature(enable = "avx2")]
    fn hash(bytes: __m256i, length: __m256i) -> __m256i {
        let alike =
            _mm256_or_si256(bytes, _mm256_andnot_si256(_mm256_srli_epi64::<2>(bytes), all(CASE)));
        let kept = _mm256_slli_epi64::<3>(_mm256_min_epu32(length, all(8)));
        let mask = _mm256_srlv_epi64(all(u64::MAX), _mm256_sub_epi64(all(64), kept));
        let word = _mm256_and_si256(alike, mask);
        let key = |at: usize| all(u64::from(KEYS[at]));
        // Products are of the lower halves only.
        let product = _mm256_mul_epu32(_mm256_xor_si256(word, key(0)), key(1));
        let high =
            _mm256_xor_si256(_mm256_srli_epi64::<32>(word), _mm256_mul_epu32(length, key(0)));
        let other = _mm256_mul_epu32(_mm256_xor_si256(high, key(2)), key(3));
        let hash = _mm256_xor_si256(product, rotate_half(other));
        let both = _mm256_xor_si256(hash, _mm256_srli_epi64::<32>(hash));
        _mm256_xor_si256(hash, rotate_half(_mm256_mul_epu32(both, key(4))))
    }

    #[target_feature(enable = "avx2")]
    fn rotate_half(vector: __m256i) -> __m256i {
        _mm256_shuffle_epi32::<0b10_11_00_01>(vector)
    }

    #[target_feature(enable = "avx2")]
    fn all(number: u64) -> __m256i {
        _mm256_set1_epi64x(number.cast_signed())
    }

    #[target_feature(enable = "avx2")]
    fn numbers(vector: __m256i) -> [u64; 4] {
        let mut numbers = [0; 4];
        // SAFETY: it writes the 32 bytes of `numbers`; an unaligned store may.
        unsafe { _mm256_storeu_si256(numbers.as_mut_ptr().cast(), vector) };
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_same_hash_wherever_it_stands() {
        let text = b"kerry, KERRY; kerry! KErry";
        let expected = hash_word(b"Kerry", 5);
        for at in [0, 7, 14, 21] {
            assert_eq!(hash_word(&text[at..], 5), expected, "at {at}");
        }
        assert_ne!(hash_word(b"aaaaaaaaa", 8), hash_word(b"aaaaaaaaa", 9));
        assert_eq!((last_bytes(b"abcde"), last_bytes(b"ab")), (0x65_6463_6261, 0x6261));
    }

    #[test]
    fn vectors_find_what_is_found_one_by_one() {
        let text: Vec<u8> = (0..2_000_u32).map(|at| (at * at / 7 % 251) as u8).collect();
        for shift in 0..40 {
            // Of every length, up to the end of the text and beyond.
            let words: Vec<[u32; 2]> = (0..150_u32)
                .map(|number| (number * 13 + shift, number % 40 + 1))
                .map(|(start, length)| [start, start + length])
                .collect();
            for filter_words in [0, 1, 3, 64] {
                let filter: Vec<[u8; 8]> = (0..filter_words)
                    .map(|at: u64| {
                        (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 0x0F0F << (at % 48)).to_le_bytes()
                    })
                    .collect();
                let mut expected = vec![FirstWord::default(); words.len()];
                let mut found = expected.clone();
                let count = one_by_one(&text, &words, 0, &filter, &mut expected, 0);
                assert_eq!(find_first_words(&text, &words, &filter, &mut found), count);
                assert_eq!(found[..count], expected[..count]);
                assert!(filter_words < 3 || (1..150).contains(&count), "{count} pass");
            }
        }
    }
}

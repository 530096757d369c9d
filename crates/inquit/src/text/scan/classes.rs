//! Classes of the bytes of a text, 64 at a time.
//!
//! Most of the time that goes into finding words goes into looking at letters one by one. Vector
//! instructions look at 16 or 32 of them at once; which ones there are is asked when the program
//! runs. Every way of doing it gives the same masks, and a test holds them against each other.
//!
//! Classes are those of ASCII. What needs the rules of Unicode is only marked as such, for its
//! reader to look at: in news, one byte in a hundred.

#![expect(unsafe_code, reason = "loads of vectors, and calls of code for the processor at hand")]

/// The classes of 64 bytes: bit `i` of a mask is set where byte `i` belongs to the class.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Masks {
    /// Letters, digits and the underscore of ASCII.
    pub(crate) word: u64,
    /// Bytes of other characters, and the apostrophe.
    pub(crate) odd: u64,
}

/// How many bytes are classified together.
pub(crate) const BLOCK: usize = 64;

/// Classifies bytes in blocks, in place of what was in `masks`; the last block is filled with zeros,
/// which belong to no class.
pub(crate) fn classify(bytes: &[u8], masks: &mut Vec<Masks>) {
    masks.clear();
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    blocks_of(blocks, masks);
    if !rest.is_empty() {
        let mut last = [0; BLOCK];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        blocks_of(&[last], masks);
    }
}

fn blocks_of(blocks: &[[u8; BLOCK]], masks: &mut Vec<Masks>) {
    #[cfg(target_arch = "x86_64")]
    {
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2.
            unsafe { avx2::classify(blocks, masks) };
        } else {
            // SAFETY: SSE2 is part of x86-64.
            unsafe { sse2::classify(blocks, masks) };
        }
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: NEON is part of aarch64.
    unsafe {
        neon::classify(blocks, masks);
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    scalar::classify(blocks, masks);
}

/// One byte after the other: the definition, and the way where there are no vectors.
#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
mod scalar {
    use super::{BLOCK, Masks};

    pub(super) fn classify(blocks: &[[u8; BLOCK]], masks: &mut Vec<Masks>) {
        masks.extend(blocks.iter().map(|block| {
            let mask = |holds: fn(&u8) -> bool| {
                block.iter().rev().fold(0, |mask, byte| mask << 1 | u64::from(holds(byte)))
            };
            Masks {
                word: mask(|&byte| byte.is_ascii_alphanumeric() || byte == b'_'),
                odd: mask(|&byte| !byte.is_ascii() || byte == b'\''),
            }
        }));
    }
}

#[cfg(target_arch = "x86_64")]
mod avx2 {
    use std::arch::x86_64::{
        __m256i, _mm256_and_si256, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_loadu_si256,
        _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8,
    };

    use super::{BLOCK, Masks};

    #[target_feature(enable = "avx2")]
    pub(super) fn classify(blocks: &[[u8; BLOCK]], masks: &mut Vec<Masks>) {
        masks.extend(blocks.iter().map(|block| {
            let (halves, _) = block.as_chunks::<32>();
            let mut of_block = Masks::default();
            for (half, at) in halves.iter().zip([0, 32]) {
                // SAFETY: it reads the 32 bytes of `half`; an unaligned load may.
                let bytes = unsafe { _mm256_loadu_si256(half.as_ptr().cast()) };
                let letter = within(_mm256_or_si256(bytes, all(0x20)), b'a', b'z');
                let digit = within(bytes, b'0', b'9');
                let underscore = _mm256_cmpeq_epi8(bytes, all(b'_'));
                let apostrophe = _mm256_cmpeq_epi8(bytes, all(b'\''));
                let word = _mm256_or_si256(_mm256_or_si256(letter, digit), underscore);
                of_block.word |= bits(word) << at;
                // The highest bit of a byte that is not ASCII is set already.
                of_block.odd |= bits(_mm256_or_si256(bytes, apostrophe)) << at;
            }
            of_block
        }));
    }

    #[target_feature(enable = "avx2")]
    fn all(byte: u8) -> __m256i {
        _mm256_set1_epi8(byte.cast_signed())
    }

    /// Where bytes are in a range of ASCII; others are negative and in none.
    #[target_feature(enable = "avx2")]
    fn within(bytes: __m256i, first: u8, last: u8) -> __m256i {
        let from = _mm256_cmpgt_epi8(bytes, all(first - 1));
        _mm256_and_si256(from, _mm256_cmpgt_epi8(all(last + 1), bytes))
    }

    #[target_feature(enable = "avx2")]
    fn bits(bytes: __m256i) -> u64 {
        u64::from(_mm256_movemask_epi8(bytes).cast_unsigned())
    }
}

#[cfg(target_arch = "x86_64")]
mod sse2 {
    use std::arch::x86_64::{
        __m128i, _mm_and_si128, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_loadu_si128, _mm_movemask_epi8,
        _mm_or_si128, _mm_set1_epi8,
    };

    use super::{BLOCK, Masks};

    #[target_feature(enable = "sse2")]
    pub(super) fn classify(blocks: &[[u8; BLOCK]], masks: &mut Vec<Masks>) {
        masks.extend(blocks.iter().map(|block| {
            let (quarters, _) = block.as_chunks::<16>();
            let mut of_block = Masks::default();
            for (quarter, at) in quarters.iter().zip([0, 16, 32, 48]) {
                // SAFETY: it reads the 16 bytes of `quarter`; an unaligned load may.
                let bytes = unsafe { _mm_loadu_si128(quarter.as_ptr().cast()) };
                let letter = within(_mm_or_si128(bytes, all(0x20)), b'a', b'z');
                let digit = within(bytes, b'0', b'9');
                let underscore = _mm_cmpeq_epi8(bytes, all(b'_'));
                let apostrophe = _mm_cmpeq_epi8(bytes, all(b'\''));
                let word = _mm_or_si128(_mm_or_si128(letter, digit), underscore);
                of_block.word |= bits(word) << at;
                of_block.odd |= bits(_mm_or_si128(bytes, apostrophe)) << at;
            }
            of_block
        }));
    }

    #[target_feature(enable = "sse2")]
    fn all(byte: u8) -> __m128i {
        _mm_set1_epi8(byte.cast_signed())
    }

    #[target_feature(enable = "sse2")]
    fn within(bytes: __m128i, first: u8, last: u8) -> __m128i {
        let from = _mm_cmpgt_epi8(bytes, all(first - 1));
        _mm_and_si128(from, _mm_cmpgt_epi8(all(last + 1), bytes))
    }

    #[target_feature(enable = "sse2")]
    fn bits(bytes: __m128i) -> u64 {
        u64::from(_mm_movemask_epi8(bytes).cast_unsigned())
    }
}

#[cfg(target_arch = "aarch64")]
mod neon {
    use std::arch::aarch64::{
        uint8x16_t, vaddvq_u16, vandq_u8, vceqq_u8, vcgeq_u8, vcleq_u8, vdupq_n_u8, vextq_u8,
        vld1q_u8, vorrq_u8, vreinterpretq_u16_u8, vzip1q_u8,
    };

    use super::{BLOCK, Masks};

    #[target_feature(enable = "neon")]
    pub(super) fn classify(blocks: &[[u8; BLOCK]], masks: &mut Vec<Masks>) {
        masks.extend(blocks.iter().map(|block| {
            let (quarters, _) = block.as_chunks::<16>();
            let mut of_block = Masks::default();
            for (quarter, at) in quarters.iter().zip([0, 16, 32, 48]) {
                // SAFETY: it reads the 16 bytes of `quarter`.
                let bytes = unsafe { vld1q_u8(quarter.as_ptr()) };
                let letter = within(vorrq_u8(bytes, vdupq_n_u8(0x20)), b'a', b'z');
                let digit = within(bytes, b'0', b'9');
                let underscore = vceqq_u8(bytes, vdupq_n_u8(b'_'));
                let apostrophe = vceqq_u8(bytes, vdupq_n_u8(b'\''));
                let far = vcgeq_u8(bytes, vdupq_n_u8(0x80));
                of_block.word |= bits(vorrq_u8(vorrq_u8(letter, digit), underscore)) << at;
                of_block.odd |= bits(vorrq_u8(far, apostrophe)) << at;
            }
            of_block
        }));
    }

    #[target_feature(enable = "neon")]
    fn within(bytes: uint8x16_t, first: u8, last: u8) -> uint8x16_t {
        let from = vcgeq_u8(bytes, vdupq_n_u8(first));
        vandq_u8(from, vcleq_u8(bytes, vdupq_n_u8(last)))
    }

    /// One bit of each byte, all of which are set in it or none: each keeps the bit of its place
    /// among eight; byte `i` and byte `i + 8` side by side make a number of 16 bits, and the sum of
    /// the eight numbers has the bits of all.
    #[target_feature(enable = "neon")]
    fn bits(bytes: uint8x16_t) -> u64 {
        const PLACES: [u8; 16] = [1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128];
        // SAFETY: it reads the 16 bytes of `PLACES`.
        let places = unsafe { vld1q_u8(PLACES.as_ptr()) };
        let kept = vandq_u8(bytes, places);
        let paired = vzip1q_u8(kept, vextq_u8::<8>(kept, kept));
        u64::from(vaddvq_u16(vreinterpretq_u16_u8(paired)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Kernel = fn(&[[u8; BLOCK]], &mut Vec<Masks>);

    /// Bytes of every value, in an order without pattern.
    fn bytes(count: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        std::iter::repeat_with(next).take(count).collect()
    }

    fn kernels() -> Vec<(&'static str, Kernel)> {
        let mut kernels: Vec<(&str, Kernel)> = vec![("the one at hand", blocks_of)];
        #[cfg(target_arch = "x86_64")]
        // SAFETY: SSE2 is part of x86-64.
        kernels.push(("SSE2", |blocks, masks| unsafe { sse2::classify(blocks, masks) }));
        kernels
    }

    #[test]
    fn every_kernel_gives_the_same_masks() {
        let bytes = bytes(64 * 70);
        for (name, kernel) in kernels() {
            // Each alignment, and each byte in each place of a block.
            for offset in 0..BLOCK {
                let (blocks, _) = bytes[offset..].as_chunks();
                let (mut expected, mut found) = (Vec::new(), Vec::new());
                scalar::classify(blocks, &mut expected);
                kernel(blocks, &mut found);
                assert_eq!(found, expected, "{name}, offset {offset}");
            }
            let every: Vec<[u8; BLOCK]> = (0..=u8::MAX).map(|byte| [byte; BLOCK]).collect();
            let (mut expected, mut found) = (Vec::new(), Vec::new());
            scalar::classify(&every, &mut expected);
            kernel(&every, &mut found);
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn every_length_is_classified_to_its_end() {
        let bytes = bytes(300);
        let mut masks = Vec::new();
        for length in 0..bytes.len() {
            classify(&bytes[..length], &mut masks);
            assert_eq!(masks.len(), length.div_ceil(BLOCK));
            for at in 0..masks.len() * BLOCK {
                let byte = bytes[..length].get(at).copied().unwrap_or(0);
                let (block, bit) = (masks[at / BLOCK], 1 << (at % BLOCK));
                let word = byte.is_ascii_alphanumeric() || byte == b'_';
                assert_eq!(block.word & bit != 0, word, "byte {at} of {length}");
                assert_eq!(block.odd & bit != 0, byte >= 0x80 || byte == b'\'');
            }
        }
    }
}

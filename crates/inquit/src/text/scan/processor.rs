//! Asking the processor for more than the language does.

#![cfg_attr(
    target_arch = "x86_64",
    expect(unsafe_code, reason = "calls of code for the processor at hand, and prefetching")
)]

/// Asks for the memory at this place, which will soon be read. Changes nothing but the time it takes.
#[inline]
pub(crate) fn prefetch<T>(place: Option<&T>) {
    #[cfg(target_arch = "x86_64")]
    if let Some(place) = place {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: SSE is part of x86-64, and a prefetch reads nothing that the program can see.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(std::ptr::from_ref(place).cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = place;
}

/// Work that gains from wide registers, or from instructions that find, clear and shift bits in one
/// step.
pub(crate) trait Work {
    /// What comes of it, the same with any instructions.
    type Output;

    /// Does the work; to be inlined always, so that it is compiled for these instructions.
    fn work(self) -> Self::Output;
}

/// Does work, compiled for the instructions of the processor at hand.
pub(crate) fn with_best_instructions<W: Work>(work: W) -> W::Output {
    #[cfg(target_arch = "x86_64")]
    {
        #[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
        fn run<W: Work>(work: W) -> W::Output {
            work.work()
        }
        if std::arch::is_x86_feature_detected!("avx2")
            && std::arch::is_x86_feature_detected!("bmi1")
            && std::arch::is_x86_feature_detected!("bmi2")
            && std::arch::is_x86_feature_detected!("lzcnt")
            && std::arch::is_x86_feature_detected!("popcnt")
        {
            // SAFETY: the processor has all of them.
            return unsafe { run(work) };
        }
    }
    work.work()
}

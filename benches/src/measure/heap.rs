//! Counts what is allocated.
#![expect(unsafe_code, reason = "an allocator cannot be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering};

/// The allocator of the system; counts while [`heap_of`] runs, and costs next to nothing else.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static IS_ON: AtomicBool = AtomicBool::new(false);
static LIVE: AtomicIsize = AtomicIsize::new(0);
/// One count at a time.
static COUNT: Mutex<()> = Mutex::new(());

/// How many bytes, as asked for, a function allocates and does not give back; its result counts.
///
/// What other threads allocate meanwhile counts too.
pub(crate) fn heap_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let _count = COUNT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    LIVE.store(0, Ordering::Relaxed);
    IS_ON.store(true, Ordering::Relaxed);
    let result = work();
    IS_ON.store(false, Ordering::Relaxed);
    (result, usize::try_from(LIVE.load(Ordering::Relaxed)).unwrap_or(0))
}

/// Sizes are below `isize::MAX`, as `Layout` promises.
fn count(bytes: usize, gone: usize) {
    if IS_ON.load(Ordering::Relaxed) {
        LIVE.fetch_add(bytes.cast_signed() - gone.cast_signed(), Ordering::Relaxed);
    }
}

// SAFETY: every call is handed on to the allocator of the system as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller keeps the promises of this function, which are the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as above; the pointer is one that the system gave.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

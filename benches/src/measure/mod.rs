//! Time and memory.

mod clock;
mod heap;
mod machine;

pub(crate) use self::clock::{Seconds, Stopwatch, median};
pub(crate) use self::heap::heap_of;
pub(crate) use self::machine::{Machine, today};

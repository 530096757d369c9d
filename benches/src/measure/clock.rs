//! The time that threads have run.
//!
//! On a machine that does other things as well, the time on the wall measures those.

/// A time, in seconds.
pub(crate) type Seconds = f64;

/// Measures the time that this thread runs, or all threads of this process.
#[derive(Debug)]
pub(crate) struct Stopwatch {
    clock: Clock,
    start: Seconds,
}

#[derive(Clone, Copy, Debug)]
enum Clock {
    Thread,
    Process,
}

impl Stopwatch {
    /// Starts; what other threads do does not count.
    pub(crate) fn of_thread() -> Stopwatch {
        Stopwatch { clock: Clock::Thread, start: Clock::Thread.time() }
    }

    /// Starts; what other threads do counts as well.
    pub(crate) fn of_process() -> Stopwatch {
        Stopwatch { clock: Clock::Process, start: Clock::Process.time() }
    }

    /// What has run since.
    pub(crate) fn seconds(&self) -> Seconds {
        self.clock.time() - self.start
    }
}

impl Clock {
    #[cfg(unix)]
    fn time(self) -> Seconds {
        let time = rustix::time::clock_gettime(match self {
            Clock::Thread => rustix::time::ClockId::ThreadCPUTime,
            Clock::Process => rustix::time::ClockId::ProcessCPUTime,
        });
        std::time::Duration::try_from(time).expect("a time since it began").as_secs_f64()
    }

    /// Where the system is not asked: the time on the wall, since the first call.
    #[cfg(not(unix))]
    fn time(self) -> Seconds {
        static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        START.get_or_init(std::time::Instant::now).elapsed().as_secs_f64()
    }
}

/// The one in the middle; of an even number the later of the two.
///
/// # Panics
///
/// Without any.
pub(crate) fn median(times: &[Seconds]) -> Seconds {
    let mut sorted = times.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

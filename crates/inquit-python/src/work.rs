//! Runs work of the core without the GIL, ready to be interrupted, and with no way for a panic out.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

use crate::errors::{InquitError, Place, exception};

/// How often work that takes long looks whether the user has pressed Ctrl-C.
const POLL: Duration = Duration::from_millis(50);

/// A text of so many bytes is read in a few hundredths of a second, after which Python itself looks.
const SHORT: usize = 256 << 10;

/// Whether a text of so many bytes is such a one.
pub(crate) fn is_short(bytes: usize) -> bool {
    bytes <= SHORT
}

/// Runs work that is over soon, or has no need to be interrupted.
pub(crate) fn inline<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(work))).map_err(|panic| internal(py, panic.as_ref()))
}

/// Runs work on a text of so many bytes.
pub(crate) fn on_text<T: Send + 'static>(
    py: Python<'_>,
    bytes: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if is_short(bytes) { inline(py, work) } else { long(py, |_| work()) }
}

/// Runs work of any length on a thread of its own, and leaves it behind when a signal handler
/// raises, as that of Ctrl-C does. The flag then tells it to stop.
pub(crate) fn long<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&AtomicBool) -> T + Send + 'static,
) -> PyResult<T> {
    let stop = Arc::new(AtomicBool::new(false));
    let (sender, mut receiver) = mpsc::sync_channel(1);
    let flag = Arc::clone(&stop);
    let started = thread::Builder::new().name("inquit".to_owned()).spawn(move || {
        // Nobody receives once the caller was interrupted.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(|| work(&flag))));
    });
    if let Err(error) = started {
        let message = format!("cannot start a thread: {error}");
        return Err(exception::<InquitError>(py, message, Place::default()));
    }
    loop {
        let answer;
        (receiver, answer) = py.detach(move || {
            let answer = receiver.recv_timeout(POLL);
            (receiver, answer)
        });
        match answer {
            Ok(Ok(done)) => return Ok(done),
            Ok(Err(panic)) => return Err(internal(py, panic.as_ref())),
            Err(RecvTimeoutError::Timeout) => {
                if let Err(interrupt) = py.check_signals() {
                    stop.store(true, Ordering::Relaxed);
                    return Err(interrupt);
                }
            }
            Err(RecvTimeoutError::Disconnected) => return Err(internal(py, &"the thread ended")),
        }
    }
}

/// The exception for a panic, which is a bug of ours and must not end the program of our user.
fn internal(py: Python<'_>, panic: &(dyn Any + Send)) -> PyErr {
    let text = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let message = format!("a bug in inquit, please report it: {text}");
    exception::<InquitError>(py, message, Place::default())
}

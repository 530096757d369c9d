//! How far a long run is.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on the error stream, which appears when a run turns out to be long.
pub(crate) struct Progress {
    bar: ProgressBar,
    start: Instant,
    /// Drawn from then on; never if there is none.
    target: Option<ProgressDrawTarget>,
}

/// How long a run may take without a word.
const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    /// Of a run over so many bytes, if that is known; only ever seen where it is `visible`.
    pub(crate) fn new(bytes: Option<u64>, visible: bool) -> Progress {
        let target = visible.then(|| ProgressDrawTarget::stderr_with_hz(8));
        Progress::on(target, bytes)
    }

    fn on(target: Option<ProgressDrawTarget>, bytes: Option<u64>) -> Progress {
        let bar = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::hidden());
        let template = match bytes {
            Some(_) => "{bar:30} {percent:>3} %  {msg} documents, {eta} left",
            None => "{decimal_bytes} read, {msg} documents, {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("━╸ "));
        }
        Progress { bar, start: Instant::now(), target }
    }

    /// Says that so much has been done.
    pub(crate) fn update(&mut self, bytes: u64, documents: u64) {
        self.update_after(self.start.elapsed(), bytes, documents);
    }

    fn update_after(&mut self, elapsed: Duration, bytes: u64, documents: u64) {
        if elapsed >= PATIENCE
            && let Some(target) = self.target.take()
        {
            self.bar.set_draw_target(target);
        }
        self.bar.set_message(documents.to_string());
        self.bar.set_position(bytes);
    }

    /// Does something that writes to the terminal, with the bar out of the way.
    pub(crate) fn aside<T>(&self, act: impl FnOnce() -> T) -> T {
        self.bar.suspend(act)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex, PoisonError};

    use indicatif::TermLike;

    use super::*;

    /// A terminal that remembers what was written.
    #[derive(Clone, Debug, Default)]
    struct Paper(Arc<Mutex<String>>);

    impl Paper {
        fn text(&self) -> String {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
        }
    }

    impl TermLike for Paper {
        fn width(&self) -> u16 {
            80
        }

        fn write_str(&self, text: &str) -> io::Result<()> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
            Ok(())
        }

        fn write_line(&self, line: &str) -> io::Result<()> {
            self.write_str(line)
        }

        fn clear_line(&self) -> io::Result<()> {
            self.write_str("<cleared>")
        }

        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn progress_on(paper: &Paper, bytes: Option<u64>) -> Progress {
        Progress::on(Some(ProgressDrawTarget::term_like(Box::new(paper.clone()))), bytes)
    }

    #[test]
    fn a_short_run_passes_without_a_word() {
        let paper = Paper::default();
        let mut progress = progress_on(&paper, Some(1000));
        progress.update_after(PATIENCE / 2, 500, 7);
        drop(progress);
        assert_eq!(paper.text(), "");
    }

    #[test]
    fn a_long_run_shows_how_far_it_is_and_leaves_nothing_behind() {
        let paper = Paper::default();
        let mut progress = progress_on(&paper, Some(1000));
        progress.update_after(PATIENCE, 500, 7);
        progress.update_after(PATIENCE, 500, 7);
        assert!(paper.text().contains("50 %  7 documents"), "{}", paper.text());
        drop(progress);
        assert!(paper.text().ends_with("<cleared>"), "{}", paper.text());
    }

    #[test]
    fn a_run_of_unknown_length_shows_how_much_is_done() {
        let paper = Paper::default();
        let mut progress = progress_on(&paper, None);
        progress.update_after(PATIENCE, 3000, 7);
        progress.update_after(PATIENCE, 3000, 7);
        assert!(paper.text().contains("3.00 kB read, 7 documents"), "{}", paper.text());
    }
}

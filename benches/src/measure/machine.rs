//! On what, of what and when something was measured.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

/// The circumstances of a measurement; what the system does not tell is "unknown".
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    /// The processor.
    pub(crate) processor: String,
    /// How many threads it runs at once.
    pub(crate) threads: usize,
    /// What kind of system.
    pub(crate) system: String,
    /// The processes that were ready to run, on average over the last minute.
    pub(crate) load: String,
    /// The compiler.
    pub(crate) compiler: String,
    /// What of this project was measured; marked if files had been changed since.
    pub(crate) commit: String,
}

impl Machine {
    /// This one, now.
    pub(crate) fn here() -> Machine {
        let unknown = || "unknown".to_owned();
        let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let processor =
            cpus.lines().find_map(|line| line.strip_prefix("model name")?.split(':').nth(1));
        let load = std::fs::read_to_string("/proc/loadavg").ok();
        Machine {
            processor: processor.map_or_else(unknown, |name| name.trim().to_owned()),
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            load: load
                .and_then(|it| it.split(' ').next().map(str::to_owned))
                .unwrap_or_else(unknown),
            compiler: printed_by("rustc", &["--version"]).unwrap_or_else(unknown),
            commit: printed_by("git", &["describe", "--always", "--dirty", "--abbrev=12"])
                .unwrap_or_else(unknown),
        }
    }
}

fn printed_by(program: &str, arguments: &[&str]) -> Option<String> {
    let folder = env!("CARGO_MANIFEST_DIR");
    let output = Command::new(program).args(arguments).current_dir(folder).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !printed.is_empty()).then_some(printed)
}

/// The date in UTC, as `2026-11-23`.
pub(crate) fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    date_of(since.as_secs() / 86_400)
}

/// The date so many days after the first of January 1970.
fn date_of(mut days: u64) -> String {
    let mut year = 1970;
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let length = |year| if is_leap(year) { 366 } else { 365 };
    while days >= length(year) {
        days -= length(year);
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn days_become_dates() {
        let dates =
            [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_780, "2026-11-23")];
        for (days, date) in dates {
            assert_eq!(date_of(days), date);
        }
    }
}

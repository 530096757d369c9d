//! `cargo run --release -p inquit-bench -- matcher`.

use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    match inquit_bench::run(std::env::args_os(), &mut stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(usage) = error.downcast_ref::<clap::Error>() {
                usage.exit();
            }
            // Where there is no standard error, the exit code says enough.
            let _ = writeln!(stderr(), "inquit-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

//! The `inquit` command.

use inquit_cli::{Streams, run};

fn main() -> std::process::ExitCode {
    run(std::env::args_os(), Streams::of_process()).into()
}

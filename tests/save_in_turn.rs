//! Saves two linkers in turn to the path it is given, for ever, and says each time that it has.

use std::io::Write;

use inquit_tests::linkers;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("give the path to save to")?;
    let linkers = linkers();
    let mut out = std::io::stdout();
    loop {
        for linker in &linkers {
            linker.save(&path)?;
            writeln!(out, "saved")?;
        }
    }
}

//! Rows on the output, and in a record.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::arguments::Output;
use crate::measure::{Machine, today};

/// One measured line.
pub(super) trait Row: Serialize {
    /// The heads of the columns.
    const HEAD: &'static [&'static str];

    /// What stands in the columns.
    fn cells(&self) -> Vec<String>;
}

/// Rows are printed as they come; a record is written at the end.
pub(super) struct Report<'o> {
    out: &'o mut dyn Write,
    output: Output,
    name: &'static str,
    machine: Machine,
    table: String,
    json: String,
}

impl<'o> Report<'o> {
    /// A report of the command of this name.
    pub(super) fn new(name: &'static str, output: &Output, out: &'o mut dyn Write) -> Report<'o> {
        let machine = Machine::here();
        Report {
            out,
            output: output.clone(),
            name,
            machine,
            table: String::new(),
            json: String::new(),
        }
    }

    pub(super) fn row<R: Row>(&mut self, row: &R) -> Result<(), Box<dyn Error>> {
        let before = self.table.len();
        if self.table.is_empty() {
            line(&mut self.table, R::HEAD.iter());
            line(&mut self.table, R::HEAD.iter().map(|_| "---"));
        }
        line(&mut self.table, row.cells().iter());
        let json = serde_json::to_string(row)?;
        if self.output.json {
            writeln!(self.out, "{json}")?;
        } else {
            write!(self.out, "{}", &self.table[before..])?;
        }
        self.out.flush()?;
        self.json.push_str(&json);
        self.json.push('\n');
        Ok(())
    }

    /// Writes the record, if one is wanted.
    pub(super) fn end(self) -> Result<(), Box<dyn Error>> {
        let Some(folder) = &self.output.record else { return Ok(()) };
        fs::create_dir_all(folder)?;
        let date = today();
        let Machine { processor, threads, system, load, compiler, commit } = &self.machine;
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let text = format!(
            "# {} of {date}\n\n\
             * machine: {processor}, {threads} threads, {system}; load {load} at the start\n\
             * compiler: {compiler}\n\
             * commit: {commit}\n\
             * command: `cargo run --release -p inquit-bench -- {}`\n\n\
             {}\n```json\n{}```\n",
            self.name,
            arguments.join(" "),
            self.table,
            self.json,
        );
        let file = unused(folder, &format!("{date}-{}", self.name));
        fs::write(&file, text)?;
        writeln!(std::io::stderr(), "written: {}", file.display())?;
        Ok(())
    }
}

/// A row of a Markdown table.
fn line(table: &mut String, cells: impl Iterator<Item = impl AsRef<str>>) {
    table.push('|');
    for cell in cells {
        // A string grows.
        let _ = write!(table, " {:>12} |", cell.as_ref());
    }
    table.push('\n');
}

/// A file of this name, with a number where there is one already.
fn unused(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.md"));
    let more = (2..).map(|number| folder.join(format!("{name}-{number}.md")));
    std::iter::once(first).chain(more).find(|file| !file.exists()).unwrap_or_default()
}

//! How long it takes until a saved dictionary can search.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs, process};

use inquit::{Dictionary, FlatMatch, Matcher};
use serde::Serialize;

use super::arguments::{Cases, ListArguments, bytes};
use super::matcher::{megabytes, rounded};
use super::report::{Report, Row};
use crate::measure::{Seconds, Stopwatch, heap_of, median};
use crate::news::{Alias, Case, Stock, Text, text, watch_list};
use crate::peers::entities;

#[derive(Debug, Serialize)]
struct OpeningRow {
    case: &'static str,
    aliases: usize,
    step: &'static str,
    /// CPU time, the median of all rounds.
    cpu_ms: f64,
    /// The time on the wall, of the best round.
    wall_ms: f64,
    /// What is kept.
    heap_mb: f64,
    file_mb: f64,
}

impl Row for OpeningRow {
    const HEAD: &'static [&'static str] =
        &["case", "aliases", "step", "CPU ms", "best wall ms", "heap MB", "file MB"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.case.to_owned(),
            self.aliases.to_string(),
            self.step.to_owned(),
            self.cpu_ms.to_string(),
            self.wall_ms.to_string(),
            self.heap_mb.to_string(),
            self.file_mb.to_string(),
        ]
    }
}

pub(super) fn opening(
    arguments: &ListArguments,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let stock = Stock::new();
    let text = text(&stock, bytes(arguments.megabytes));
    let mut report = Report::new("opening", &arguments.output, out);
    for case in Cases::listed(&arguments.case) {
        for &count in &arguments.aliases {
            let aliases = watch_list(&stock, count, case);
            // Whatever happens, the file goes.
            let file = Temporary::new(count);
            let steps = steps(&aliases, &text, &file.0, arguments.rounds)?;
            for row in rows(&steps, case, count, fs::metadata(&file.0)?.len()) {
                report.row(&row)?;
            }
        }
    }
    report.end()
}

/// A file that is removed with this value.
struct Temporary(PathBuf);

impl Temporary {
    fn new(count: usize) -> Temporary {
        Temporary(env::temp_dir().join(format!("inquit-bench-{}-{count}", process::id())))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Nothing can be done about a file that stays.
        let _ = fs::remove_file(&self.0);
    }
}

/// What is measured again and again, and how long it took each time.
#[derive(Default)]
struct Step {
    name: &'static str,
    cpu: Vec<Seconds>,
    wall: Vec<Seconds>,
    heap: usize,
}

impl Step {
    fn new(name: &'static str) -> Step {
        Step { name, ..Step::default() }
    }

    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (result, heap) = heap_of(|| {
            let (cpu, wall) = (Stopwatch::of_process(), Instant::now());
            let result = work();
            self.wall.push(wall.elapsed().as_secs_f64());
            self.cpu.push(cpu.seconds());
            result
        });
        self.heap = heap;
        result
    }
}

fn steps(
    aliases: &[Alias],
    text: &Text,
    file: &Path,
    rounds: u16,
) -> Result<[Step; 6], Box<dyn Error>> {
    let mut steps =
        ["compile", "save", "open", "open_mapped", "open_mapped and search an article", "verify"]
            .map(Step::new);
    let article = text.articles().next().unwrap_or_default();
    let [compile, save, open, map, search, verify] = &mut steps;
    for _ in 0..rounds {
        let compiled = compile.time(|| Dictionary::compile(entities(aliases)))?;
        save.time(|| compiled.save(file))?;
        let opened = open.time(|| Dictionary::open(file))?;
        let mapped = map.time(|| Dictionary::open_mapped(file))?;
        let (another, _) = search.time(|| {
            let another = Dictionary::open_mapped(file)?;
            let found = found(&another, article);
            Ok::<_, inquit::Error>((another, found))
        })?;
        verify.time(|| mapped.verify())?;
        let expected = found(&compiled, &text.text);
        for saved in [opened, mapped, another] {
            if found(&saved, &text.text) != expected {
                return Err("a dictionary that was saved finds something else".into());
            }
        }
    }
    Ok(steps)
}

fn found(dictionary: &Dictionary, text: &str) -> Vec<FlatMatch> {
    let mut found = Vec::new();
    Matcher::new(dictionary).find_flat(text, &mut found);
    found
}

fn rows(
    steps: &[Step],
    case: Case,
    aliases: usize,
    bytes: u64,
) -> impl Iterator<Item = OpeningRow> {
    let file_mb = usize::try_from(bytes).map_or(0.0, megabytes);
    steps.iter().map(move |step| OpeningRow {
        case: case.name(),
        aliases,
        step: step.name,
        cpu_ms: rounded(median(&step.cpu) * 1e3, 4),
        wall_ms: rounded(step.wall.iter().copied().fold(Seconds::INFINITY, Seconds::min) * 1e3, 4),
        heap_mb: rounded(megabytes(step.heap), 3),
        file_mb: rounded(file_mb, 3),
    })
}

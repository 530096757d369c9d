//! How long it takes to link very many quotes, to add one more article, and to find copies.

use std::error::Error;
use std::io::Write;

use inquit::{Linker, LinkerOptions};
use serde::Serialize;

use super::arguments::LinkingScaleArguments;
use super::matcher::{megabytes, rounded};
use super::report::{Report, Row};
use crate::linking::{Stream, copies};
use crate::measure::{Seconds, Stopwatch, heap_of, median};

#[derive(Debug, Serialize)]
struct ScaleRow {
    task: &'static str,
    documents: usize,
    quotes: usize,
    /// CPU time of the thread, all documents together.
    seconds: f64,
    /// Against half as many.
    growth: Option<f64>,
    /// What is kept, in millions of bytes.
    heap_mb: f64,
    utterances: usize,
    copies: usize,
    /// CPU time to add one more article of ten quotes.
    one_more_ms: Option<f64>,
}

impl Row for ScaleRow {
    const HEAD: &'static [&'static str] = &[
        "task",
        "documents",
        "quotes",
        "seconds",
        "t(2n)/t(n)",
        "heap MB",
        "utterances",
        "copies",
        "one more, ms",
    ];

    fn cells(&self) -> Vec<String> {
        let shown = |value: Option<f64>| value.map_or_else(String::new, |it| format!("{it:.2}"));
        vec![
            self.task.to_owned(),
            self.documents.to_string(),
            self.quotes.to_string(),
            format!("{:.1}", self.seconds),
            shown(self.growth),
            format!("{:.0}", self.heap_mb),
            self.utterances.to_string(),
            self.copies.to_string(),
            shown(self.one_more_ms),
        ]
    }
}

/// So many articles are added one by one at the end; the one in the middle counts.
const ONE_MORE: usize = 101;

pub(super) fn linking_scale(
    arguments: &LinkingScaleArguments,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let mut report = Report::new("linking-scale", &arguments.output, out);
    let mut before = None;
    for part in [4, 2, 1] {
        let documents = arguments.quotes / part / Stream::quotes();
        let (result, heap) = heap_of(|| linked(documents));
        let (mut linker, seconds) = result?;
        let mut times: Vec<Seconds> = Vec::new();
        for more in Stream::new(ONE_MORE, 2).with_name("more") {
            let stopwatch = Stopwatch::of_thread();
            linker.add(&more)?;
            times.push(stopwatch.seconds());
        }
        report.row(&ScaleRow {
            task: "link",
            documents,
            quotes: documents * Stream::quotes(),
            seconds: rounded(seconds, 2),
            growth: before.map(|before: f64| rounded(seconds / before, 3)),
            heap_mb: rounded(megabytes(heap), 0),
            utterances: linker.all_utterances().count(),
            copies: 0,
            one_more_ms: Some(rounded(median(&times) * 1e3, 3)),
        })?;
        before = Some(seconds);
    }
    let mut before = None;
    for part in [2, 1] {
        let count = arguments.documents / part;
        let (found, heap) = heap_of(|| deduplicated(count));
        let (linker, seconds) = found?;
        report.row(&ScaleRow {
            task: "find copies",
            documents: count,
            quotes: 0,
            seconds: rounded(seconds, 2),
            growth: before.map(|before: f64| rounded(seconds / before, 3)),
            heap_mb: rounded(megabytes(heap), 0),
            utterances: 0,
            copies: linker.links().duplicates.iter().map(|it| it.documents.len() - 1).sum(),
            one_more_ms: None,
        })?;
        before = Some(seconds);
    }
    report.end()
}

/// Links so many documents; what it takes to make them is not counted.
fn linked(documents: usize) -> Result<(Linker, Seconds), inquit::Error> {
    let mut linker = Linker::new();
    let mut seconds = 0.0;
    for document in Stream::new(documents, 1) {
        let stopwatch = Stopwatch::of_thread();
        linker.add(&document)?;
        seconds += stopwatch.seconds();
    }
    Ok((linker, seconds))
}

fn deduplicated(count: usize) -> Result<(Linker, Seconds), inquit::Error> {
    let mut linker = Linker::with_options(LinkerOptions::new().with_classes(&[]));
    let mut seconds = 0.0;
    for document in copies(count, 1) {
        let stopwatch = Stopwatch::of_thread();
        linker.add(&document)?;
        seconds += stopwatch.seconds();
    }
    Ok((linker, seconds))
}

//! How fast names are found, against other libraries.

use std::error::Error;
use std::io::Write;

use serde::Serialize;

use super::arguments::{Calls, Cases, MatcherArguments, bytes};
use super::difference::compare;
use super::report::{Report, Row};
use crate::measure::{Seconds, Stopwatch, heap_of, median};
use crate::news::{Alias, Case, Stock, Text, text, watch_list};
use crate::peers::{Hit, Library, Peer, Reference, checksum};

/// A build that took less is repeated.
const SHORT_BUILD: Seconds = 1.0;

#[derive(Clone, Debug, Serialize)]
struct MatcherRow {
    case: String,
    aliases: usize,
    library: &'static str,
    mb_per_s: f64,
    build_s: f64,
    heap_mb: f64,
    matches: usize,
    checksum: String,
    #[serde(skip)]
    method: &'static str,
    /// How many times as fast `inquit` is.
    #[serde(skip)]
    ratio: Option<f64>,
}

impl Row for MatcherRow {
    const HEAD: &'static [&'static str] = &[
        "case",
        "aliases",
        "library",
        "MB/s",
        "inquit is",
        "build s",
        "heap MB",
        "matches",
        "checksum",
        "method",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.case.clone(),
            self.aliases.to_string(),
            self.library.to_owned(),
            self.mb_per_s.to_string(),
            self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}x")),
            self.build_s.to_string(),
            self.heap_mb.to_string(),
            self.matches.to_string(),
            self.checksum.clone(),
            self.method.to_owned(),
        ]
    }
}

/// A library that is ready to search, and what was measured of it.
struct Built {
    peer: Peer,
    library: Box<dyn Library>,
    build: Seconds,
    /// What it keeps, in bytes.
    heap: usize,
    /// For each way to hand over the text, a time for each round.
    times: Vec<Vec<Seconds>>,
}

/// Prints the rows of each case and size as soon as they are measured.
pub(super) fn matcher(
    arguments: &MatcherArguments,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let list = &arguments.list;
    let known = |name: &String| Peer::ALL.iter().any(|peer| peer.library() == *name);
    if let Some(name) = arguments.library.iter().find(|name| !known(name)) {
        return Err(format!("no library `{name}` here").into());
    }
    let asked = |peer: &Peer| {
        arguments.library.is_empty() || arguments.library.iter().any(|name| name == peer.library())
    };
    let peers: Vec<Peer> = Peer::ALL.into_iter().filter(asked).collect();
    let stock = Stock::new();
    let text = text(&stock, bytes(list.megabytes));
    let mut report = Report::new("matcher", &list.output, out);
    for case in Cases::listed(&list.case) {
        for &count in &list.aliases {
            let aliases = watch_list(&stock, count, case);
            for row in measured(&text, &aliases, case, &peers, arguments)? {
                report.row(&row)?;
            }
        }
    }
    report.end()
}

fn measured(
    text: &Text,
    aliases: &[Alias],
    case: Case,
    peers: &[Peer],
    arguments: &MatcherArguments,
) -> Result<Vec<MatcherRow>, Box<dyn Error>> {
    let mut expected = Vec::new();
    Reference::new(aliases).find(&text.text, &mut expected);
    let calls = match arguments.calls {
        Some(calls) => vec![calls],
        None => vec![Calls::Text, Calls::Article],
    };
    let mut hits = Vec::with_capacity(expected.len());
    let mut libraries = Vec::new();
    for &peer in peers {
        let built = built(peer, aliases, case, calls.len());
        for &calls in &calls {
            find(&*built.library, text, calls, &mut hits);
            compare(peer.library(), &text.text, aliases, &expected, &hits)?;
        }
        libraries.push(built);
    }
    // Interleaved, so that what else the machine does hits all of them alike.
    for _ in 0..arguments.list.rounds {
        for built in &mut libraries {
            for (&calls, times) in calls.iter().zip(&mut built.times) {
                let stopwatch = Stopwatch::of_thread();
                find(&*built.library, text, calls, &mut hits);
                times.push(stopwatch.seconds());
                // The right answer, in this round as well.
                assert_eq!(hits.len(), expected.len(), "{}", built.peer.library());
            }
        }
    }
    let mut rows = Vec::new();
    for (at, &calls) in calls.iter().enumerate() {
        rows.extend(rows_of(
            &libraries,
            at,
            calls,
            text.text.len(),
            &expected,
            aliases.len(),
            case,
        ));
    }
    Ok(rows)
}

fn built(peer: Peer, aliases: &[Alias], case: Case, calls: usize) -> Built {
    let mut builds = Vec::new();
    loop {
        let (library, heap) = heap_of(|| {
            let stopwatch = Stopwatch::of_process();
            let library = peer.build(aliases, case);
            builds.push(stopwatch.seconds());
            library
        });
        if builds.len() == 3 || builds[0] > SHORT_BUILD {
            let times = vec![Vec::new(); calls];
            return Built { peer, library, build: median(&builds), heap, times };
        }
    }
}

fn find(library: &dyn Library, text: &Text, calls: Calls, hits: &mut Vec<Hit>) {
    hits.clear();
    match calls {
        Calls::Text => library.find(&text.text, hits),
        Calls::Article => {
            for range in &text.articles {
                let (first, start) = (hits.len(), range.start);
                library.find(&text.text[range.clone()], hits);
                let start = u32::try_from(start).expect("a text of less than 4 GB");
                for hit in &mut hits[first..] {
                    hit.start += start;
                    hit.end += start;
                }
            }
        }
    }
}

/// One row for each library: of several ways to use it the fastest.
fn rows_of(
    libraries: &[Built],
    at: usize,
    calls: Calls,
    bytes: usize,
    expected: &[Hit],
    aliases: usize,
    case: Case,
) -> Vec<MatcherRow> {
    let mut rows: Vec<MatcherRow> = Vec::new();
    for built in libraries {
        let row = MatcherRow {
            case: match calls {
                Calls::Text => case.name().to_owned(),
                Calls::Article => format!("{}-per-article", case.name()),
            },
            aliases,
            library: built.peer.library(),
            mb_per_s: rounded(megabytes(bytes) / median(&built.times[at]), 1),
            build_s: rounded(built.build, 5),
            heap_mb: rounded(megabytes(built.heap), 3),
            matches: expected.len(),
            checksum: format!("{:016x}", checksum(expected)),
            method: built.peer.method(),
            ratio: None,
        };
        match rows.iter_mut().find(|known| known.library == row.library) {
            Some(known) if known.mb_per_s < row.mb_per_s => *known = row,
            Some(_) => {}
            None => rows.push(row),
        }
    }
    let inquit = rows.iter().find(|row| row.library == "inquit").map(|row| row.mb_per_s);
    for row in &mut rows {
        row.ratio = inquit.map(|inquit| inquit / row.mb_per_s);
    }
    rows
}

/// Millions of bytes.
pub(super) fn megabytes(bytes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "three digits are printed")]
    let bytes = bytes as f64;
    bytes / 1e6
}

/// With so many digits behind the point.
pub(super) fn rounded(number: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (number * scale).round() / scale
}

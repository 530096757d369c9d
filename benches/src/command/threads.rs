//! How much more two threads find than one.

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use serde::Serialize;

use super::arguments::{Cases, ListArguments, bytes};
use super::matcher::{megabytes, rounded};
use super::report::{Report, Row};
use crate::measure::{Seconds, Stopwatch, median};
use crate::news::{Stock, text, watch_list};
use crate::peers::{Hit, Library, Peer};

#[derive(Debug, Serialize)]
struct ThreadsRow {
    case: &'static str,
    aliases: usize,
    library: &'static str,
    /// By the time on the wall, of the best round.
    one_mb_per_s: f64,
    two_mb_per_s: f64,
    ratio: f64,
    /// By the time that each thread ran: what the caches cost them, whatever else the machine does.
    cpu_ratio: f64,
}

impl Row for ThreadsRow {
    const HEAD: &'static [&'static str] = &[
        "case",
        "aliases",
        "library",
        "1 thread MB/s",
        "2 threads MB/s",
        "ratio",
        "ratio by CPU time",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.case.to_owned(),
            self.aliases.to_string(),
            self.library.to_owned(),
            self.one_mb_per_s.to_string(),
            self.two_mb_per_s.to_string(),
            format!("{:.2}", self.ratio),
            format!("{:.2}", self.cpu_ratio),
        ]
    }
}

pub(super) fn threads(
    arguments: &ListArguments,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let stock = Stock::new();
    let text = text(&stock, bytes(arguments.megabytes));
    let articles: Vec<&str> = text.articles().collect();
    let size: usize = articles.iter().map(|article| article.len()).sum();
    let mut report = Report::new("threads", &arguments.output, out);
    for case in Cases::listed(&arguments.case) {
        for &count in &arguments.aliases {
            let aliases = watch_list(&stock, count, case);
            let library = Peer::Inquit.build(&aliases, case);
            let (mut one, mut two) = (Times::default(), Times::default());
            for _ in 0..arguments.rounds {
                one.add(&*library, &[&articles]);
                let (left, right) = articles.split_at(articles.len() / 2);
                two.add(&*library, &[left, right]);
            }
            report.row(&ThreadsRow {
                case: case.name(),
                aliases: count,
                library: Peer::Inquit.library(),
                one_mb_per_s: rounded(megabytes(size) / one.best(), 1),
                two_mb_per_s: rounded(megabytes(size) / two.best(), 1),
                ratio: rounded(one.best() / two.best(), 3),
                // Two threads, each of which does half.
                cpu_ratio: rounded(2.0 * median(&one.cpu) / median(&two.cpu), 3),
            })?;
        }
    }
    report.end()
}

#[derive(Default)]
struct Times {
    wall: Vec<Seconds>,
    /// The sum over the threads.
    cpu: Vec<Seconds>,
}

impl Times {
    /// Searches each part in a thread of its own, the first in this one.
    fn add(&mut self, library: &dyn Library, parts: &[&[&str]]) {
        let start = Instant::now();
        let cpu = std::thread::scope(|scope| {
            let (first, others) = parts.split_first().expect("a part");
            let others: Vec<_> =
                others.iter().map(|part| scope.spawn(|| searched(library, part))).collect();
            let first = searched(library, first);
            first + others.into_iter().map(|it| it.join().expect("no panic")).sum::<Seconds>()
        });
        self.wall.push(start.elapsed().as_secs_f64());
        self.cpu.push(cpu);
    }

    fn best(&self) -> Seconds {
        self.wall.iter().copied().fold(Seconds::INFINITY, Seconds::min)
    }
}

fn searched(library: &dyn Library, articles: &[&str]) -> Seconds {
    let stopwatch = Stopwatch::of_thread();
    let mut hits: Vec<Hit> = Vec::new();
    for article in articles {
        hits.clear();
        library.find(article, &mut hits);
    }
    stopwatch.seconds()
}

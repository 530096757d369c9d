//! How much longer twice the text takes.

use std::error::Error;
use std::io::Write;

use serde::Serialize;

use super::arguments::{GrowthArguments, bytes};
use super::hostile::{HOSTILE, hostile_names};
use super::matcher::{megabytes, rounded};
use super::report::{Report, Row};
use crate::measure::{Seconds, Stopwatch, median};
use crate::news::{Alias, Case, Stock, text, watch_list};
use crate::peers::{Hit, Peer};

/// The longest text is this many times as long as the shortest: three doublings.
const LONGEST: usize = 8;

/// A text that takes longer ends the measurement: twice as much would take even longer.
const LONG: Seconds = 20.0;

#[derive(Debug, Serialize)]
struct GrowthRow {
    text: String,
    aliases: usize,
    /// Of the longest.
    bytes: usize,
    mb_per_s: f64,
    /// t(2n)/t(n): the one in the middle of all doublings, and the worst.
    growth: f64,
    most_growth: f64,
}

impl Row for GrowthRow {
    const HEAD: &'static [&'static str] =
        &["text", "aliases", "bytes", "MB/s", "t(2n)/t(n)", "worst doubling"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.text.clone(),
            self.aliases.to_string(),
            self.bytes.to_string(),
            self.mb_per_s.to_string(),
            format!("{:.2}", self.growth),
            format!("{:.2}", self.most_growth),
        ]
    }
}

pub(super) fn growth(
    arguments: &GrowthArguments,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let stock = Stock::new();
    let longest = bytes(arguments.megabytes);
    let mut report = Report::new("growth", &arguments.output, out);
    let mut aliases = watch_list(&stock, arguments.aliases, Case::Mix);
    let news = text(&stock, longest).text;
    report.row(&measured("news", &news, &aliases, arguments.rounds)?)?;
    aliases.extend(hostile_names());
    report.row(&measured("news, hostile names", &news, &aliases, arguments.rounds)?)?;
    for (name, generate) in HOSTILE {
        report.row(&measured(name, &generate(longest), &aliases, arguments.rounds)?)?;
    }
    report.end()
}

/// Measures a text and the first half, quarter and eighth of it.
fn measured(
    name: &str,
    text: &str,
    aliases: &[Alias],
    rounds: u16,
) -> Result<GrowthRow, Box<dyn Error>> {
    let library = Peer::Inquit.build(aliases, Case::Mix);
    let heads: Vec<&str> = std::iter::successors(Some(LONGEST), |part| Some(part / 2))
        .take_while(|&part| part > 0)
        .map(|part| head(text, text.len() / part))
        .collect();
    let mut times: Vec<Vec<Seconds>> = vec![Vec::new(); heads.len()];
    let mut hits: Vec<Hit> = Vec::new();
    for _ in 0..rounds {
        for (head, times) in heads.iter().zip(&mut times) {
            hits.clear();
            let stopwatch = Stopwatch::of_thread();
            library.find(head, &mut hits);
            times.push(stopwatch.seconds());
            if times[0] > LONG {
                let bytes = head.len();
                return Err(format!("{name}: {bytes} bytes took {:.0} s", times[0]).into());
            }
        }
    }
    let times: Vec<Seconds> = times.iter().map(|times| median(times)).collect();
    let doublings: Vec<f64> = times.windows(2).map(|pair| pair[1] / pair[0]).collect();
    Ok(GrowthRow {
        text: name.to_owned(),
        aliases: aliases.len(),
        bytes: text.len(),
        mb_per_s: rounded(megabytes(text.len()) / times[times.len() - 1], 1),
        growth: rounded(median(&doublings), 3),
        most_growth: rounded(doublings.iter().copied().fold(0.0, f64::max), 3),
    })
}

/// So many bytes of a text, or a character less.
fn head(text: &str, bytes: usize) -> &str {
    (0..=bytes).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

//! What can be asked for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::news::Case;

/// Measures the matcher and its peers on invented news text.
#[derive(Debug, Parser)]
#[command(name = "inquit-bench", version)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// How fast names are found, against other libraries, whose answers are compared first.
    Matcher(MatcherArguments),
    /// How long it takes to save and to open a dictionary.
    Opening(ListArguments),
    /// How much more two threads find than one.
    Threads(ListArguments),
    /// How much longer twice the text takes, of news and of texts made to hurt.
    Growth(GrowthArguments),
    /// How well wordings of one thing said are told from others, against other ways to do it.
    Linking(LinkingArguments),
    /// How long it takes to link very many quotes, to add one more article, and to find copies.
    LinkingScale(LinkingScaleArguments),
    /// Writes the text and the watch-lists, for benchmarks in other languages.
    Write(WriteArguments),
}

#[derive(Clone, Debug, Args)]
pub(super) struct Output {
    /// Print one JSON object for each row.
    #[arg(long)]
    pub(super) json: bool,
    /// Also write the rows, with date, machine and commit, to a file of this folder.
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, default_missing_value = RECORDS)]
    pub(super) record: Option<PathBuf>,
}

/// Where records are kept.
const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/records");

#[derive(Clone, Debug, Args)]
pub(super) struct ListArguments {
    /// Sizes of the watch-list.
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000, 100_000, 1_000_000])]
    pub(super) aliases: Vec<usize>,
    /// Case rules of the watch-list: mix, exact, first-letter, acronym, any, or all.
    #[arg(long, value_delimiter = ',', default_value = "mix", value_parser = case)]
    pub(super) case: Vec<Cases>,
    /// Size of the text in millions of bytes.
    #[arg(long, default_value_t = 16.0)]
    pub(super) megabytes: f64,
    /// How often each is measured; the median counts.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) rounds: u16,
    #[command(flatten)]
    pub(super) output: Output,
}

#[derive(Debug, Args)]
pub(super) struct MatcherArguments {
    #[command(flatten)]
    pub(super) list: ListArguments,
    /// Libraries to measure; all without.
    #[arg(long, value_delimiter = ',')]
    pub(super) library: Vec<String>,
    /// Only one call for the whole text, or only one for each article; without, both.
    #[arg(long, value_enum)]
    pub(super) calls: Option<Calls>,
}

/// How a text is handed over.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
pub(super) enum Calls {
    /// All in one call.
    Text,
    /// One call for each article.
    Article,
}

#[derive(Debug, Args)]
pub(super) struct GrowthArguments {
    /// Size of the watch-list.
    #[arg(long, default_value_t = 100_000)]
    pub(super) aliases: usize,
    /// Size of the longest text in millions of bytes; the shortest has an eighth.
    #[arg(long, default_value_t = 8.0)]
    pub(super) megabytes: f64,
    /// How often each is measured; the median counts.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) rounds: u16,
    #[command(flatten)]
    pub(super) output: Output,
}

#[derive(Debug, Args)]
pub(super) struct WriteArguments {
    /// The folder to write to.
    #[arg(long, value_name = "FOLDER")]
    pub(super) to: PathBuf,
    /// Sizes of the watch-lists.
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000, 100_000])]
    pub(super) aliases: Vec<usize>,
    /// Case rules of the watch-lists.
    #[arg(long, value_delimiter = ',', default_value = "exact,mix", value_parser = case)]
    pub(super) case: Vec<Cases>,
    /// Size of the text in millions of bytes.
    #[arg(long, default_value_t = 4.0)]
    pub(super) megabytes: f64,
}

#[derive(Debug, Args)]
pub(super) struct LinkingArguments {
    /// A folder with `text` and `attributions` of a corpus in brat standoff.
    #[arg(long, value_name = "FOLDER")]
    pub(super) corpus: PathBuf,
    /// Draws the changes.
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Show what the linker missed and what it linked wrongly, on standard error.
    #[arg(long)]
    pub(super) wrong: bool,
    #[command(flatten)]
    pub(super) output: Output,
}

#[derive(Debug, Args)]
pub(super) struct LinkingScaleArguments {
    /// How many quotes; a half and a quarter of them are linked as well.
    #[arg(long, default_value_t = 1_000_000)]
    pub(super) quotes: usize,
    /// How many documents among which copies are found; a half as well.
    #[arg(long, default_value_t = 100_000)]
    pub(super) documents: usize,
    #[command(flatten)]
    pub(super) output: Output,
}

/// One or all.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cases {
    All,
    One(Case),
}

impl Cases {
    /// Those that were asked for, each once.
    pub(super) fn listed(asked: &[Cases]) -> Vec<Case> {
        let is_asked = |case: &Case| {
            asked.iter().any(|asked| match asked {
                Cases::All => true,
                Cases::One(one) => one == case,
            })
        };
        Case::ALL.into_iter().filter(is_asked).collect()
    }
}

fn case(name: &str) -> Result<Cases, String> {
    if name == "all" {
        return Ok(Cases::All);
    }
    let known = Case::ALL.into_iter().find(|case| case.name() == name);
    let names = || Case::ALL.map(Case::name).join(", ");
    known.map(Cases::One).ok_or_else(|| format!("expected all or one of {}", names()))
}

/// A number of bytes, of millions of them.
pub(super) fn bytes(megabytes: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast from a float stays within the bounds"
    )]
    let bytes = (megabytes * 1e6) as usize;
    bytes
}

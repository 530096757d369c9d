//! The arguments of the command.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use inquit::{CueClass, OffsetUnit};

use crate::streams::Terminal;

/// Finds who said what, about whom, in news text
///
/// Reads articles and finds their quotations: what was said, by whom, and the words that say so.
/// No model is downloaded and no service is asked.
#[derive(Debug, Parser)]
#[command(
    name = "inquit",
    bin_name = "inquit",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    after_help = "\
Examples:
  inquit show article.txt                      who said what, for reading
  inquit extract articles/ > quotes.jsonl      the same for programs, with offsets
  inquit extract --format csv -o q.csv a.jsonl a table, one row a quote",
    after_long_help = "\
Examples:
  inquit show article.txt                      who said what, for reading
  inquit extract articles/ > quotes.jsonl      the same for programs, with offsets
  inquit extract --format csv -o q.csv a.jsonl a table, one row a quote

Exit codes:
  0  done
  1  done, but some documents failed; each is named on standard error
  2  bad usage or configuration, or an output that cannot be written"
)]
pub(crate) struct Arguments {
    /// When to use colours; `auto` follows the terminal, `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Extract),
    Show(Show),
}

/// Writes what is found in each document, as a line of JSON or as rows of CSV
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit extract articles/ > quotes.jsonl
  inquit extract --format csv -o quotes.csv monday.jsonl tuesday.jsonl
  zcat news.jsonl.gz | inquit extract --with-text - | jq .quotes[].text")]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: Input,

    /// The form of the output: `jsonl` is one object a document, `csv` one row a quote
    #[arg(long, value_name = "FORM", default_value = "jsonl")]
    pub(crate) format: Format,

    /// What offsets count
    #[arg(
        long,
        value_name = "UNIT",
        default_value_t = OffsetUnit::CodePoint,
        value_parser = offset_units(),
    )]
    pub(crate) offsets: OffsetUnit,

    /// Puts the text of each document into its object; not with `--format csv`
    #[arg(long)]
    pub(crate) with_text: bool,

    /// Where to write; standard output if left out
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Shows who said what, and who spoke most, to a reader
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit show article.txt
  inquit show --classes all articles/ | less -R
  pbpaste | inquit show")]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) input: Input,

    /// What the source must have done: any of speech, writing, attitude and intention, with commas
    /// between, or all
    #[arg(long, value_name = "CLASSES", default_value = "speech,writing")]
    pub(crate) classes: Classes,
}

#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Articles: .txt files, one each; .jsonl files, one a line; directories of both; - for
    /// standard input
    ///
    /// The id of a .txt file is its name without the extension, or its path where two have the same
    /// name. A line of a .jsonl file is an object with `text` and any of `id`, `title`, `outlet`,
    /// `url`, `published` and `language`; without an `id` it is `file:line`. Standard input is read
    /// as lines of JSON if it begins with `{`, else as one text with the id `stdin`; it is also
    /// read when nothing is named.
    #[arg(value_name = "FILES|DIRS|-")]
    pub(crate) paths: Vec<PathBuf>,

    /// How many threads to use; 0 is one a core. The output is the same for any number
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) threads: usize,

    /// A model of attributions to use in place of the one built in
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,

    /// Reads each paragraph in fewer ways: faster, a little less exact
    #[arg(long, conflicts_with = "rules")]
    pub(crate) fast: bool,

    /// Finds quotes by rules alone, without a model
    #[arg(long, conflicts_with = "model")]
    pub(crate) rules: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Format {
    Jsonl,
    Csv,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// The terminal as the person wants it to be.
    pub(crate) fn apply(self, mut terminal: Terminal) -> Terminal {
        if self != Color::Auto {
            terminal.stdout.colour = self == Color::Always;
            terminal.stderr.colour = self == Color::Always;
        }
        terminal
    }
}

/// A choice among the classes of cues.
#[derive(Clone, Debug)]
pub(crate) struct Classes(Vec<CueClass>);

impl Classes {
    pub(crate) fn contain(&self, class: CueClass) -> bool {
        self.0.contains(&class)
    }
}

impl FromStr for Classes {
    type Err = inquit::Error;

    fn from_str(names: &str) -> Result<Classes, inquit::Error> {
        if names == "all" {
            return Ok(Classes(CueClass::ALL.to_vec()));
        }
        names.split(',').map(|name| name.trim().parse()).collect::<Result<_, _>>().map(Classes)
    }
}

fn offset_units() -> impl TypedValueParser<Value = OffsetUnit> {
    PossibleValuesParser::new(OffsetUnit::ALL.iter().map(|unit| unit.as_str()))
        .try_map(|name| name.parse::<OffsetUnit>())
}

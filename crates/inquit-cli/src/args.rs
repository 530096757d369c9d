//! The arguments of the command.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use inquit::{CueClass, OffsetUnit};
use inquit_io::EntityFormat;

use crate::finding::Finding;
use crate::linking::{Linking, Report};
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
  inquit extract --format csv -o q.csv a.jsonl a table, one row a quote
  inquit match --dictionary watch.csv articles/ the names of a list of yours
  inquit link articles/ > links.json           the same words across outlets, and what each altered
  inquit report -o report.html articles/       the same as a page for reading",
    after_long_help = "\
Examples:
  inquit show article.txt                      who said what, for reading
  inquit extract articles/ > quotes.jsonl      the same for programs, with offsets
  inquit extract --format csv -o q.csv a.jsonl a table, one row a quote
  inquit match --dictionary watch.csv articles/ the names of a list of yours
  inquit link articles/ > links.json           the same words across outlets, and what each altered
  inquit report -o report.html articles/       the same as a page for reading

Exit codes:
  0  done
  1  done, but some documents or rows failed; each is named on standard error
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
    Match(Match),
    Link(Link),
    Verify(Verify),
    Report(Report),
    #[command(subcommand)]
    Dictionary(Dictionary),
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

    /// Where to write; standard output if left out, or -
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) finding: Finding,
}

/// Finds the names of a dictionary in each document, as a line of JSON or as rows of CSV
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit match --dictionary watch.inquit articles/ > matches.jsonl
  inquit match --dictionary watch.csv --format csv -o matches.csv monday.jsonl
  zcat news.jsonl.gz | inquit match --dictionary watch.inquit - | jq .matches[].text")]
pub(crate) struct Match {
    #[command(flatten)]
    pub(crate) input: Input,

    /// Entities to find by their aliases: a dictionary that `inquit dictionary build` wrote, or a
    /// list that it reads
    #[arg(long, value_name = "FILE")]
    pub(crate) dictionary: PathBuf,

    /// The form of the output: `jsonl` is one object a document, `csv` one row a match
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

    /// Where to write; standard output if left out, or -
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Makes dictionaries of entities, and tells what is in one
#[derive(Debug, Subcommand)]
pub(crate) enum Dictionary {
    Build(Build),
    Info(Info),
}

/// Builds a dictionary of lists of entities, to be opened at once
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit dictionary build -o watch.inquit watch.csv
  inquit dictionary build -o world.inquit --min-sitelinks 5 latest-all.json.bz2
  inquit dictionary build -o ports.inquit --language de,en ports.ttl more.jsonl")]
pub(crate) struct Build {
    /// Lists of entities, plain or in gzip or bzip2; - for standard input
    ///
    /// CSV and TSV have a first row with `name` and any of `id`, `kind`, `aliases` (with | between),
    /// `case_rule`, `prior`, `wikidata` and `external:CATALOGUE`; without it, the columns are name, kind
    /// and aliases. A line of a .jsonl file is an object with the same keys. Dumps of Wikidata and
    /// SKOS vocabularies in Turtle (.ttl) and JSON-LD (.jsonld) are read as well.
    #[arg(value_name = "FILES|-", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Where to write the dictionary
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// The format of all lists; told by the ending or the first bytes of each if left out
    #[arg(long, value_name = "FORMAT", value_parser = entity_formats())]
    pub(crate) format: Option<EntityFormat>,

    /// Languages of the labels in Wikidata and SKOS, the preferred one first, with commas between
    #[arg(long, value_name = "LANGUAGES", value_delimiter = ',', default_value = "en")]
    pub(crate) language: Vec<String>,

    /// Leaves out the items of Wikidata that fewer Wikipedias and sister projects write of
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) min_sitelinks: u32,

    /// Finds letters under any accent or none: Müller also as Muller
    #[arg(long)]
    pub(crate) fold_accents: bool,

    /// What becomes of a bad row: `stop` ends the run and writes nothing, `skip` leaves it out
    #[arg(long, value_name = "WHAT", default_value = "stop")]
    pub(crate) on_error: OnError,
}

/// Verifies a dictionary, and tells how much of what is in it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit dictionary info watch.inquit")]
pub(crate) struct Info {
    /// A dictionary that `inquit dictionary build` wrote
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum OnError {
    Stop,
    Skip,
}

/// Links documents: quotes of the same words to utterances, with what each outlet altered; documents
/// of one event to stories; copies to each other
///
/// Writes one JSON object with `entities`, `utterances`, `stories` and `duplicates`. Lines that
/// `inquit extract --with-text` wrote are taken as they are, all other documents are annotated first.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit link articles/ > links.json
  inquit link --classes all --days 3 monday.jsonl tuesday.jsonl
  inquit extract --with-text articles/ | inquit link - | jq .stories")]
pub(crate) struct Link {
    #[command(flatten)]
    pub(crate) linking: Linking,
}

/// Tells whether documents print a quotation, who said it, and what was altered
///
/// Writes one JSON object for each sentence of the quotation: its `verdict` is `verbatim`, `altered`,
/// `other_speaker`, `elsewhere` (not in quotation marks) or `absent`; then come the sources and what the
/// sentence made of the words of the first.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  inquit verify --corpus articles/ \"We will never sell the ferry.\"
  inquit verify --corpus monday.jsonl --corpus tuesday.jsonl --speaker \"Clark Kent\" \"It rained.\"")]
pub(crate) struct Verify {
    /// The quoted words
    #[arg(value_name = "WORDS")]
    pub(crate) words: String,

    /// Articles, or what `inquit extract --with-text` wrote of them: files, directories, or - for
    /// standard input; may be given several times
    #[arg(long, value_name = "FILES", required = true, num_args = 1)]
    pub(crate) corpus: Vec<PathBuf>,

    /// Who is said to have said it: a name, a family name, a given name, or an id
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,

    /// What the source must have done: any of speech, writing, attitude and intention, with commas
    /// between, or all. With those given to `inquit link`, utterances have the ids that it gives them
    #[arg(long, value_name = "CLASSES", default_value = "all")]
    pub(crate) classes: Classes,

    /// How many threads to use; 0 is one a core. The output is the same for any number
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) threads: usize,

    #[command(flatten)]
    pub(crate) finding: Finding,
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

    #[command(flatten)]
    pub(crate) finding: Finding,
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
    pub(crate) fn as_slice(&self) -> &[CueClass] {
        &self.0
    }

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

fn entity_formats() -> impl TypedValueParser<Value = EntityFormat> {
    PossibleValuesParser::new(EntityFormat::ALL.iter().map(|format| format.as_str()))
        .try_map(|name| name.parse::<EntityFormat>())
}

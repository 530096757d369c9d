//! The forms in which people keep lists of entities.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// The form of a file of entities.
///
/// ```
/// use inquit_io::EntityFormat;
///
/// assert_eq!("wikidata".parse::<EntityFormat>()?, EntityFormat::Wikidata);
/// assert_eq!(EntityFormat::JsonLd.as_str(), "json-ld");
/// # Ok::<(), inquit_io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum EntityFormat {
    /// Rows of fields with commas, semicolons or tabs between, whichever the first row has most of.
    Csv,
    /// Rows of fields with tabs between.
    Tsv,
    /// An entity a line, as a JSON object.
    Jsonl,
    /// A dump of Wikidata: an item a line.
    Wikidata,
    /// SKOS, in Turtle or JSON-LD.
    Skos,
    /// SKOS in Turtle.
    Turtle,
    /// SKOS in JSON-LD.
    JsonLd,
}

use EntityFormat::{Csv, JsonLd, Jsonl, Skos, Tsv, Turtle, Wikidata};

impl EntityFormat {
    /// Every format.
    pub const ALL: &[EntityFormat] = &[Csv, Tsv, Jsonl, Wikidata, Skos, Turtle, JsonLd];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Csv => "csv",
            Tsv => "tsv",
            Jsonl => "jsonl",
            Wikidata => "wikidata",
            Skos => "skos",
            Turtle => "turtle",
            JsonLd => "json-ld",
        }
    }

    /// What the name of a file says, without an ending that says how it is compressed. That of a
    /// `.json` file says too little.
    pub(super) fn of(path: &Path) -> Option<EntityFormat> {
        let ending = |path: &Path| Some(path.extension()?.to_str()?.to_ascii_lowercase());
        let mut last = ending(path)?;
        if matches!(&*last, "gz" | "bz2") {
            last = ending(Path::new(path.file_stem()?))?;
        }
        Some(match &*last {
            "csv" => Csv,
            "tsv" | "tab" => Tsv,
            "jsonl" | "ndjson" => Jsonl,
            "ttl" | "turtle" | "nt" => Turtle,
            "jsonld" => JsonLd,
            _ => return None,
        })
    }

    /// The format itself, of one that was asked for, if any, one that the name of the file says, if
    /// any, and what the first bytes say. A name tells one kind of table from another, and of SKOS.
    pub(super) fn settle(
        asked: Option<EntityFormat>,
        named: Option<EntityFormat>,
        start: &[u8],
    ) -> EntityFormat {
        match (asked, named) {
            (Some(Csv), Some(Tsv)) => Tsv,
            (Some(Skos), Some(skos @ (Turtle | JsonLd))) => skos,
            (Some(Skos), _) => match EntityFormat::sniff(start) {
                JsonLd => JsonLd,
                _ => Turtle,
            },
            (Some(format), _) | (None, Some(format)) => format,
            (None, None) => EntityFormat::sniff(start),
        }
    }

    /// What the first bytes of a file say.
    fn sniff(start: &[u8]) -> EntityFormat {
        let start = start.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(start).trim_ascii_start();
        let has = |word: &str| memchr::memmem::find(start, word.as_bytes()).is_some();
        match start {
            [b'@' | b'<', ..] => Turtle,
            [b'{' | b'[', ..] if has("\"@context\"") || has("\"@graph\"") || has("\"@id\"") => {
                JsonLd
            }
            [b'[', ..] => Wikidata,
            [b'{', ..] if has("\"labels\"") => Wikidata,
            [b'{', ..] => Jsonl,
            _ if has("@prefix ") || has("PREFIX ") => Turtle,
            _ => Csv,
        }
    }
}

impl fmt::Display for EntityFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for EntityFormat {
    type Err = Error;

    fn from_str(name: &str) -> Result<EntityFormat, Error> {
        let known = EntityFormat::ALL.iter().find(|format| format.as_str() == name);
        known.copied().ok_or_else(|| ErrorKind::UnknownEntityFormat { name: name.into() }.into())
    }
}

//! The entities of one file or stream, whatever its format.

use std::fmt;
use std::io::{self, BufRead};
use std::path::Path;

use inquit::Entity;

use super::format::EntityFormat;
use super::json::JsonEntities;
use super::options::EntityOptions;
use super::skos::skos_entities;
use super::source::Source;
use super::table::Table;
use super::wikidata::WikidataEntities;
use crate::error::{Error, ErrorKind};
use crate::read::{TextLines, at_line};

/// An entity, and the line it stands at, where it stands at one.
pub(super) struct Found {
    pub(super) entity: Entity,
    pub(super) line: Option<u64>,
}

/// An entity, or what is wrong about its row.
pub(super) type Row = Result<Found, ErrorKind>;

/// The entities of one file or stream, one after the other.
///
/// A row that cannot be read is an error, which names its line; the next call goes on with the row
/// after it. A file without any entity is an error too. Files may be compressed with gzip or bzip2.
///
/// * **CSV, TSV**: the first row names the columns if one of them is `name`; else they are `name`,
///   `kind` and `aliases`. Others that are known are `id`, `prior`, `case_rule`, `wikidata` and, for
///   the id in any other catalogue, `external:` and its name. Aliases have `|` between them.
/// * **JSONL**: objects with a `name` and any of `id`, `kind`, `aliases`, `case_rule`, `external` and
///   `prior`. An alias is a string, or an object with `text` and `case_rule`.
/// * **Wikidata**: a dump in JSON, an item a line. Labels and aliases in the languages asked for, or
///   in `mul` ("all languages"); the kind by a table of classes; the number of sitelinks is the
///   prior. Items without a label, and pages about Wikimedia itself, are passed over.
/// * **SKOS** in Turtle or JSON-LD: `prefLabel`, `altLabel` and `hiddenLabel` in the languages asked
///   for or without one, and `exactMatch` as the id in another catalogue. The IRI is the id.
///
/// An entity without an `id` has that of Wikidata, else its name. An alias without a case rule is an
/// [`Acronym`](inquit::CaseRule::Acronym) if it is a word of at most four letters and digits, all
/// capitals ("WHO", "U.S."), else [`FirstLetter`](inquit::CaseRule::FirstLetter).
///
/// ```
/// use inquit_io::{Entities, EntityOptions};
///
/// let table = "name,kind,aliases\nAda Okoro,person,Okoro|Ms Okoro\nPort,harbour,\n";
/// let mut entities = Entities::new(table.as_bytes(), "watch.csv", &EntityOptions::new())?;
/// let okoro = entities.next().unwrap()?;
/// assert_eq!((okoro.name(), okoro.aliases().len()), ("Ada Okoro", 3));
///
/// let error = entities.next().unwrap().unwrap_err();
/// assert!(error.is_invalid_entity());
/// assert!(error.to_string().starts_with("watch.csv:3: unknown entity kind `harbour`"));
/// assert!(entities.next().is_none());
/// # Ok::<(), inquit_io::Error>(())
/// ```
pub struct Entities<'a> {
    rows: Box<dyn Iterator<Item = Row> + 'a>,
    /// How errors call the file.
    name: Box<str>,
    format: EntityFormat,
    line: Option<u64>,
    is_empty: bool,
    is_done: bool,
}

impl Entities<'static> {
    /// Those of a file. Its ending says what is in it, else its first bytes do.
    ///
    /// # Errors
    ///
    /// When it does not exist or cannot be read.
    pub fn open(
        path: impl AsRef<Path>,
        options: &EntityOptions,
    ) -> Result<Entities<'static>, Error> {
        let path = path.as_ref();
        let name: Box<str> = path.to_string_lossy().into();
        let source = Source::open(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => ErrorKind::NotFound { path: name.clone() },
            _ => ErrorKind::Read { place: name.clone(), source },
        })?;
        Ok(Entities::of(source, name, EntityFormat::of(path), options))
    }
}

impl<'a> Entities<'a> {
    /// Those of a stream that errors call by this name. Its first bytes say what is in it, unless
    /// the options do.
    ///
    /// # Errors
    ///
    /// When its beginning cannot be read.
    pub fn new(
        reader: impl BufRead + 'a,
        name: impl Into<Box<str>>,
        options: &EntityOptions,
    ) -> Result<Entities<'a>, Error> {
        let name = name.into();
        let source = Source::of(reader);
        let source = source.map_err(|source| ErrorKind::Read { place: name.clone(), source })?;
        Ok(Entities::of(source, name, None, options))
    }

    fn of(
        source: Source<'a>,
        name: Box<str>,
        named: Option<EntityFormat>,
        options: &EntityOptions,
    ) -> Entities<'a> {
        let Source { start, reader } = source;
        let format = EntityFormat::settle(options.format(), named, &start);
        let limit = options.limits().max_line();
        let lines = |reader| TextLines::new(reader, name.clone(), limit);
        let rows: Box<dyn Iterator<Item = Row> + 'a> = match format {
            EntityFormat::Csv => Box::new(Table::new(lines(reader), limit, None)),
            EntityFormat::Tsv => Box::new(Table::new(lines(reader), limit, Some(b'\t'))),
            EntityFormat::Jsonl => Box::new(JsonEntities(lines(reader))),
            EntityFormat::Wikidata => Box::new(WikidataEntities::new(lines(reader), options)),
            EntityFormat::Skos | EntityFormat::Turtle | EntityFormat::JsonLd => {
                skos_entities(reader, &name, format, options)
            }
        };
        Entities { rows, name, format, line: None, is_empty: true, is_done: false }
    }

    /// The format of the file, as given or as found out.
    pub fn format(&self) -> EntityFormat {
        self.format
    }

    /// How errors call the row of the last entity: the name of the file and, in formats of lines,
    /// the number of the line.
    pub fn place(&self) -> Box<str> {
        self.line.map_or_else(|| self.name.clone(), |line| at_line(&self.name, line))
    }
}

impl Iterator for Entities<'_> {
    type Item = Result<Entity, Error>;

    fn next(&mut self) -> Option<Result<Entity, Error>> {
        if self.is_done {
            return None;
        }
        match self.rows.next() {
            Some(Ok(found)) => {
                self.is_empty = false;
                self.line = found.line;
                Some(Ok(found.entity))
            }
            Some(Err(error)) => {
                self.is_empty = false;
                Some(Err(error.into()))
            }
            None => {
                self.is_done = true;
                let place = self.name.clone();
                self.is_empty.then(|| Err(ErrorKind::NoEntities { place }.into()))
            }
        }
    }
}

impl fmt::Debug for Entities<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Entities");
        shown.field("name", &self.name).field("format", &self.format).finish_non_exhaustive()
    }
}

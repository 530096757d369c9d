//! The sections of the file of a dictionary. Entities are numbered in the order given; a column has
//! something for each.

use std::ops::Range;

use super::compile::NewDictionary;
use crate::artefact::{Artefact, ArtefactWriter, Kind};
use crate::entity::index::{Aliases, Filter, Index, Spelling, Table, of_bytes};
use crate::entity::model::EntityKind;
use crate::error::Error;

pub(super) const KIND: Kind = Kind { tag: *b"DICT", name: "dictionary", version: 1 };

/// The sections.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// Number of entities, bits of a number in the tables of ids and of aliases, flags, and the
    /// position behind the aliases of the last entity.
    Counts,
    /// The ids of entities, one after the other.
    Ids,
    /// Where each of them ends.
    IdEnds,
    /// A table of ids.
    IdTable,
    /// The position of the first alias of each entity.
    FirstAliases,
    Aliases,
    /// One byte each; empty if no kind is known.
    Kinds,
    /// Empty if all are zero.
    Priors,
    /// Rows of an entity and where its ids in other catalogues begin.
    ExternalRows,
    /// Names of catalogues and ids in them, each after its length.
    Externals,
    Table,
    /// Aliases with the same head.
    Crowds,
    /// Lists of candidates, each after its length.
    Lists,
    Readings,
    /// Rows of aliases that go through automata.
    Long,
    /// First bytes of signs at the beginning of aliases.
    Signs,
    First,
    Pair,
}

impl Part {
    const ALL: [Part; 18] = [
        Part::Counts,
        Part::Ids,
        Part::IdEnds,
        Part::IdTable,
        Part::FirstAliases,
        Part::Aliases,
        Part::Kinds,
        Part::Priors,
        Part::ExternalRows,
        Part::Externals,
        Part::Table,
        Part::Crowds,
        Part::Lists,
        Part::Readings,
        Part::Long,
        Part::Signs,
        Part::First,
        Part::Pair,
    ];

    fn tag(self) -> [u8; 4] {
        *match self {
            Part::Counts => b"NUMB",
            Part::Ids => b"IDTX",
            Part::IdEnds => b"IDEN",
            Part::IdTable => b"IDTB",
            Part::FirstAliases => b"ALFI",
            Part::Aliases => b"ALIA",
            Part::Kinds => b"KIND",
            Part::Priors => b"PRIO",
            Part::ExternalRows => b"EXRO",
            Part::Externals => b"EXTX",
            Part::Table => b"TABL",
            Part::Crowds => b"CROW",
            Part::Lists => b"LIST",
            Part::Readings => b"READ",
            Part::Long => b"LONG",
            Part::Signs => b"SIGN",
            Part::First => b"FIRS",
            Part::Pair => b"PAIR",
        }
    }
}

const FOLDS_ACCENTS: u32 = 1;
const HAS_APOSTROPHES: u32 = 2;

/// A file with its sections found.
#[derive(Debug)]
pub(super) struct Columns {
    artefact: Artefact,
    parts: [Range<usize>; Part::ALL.len()],
    entities: usize,
    id_bits: u32,
    number_bits: u32,
    flags: u32,
    aliases_end: u32,
}

impl Columns {
    /// Finds the sections, and that the columns are of the same length.
    pub(super) fn new(artefact: Artefact) -> Result<Columns, Error> {
        let mut parts = [const { 0..0 }; Part::ALL.len()];
        for (range, part) in parts.iter_mut().zip(Part::ALL) {
            *range = artefact.range(part.tag())?;
        }
        let (entities, id_bits, number_bits, flags, aliases_end) = (0, 0, 0, 0, 0);
        let mut columns =
            Columns { artefact, parts, entities, id_bits, number_bits, flags, aliases_end };
        let counts = columns.quads(Part::Counts).first_chunk();
        let Some(counts) = counts.map(|counts| counts.map(u32::from_le_bytes)) else {
            return Err(columns.damaged("it does not count its entities"));
        };
        let [entities, id_bits, number_bits, flags, aliases_end] = counts;
        columns.entities = entities as usize;
        (columns.id_bits, columns.number_bits) = (id_bits, number_bits);
        (columns.flags, columns.aliases_end) = (flags, aliases_end);
        let is_column = |part: Part, width: usize, may_be_empty: bool| {
            let length = columns.bytes(part).len();
            length == columns.entities * width || may_be_empty && length == 0
        };
        let fits = is_column(Part::IdEnds, 4, false)
            && is_column(Part::FirstAliases, 4, false)
            && is_column(Part::Kinds, 1, true)
            && is_column(Part::Priors, 4, true);
        if fits { Ok(columns) } else { Err(columns.damaged("its columns differ in length")) }
    }

    pub(super) fn artefact(&self) -> &Artefact {
        &self.artefact
    }

    pub(super) fn damaged(&self, what: &str) -> Error {
        self.artefact.damaged(what)
    }

    pub(super) fn bytes(&self, part: Part) -> &[u8] {
        let range = self.parts.get(part as usize).cloned().unwrap_or_default();
        self.artefact.bytes().get(range).unwrap_or_default()
    }

    /// A section as numbers of 32 bits.
    pub(super) fn quads(&self, part: Part) -> &[[u8; 4]] {
        self.bytes(part).as_chunks().0
    }

    fn octets(&self, part: Part) -> &[[u8; 8]] {
        self.bytes(part).as_chunks().0
    }

    fn number(&self, part: Part, at: usize) -> Option<u32> {
        self.quads(part).get(at).map(|number| u32::from_le_bytes(*number))
    }

    /// How many entities there are.
    pub(super) fn len(&self) -> usize {
        self.entities
    }

    pub(super) fn spelling(&self) -> Spelling {
        Spelling { fold_accents: self.flags & FOLDS_ACCENTS != 0 }
    }

    pub(super) fn aliases(&self) -> Aliases<'_> {
        Aliases::new(self.bytes(Part::Aliases))
    }

    /// The index, to search a text with.
    pub(super) fn index(&self) -> Index<'_> {
        Index {
            spelling: self.spelling(),
            aliases: self.aliases(),
            table: Table::new(self.quads(Part::Table), self.number_bits),
            crowds: self.quads(Part::Crowds),
            readings: self.quads(Part::Readings),
            first: Filter::new(self.octets(Part::First)),
            pair: Filter::new(self.octets(Part::Pair)),
            signs: self.bytes(Part::Signs).first_chunk(),
            has_apostrophes: self.flags & HAS_APOSTROPHES != 0,
        }
    }

    /// The id of an entity, if it is UTF-8, as it is in a file that is not damaged.
    pub(super) fn id(&self, entity: usize) -> Option<&str> {
        let end = self.number(Part::IdEnds, entity)? as usize;
        let start = match entity.checked_sub(1) {
            Some(before) => self.number(Part::IdEnds, before)? as usize,
            None => 0,
        };
        std::str::from_utf8(self.bytes(Part::Ids).get(start..end)?).ok()
    }

    /// The entity with an id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let table = Table::new(self.quads(Part::IdTable), self.id_bits);
        let numbers = table.find(of_bytes(id.as_bytes())).map(|number| number as usize);
        numbers.into_iter().find(|&number| self.id(number) == Some(id))
    }

    /// The positions of the first alias of an entity, and of the first that is no longer its own.
    pub(super) fn alias_range(&self, entity: usize) -> Option<Range<u32>> {
        let first = self.number(Part::FirstAliases, entity)?;
        // Behind those of the last entity there may be some that are only searched for.
        let end = self.number(Part::FirstAliases, entity + 1).unwrap_or(self.aliases_end);
        Some(first..end)
    }

    /// Of each entity the bytes of its id, if they are inside, and its range of aliases.
    pub(super) fn rows(&self) -> impl Iterator<Item = (Option<&[u8]>, Range<u32>)> {
        let number = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes);
        let ids = self.bytes(Part::Ids);
        let mut start = 0;
        let ids = self.quads(Part::IdEnds).iter().map(move |end| {
            let end = number(end) as usize;
            ids.get(std::mem::replace(&mut start, end)..end)
        });
        let firsts = self.quads(Part::FirstAliases).iter().map(number);
        let ends = firsts.clone().skip(1).chain([self.aliases_end]);
        ids.zip(firsts.zip(ends).map(|(first, end)| first..end))
    }

    pub(super) fn kind(&self, entity: usize) -> Option<EntityKind> {
        let kind = usize::from(*self.bytes(Part::Kinds).get(entity)?);
        EntityKind::ALL.get(kind.checked_sub(1)?).copied()
    }

    pub(super) fn prior(&self, entity: usize) -> u32 {
        self.number(Part::Priors, entity).unwrap_or(0)
    }

    /// The ids of an entity in other catalogues.
    pub(super) fn externals(&self, entity: usize) -> impl Iterator<Item = (&str, &str)> {
        let (rows, _) = self.quads(Part::ExternalRows).as_chunks::<2>();
        let of = |row: &[[u8; 4]; 2]| u32::from_le_bytes(row[0]) as usize;
        let at = rows.partition_point(|row| of(row) < entity);
        let place = |row: &[[u8; 4]; 2]| u32::from_le_bytes(row[1]) as usize;
        let all = self.bytes(Part::Externals);
        let bytes = rows
            .get(at)
            .filter(|row| of(row) == entity)
            .and_then(|row| all.get(place(row)..rows.get(at + 1).map_or(all.len(), place)));
        let mut rest = bytes.unwrap_or_default();
        std::iter::from_fn(move || Some((next_text(&mut rest)?, next_text(&mut rest)?)))
    }
}

/// Takes a text that stands after its length.
fn next_text<'d>(rest: &mut &'d [u8]) -> Option<&'d str> {
    let (length, after) = rest.split_first_chunk()?;
    let (text, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    std::str::from_utf8(text).ok()
}

/// The file of a new dictionary.
pub(super) fn artefact(new: NewDictionary) -> Artefact {
    let mut writer = ArtefactWriter::new(KIND);
    let index = new.index;
    let flags = if new.spelling.fold_accents { FOLDS_ACCENTS } else { 0 }
        | if index.start.has_apostrophes { HAS_APOSTROPHES } else { 0 };
    let counts = vec![new.entities, new.id_bits, index.number_bits, flags, new.aliases_end];
    let columns = [
        (Part::Counts, counts),
        (Part::IdEnds, new.id_ends),
        (Part::IdTable, new.id_table),
        (Part::FirstAliases, new.first_aliases),
        (Part::Priors, new.priors),
        (Part::ExternalRows, new.external_rows),
        (Part::Table, index.table),
        (Part::Crowds, index.crowds),
        (Part::Lists, index.lists),
        (Part::Readings, index.readings),
        (Part::Long, index.long),
    ];
    for (part, numbers) in columns {
        writer.numbers(part.tag(), numbers);
    }
    let texts = [
        (Part::Ids, new.ids),
        (Part::Aliases, index.aliases),
        (Part::Kinds, new.kinds),
        (Part::Externals, new.externals),
        (Part::Signs, index.start.signs.map(Vec::from).unwrap_or_default()),
        (Part::First, index.first),
        (Part::Pair, index.pair),
    ];
    for (part, bytes) in texts {
        writer.section(part.tag(), bytes);
    }
    writer.finish()
}

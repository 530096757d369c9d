//! Entities to look for, compiled for searching.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::candidates::Candidates;
use super::columns::{Columns, KIND, Part};
use super::compile::DictionaryBuilder;
use crate::artefact::Artefact;
use crate::entity::index::{Automata, Index};
use crate::entity::model::{Alias, Entity, EntityId, EntityKind};
use crate::error::{Error, ErrorKind};

/// Entities and their aliases, compiled once. Immutable and cheap to clone.
///
/// It has one form in memory and in a file, so that saving is writing and opening is reading, or
/// with the feature `mmap` no more than mapping.
///
/// ```
/// use inquit::{Dictionary, Entity, EntityId, Matcher};
///
/// let dictionary = Dictionary::compile([
///     Entity::new("Q567", "Angela Merkel").with_alias("Merkel"),
///     Entity::new("Q183", "Germany"),
/// ])?;
/// assert_eq!(dictionary.len(), 2);
/// assert_eq!(dictionary.get(&EntityId::from("Q183")).unwrap().name(), "Germany");
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone)]
pub struct Dictionary(Arc<Inner>);

struct Inner {
    columns: Columns,
    /// Built when first searched with; of nothing, nearly always.
    automata: OnceLock<Automata>,
}

impl Dictionary {
    /// The version of the format of files that [`Dictionary::save`] writes.
    pub const FORMAT: u32 = KIND.version;

    /// Compiles entities.
    ///
    /// # Errors
    ///
    /// When two have the same id, an id or alias is empty (an alias also when it is nothing but
    /// white space and invisible characters), or there are too many to index.
    pub fn compile(entities: impl IntoIterator<Item = Entity>) -> Result<Dictionary, Error> {
        Dictionary::builder().compile(entities)
    }

    /// Compiles entities with other settings.
    pub fn builder() -> DictionaryBuilder {
        DictionaryBuilder::default()
    }

    /// Reads a dictionary from a file, and verifies all of it.
    ///
    /// # Errors
    ///
    /// When the file cannot be read ([`Error::is_file`]), is not a dictionary
    /// ([`Error::is_not_artefact`], [`Error::is_other_artefact`]), was written by a newer version
    /// ([`Error::is_newer_artefact`]), or any byte of it is not as it was written
    /// ([`Error::is_damaged`]).
    pub fn open(path: impl AsRef<Path>) -> Result<Dictionary, Error> {
        Dictionary::new(Artefact::open(path.as_ref(), KIND)?)?.verified()
    }

    /// Maps the file of a dictionary into memory: open at once, read as it is used, and shared with
    /// every other process that maps it.
    ///
    /// Only what describes the file is verified, and that all parts are inside. Damage to the rest
    /// makes for wrong or missing matches, never for a panic or a read out of bounds;
    /// [`Dictionary::verify`] looks for it. **The file must not be changed or cut while it is
    /// mapped**: on most systems that ends the process. [`Dictionary::save`] replaces a file by
    /// another, which does no harm.
    ///
    /// # Errors
    ///
    /// As [`Dictionary::open`].
    #[cfg(feature = "mmap")]
    pub fn open_mapped(path: impl AsRef<Path>) -> Result<Dictionary, Error> {
        Dictionary::new(Artefact::open_mapped(path.as_ref(), KIND)?)
    }

    /// Takes the bytes of the file of a dictionary, and verifies all of it.
    ///
    /// # Errors
    ///
    /// As [`Dictionary::open`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Dictionary, Error> {
        Dictionary::new(Artefact::from_vec(bytes, KIND, "bytes in memory")?)?.verified()
    }

    /// A dictionary that is built into the program.
    ///
    /// # Errors
    ///
    /// As [`Dictionary::open`]; not all of it is verified.
    pub fn from_static(bytes: &'static [u8]) -> Result<Dictionary, Error> {
        Dictionary::new(Artefact::from_static(bytes, KIND)?)
    }

    /// The bytes of its file. The same entities with the same settings give the same bytes, on every
    /// machine.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.columns.artefact().bytes()
    }

    /// Writes it to a file. Whoever opens the path finds what was there before or all of the
    /// dictionary, even if writing fails half-way.
    ///
    /// # Errors
    ///
    /// When the file cannot be written ([`Error::is_file`]).
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        self.0.columns.artefact().save(path.as_ref())
    }

    /// Verifies all of it, as [`Dictionary::open`] does.
    ///
    /// # Errors
    ///
    /// When any byte is not as it was written ([`Error::is_damaged`]).
    pub fn verify(&self) -> Result<(), Error> {
        self.0.columns.artefact().verify()?;
        self.is_consistent()
    }

    fn new(artefact: Artefact) -> Result<Dictionary, Error> {
        let columns = Columns::new(artefact)?;
        Ok(Dictionary(Arc::new(Inner { columns, automata: OnceLock::new() })))
    }

    /// What was just compiled. Automata that cannot be built are an error now.
    pub(super) fn of_new(artefact: Artefact) -> Result<Dictionary, Error> {
        let dictionary = Dictionary::new(artefact)?;
        let automata = dictionary.build_automata().map_err(|_| ErrorKind::DictionaryTooLarge {
            aliases: dictionary.columns().aliases().end(),
        })?;
        dictionary.0.automata.get_or_init(|| automata);
        Ok(dictionary)
    }

    fn verified(self) -> Result<Dictionary, Error> {
        self.is_consistent()?;
        Ok(self)
    }

    /// Whether every entity is there: what a file with right checksums must still show.
    fn is_consistent(&self) -> Result<(), Error> {
        let (columns, aliases) = (self.columns(), self.columns().aliases());
        let mut position = 0;
        for (id, range) in columns.rows() {
            if range.start != position {
                return Err(columns.damaged("its entities do not follow each other"));
            }
            if !id.is_some_and(|id| !id.is_empty() && is_text(id)) {
                return Err(columns.damaged("the id of an entity is not text"));
            }
            while position < range.end {
                match aliases.at(position).filter(|alias| is_text(alias.text)) {
                    Some(alias) => position = alias.next,
                    None => return Err(columns.damaged("an alias is not text")),
                }
            }
        }
        Ok(())
    }

    fn build_automata(&self) -> Result<Automata, aho_corasick::BuildError> {
        let columns = self.columns();
        let (rows, _) = columns.bytes(Part::Long).as_chunks();
        Automata::build(rows, columns.aliases(), columns.spelling())
    }

    /// How many entities it holds.
    pub fn len(&self) -> usize {
        self.columns().len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entity with this id.
    pub fn get(&self, id: &EntityId) -> Option<Entity> {
        self.read(self.columns().find(id.as_str())?)
    }

    /// Every entity, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = Entity> {
        (0..self.len()).filter_map(|number| self.read(number))
    }

    /// The entity with this number: entities are numbered from 0 in the order given.
    pub fn entity(&self, number: u32) -> Option<Entity> {
        self.read(number as usize)
    }

    /// The number of the entity with this id.
    pub fn number(&self, id: &str) -> Option<u32> {
        u32::try_from(self.columns().find(id)?).ok()
    }

    /// The id of the entity with this number.
    pub fn id(&self, number: u32) -> Option<&str> {
        self.columns().id(number as usize)
    }

    /// The name of the entity with this number.
    pub fn name(&self, number: u32) -> Option<&str> {
        let columns = self.columns();
        columns.aliases().at(columns.alias_range(number as usize)?.start)?.str()
    }

    /// The kind of the entity with this number.
    pub fn kind(&self, number: u32) -> Option<EntityKind> {
        self.columns().kind(number as usize)
    }

    /// The candidates of a [`FlatMatch`](crate::FlatMatch).
    pub fn candidates(&self, candidates: u32) -> Candidates<'_> {
        Candidates::new(self, candidates)
    }

    pub(in crate::entity) fn index(&self) -> Index<'_> {
        self.columns().index()
    }

    /// The automata; without them where a damaged file asks for more than there can be.
    pub(in crate::entity) fn automata(&self) -> &Automata {
        self.0.automata.get_or_init(|| self.build_automata().unwrap_or_default())
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.0.columns
    }

    fn read(&self, number: usize) -> Option<Entity> {
        let columns = self.columns();
        let id = EntityId::from(columns.id(number)?);
        let mut range = columns.alias_range(number)?;
        let mut aliases = Vec::new();
        while let Some(alias) = columns.aliases().at(range.start).filter(|_| !range.is_empty()) {
            aliases.push(Alias { text: alias.str()?.into(), case_rule: alias.rule() });
            range.start = alias.next;
        }
        let (kind, prior) = (columns.kind(number), columns.prior(number));
        let entity = Entity::of_parts(id, kind, aliases, prior)?;
        Some(
            columns
                .externals(number)
                .fold(entity, |entity, (name, id)| entity.with_external(name, id)),
        )
    }
}

/// Whether it is UTF-8; most short texts are ASCII, which is faster to see.
fn is_text(bytes: &[u8]) -> bool {
    bytes.is_ascii() || std::str::from_utf8(bytes).is_ok()
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("entities", &self.len()).finish_non_exhaustive()
    }
}

//! Compiles entities into columns.

use super::columns;
use super::compiled::Dictionary;
use crate::entity::index::{Built, IndexBuilder, Spelling, TableBuilder, of_bytes};
use crate::entity::model::{Entity, EntityKind};
use crate::error::{Error, ErrorKind};
use crate::text::prefetch;

/// Compiles a [`Dictionary`] in other ways than [`Dictionary::compile`] does; made by
/// [`Dictionary::builder`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct DictionaryBuilder {
    spelling: Spelling,
}

/// An iterator that says there will be more is not believed.
const MOST_RESERVED: usize = 1 << 20;

/// The columns of a new dictionary.
pub(super) struct NewDictionary {
    pub(super) spelling: Spelling,
    pub(super) entities: u32,
    pub(super) ids: Vec<u8>,
    pub(super) id_ends: Vec<u32>,
    pub(super) id_table: Vec<u32>,
    pub(super) id_bits: u32,
    pub(super) first_aliases: Vec<u32>,
    pub(super) aliases_end: u32,
    pub(super) kinds: Vec<u8>,
    pub(super) priors: Vec<u32>,
    pub(super) external_rows: Vec<u32>,
    pub(super) externals: Vec<u8>,
    pub(super) index: Built,
}

impl DictionaryBuilder {
    /// Whether a letter is found under any accent or none: `Müller` finds `Muller`, `Muller` finds
    /// `Müller`. The default is that accents must agree.
    ///
    /// ```
    /// use inquit::{Dictionary, Entity, Matcher};
    ///
    /// let entities = [Entity::new("Q1", "Lech Wałęsa")];
    /// let dictionary = Dictionary::builder().fold_accents(true).compile(entities)?;
    /// let matcher = Matcher::new(&dictionary);
    /// assert_eq!(matcher.find_iter("LECH WALESA; Lech Wałe\u{328}sa").count(), 2);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn fold_accents(mut self, yes: bool) -> DictionaryBuilder {
        self.spelling.fold_accents = yes;
        self
    }

    /// Compiles entities.
    ///
    /// # Errors
    ///
    /// As [`Dictionary::compile`].
    pub fn compile(&self, entities: impl IntoIterator<Item = Entity>) -> Result<Dictionary, Error> {
        let entities = entities.into_iter();
        let mut writing = Writing::new(self.spelling, entities.size_hint().0);
        for entity in entities {
            writing.add(&entity)?;
        }
        Dictionary::of_new(columns::artefact(writing.finish()?))
    }
}

/// Columns in the making.
struct Writing {
    new: NewDictionary,
    index: IndexBuilder,
    has_kinds: bool,
    has_priors: bool,
}

impl Writing {
    /// With room for so many entities, if that is believable.
    fn new(spelling: Spelling, entities: usize) -> Writing {
        let room = entities.min(MOST_RESERVED);
        let new = NewDictionary {
            spelling,
            entities: 0,
            ids: Vec::new(),
            id_ends: Vec::with_capacity(room),
            id_table: Vec::new(),
            id_bits: 0,
            first_aliases: Vec::with_capacity(room),
            aliases_end: 0,
            kinds: Vec::with_capacity(room),
            priors: Vec::with_capacity(room),
            external_rows: Vec::new(),
            externals: Vec::new(),
            index: Built::default(),
        };
        let index = IndexBuilder::new(spelling, room);
        Writing { new, index, has_kinds: false, has_priors: false }
    }

    fn add(&mut self, entity: &Entity) -> Result<(), ErrorKind> {
        let aliases = self.index.len();
        let too_large = || ErrorKind::DictionaryTooLarge { aliases };
        let new = &mut self.new;
        let number = new.entities;
        let id = entity.id().as_str();
        if id.is_empty() {
            return Err(ErrorKind::EmptyId { position: number as usize });
        }
        // The upper half of all numbers is for lists of candidates.
        new.entities =
            number.checked_add(1).filter(|&next| next < 1 << 31).ok_or_else(too_large)?;
        new.ids.extend_from_slice(id.as_bytes());
        new.id_ends.push(u32::try_from(new.ids.len()).map_err(|_| too_large())?);
        new.first_aliases.push(self.index.next_position().ok_or_else(too_large)?);
        new.kinds.push(entity.kind().map_or(0, number_of));
        self.has_kinds |= entity.kind().is_some();
        new.priors.push(entity.prior());
        self.has_priors |= entity.prior() != 0;
        for (at, (catalogue, id)) in entity.external().enumerate() {
            if at == 0 {
                let start = u32::try_from(new.externals.len()).map_err(|_| too_large())?;
                new.external_rows.extend([number, start]);
            }
            for text in [catalogue, id] {
                let length = u32::try_from(text.len()).map_err(|_| too_large())?;
                new.externals.extend_from_slice(&length.to_le_bytes());
                new.externals.extend_from_slice(text.as_bytes());
            }
        }
        for alias in entity.aliases() {
            if !self.index.add(alias, number).map_err(|_| too_large())? {
                return Err(ErrorKind::EmptyAlias { id: id.into() });
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<NewDictionary, ErrorKind> {
        let Writing { mut new, index, has_kinds, has_priors } = self;
        enter_ids(&mut new)?;
        if !has_kinds {
            new.kinds = Vec::new();
        }
        if !has_priors {
            new.priors = Vec::new();
        }
        let aliases = index.len();
        let too_large = || ErrorKind::DictionaryTooLarge { aliases };
        new.aliases_end = index.next_position().ok_or_else(too_large)?;
        new.index = index.build(&new.priors).map_err(|_| too_large())?;
        Ok(new)
    }
}

/// The number of a kind; 0 is for none.
fn number_of(kind: EntityKind) -> u8 {
    let at = EntityKind::ALL.iter().position(|&known| known == kind);
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

/// Fills the table of ids, each of which may be there once.
fn enter_ids(new: &mut NewDictionary) -> Result<(), ErrorKind> {
    let too_large = || ErrorKind::DictionaryTooLarge { aliases: new.id_ends.len() };
    let count = new.id_ends.len();
    let id = |number: u32| {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| new.id_ends.get(before)).unwrap_or(&0);
        let end = new.id_ends.get(at).unwrap_or(start);
        new.ids.get(*start as usize..*end as usize).unwrap_or_default()
    };
    let mut table = TableBuilder::new(count, count + 1).ok_or_else(too_large)?;
    let hashes: Vec<u64> = (0..new.entities).map(|number| of_bytes(id(number))).collect();
    // Places are asked for some time before they are used.
    let soon = hashes.iter().skip(16).map(Some).chain(std::iter::repeat(None));
    for ((number, &hash), soon) in (0..).zip(&hashes).zip(soon) {
        if let Some(&soon) = soon {
            prefetch(table.place(soon));
        }
        let text = id(number);
        if table.find(hash).any(|known| id(known) == text) {
            let id = String::from_utf8_lossy(text).into();
            return Err(ErrorKind::DuplicateEntity { id });
        }
        if !table.insert(hash, number) {
            return Err(too_large());
        }
    }
    new.id_bits = table.number_bits();
    new.id_table = table.into_places();
    Ok(())
}

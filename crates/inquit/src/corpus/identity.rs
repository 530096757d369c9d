//! One entity across documents.
//!
//! Entities of a dictionary are known by their id. Of the others, places, organisations and groups are
//! known by their name; a person by a given name and a family name. A family name alone is nobody's
//! but the document's, and nobody is joined against a contradiction: another given name, another
//! initial, junior and senior, another office that one person holds alone, or two people of one document.

use std::collections::{HashMap, HashSet};

use crate::annotate::Annotations;
use crate::corpus::person_name::{PersonName, given_first, untitled};
use crate::corpus::stored::{Bytes, Stored, stored};
use crate::entity::{Entity, EntityId, EntityKind, MentionForm};
use crate::lexicon::{WordKey, listed_office};

/// An entity of the corpus, by number.
pub(crate) type EntityNumber = u32;

/// An entity that documents share.
#[derive(Debug)]
pub(crate) struct Shared {
    /// The id in a dictionary, or one made for the corpus.
    pub(crate) id: EntityId,
    pub(crate) name: Box<str>,
    pub(crate) kind: Option<EntityKind>,
    /// Documents by number, and what they call it.
    pub(crate) members: Vec<(u32, EntityId)>,
    person: Option<PersonName>,
    /// The family name under which it is looked for, or the name of anything but a person.
    key: Box<str>,
    is_own: bool,
    offices: Vec<Office>,
}

/// What a text calls somebody besides the name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Office {
    number: u64,
    /// Whether it is an office that nobody holds besides another such: a minister of one thing is not
    /// the minister of another.
    is_listed: bool,
}

stored!(Office { number, is_listed });

/// So many offices of an entity are kept.
const MOST_OFFICES: usize = 16;

impl Shared {
    /// Takes in what another document says of it.
    fn learn(&mut self, name: &str, person: Option<&PersonName>, offices: &[Office]) {
        for office in offices {
            if self.offices.len() < MOST_OFFICES && !self.offices.contains(office) {
                self.offices.push(*office);
            }
        }
        // The name with most parts says most.
        if name.len() > self.name.len() && self.is_own && person.is_some() {
            self.name = name.into();
            self.person = person.cloned();
        }
    }
}

impl Stored for Shared {
    fn write(&self, out: &mut Vec<u8>) {
        self.id.write(out);
        self.name.write(out);
        self.kind.write(out);
        self.members.write(out);
        self.key.write(out);
        self.is_own.write(out);
        self.offices.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Shared> {
        let mut shared = Shared {
            id: Stored::read(from)?,
            name: Stored::read(from)?,
            kind: Stored::read(from)?,
            members: Stored::read(from)?,
            person: None,
            key: Stored::read(from)?,
            is_own: Stored::read(from)?,
            offices: Stored::read(from)?,
        };
        shared.person = (shared.kind == Some(EntityKind::Person))
            .then(|| PersonName::of(&shared.name))
            .flatten();
        Some(shared)
    }
}

impl Stored for Identity {
    fn write(&self, out: &mut Vec<u8>) {
        self.entities.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Identity> {
        let mut identity = Identity::default();
        for shared in Vec::<Shared>::read(from)? {
            identity.enter(shared);
        }
        Some(identity)
    }
}

/// The entities of all documents so far.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    entities: Vec<Shared>,
    by_id: HashMap<EntityId, EntityNumber>,
    /// By kind and name, by the family name for people.
    by_name: HashMap<(Option<EntityKind>, Box<str>), Vec<EntityNumber>>,
}

/// What the entities of one document are in the corpus.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    numbers: HashMap<EntityId, EntityNumber>,
    /// People that may be one with somebody of the corpus, if the story is the same.
    doubtful: Vec<(EntityId, EntityNumber)>,
}

impl Joined {
    /// The entity of the corpus behind one of the document.
    pub(crate) fn number(&self, id: &EntityId) -> Option<EntityNumber> {
        self.numbers.get(id).copied()
    }
}

impl Identity {
    /// All entities, in order of number.
    pub(crate) fn entities(&self) -> &[Shared] {
        &self.entities
    }

    /// The entity with this number.
    pub(crate) fn get(&self, number: EntityNumber) -> Option<&Shared> {
        self.entities.get(number as usize)
    }

    /// Whether it is a person.
    pub(crate) fn is_person(&self, number: EntityNumber) -> bool {
        self.get(number).is_some_and(|it| it.kind == Some(EntityKind::Person))
    }

    /// The entities of this name or id, whatever they are: a name in full, with a title before it or the
    /// family name first, or a family name or a given name alone.
    pub(crate) fn named(&self, name: &str) -> Vec<EntityNumber> {
        let whole = name.to_lowercase();
        let straight = given_first(untitled(name));
        let lower = straight.to_lowercase();
        let asked = PersonName::of(&straight);
        let is = |shared: &Shared| {
            let own = shared.name.to_lowercase();
            own == whole
                || own == lower
                || shared.id.as_str() == name
                || shared
                    .person
                    .as_ref()
                    .is_some_and(|person| *person.family == *lower || *person.given == *lower)
                || match (&shared.person, &asked) {
                    (Some(a), Some(b)) => a.family == b.family && !a.contradicts(b),
                    _ => false,
                }
        };
        let found = self.entities.iter().enumerate().filter(|(_, shared)| is(shared));
        found.filter_map(|(at, _)| EntityNumber::try_from(at).ok()).collect()
    }

    /// Takes in the entities of a document.
    pub(crate) fn join(&mut self, document: u32, annotations: &Annotations) -> Joined {
        let mut joined = Joined::default();
        let offices = offices(annotations);
        let mut taken: HashSet<EntityNumber> = HashSet::new();
        for entity in annotations.entities() {
            let offices = offices.get(entity.id()).map(Vec::as_slice).unwrap_or_default();
            let is_own = is_own(entity.id());
            let person = (entity.kind() == Some(EntityKind::Person))
                .then(|| PersonName::of(entity.name()))
                .flatten();
            let known = if is_own {
                let found = self.find(entity, person.as_ref(), offices, &taken);
                if let Found::Doubtful(number) = found {
                    joined.doubtful.push((entity.id().clone(), number));
                }
                if let Found::Sure(number) = found { Some(number) } else { None }
            } else {
                self.by_id.get(entity.id()).copied()
            };
            let number = known.unwrap_or_else(|| self.create(entity, is_own, person.clone()));
            taken.insert(number);
            if let Some(shared) = self.entities.get_mut(number as usize) {
                shared.members.push((document, entity.id().clone()));
                shared.learn(entity.name(), person.as_ref(), offices);
            }
            joined.numbers.insert(entity.id().clone(), number);
        }
        joined
    }

    /// Joins those people of a document who may be somebody of the corpus, and of whom `in_story` says
    /// that another document of the same story names that one; returns whether anybody was.
    pub(crate) fn join_in_story(
        &mut self,
        document: u32,
        joined: &mut Joined,
        in_story: impl Fn(u32) -> bool,
    ) -> bool {
        let mut any = false;
        for (id, number) in std::mem::take(&mut joined.doubtful) {
            let is_there = self.get(number).is_some_and(|it| {
                let mut newest = it.members.iter().rev().take(MOST_NAMESAKES).peekable();
                // Two people of this document are not one.
                newest.peek().is_none_or(|(last, _)| *last != document)
                    && newest.any(|(other, _)| in_story(*other))
            });
            let old = joined.number(&id);
            if let Some(old) = old.filter(|_| is_there)
                && let Some(shared) = self.entities.get_mut(old as usize)
            {
                // The entity was made for this document alone, and stays as an empty number.
                shared.members.clear();
                let (name, person, offices) = (
                    shared.name.clone(),
                    shared.person.clone(),
                    std::mem::take(&mut shared.offices),
                );
                if let Some(shared) = self.entities.get_mut(number as usize) {
                    shared.members.push((document, id.clone()));
                    shared.learn(&name, person.as_ref(), &offices);
                }
                joined.numbers.insert(id, number);
                any = true;
            }
        }
        any
    }

    fn find(
        &self,
        entity: &Entity,
        person: Option<&PersonName>,
        offices: &[Office],
        taken: &HashSet<EntityNumber>,
    ) -> Found {
        let candidates = |name: &str| {
            let known = self.by_name.get(&(entity.kind(), name.into()));
            known.map(Vec::as_slice).unwrap_or_default().iter().rev().take(MOST_NAMESAKES)
        };
        let Some(person) = person else {
            if entity.kind() == Some(EntityKind::Person) {
                return Found::Nobody;
            }
            let mut same = candidates(&entity.name().to_lowercase());
            return same
                .find(|it| !taken.contains(it))
                .map_or(Found::Nobody, |it| Found::Sure(*it));
        };
        let mut doubtful = Found::Nobody;
        for &number in candidates(&person.family).filter(|number| !taken.contains(number)) {
            // One that all have left is but a number.
            let left = |it: &&Shared| !it.members.is_empty();
            let Some(shared) = self.get(number).filter(left) else { continue };
            let Some(other) = shared.person.as_ref().filter(|it| !it.contradicts(person)) else {
                continue;
            };
            let is_office_shared = offices.iter().any(|office| shared.offices.contains(office));
            let is_listed = |offices: &[Office]| offices.iter().any(|office| office.is_listed);
            if !is_office_shared && is_listed(offices) && is_listed(&shared.offices) {
                continue;
            }
            if other.given == person.given || is_office_shared {
                return Found::Sure(number);
            }
            let has_other = !offices.is_empty() && !shared.offices.is_empty();
            if !has_other {
                doubtful = Found::Doubtful(number);
            }
        }
        doubtful
    }

    fn create(
        &mut self,
        entity: &Entity,
        is_own: bool,
        person: Option<PersonName>,
    ) -> EntityNumber {
        let number = EntityNumber::try_from(self.entities.len()).unwrap_or(EntityNumber::MAX);
        let id =
            if is_own { EntityId::new(format!("#e{}", number + 1)) } else { entity.id().clone() };
        let key = match &person {
            Some(person) => person.family.clone(),
            None => entity.name().to_lowercase().into(),
        };
        self.enter(Shared {
            id,
            name: entity.name().into(),
            kind: entity.kind(),
            members: Vec::new(),
            person,
            key,
            is_own,
            offices: Vec::new(),
        });
        number
    }

    /// Adds an entity under the next number.
    fn enter(&mut self, shared: Shared) {
        let number = EntityNumber::try_from(self.entities.len()).unwrap_or(EntityNumber::MAX);
        if shared.is_own {
            let name = (shared.kind, shared.key.clone());
            self.by_name.entry(name).or_default().push(number);
        } else {
            self.by_id.insert(shared.id.clone(), number);
        }
        self.entities.push(shared);
    }
}

/// So many people of one family name are looked at, the newest first.
const MOST_NAMESAKES: usize = 64;

enum Found {
    Sure(EntityNumber),
    Doubtful(EntityNumber),
    Nobody,
}

/// Whether an id was made for its document: `document#e1`. A record whose document was given another id
/// since keeps the ids of its entities, so that what stands before `#e` says nothing.
fn is_own(id: &EntityId) -> bool {
    let number = id.as_str().rsplit_once("#e").map(|(_, number)| number);
    number.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The offices by which a document names its people.
fn offices(annotations: &Annotations) -> HashMap<&EntityId, Vec<Office>> {
    let mut offices: HashMap<&EntityId, Vec<Office>> = HashMap::new();
    for mention in annotations.mentions().iter().filter(|it| it.form() == MentionForm::Title) {
        let title = &annotations.document()[mention.span()];
        let title = title.strip_prefix("the ").or(title.strip_prefix("The ")).unwrap_or(title);
        // "Mr" and the like are no offices.
        if let Some(words) = WordKey::of_phrase(title).filter(|_| title.contains(' ')) {
            let offices = offices.entry(mention.entity()).or_default();
            let listed = listed_office(words);
            let number = listed.unwrap_or(words).number();
            let office = Office { number, is_listed: listed.is_some() };
            if offices.len() < MOST_OFFICES && !offices.contains(&office) {
                offices.push(office);
            }
        }
    }
    offices
}

//! The entities that the library brings along: states and other places, organisations, groups and
//! outlets in the news, as `data/*.tsv` lists them. They have the same id in every document.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::model::{CaseRule, Entity, EntityId, EntityKind};
use super::words::is_all_capitals;
use crate::lexicon::{Listed, NameForm, Sort, all_listed, listed_of};
use crate::text::{fold_accent, tokenize};

/// The name of the catalogue that most ids are from.
const WIKIDATA: &str = "wikidata";

/// The entities that the library brings along: states and other places, international
/// organisations, parties, armed groups, companies, agencies and outlets.
///
/// Mentions of them have the same entity in every document, whatever the name: `IS`, `ISIL` and
/// `Daesh` are one group. Its id is that in Wikidata where that is beyond doubt, and then
/// [`Entity::external`] has it, too; else one of its own that begins with `atlas:`. The ids of a
/// [`Dictionary`](crate::Dictionary) win over these.
///
/// ```
/// use inquit::{Annotator, Atlas, Document};
///
/// let kenya = Atlas::find("Kenya").unwrap();
/// assert_eq!(kenya.id().as_str(), "Q114");
/// assert_eq!(kenya.external().next(), Some(("wikidata", "Q114")));
/// assert_eq!(Atlas::find("Daesh"), Atlas::find("ISIL"));
///
/// let document = Document::new("a1", "The rains reached Kenya.")?;
/// let found = Annotator::new().annotate(&document);
/// assert_eq!(found.mentions()[0].entity(), kenya.id());
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Atlas;

impl Atlas {
    /// The entity that goes by a name, whether or not it is written with "the"; `None` for every
    /// other, and for the words for the people of a place: they point to it, but are not its name.
    /// Of several things with one name it is the one best known; a text says which is meant.
    ///
    /// ```
    /// use inquit::Atlas;
    ///
    /// assert_eq!(Atlas::find("UK").unwrap().name(), "United Kingdom");
    /// assert_eq!(Atlas::find("the United Nations"), Atlas::find("UN"));
    /// assert!(Atlas::find("British").is_none() && Atlas::find("Ada Okoro").is_none());
    /// ```
    pub fn find(name: &str) -> Option<Entity> {
        let listed = |name: &str| listed_of(name, &tokenize(name));
        let bare = || name.strip_prefix("the ").or_else(|| name.strip_prefix("The "));
        let listed = listed(name).or_else(|| bare().and_then(listed))?;
        if listed.form == NameForm::Demonym {
            return None;
        }
        Atlas::get(&id(listed)).cloned()
    }

    /// The entity with an id.
    ///
    /// ```
    /// use inquit::Atlas;
    ///
    /// assert_eq!(Atlas::get(&"Q114".into()).unwrap().name(), "Kenya");
    /// assert!(Atlas::get(&"Q0".into()).is_none());
    /// ```
    pub fn get(id: &EntityId) -> Option<&'static Entity> {
        let place = *entities().1.get(id)?;
        entities().0.get(place)
    }

    /// Every entity, each with all its names, in order of the lists: places, organisations and
    /// groups, agencies and outlets.
    ///
    /// ```
    /// use inquit::{Atlas, Dictionary};
    ///
    /// let states = Atlas::entities().iter().filter(|it| it.id().as_str().starts_with('Q'));
    /// assert!(states.count() > 200);
    /// assert!(Dictionary::compile(Atlas::entities().iter().cloned()).is_ok());
    /// ```
    pub fn entities() -> &'static [Entity] {
        &entities().0
    }
}

/// Every entity, and the place of each by its id.
fn entities() -> &'static (Vec<Entity>, HashMap<EntityId, usize>) {
    static ENTITIES: LazyLock<(Vec<Entity>, HashMap<EntityId, usize>)> = LazyLock::new(|| {
        let mut list: Vec<Entity> = Vec::new();
        let mut places: HashMap<EntityId, usize> = HashMap::new();
        for (name, listed) in all_listed().filter(|(_, it)| it.form != NameForm::Demonym) {
            let rule =
                if is_all_capitals(name) { CaseRule::Acronym } else { CaseRule::FirstLetter };
            let place = *places.entry(id(listed)).or_insert_with(|| {
                list.push(entity(id(listed), listed).with_kind(kind(listed)));
                list.len() - 1
            });
            if let Some(known) = list.get_mut(place) {
                *known = known.clone().with_alias_case(name, rule);
            }
        }
        (list, places)
    });
    &ENTITIES
}

/// The kind of a listed thing.
pub(super) fn kind(listed: Listed) -> EntityKind {
    match listed.sort {
        Sort::Place => EntityKind::Place,
        Sort::Group => EntityKind::Group,
        Sort::Organization | Sort::Agency | Sort::Outlet => EntityKind::Organization,
    }
}

/// The id of a listed thing.
pub(super) fn id(listed: Listed) -> EntityId {
    if !listed.wikidata.is_empty() {
        return EntityId::from(listed.wikidata);
    }
    EntityId::from(slug(listed.name))
}

/// What stands before the names of those that have no id in Wikidata.
const OWN: &str = "atlas:";

/// An id of a name in small letters without accents, its words joined by hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(OWN.len() + name.len());
    slug.push_str(OWN);
    for (at, word) in name.split_whitespace().enumerate() {
        if at > 0 {
            slug.push('-');
        }
        if word.is_ascii() {
            slug.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        } else {
            slug.extend(word.chars().filter_map(fold_accent).flat_map(char::to_lowercase));
        }
    }
    slug
}

/// A listed thing as an entity with the id that it has, of no kind yet.
pub(super) fn entity(id: EntityId, listed: Listed) -> Entity {
    let entity = Entity::new(id, listed.name);
    match listed.wikidata {
        "" => entity,
        wikidata => entity.identified(WIKIDATA.into(), wikidata.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::lexicon::all_listed;

    #[test]
    fn ids_are_of_one_thing_each() {
        let mut names: HashMap<EntityId, (&str, _)> = HashMap::new();
        for (_, listed) in all_listed() {
            let kind = kind(listed);
            let known = *names.entry(id(listed)).or_insert((listed.name, kind));
            assert_eq!((slug(known.0), known.1), (slug(listed.name), kind), "{}", id(listed));
            let number = listed.wikidata.strip_prefix('Q');
            let sound = number.is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()));
            assert!(listed.wikidata.is_empty() || sound, "{}", listed.wikidata);
        }
    }

    #[test]
    fn names_of_one_thing_lead_to_one_id() {
        for (names, id) in [
            (["IS", "ISIS", "ISIL", "Daesh", "Islamic State"].as_slice(), "Q2429253"),
            (&["US", "U.S.", "USA", "America", "United States"], "Q30"),
            (&["WHO", "World Health Organisation"], "Q7817"),
            (&["Lagos"], "atlas:lagos"),
            (&["Chișinău", "Chisinau"], "atlas:chisinau"),
            (&["Washington", "Washington, D.C."], "Q61"),
            (&["The Hague", "the Hague"], "Q36600"),
            (&["National Assembly", "The National Assembly"], "atlas:national-assembly"),
            (&["Georgia"], "Q230"),
        ] {
            for name in names {
                let found = Atlas::find(name);
                assert_eq!(found.as_ref().map(|it| it.id().as_str()), Some(id), "{name}");
            }
        }
    }

    #[test]
    fn every_entity_is_there_once() {
        let mut seen = std::collections::HashSet::new();
        assert!(Atlas::entities().iter().all(|entity| seen.insert(entity.id())));
        let own_name = |entity: &&Entity| Atlas::find(entity.name()).as_ref() == Some(entity);
        let lost: Vec<&str> =
            Atlas::entities().iter().filter(|it| !own_name(it)).map(Entity::name).collect();
        // The others of one name.
        assert_eq!(lost, ["Georgia", "Birmingham", "Cambridge", "PAP", "NRC", "New Yorker"]);
    }

    #[test]
    fn any_name_will_do() {
        for name in ["", " ", "\u{feff}", ".", "the", "Kenyan", "kenya", "Kenya Kenya"] {
            assert_eq!(Atlas::find(name), None, "{name}");
        }
    }
}

//! The entities that the library brings along: states and other places, organisations, groups and
//! outlets in the news, as `data/*.tsv` lists them. They have the same id in every document.

use super::model::{Entity, EntityId, EntityKind};
use crate::lexicon::{Listed, NameForm, Sort, listed_of};
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
    /// The entity that goes by a name; `None` for every other, and for the words for the people of
    /// a place: they point to it, but are not its name.
    ///
    /// ```
    /// use inquit::Atlas;
    ///
    /// assert_eq!(Atlas::find("UK").unwrap().name(), "United Kingdom");
    /// assert!(Atlas::find("British").is_none() && Atlas::find("Ada Okoro").is_none());
    /// ```
    pub fn find(name: &str) -> Option<Entity> {
        let listed = listed_of(name, &tokenize(name))?;
        (listed.form != NameForm::Demonym).then(|| entity(listed).with_kind(kind(listed)))
    }
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
    EntityId::from(format!("atlas:{}", slug(listed.name)))
}

/// A name in small letters without accents, its words joined by hyphens.
fn slug(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join("-").chars().filter_map(fold_accent).flat_map(char::to_lowercase).collect()
}

/// A listed thing as an entity, of no kind yet.
pub(super) fn entity(listed: Listed) -> Entity {
    let entity = Entity::new(id(listed), listed.name);
    match listed.wikidata {
        "" => entity,
        wikidata => entity.with_external(WIKIDATA, wikidata),
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
        for listed in all_listed() {
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
            (&["Bogotá", "Bogota"], "atlas:bogota"),
        ] {
            for name in names {
                let found = Atlas::find(name);
                assert_eq!(found.as_ref().map(|it| it.id().as_str()), Some(id), "{name}");
            }
        }
    }

    #[test]
    fn any_name_will_do() {
        for name in ["", " ", "\u{feff}", ".", "the", "Kenyan", "kenya", "Kenya Kenya"] {
            assert_eq!(Atlas::find(name), None, "{name}");
        }
    }
}

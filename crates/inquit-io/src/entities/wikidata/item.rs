//! An item of Wikidata, as far as it is of use.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::labels::{InLanguages, Label, Languages};

/// What a line tells of an item.
#[derive(Default)]
pub(super) struct Item {
    pub(super) id: Option<String>,
    /// Whether it is a thing; properties and words of a language are not.
    pub(super) is_thing: bool,
    /// Its names in the languages asked for, the preferred one first.
    pub(super) labels: Vec<Label>,
    pub(super) aliases: Vec<Vec<Label>>,
    /// Ids of the classes it is an instance of, the preferred ones first.
    pub(super) classes: Vec<String>,
    pub(super) sitelinks: u32,
}

/// Reads an item.
pub(super) struct ItemIn<'a>(pub(super) &'a Languages);

impl<'de> DeserializeSeed<'de> for ItemIn<'_> {
    type Value = Item;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Item, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ItemIn<'_> {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item of Wikidata")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        let mut item = Item { is_thing: true, ..Item::default() };
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => item.id = Some(map.next_value()?),
                "type" => item.is_thing = map.next_value::<String>()? == "item",
                "labels" => item.labels = map.next_value_seed(InLanguages::new(self.0))?,
                "aliases" => item.aliases = map.next_value_seed(InLanguages::new(self.0))?,
                "claims" => item.classes = map.next_value_seed(ClassIds)?,
                "sitelinks" => item.sitelinks = map.next_value_seed(Count)?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(item)
    }
}

/// The property "instance of".
const INSTANCE_OF: &str = "P31";

/// Reads the statements about an item: the ids of its classes.
struct ClassIds;

#[derive(Deserialize)]
struct Statement {
    mainsnak: Option<Snak>,
    rank: Option<String>,
}

/// What a statement says, which may be that nothing is known.
#[derive(Deserialize)]
struct Snak {
    datavalue: Option<DataValue>,
}

#[derive(Deserialize)]
struct DataValue {
    value: ItemValue,
}

/// Another item; old dumps give its number only.
#[derive(Deserialize)]
struct ItemValue {
    id: Option<String>,
    #[serde(rename = "numeric-id")]
    number: Option<u64>,
}

impl Statement {
    /// The class, and how far down it stands; none if it is nothing or no longer true.
    fn class(self) -> Option<(u8, String)> {
        let depth = match self.rank.as_deref() {
            Some("preferred") => 0,
            Some("deprecated") => return None,
            _ => 1,
        };
        let value = self.mainsnak?.datavalue?.value;
        let id = value.id.or_else(|| value.number.map(|number| format!("Q{number}")))?;
        Some((depth, id))
    }
}

impl<'de> DeserializeSeed<'de> for ClassIds {
    type Value = Vec<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ClassIds {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a key for each property")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
        let mut classes: Vec<(u8, String)> = Vec::new();
        while let Some(property) = map.next_key::<String>()? {
            if property == INSTANCE_OF {
                let statements: Vec<Statement> = map.next_value()?;
                classes.extend(statements.into_iter().filter_map(Statement::class));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        classes.sort_by_key(|(depth, _)| *depth);
        Ok(classes.into_iter().map(|(_, id)| id).collect())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<String>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Vec::new())
    }
}

/// Counts the entries of an object.
struct Count;

impl<'de> DeserializeSeed<'de> for Count {
    type Value = u32;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u32, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Count {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a key for each project")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<u32, A::Error> {
        let mut count: u32 = 0;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            count = count.saturating_add(1);
        }
        Ok(count)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<u32, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(0)
    }
}

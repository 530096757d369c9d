//! Texts of an item in the languages that are asked for.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What stands for all languages, where an item has the same name in most.
const ALL_LANGUAGES: &str = "mul";

/// The languages that are asked for, the preferred one first.
pub(super) struct Languages(Vec<Box<str>>);

impl Languages {
    pub(super) fn new<'a>(languages: impl Iterator<Item = &'a str>) -> Languages {
        let mut languages: Vec<Box<str>> = languages.map(Box::from).collect();
        if !languages.iter().any(|language| &**language == ALL_LANGUAGES) {
            languages.push(ALL_LANGUAGES.into());
        }
        Languages(languages)
    }
}

/// A text in one language.
#[derive(Deserialize)]
pub(super) struct Label {
    value: String,
}

/// Reads an object with a `T` for each language; keeps those that are asked for, the preferred one
/// first. PHP writes an object without anything as an array.
pub(super) struct InLanguages<'a, T>(&'a Languages, std::marker::PhantomData<T>);

impl<'a, T> InLanguages<'a, T> {
    pub(super) fn new(languages: &'a Languages) -> InLanguages<'a, T> {
        InLanguages(languages, std::marker::PhantomData)
    }
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for InLanguages<'_, T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for InLanguages<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a key for each language")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<T>, A::Error> {
        let Languages(languages) = self.0;
        let mut found: Vec<(usize, T)> = Vec::new();
        while let Some(language) = map.next_key::<String>()? {
            match languages.iter().position(|wanted| **wanted == *language) {
                Some(at) => found.push((at, map.next_value()?)),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        found.sort_by_key(|(at, _)| *at);
        Ok(found.into_iter().map(|(_, text)| text).collect())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Vec::new())
    }
}

impl From<Label> for String {
    fn from(label: Label) -> String {
        label.value
    }
}

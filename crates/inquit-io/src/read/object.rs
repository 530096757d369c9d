//! A line of JSON as the fields of a document.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a line may say of a document.
#[derive(Default)]
pub(super) struct Object {
    pub(super) text: Value,
    pub(super) id: Value,
    pub(super) title: Value,
    pub(super) outlet: Value,
    pub(super) url: Value,
    pub(super) published: Value,
    pub(super) language: Value,
    /// Whether it is a line of `inquit extract`.
    pub(super) is_record: bool,
    /// A known key that came a second time.
    pub(super) repeated: Option<&'static str>,
}

/// The value of a key: taken whatever it is, so that an error can name the key.
#[derive(Default)]
pub(super) enum Value {
    #[default]
    Absent,
    Null,
    Text(String),
    /// Something else, in words.
    Other(&'static str),
}

impl Object {
    fn field(&mut self, key: &str) -> Option<(&'static str, &mut Value)> {
        Some(match key {
            "text" => ("text", &mut self.text),
            "id" => ("id", &mut self.id),
            "title" => ("title", &mut self.title),
            "outlet" => ("outlet", &mut self.outlet),
            "url" => ("url", &mut self.url),
            "published" => ("published", &mut self.published),
            "language" => ("language", &mut self.language),
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut object = Object::default();
        // Other objects have a schema, too.
        let (mut has_schema, mut has_version) = (false, false);
        while let Some(key) = map.next_key::<String>()? {
            has_schema |= key == "schema";
            has_version |= key == "inquit";
            object.is_record = has_schema && has_version;
            let Some((name, slot)) = object.field(&key) else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let known = !matches!(slot, Value::Absent);
            *slot = map.next_value()?;
            if known {
                object.repeated = Some(name);
            }
        }
        Ok(object)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other("a boolean"))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Value, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an object"))
    }
}

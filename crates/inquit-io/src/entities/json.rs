//! Entities in lines of JSON.

use std::collections::BTreeMap;
use std::fmt;
use std::io::BufRead;

use inquit::CaseRule;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::draft::{Draft, kind_of_name};
use super::reader::{Found, Row};
use crate::error::ErrorKind;
use crate::read::{TextLines, explained, kind_of, syntax_error};

/// The entities of a stream with one JSON object a line.
pub(super) struct JsonEntities<R>(pub(super) TextLines<R>);

/// What a line tells of an entity. Other keys are passed over.
#[derive(Deserialize)]
struct EntityLine {
    id: Option<String>,
    name: Option<String>,
    kind: Option<String>,
    aliases: Option<Vec<AliasValue>>,
    case_rule: Option<String>,
    external: Option<BTreeMap<String, String>>,
    prior: Option<u32>,
}

/// An alias: a string, or an object.
struct AliasValue(RuledAlias);

#[derive(Deserialize)]
struct RuledAlias {
    text: String,
    case_rule: Option<String>,
}

impl<'de> Deserialize<'de> for AliasValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AliasValue, D::Error> {
        deserializer.deserialize_any(AliasVisitor)
    }
}

struct AliasVisitor;

impl<'de> Visitor<'de> for AliasVisitor {
    type Value = AliasValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or an object with `text` and `case_rule`")
    }

    fn visit_str<E>(self, text: &str) -> Result<AliasValue, E> {
        Ok(AliasValue(RuledAlias { text: text.to_owned(), case_rule: None }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AliasValue, A::Error> {
        RuledAlias::deserialize(MapAccessDeserializer::new(map)).map(AliasValue)
    }
}

impl EntityLine {
    fn read(json: &str, place: &dyn Fn() -> Box<str>) -> Result<EntityLine, ErrorKind> {
        if !json.trim_ascii_start().starts_with('{')
            && serde_json::from_str::<IgnoredAny>(json).is_ok()
        {
            return Err(ErrorKind::NotAnObject { place: place(), found: kind_of(json) });
        }
        serde_json::from_str(json).map_err(|error| {
            if error.is_data() {
                let (column, reason) = explained(&error);
                return ErrorKind::InvalidEntity { place: place(), column, reason };
            }
            syntax_error(json, &error, place())
        })
    }

    fn draft(self, place: &dyn Fn() -> Box<str>) -> Result<Draft, ErrorKind> {
        let refused = |source| ErrorKind::Refused { place: place(), source };
        let rule = |name: Option<String>| -> Result<Option<CaseRule>, ErrorKind> {
            name.map(|name| name.parse().map_err(refused)).transpose()
        };
        let mut aliases = Vec::new();
        for AliasValue(alias) in self.aliases.unwrap_or_default() {
            aliases.push((alias.text, rule(alias.case_rule)?));
        }
        Ok(Draft {
            id: self.id,
            name: self.name.unwrap_or_default(),
            kind: kind_of_name(&self.kind.unwrap_or_default()).map_err(refused)?,
            aliases,
            case_rule: rule(self.case_rule)?,
            external: self.external.unwrap_or_default(),
            prior: self.prior.unwrap_or(0),
        })
    }
}

impl<R: BufRead> Iterator for JsonEntities<R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            match self.0.read()? {
                Err(error) => return Some(Err(error)),
                Ok(()) if self.0.is_blank() => {}
                Ok(()) => break,
            }
        }
        let place = || self.0.here();
        let entity = self.0.text().and_then(|json| EntityLine::read(json, &place));
        let entity = entity.and_then(|line| line.draft(&place)?.entity(&place));
        Some(entity.map(|entity| Found { entity, line: Some(self.0.number()) }))
    }
}

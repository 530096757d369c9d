//! The entities of a dump, a line at a time.

use std::io::BufRead;

use inquit::Entity;
use serde::de::DeserializeSeed;
use serde_json::Deserializer;

use super::classes::{Class, Classes};
use super::item::{Item, ItemIn};
use super::labels::Languages;
use crate::entities::draft::{Draft, WIKIDATA};
use crate::entities::options::EntityOptions;
use crate::entities::reader::{Found, Row};
use crate::error::ErrorKind;
use crate::read::{TextLines, explained, syntax_error};

/// The entities of a dump of Wikidata: a JSON array with an item a line.
pub(in crate::entities) struct WikidataEntities<R> {
    lines: TextLines<R>,
    languages: Languages,
    min_sitelinks: u32,
    classes: Classes,
}

impl<R: BufRead> WikidataEntities<R> {
    pub(in crate::entities) fn new(
        lines: TextLines<R>,
        options: &EntityOptions,
    ) -> WikidataEntities<R> {
        WikidataEntities {
            lines,
            languages: Languages::new(options.languages()),
            min_sitelinks: options.min_sitelinks(),
            classes: Classes::new(),
        }
    }

    /// The entity of the line read last, if it is about one that is wanted.
    fn entity(&self) -> Result<Option<Entity>, ErrorKind> {
        let line = self.lines.text()?.trim_ascii();
        let json = line.strip_suffix(',').unwrap_or(line);
        if matches!(json, "" | "[" | "]") {
            return Ok(None);
        }
        let item = self.item(json)?;
        self.draft(item).map(|draft| draft.entity(&|| self.lines.here())).transpose()
    }

    fn item(&self, json: &str) -> Result<Item, ErrorKind> {
        let mut deserializer = Deserializer::from_str(json);
        let item = ItemIn(&self.languages).deserialize(&mut deserializer);
        item.and_then(|item| deserializer.end().map(|()| item)).map_err(|error| {
            let place = self.lines.here();
            if error.is_data() {
                let (column, reason) = explained(&error);
                return ErrorKind::InvalidEntity { place, column, reason };
            }
            syntax_error(json, &error, place)
        })
    }

    fn draft(&self, item: Item) -> Option<Draft> {
        if !item.is_thing || item.sitelinks < self.min_sitelinks {
            return None;
        }
        let mut kind = None;
        for class in item.classes.iter().filter_map(|id| self.classes.get(id)) {
            match class {
                Class::Nothing => return None,
                Class::Entities(first) => kind = kind.or(Some(first)),
            }
        }
        // The names in the other languages are aliases.
        let mut labels = item.labels.into_iter().map(String::from);
        let name = labels.next()?;
        let aliases = labels.chain(item.aliases.into_iter().flatten().map(String::from));
        let aliases = aliases.filter(|alias| !alias.contains('\n')).map(|alias| (alias, None));
        Some(Draft {
            id: item.id.clone(),
            name,
            kind,
            aliases: aliases.collect(),
            case_rule: None,
            external: item.id.map(|id| (WIKIDATA.to_owned(), id)).into_iter().collect(),
            prior: item.sitelinks,
        })
    }
}

impl<R: BufRead> Iterator for WikidataEntities<R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let entity = self.lines.read()?.and_then(|()| self.entity());
            match entity {
                Ok(None) => {}
                Ok(Some(entity)) => {
                    return Some(Ok(Found { entity, line: Some(self.lines.number()) }));
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

//! The columns of a table of entities.

use super::draft::{Draft, WIKIDATA, kind_of_name};
use crate::error::ErrorKind;

/// What each field of a row holds.
pub(super) struct Columns(Vec<Column>);

#[derive(Clone, Eq, PartialEq)]
enum Column {
    Id,
    Name,
    Kind,
    /// Several, with `|` between.
    Aliases,
    CaseRule,
    Prior,
    /// Ids in another catalogue.
    External(Box<str>),
    /// Anything else, which is passed over.
    Other,
}

/// What a column of ids in another catalogue begins with.
const EXTERNAL: &str = "external:";

impl Default for Columns {
    /// Those of a table that does not name them.
    fn default() -> Columns {
        Columns(vec![Column::Name, Column::Kind, Column::Aliases])
    }
}

impl Column {
    fn named(name: &str) -> Column {
        let name = name.trim().to_ascii_lowercase();
        match name.as_str() {
            "id" => Column::Id,
            "name" => Column::Name,
            "kind" => Column::Kind,
            "aliases" => Column::Aliases,
            "case_rule" => Column::CaseRule,
            "prior" => Column::Prior,
            WIKIDATA => Column::External(WIKIDATA.into()),
            name => match name.strip_prefix(EXTERNAL).map(str::trim) {
                Some(catalogue) if !catalogue.is_empty() => Column::External(catalogue.into()),
                _ => Column::Other,
            },
        }
    }
}

impl Columns {
    /// Those that the first row names, if one of them is `name`.
    pub(super) fn of_header<'a>(
        fields: impl Iterator<Item = &'a str> + Clone,
        place: &dyn Fn() -> Box<str>,
    ) -> Result<Option<Columns>, ErrorKind> {
        let columns: Vec<Column> = fields.clone().map(Column::named).collect();
        if !columns.contains(&Column::Name) {
            return Ok(None);
        }
        for (at, (column, name)) in columns.iter().zip(fields).enumerate() {
            let before = columns.get(..at).unwrap_or_default();
            if *column != Column::Other && before.contains(column) {
                let column = name.trim().into();
                return Err(ErrorKind::RepeatedColumn { place: place(), column });
            }
        }
        Ok(Some(Columns(columns)))
    }

    /// What a row tells of an entity. Fields at its end may be missing.
    pub(super) fn draft<'a>(
        &self,
        fields: impl ExactSizeIterator<Item = &'a str>,
        place: &dyn Fn() -> Box<str>,
    ) -> Result<Draft, ErrorKind> {
        let (found, expected) = (fields.len(), self.0.len());
        if found > expected {
            return Err(ErrorKind::TooManyFields { place: place(), found, expected });
        }
        let refused = |source| ErrorKind::Refused { place: place(), source };
        let mut draft = Draft::default();
        for (column, field) in self.0.iter().zip(fields) {
            let field = field.trim();
            if field.is_empty() {
                continue;
            }
            match column {
                Column::Id => draft.id = Some(field.into()),
                Column::Name => draft.name = field.into(),
                Column::Kind => draft.kind = kind_of_name(field).map_err(refused)?,
                Column::Aliases => {
                    draft.aliases = field.split('|').map(|alias| (alias.into(), None)).collect();
                }
                Column::CaseRule => draft.case_rule = Some(field.parse().map_err(refused)?),
                Column::Prior => {
                    draft.prior = field.parse().map_err(|_| {
                        let value = field.chars().take(40).collect();
                        ErrorKind::InvalidPrior { place: place(), value }
                    })?;
                }
                Column::External(catalogue) => {
                    draft.external.insert(catalogue.as_ref().into(), field.into());
                }
                Column::Other => {}
            }
        }
        Ok(draft)
    }
}

//! The statements of a file in Turtle or JSON-LD.

use std::io::BufRead;

use inquit::Entity;
use oxjsonld::{JsonLdParseError, JsonLdParser};
use oxrdf::Triple;
use oxttl::{TurtleParseError, TurtleParser};

use super::concepts::Concepts;
use crate::entities::draft::Draft;
use crate::entities::format::EntityFormat;
use crate::entities::options::EntityOptions;
use crate::entities::reader::{Found, Row};
use crate::error::ErrorKind;
use crate::read::at_line;

type Statements<'a> = Box<dyn Iterator<Item = Result<Triple, ErrorKind>> + 'a>;

/// Reads all statements, and what is wrong about some, before it gives the first entity: anything
/// may be said of any concept anywhere.
struct SkosEntities<'a> {
    statements: Option<Statements<'a>>,
    concepts: Concepts,
    drafts: Box<dyn Iterator<Item = Draft>>,
    errors: usize,
    place: Box<str>,
}

/// A file with so many errors in it is not what it is taken for, and is read no further.
const MOST_ERRORS: usize = 100;

/// The entities of a vocabulary.
pub(in crate::entities) fn skos_entities<'a>(
    reader: impl BufRead + 'a,
    place: &str,
    format: EntityFormat,
    options: &EntityOptions,
) -> Box<dyn Iterator<Item = Row> + 'a> {
    let statements = match format {
        EntityFormat::JsonLd => json_ld(reader, place.into()),
        _ => turtle(reader, place.into()),
    };
    Box::new(SkosEntities {
        statements: Some(statements),
        concepts: Concepts::new(options.languages()),
        drafts: Box::new(std::iter::empty()),
        errors: 0,
        place: place.into(),
    })
}

fn turtle<'a>(reader: impl BufRead + 'a, place: Box<str>) -> Statements<'a> {
    Box::new(TurtleParser::new().for_reader(reader).map(move |statement| {
        statement.map_err(|error| match error {
            TurtleParseError::Io(source) => ErrorKind::Read { place: place.clone(), source },
            TurtleParseError::Syntax(error) => ErrorKind::InvalidRdf {
                place: at_line(&place, error.location().start.line + 1),
                form: "Turtle",
                reason: error.message().into(),
            },
        })
    }))
}

fn json_ld<'a>(reader: impl BufRead + 'a, place: Box<str>) -> Statements<'a> {
    Box::new(JsonLdParser::new().for_reader(reader).map(move |statement| {
        statement.map(Triple::from).map_err(|error| match error {
            JsonLdParseError::Io(source) => ErrorKind::Read { place: place.clone(), source },
            JsonLdParseError::Syntax(error) => ErrorKind::InvalidRdf {
                place: match error.location() {
                    Some(location) => at_line(&place, location.start.line + 1),
                    None => place.clone(),
                },
                form: "JSON-LD",
                reason: error.to_string().into(),
            },
        })
    }))
}

impl SkosEntities<'_> {
    /// Turns to the concepts, after the last statement.
    fn end(&mut self) {
        self.statements = None;
        let concepts = std::mem::replace(&mut self.concepts, Concepts::new(std::iter::empty()));
        self.drafts = Box::new(concepts.into_drafts());
    }

    fn entity(&self, draft: Draft) -> Result<Entity, ErrorKind> {
        let place = || format!("{}: <{}>", self.place, draft.id.as_deref().unwrap_or_default());
        let place: Box<str> = place().into();
        draft.entity(&|| place.clone())
    }
}

impl Iterator for SkosEntities<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        while let Some(statements) = &mut self.statements {
            match statements.next() {
                Some(Ok(statement)) => self.concepts.add(statement),
                Some(Err(error)) => {
                    self.errors += 1;
                    // A stream that has failed once may fail for ever.
                    if self.errors == MOST_ERRORS || matches!(error, ErrorKind::Read { .. }) {
                        self.end();
                    }
                    return Some(Err(error));
                }
                None => self.end(),
            }
        }
        let draft = self.drafts.next()?;
        Some(self.entity(draft).map(|entity| Found { entity, line: None }))
    }
}

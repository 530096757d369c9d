//! What the classes of Wikidata stand for.

use std::collections::HashMap;

use inquit::EntityKind;

const TABLE: &str = include_str!("../../../data/wikidata_classes.tsv");

/// The classes that are known.
pub(super) struct Classes(HashMap<&'static str, Class>);

/// What the items of a class are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Class {
    Entities(EntityKind),
    /// Pages about Wikimedia itself, and names as words.
    Nothing,
}

impl Classes {
    pub(super) fn new() -> Classes {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        Classes(lines.filter_map(class).collect())
    }

    pub(super) fn get(&self, id: &str) -> Option<Class> {
        self.0.get(id).copied()
    }
}

/// The class of a line of the table.
fn class(line: &'static str) -> Option<(&'static str, Class)> {
    let mut fields = line.split('\t');
    let id = fields.next()?;
    let class = match fields.next()? {
        "-" => Class::Nothing,
        kind => Class::Entities(kind.parse().ok()?),
    };
    Some((id, class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_class_of_its_own() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        for line in lines.clone() {
            assert_eq!(line.split('\t').count(), 3, "{line}");
            assert!(line.starts_with('Q') && class(line).is_some(), "{line}");
        }
        assert_eq!(Classes::new().0.len(), lines.count());
    }
}

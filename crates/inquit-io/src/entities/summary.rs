//! How much of what is in a dictionary.

use std::collections::HashMap;

use inquit::{CaseRule, Dictionary, EntityKind};

/// How much of what is in a dictionary.
///
/// ```
/// use inquit::{CaseRule, Dictionary, Entity, EntityKind};
/// use inquit_io::DictionarySummary;
///
/// let summary = DictionarySummary::of(&Dictionary::compile([
///     Entity::new("Q90", "Paris").with_kind(EntityKind::Place),
///     Entity::new("Q830149", "Paris").with_alias_case("PA", CaseRule::Acronym),
/// ])?);
/// assert_eq!((summary.entities, summary.aliases, summary.ambiguous), (2, 3, 1));
/// assert_eq!(summary.kinds, [(Some(EntityKind::Place), 1), (None, 1)]);
/// assert_eq!(summary.case_rules, [(CaseRule::FirstLetter, 2), (CaseRule::Acronym, 1)]);
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct DictionarySummary {
    /// Entities.
    pub entities: usize,
    /// Aliases, names among them, of all entities together.
    pub aliases: usize,
    /// Aliases, each counted once, that several entities have.
    pub ambiguous: usize,
    /// The kinds there are, in their order, `None` at the end, and how many entities are of each.
    pub kinds: Vec<(Option<EntityKind>, usize)>,
    /// The case rules there are, in their order, and how many aliases are under each.
    pub case_rules: Vec<(CaseRule, usize)>,
}

impl DictionarySummary {
    /// Counts what is in a dictionary.
    pub fn of(dictionary: &Dictionary) -> DictionarySummary {
        let mut kinds: HashMap<Option<EntityKind>, usize> = HashMap::new();
        let mut rules: HashMap<CaseRule, usize> = HashMap::new();
        let mut entities_of: HashMap<Box<str>, usize> = HashMap::new();
        for entity in dictionary.iter() {
            *kinds.entry(entity.kind()).or_default() += 1;
            for alias in entity.aliases() {
                *rules.entry(alias.case_rule).or_default() += 1;
                *entities_of.entry(alias.text.clone()).or_default() += 1;
            }
        }
        let known = EntityKind::ALL.iter().copied().map(Some).chain([None]);
        DictionarySummary {
            entities: dictionary.len(),
            aliases: rules.values().sum(),
            ambiguous: entities_of.values().filter(|&&entities| entities > 1).count(),
            kinds: known.filter_map(|kind| Some((kind, *kinds.get(&kind)?))).collect(),
            case_rules: CaseRule::ALL
                .iter()
                .filter_map(|rule| Some((*rule, *rules.get(rule)?)))
                .collect(),
        }
    }
}

//! How much of what is in a dictionary.

use std::collections::HashMap;

use inquit::{Atlas, CaseRule, Dictionary, Entity, EntityId, EntityKind};

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
/// assert_eq!(summary.contradictions.len(), 0);
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
    /// Aliases that the bundled atlas knows as the name of something else. The dictionary wins.
    pub contradictions: Vec<Contradiction>,
}

/// An alias by which a dictionary knows one thing and the atlas another: one of another kind, or
/// with another id in Wikidata.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Contradiction {
    /// The alias.
    pub alias: Box<str>,
    /// Whose it is in the dictionary.
    pub entity: EntityId,
    /// Whose it is in the atlas.
    pub atlas: Entity,
}

impl DictionarySummary {
    /// Counts what is in a dictionary.
    pub fn of(dictionary: &Dictionary) -> DictionarySummary {
        let mut kinds: HashMap<Option<EntityKind>, usize> = HashMap::new();
        let mut rules: HashMap<CaseRule, usize> = HashMap::new();
        let mut entities_of: HashMap<Box<str>, usize> = HashMap::new();
        let mut contradictions = Vec::new();
        for entity in dictionary.iter() {
            *kinds.entry(entity.kind()).or_default() += 1;
            for alias in entity.aliases() {
                *rules.entry(alias.case_rule).or_default() += 1;
                let known = Atlas::find(&alias.text).filter(|known| contradict(&entity, known));
                contradictions.extend(known.map(|atlas| Contradiction {
                    alias: alias.text.clone(),
                    entity: entity.id().clone(),
                    atlas,
                }));
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
            contradictions,
        }
    }
}

/// Whether two entities of one name cannot be the same.
fn contradict(entity: &Entity, atlas: &Entity) -> bool {
    let wikidata = |of: &Entity| {
        of.external().find(|(catalogue, _)| *catalogue == "wikidata").map(|(_, id)| id.to_owned())
    };
    if let (Some(one), Some(other)) = (wikidata(entity), wikidata(atlas)) {
        return one != other;
    }
    // Whether a movement is a group or an organisation is a matter of taste.
    let sort = |kind| match kind {
        EntityKind::Group => EntityKind::Organization,
        kind => kind,
    };
    match (entity.kind().map(sort), atlas.kind().map(sort)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

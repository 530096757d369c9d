//! An entity as a file tells of it.

use std::collections::BTreeMap;

use inquit::{Alias, CaseRule, Entity, EntityKind};

use super::alias::{case_rule_of, complaint};
use crate::error::ErrorKind;

/// What a file tells of an entity.
#[derive(Default)]
pub(super) struct Draft {
    /// If missing, that of Wikidata, else the name.
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) kind: Option<EntityKind>,
    /// With their case rules, where they have one of their own.
    pub(super) aliases: Vec<(String, Option<CaseRule>)>,
    /// For the name, and the aliases that have none of their own.
    pub(super) case_rule: Option<CaseRule>,
    pub(super) external: BTreeMap<String, String>,
    pub(super) prior: u32,
}

/// The name of the catalogue of Wikidata among the external ids.
pub(super) const WIKIDATA: &str = "wikidata";

impl Draft {
    /// The entity. White space around names is no part of them, and aliases without anything are
    /// passed over.
    pub(super) fn entity(self, place: &dyn Fn() -> Box<str>) -> Result<Entity, ErrorKind> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(ErrorKind::MissingName { place: place() });
        }
        let id = self.id.as_deref().filter(|id| !id.is_empty());
        let id = id.or_else(|| self.external.get(WIKIDATA).map(String::as_str)).unwrap_or(name);
        let mut aliases = Vec::with_capacity(self.aliases.len() + 1);
        let others = self.aliases.iter().map(|(alias, rule)| (alias.trim(), *rule));
        for (alias, rule) in std::iter::once((name, None)).chain(others) {
            if alias.is_empty() {
                continue;
            }
            if alias.contains('\n') {
                return Err(ErrorKind::LineBreak { place: place(), name: shortened(alias) });
            }
            if let Some(source) = complaint(id, alias) {
                return Err(ErrorKind::Refused { place: place(), source });
            }
            let case_rule = rule.or(self.case_rule).unwrap_or_else(|| case_rule_of(alias));
            aliases.push(Alias { text: alias.into(), case_rule });
        }
        let mut entity = Entity::new(id, name).with_prior(self.prior).with_aliases(aliases);
        if let Some(kind) = self.kind {
            entity = entity.with_kind(kind);
        }
        for (catalogue, id) in self.external {
            entity = entity.with_external(catalogue, id);
        }
        Ok(entity)
    }
}

/// The beginning of a name that may have swallowed half a file.
fn shortened(name: &str) -> Box<str> {
    name.lines().next().unwrap_or_default().chars().take(40).collect()
}

/// The kind of this name, in whatever letters; none if there is no name.
pub(super) fn kind_of_name(name: &str) -> Result<Option<EntityKind>, inquit::Error> {
    match name.trim() {
        "" => Ok(None),
        name => name.to_ascii_lowercase().parse().map(Some),
    }
}

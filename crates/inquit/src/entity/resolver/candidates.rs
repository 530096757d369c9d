//! What a name of several things may mean, and how much speaks for each.

use std::collections::HashMap;

use crate::confidence::Confidence;
use crate::entity::atlas;
use crate::entity::dictionary::Dictionary;
use crate::entity::model::{Entity, EntityId};
use crate::lexicon::{Listed, TextSet, WordKey, readings};

/// An entity that a name may mean, and its share of what speaks for all of them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Candidate {
    pub(super) entity: EntityId,
    pub(super) score: Confidence,
}

/// Entities with their weights as candidates: shares that add up to one, the largest first. Of equal
/// ones the first stays first.
fn shares(weights: Vec<(EntityId, u64)>) -> Vec<Candidate> {
    let sum = weights.iter().fold(0_u64, |sum, (_, weight)| sum.saturating_add(*weight)).max(1);
    let mut rest = 1000_u16;
    let mut candidates: Vec<Candidate> = weights
        .into_iter()
        .map(|(entity, weight)| {
            let share = u128::from(weight) * 1000 / u128::from(sum);
            let permille = u16::try_from(share).unwrap_or(1000).min(rest);
            rest -= permille;
            Candidate { entity, score: Confidence::from_permille(permille) }
        })
        .collect();
    candidates.sort_by_key(|it| std::cmp::Reverse(it.score));
    // What rounding left over goes to the first.
    if let Some(first) = candidates.first_mut() {
        first.score = Confidence::from_permille(first.score.permille() + rest);
    }
    candidates
}

/// The weights of the entities of a dictionary, looked up once each.
#[derive(Debug)]
pub(super) struct Priors<'d> {
    dictionary: Option<&'d Dictionary>,
    known: HashMap<EntityId, u64>,
}

impl<'d> Priors<'d> {
    pub(super) fn new(dictionary: Option<&'d Dictionary>) -> Priors<'d> {
        Priors { dictionary, known: HashMap::new() }
    }

    fn weight(&mut self, id: &EntityId) -> u64 {
        if let Some(&weight) = self.known.get(id) {
            return weight;
        }
        let entity = self.dictionary.and_then(|dictionary| dictionary.get(id));
        let weight = 1 + u64::from(entity.as_ref().map_or(0, Entity::prior));
        self.known.insert(id.clone(), weight);
        weight
    }

    /// The candidates of a name, by their priors; but whom the text names without doubt elsewhere, so
    /// many times, outweighs all others.
    pub(super) fn rank(
        &mut self,
        ids: &[EntityId],
        counts: &HashMap<&EntityId, u32>,
    ) -> Vec<Candidate> {
        let priors: Vec<u64> = ids.iter().map(|id| self.weight(id)).collect();
        let all: u64 = priors.iter().fold(0, |sum, &weight| weight.saturating_add(sum));
        let weight = |(id, prior): (&EntityId, u64)| {
            let count = u64::from(counts.get(id).copied().unwrap_or(0));
            (id.clone(), prior.saturating_add(all.saturating_mul(count)))
        };
        shares(ids.iter().zip(priors).map(weight).collect())
    }
}

/// The place that is meant by a name of several, where the lists know them, and all of them as
/// candidates: the one that most other places of the document speak for.
pub(super) fn meant(listed: &Listed, named: &TextSet) -> Option<(&'static Listed, Vec<Candidate>)> {
    let readings = readings(WordKey::of_phrase(listed.name)?);
    let weights = readings.iter().map(|reading| {
        let told = reading.evidence.iter().filter(|key| named.contains(key)).count();
        (atlas::id(reading.listed), 1 + 4 * u64::try_from(told).unwrap_or(0))
    });
    let candidates = shares(weights.collect());
    let best = &candidates.first()?.entity;
    let listed = readings.iter().map(|it| &it.listed).find(|it| atlas::id(**it) == *best)?;
    Some((listed, candidates))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_one() {
        let weights =
            [("a", 1), ("b", 5), ("c", 1)].map(|(id, weight)| (EntityId::from(id), weight));
        let found: Vec<(String, u16)> = shares(weights.to_vec())
            .into_iter()
            .map(|it| (it.entity.to_string(), it.score.permille()))
            .collect();
        let expected = [("b", 716), ("a", 142), ("c", 142)];
        assert_eq!(found, expected.map(|(id, share)| (id.to_owned(), share)));
        assert!(shares(Vec::new()).is_empty());
        let most = shares(vec![(EntityId::from("a"), u64::MAX), (EntityId::from("b"), u64::MAX)]);
        assert_eq!(most.len(), 2);
    }
}

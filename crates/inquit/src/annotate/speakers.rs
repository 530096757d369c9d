//! Who said how much, about whom, and to whom.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::annotations::Annotations;
use crate::entity::{Entity, EntityId};
use crate::quote::Quote;

/// How often somebody spoke about somebody or something.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SpokenAbout {
    /// Who spoke.
    pub speaker: EntityId,
    /// About whom or what.
    pub about: EntityId,
    /// In so many quotes.
    pub quotes: usize,
}

/// How often somebody spoke to somebody.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SpokenTo {
    /// Who spoke.
    pub speaker: EntityId,
    /// To whom.
    pub addressee: EntityId,
    /// In so many quotes.
    pub quotes: usize,
}

impl Annotations {
    /// The quotes of each speaker, in order of the first. A quote of two speakers is one of each;
    /// quotes without a known speaker are left out.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let text = "“No,” said Mr Kent. “Why?” asked Ms Lane. Kent said it was late.";
    /// let found = Annotator::new().annotate(&Document::new("a1", text)?);
    /// let counts: Vec<_> =
    ///     found.by_speaker().iter().map(|(who, quotes)| (who.name(), quotes.len())).collect();
    /// assert_eq!(counts, [("Kent", 2), ("Lane", 1)]);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn by_speaker(&self) -> Vec<(&Entity, Vec<&Quote>)> {
        let mut places: BTreeMap<&EntityId, usize> = BTreeMap::new();
        let mut speakers: Vec<(&Entity, Vec<&Quote>)> = Vec::new();
        for quote in self.quotes() {
            for id in quote.speakers() {
                let Some(entity) = self.entity(id) else { continue };
                let at = *places.entry(id).or_insert(speakers.len());
                if at == speakers.len() {
                    speakers.push((entity, Vec::new()));
                }
                if let Some((_, quotes)) = speakers.get_mut(at) {
                    quotes.push(quote);
                }
            }
        }
        speakers
    }

    /// The quotes that speak about an entity, in order.
    pub fn about(&self, id: &EntityId) -> impl Iterator<Item = &Quote> {
        self.quotes().iter().filter(move |quote| quote.about().contains(id))
    }

    /// Who spoke about whom, the most frequent first; nobody about themselves.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let text = "“Lois Lane knows,” said Clark Kent. Kent said Lane was late.";
    /// let found = Annotator::new().annotate(&Document::new("a1", text)?);
    /// let most = &found.who_about_whom()[0];
    /// assert_eq!(found.entity(&most.speaker).unwrap().name(), "Clark Kent");
    /// assert_eq!(found.entity(&most.about).unwrap().name(), "Lois Lane");
    /// assert_eq!(most.quotes, 2);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn who_about_whom(&self) -> Vec<SpokenAbout> {
        let about = |quote: &'_ Quote| quote.about().to_vec();
        let pairs = pairs(self.quotes(), about).into_iter();
        pairs.map(|(speaker, about, quotes)| SpokenAbout { speaker, about, quotes }).collect()
    }

    /// Who spoke to whom, the most frequent first. Those spoken to whom the text does not name, such
    /// as "reporters", are left out.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let text = "“No,” Clark Kent told Lois Lane. “Why not?” Lane asked reporters.";
    /// let found = Annotator::new().annotate(&Document::new("a1", text)?);
    /// let told = found.who_to_whom();
    /// assert_eq!(told.len(), 1);
    /// assert_eq!(found.entity(&told[0].addressee).unwrap().name(), "Lois Lane");
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn who_to_whom(&self) -> Vec<SpokenTo> {
        let told = |quote: &'_ Quote| {
            quote.addressees().iter().filter_map(|it| it.entity.clone()).collect()
        };
        let pairs = pairs(self.quotes(), told).into_iter();
        pairs.map(|(speaker, addressee, quotes)| SpokenTo { speaker, addressee, quotes }).collect()
    }
}

/// Each speaker with each of those that `others` gives for a quote, and in how many quotes they
/// stand together; nobody with themselves.
fn pairs(
    quotes: &[Quote],
    others: impl Fn(&Quote) -> Vec<EntityId>,
) -> Vec<(EntityId, EntityId, usize)> {
    let mut counts: BTreeMap<(EntityId, EntityId), usize> = BTreeMap::new();
    for quote in quotes {
        let others = others(quote);
        for speaker in quote.speakers() {
            for other in others.iter().filter(|&other| other != speaker) {
                *counts.entry((speaker.clone(), other.clone())).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<_> =
        counts.into_iter().map(|((speaker, other), quotes)| (speaker, other, quotes)).collect();
    // The order of ids decides between equals, so that it is the same each time.
    pairs.sort_by_key(|&(.., quotes)| Reverse(quotes));
    pairs
}

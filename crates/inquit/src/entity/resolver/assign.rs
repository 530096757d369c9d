//! Gives every name of a document its entity.

use std::collections::HashMap;
use std::ops::Range;

use super::candidates::Candidate;
use super::cast::{Cast, Member};
use super::gender::of_full_name;
use super::model::{MemberId, Reference};
use super::people::{People, name_words};
use super::placed::{Placed, place};
use super::things::{ThingName, Things, thing_name};
use crate::entity::dictionary::Dictionary;
use crate::entity::model::{Entity, EntityId, EntityKind, MentionForm, Origin};
use crate::entity::recognizer::Name;
use crate::entity::words::Words;
use crate::lexicon::TextSet;
use crate::text::tokenize;

/// Who is who by name.
pub(super) struct Assigned {
    pub(super) cast: Cast,
    /// The names that may mean several entities, in order, each with these.
    pub(super) candidates: Vec<(usize, Vec<Candidate>)>,
    /// A mention for each name and for each title before one, in order of start.
    pub(super) references: Vec<Reference>,
}

/// Resolves the names of a document, whose frames have these sources.
pub(super) fn assign(
    words: Words<'_>,
    names: &[Name],
    dictionary: Option<&Dictionary>,
    sources: &[Range<usize>],
) -> Assigned {
    let mut placed = place(words, names, dictionary, sources);
    let mut assigner = Assigner {
        words,
        dictionary,
        cast: Cast::default(),
        people: People::default(),
        things: Things::default(),
        known: HashMap::new(),
        singles: TextSet::default(),
    };
    assigner.survey(&placed);
    let mut references = Vec::with_capacity(names.len() + names.len() / 4);
    for (at, placed) in placed.iter().enumerate() {
        let member = assigner.member(placed);
        if let Some(title) = placed.name.title {
            references.push(title_reference(words, title, member));
        }
        references.push(Reference {
            span: placed.name.span,
            start: placed.tokens.start,
            end: placed.tokens.end,
            member,
            form: placed.form,
            origin: placed.name.origin,
            permille: placed.name.confidence.permille(),
            name: Some(at),
            kind: None,
        });
    }
    for reference in &mut references {
        reference.kind = assigner.cast.kind(reference.member);
    }
    let several = placed.iter_mut().enumerate().filter(|(_, it)| !it.candidates.is_empty());
    let candidates = several.map(|(at, it)| (at, std::mem::take(&mut it.candidates))).collect();
    Assigned { cast: assigner.cast, candidates, references }
}

fn title_reference(words: Words<'_>, span: crate::text::Span, member: MemberId) -> Reference {
    Reference {
        span,
        start: words.at_byte(span.start),
        end: words.before_byte(span.end),
        member,
        form: MentionForm::Title,
        origin: Origin::Rule,
        permille: 900,
        name: None,
        kind: None,
    }
}

struct Assigner<'a> {
    words: Words<'a>,
    dictionary: Option<&'a Dictionary>,
    cast: Cast,
    people: People,
    things: Things,
    /// The members that a dictionary knows.
    known: HashMap<EntityId, MemberId>,
    /// Single words that are somebody's name somewhere.
    singles: TextSet,
}

impl Assigner<'_> {
    /// Reads all names once, so that what comes later can explain what comes first.
    fn survey(&mut self, placed: &[Placed<'_>]) {
        for it in placed {
            if it.chosen.is_some() {
                self.known_member(it);
            }
        }
        self.people.reserve(placed.iter().filter(|it| it.is_full_name()).count());
        // Longer names first: "López Obrador" may be the end of one.
        for longer in [true, false] {
            for it in placed.iter().filter(|it| it.is_full_name() && it.chosen.is_none()) {
                if (it.parts.len() > 2) == longer {
                    let gender = it.gender.or_else(|| of_full_name(self.words, it.parts.clone()));
                    self.people.enter(&mut self.cast, self.words, it.parts.clone(), gender);
                }
            }
        }
        for (at, it) in placed.iter().enumerate() {
            if it.name.kind == Some(EntityKind::Person) {
                if it.parts.len() == 1 {
                    self.singles.insert(self.words.key(it.parts.start));
                }
                continue;
            }
            let next = placed.get(at + 1).map(|next| next.tokens.clone());
            let bracketed = next.filter(|next| {
                next.start == it.tokens.end + 1
                    && self.words.surface(it.tokens.end) == "("
                    && self.words.surface(next.end) == ")"
            });
            if let Some(name) = it.thing {
                self.things.explain(self.words, name, it.tokens.clone(), bracketed);
            }
        }
    }

    fn member(&mut self, it: &Placed<'_>) -> MemberId {
        let member = self.find(it);
        let weight = u32::from(it.name.confidence.permille());
        if let Some(entry) = self.cast.get_mut(member) {
            let whole = self.words.span(it.tokens.start, it.tokens.end) == it.name.span;
            let word = || (whole && it.tokens.len() == 1).then(|| self.words.key(it.tokens.start));
            let key = it.thing.map(ThingName::surface).or_else(word);
            entry.count(self.words, it.name.span, key, it.name.kind, weight);
        }
        self.cast.learn_gender(member, it.gender);
        self.people.mentioned(&self.cast, member);
        member
    }

    fn find(&mut self, it: &Placed<'_>) -> MemberId {
        if it.chosen.is_some() {
            return self.known_member(it);
        }
        let single = it.parts.len() == 1;
        let person = match it.name.kind {
            Some(EntityKind::Person) => true,
            None => {
                single
                    && (self.singles.contains(&self.words.key(it.parts.start))
                        || self.people.is_family_name(self.words, it.parts.start))
            }
            _ => false,
        };
        if person { self.person(it) } else { self.thing(it) }
    }

    fn person(&mut self, it: &Placed<'_>) -> MemberId {
        let found = self.people.find(&self.cast, self.words, it.parts.clone(), it.gender);
        found.unwrap_or_else(|| {
            let member = self.cast.add(Member { gender: it.gender, ..Member::default() });
            self.people.name(&mut self.cast, member, self.words, it.parts.clone());
            member
        })
    }

    fn thing(&mut self, it: &Placed<'_>) -> MemberId {
        let name = it.thing;
        if let Some(found) = name.and_then(|name| self.things.find(name)) {
            return found;
        }
        let listed = name.filter(|name| !self.things.explains(*name)).and_then(|name| name.listed);
        let member = self.cast.add(Member { listed, ..Member::default() });
        if let Some(name) = name {
            self.things.put(name, member);
        }
        member
    }

    /// The member for the entity of a dictionary that a name was taken for.
    fn known_member(&mut self, it: &Placed<'_>) -> MemberId {
        let Some(id) = it.chosen.clone() else { return self.thing(it) };
        if let Some(&member) = self.known.get(&id) {
            return member;
        }
        let entity = self.dictionary.and_then(|dictionary| dictionary.get(&id));
        // Without its dictionary it still has its id.
        let entity = entity.unwrap_or_else(|| {
            Entity::new(id.clone(), it.name.span.get(self.words.text).unwrap_or_default())
        });
        let name = entity.name().to_owned();
        let kind = entity.kind();
        let member = self.cast.add(Member { entity: Some(entity), ..Member::default() });
        self.known.insert(id, member);
        let tokens = tokenize(&name);
        let words = Words::new(&name, &tokens);
        let full = name_words(words, 0..tokens.len());
        if kind == Some(EntityKind::Person) || kind.is_none() && it.gender.is_some() {
            let gender = it.gender.or_else(|| of_full_name(words, full.clone()));
            self.cast.learn_gender(member, gender);
            self.people.name(&mut self.cast, member, words, full);
            if it.is_full_name() {
                self.people.name(&mut self.cast, member, self.words, it.parts.clone());
            }
        } else if let Some(name) = thing_name(words, 0..tokens.len(), kind) {
            self.things.put(name, member);
        }
        member
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::model::{Entity, EntityId, EntityKind};
    use crate::entity::resolver::reading::{meant, read_with};

    #[test]
    fn full_names_explain_family_names_wherever_they_stand() {
        meant(
            "Then Okoro left. Then Ada Okoro came. Then Ada B. Okoro sat.",
            &["Okoro: Ada B. Okoro", "Ada Okoro: Ada B. Okoro"],
        );
        meant("So Bob Vale met Robert Vale.", &["Robert Vale: Bob Vale"]);
        meant("So Musa al-Zorv met Zorv.", &["Zorv: Musa al-Zorv"]);
        meant("So Pieter van Dam left. Then Van Dam slept.", &["Van Dam: Pieter van Dam"]);
        meant(
            "So Ana López Vale met Ms López Vale.",
            &["Ms: Ana López Vale", "López Vale: Ana López Vale"],
        );
    }

    #[test]
    fn namesakes_are_kept_apart() {
        let text =
            "So Ada Okoro met Tom Okoro. Then Okoro sat. Then Ada Okoro rose and Okoro left.";
        meant(text, &["Okoro: Tom Okoro", "Okoro: Ada Okoro"]);
        let text = "So Ada Okoro met Tom Okoro. Then Mrs Okoro sat. Then Mr Okoro left.";
        let okoro = ["Mrs: Ada Okoro", "Okoro: Ada Okoro", "Mr: Tom Okoro", "Okoro: Tom Okoro"];
        meant(text, &okoro);
        let text = "So Tom Okoro sat. Then Mrs Okoro left.";
        meant(text, &["Mrs: Okoro"]);
    }

    #[test]
    fn places_have_many_names() {
        meant(
            "Britain and the UK agree with Kenyan plans.",
            &["Britain: United Kingdom", "UK: United Kingdom", "Kenyan: Kenya"],
        );
    }

    #[test]
    fn acronyms_that_the_text_explains() {
        let text = "So the Quillan Tide Board (QTB) met. Then the QTB left.";
        meant(text, &["QTB: Quillan Tide Board", "QTB: Quillan Tide Board"]);
        meant("So the QTB met the Quillan Tide Board.", &["QTB: Quillan Tide Board"]);
        let text = "So the Quillan Tide Board met the Quay Town Bank and the QTB.";
        meant(text, &[]);
        meant("So Weir Motors Ltd met Weir Motors.", &["Weir Motors: Weir Motors Ltd"]);
    }

    #[test]
    fn dictionary_entities_keep_their_ids_and_take_family_names() {
        let okoro = Entity::new("Q1", "Ada Okoro").with_kind(EntityKind::Person);
        let read = read_with("So Ada Okoro met Tom Vale. Then Okoro said no.", &[], &[okoro]);
        let ids: Vec<&str> = read.resolution.entities.iter().map(|it| it.id().as_str()).collect();
        assert_eq!(ids, ["Q1", "d#e1"]);
        assert_eq!(read.meant(), ["Okoro: Ada Okoro"]);
    }

    #[test]
    fn of_several_candidates_the_one_named_elsewhere_is_meant() {
        let ada = Entity::new("Q1", "Ada Okoro").with_alias("Okoro").with_prior(9);
        let tom = Entity::new("Q2", "Tom Okoro").with_alias("Okoro");
        let read = read_with("So Tom Okoro left. Then Okoro said no.", &[], &[ada, tom]);
        let last = read.resolution.mentions.last().unwrap();
        assert_eq!(last.entity().as_str(), "Q2");
        let candidates: Vec<&str> = last.candidates().iter().map(EntityId::as_str).collect();
        assert_eq!(candidates, ["Q2", "Q1"]);
    }
}

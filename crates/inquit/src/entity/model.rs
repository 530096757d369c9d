//! Entities, and the spans that refer to them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use crate::confidence::Confidence;
use crate::named::named;
use crate::text::Span;

/// The id of an entity: given by a dictionary, or made for one document.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct EntityId(Arc<str>);

impl EntityId {
    /// An id of these characters.
    pub fn new(id: impl Into<Arc<str>>) -> EntityId {
        EntityId(id.into())
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for EntityId {
    fn from(id: &str) -> EntityId {
        EntityId::new(id)
    }
}

impl From<String> for EntityId {
    fn from(id: String) -> EntityId {
        EntityId::new(id)
    }
}

// Files of dictionaries hold the places of kinds in this order: new ones go to its end.
named! {
    /// What an entity is.
    pub enum EntityKind("entity kind") {
        /// A human being.
        Person = "person",
        /// A company, party, agency, court, team.
        Organization = "organization",
        /// A country, town, region, building.
        Place = "place",
        /// People taken together: a people, a faith, a movement.
        Group = "group",
        /// A war, an election, a summit.
        Event = "event",
        /// A book, a film, a law, a broadcast.
        Work = "work",
    }
}

named! {
    /// How the letter case of a text may differ from that of an alias.
    pub enum CaseRule("case rule") {
        /// Not at all.
        Exact = "exact",
        /// Only after the first letter of each word: `Kerry` finds `KERRY`, never `kerry`. The default.
        FirstLetter = "first-letter",
        /// The text must be in capitals throughout: `WHO`, never `Who` or `who`.
        Acronym = "acronym",
        /// In any way.
        Any = "any",
    }
}

/// A name by which a dictionary knows an entity.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Alias {
    /// The name as written.
    pub text: Box<str>,
    /// How the letter case of a text may differ from it.
    pub case_rule: CaseRule,
}

/// A thing in the world that text can refer to.
///
/// ```
/// use inquit::{Entity, EntityKind};
///
/// let merkel = Entity::new("Q567", "Angela Merkel")
///     .with_kind(EntityKind::Person)
///     .with_alias("Merkel")
///     .with_external("wikidata", "Q567");
/// assert_eq!(merkel.name(), "Angela Merkel");
/// assert_eq!(merkel.aliases().len(), 2);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entity {
    id: EntityId,
    kind: Option<EntityKind>,
    /// The first is the name.
    aliases: Vec<Alias>,
    /// In order of their catalogues.
    external: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    prior: u32,
}

/// So many aliases are looked through faster than looked up.
const FEW: usize = 16;

impl Entity {
    /// An entity whose name is its first alias, of no kind yet.
    pub fn new(id: impl Into<EntityId>, name: impl Into<Box<str>>) -> Entity {
        let name = Alias { text: name.into(), case_rule: CaseRule::FirstLetter };
        let (id, aliases) = (id.into(), vec![name]);
        Entity { id, kind: None, aliases, external: Vec::new(), prior: 0 }
    }

    /// An entity as it is kept in a dictionary, where its first alias is its name; `None` without
    /// any.
    pub(super) fn of_parts(
        id: EntityId,
        kind: Option<EntityKind>,
        aliases: Vec<Alias>,
        prior: u32,
    ) -> Option<Entity> {
        let external = Vec::new();
        (!aliases.is_empty()).then_some(Entity { id, kind, aliases, external, prior })
    }

    /// The same entity, of this kind.
    #[must_use]
    pub fn with_kind(mut self, kind: EntityKind) -> Entity {
        self.kind = Some(kind);
        self
    }

    /// The same entity with one more alias, under [`CaseRule::FirstLetter`].
    #[must_use]
    pub fn with_alias(self, alias: impl Into<Box<str>>) -> Entity {
        self.with_alias_case(alias, CaseRule::FirstLetter)
    }

    /// The same entity with one more alias, under a case rule; an alias given again, or the name
    /// itself, takes the new rule.
    #[must_use]
    pub fn with_alias_case(mut self, alias: impl Into<Box<str>>, case_rule: CaseRule) -> Entity {
        let text = alias.into();
        match self.aliases.iter_mut().find(|known| known.text == text) {
            Some(known) => known.case_rule = case_rule,
            None => self.aliases.push(Alias { text, case_rule }),
        }
        self
    }

    /// The same entity with more aliases, each as [`with_alias_case`](Entity::with_alias_case) adds
    /// it; in one pass over them, however many they are.
    ///
    /// ```
    /// use inquit::{Alias, CaseRule, Entity};
    ///
    /// let alias = |text: &str| Alias { text: text.into(), case_rule: CaseRule::Acronym };
    /// let entity = Entity::new("Q7817", "WHO").with_aliases([alias("WHO"), alias("OMS")]);
    /// assert_eq!(entity.aliases(), [alias("WHO"), alias("OMS")]);
    /// ```
    #[must_use]
    pub fn with_aliases(mut self, aliases: impl IntoIterator<Item = Alias>) -> Entity {
        // Beyond a few, the place of each alias, so that none is looked for among all.
        let mut places: HashMap<Box<str>, usize> = HashMap::new();
        for alias in aliases {
            let place = if self.aliases.len() <= FEW {
                self.aliases.iter().position(|known| known.text == alias.text)
            } else {
                let new = self.aliases.iter().enumerate().skip(places.len());
                places.extend(new.map(|(place, known)| (known.text.clone(), place)));
                places.get(&alias.text).copied()
            };
            match place.and_then(|place| self.aliases.get_mut(place)) {
                Some(known) => known.case_rule = alias.case_rule,
                None => self.aliases.push(alias),
            }
        }
        self
    }

    /// The same entity with its id in another catalogue, such as `wikidata`.
    #[must_use]
    pub fn with_external(self, catalogue: impl Into<Box<str>>, id: impl Into<Box<str>>) -> Entity {
        let (catalogue, id): (Box<str>, Box<str>) = (catalogue.into(), id.into());
        self.identified(catalogue.into_string().into(), id.into_string().into())
    }

    /// The same, where the strings may be ours.
    pub(super) fn identified(
        mut self,
        catalogue: Cow<'static, str>,
        id: Cow<'static, str>,
    ) -> Entity {
        match self.external.binary_search_by(|(known, _)| known.cmp(&catalogue)) {
            Ok(at) => self.external.splice(at..=at, [(catalogue, id)]).for_each(drop),
            Err(at) => self.external.insert(at, (catalogue, id)),
        }
        self
    }

    /// The same entity with its weight among entities that share an alias; the default is 0.
    #[must_use]
    pub fn with_prior(mut self, prior: u32) -> Entity {
        self.prior = prior;
        self
    }

    /// The id.
    pub fn id(&self) -> &EntityId {
        &self.id
    }

    /// The preferred name.
    pub fn name(&self) -> &str {
        self.aliases.first().map_or("", |name| &name.text)
    }

    /// What it is, if known.
    pub fn kind(&self) -> Option<EntityKind> {
        self.kind
    }

    /// Every alias, the preferred name first.
    pub fn aliases(&self) -> &[Alias] {
        &self.aliases
    }

    /// Its ids in other catalogues, in order of their names.
    pub fn external(&self) -> impl Iterator<Item = (&str, &str)> {
        self.external.iter().map(|(catalogue, id)| (&**catalogue, &**id))
    }

    /// Its weight among entities that share an alias; larger comes first.
    pub fn prior(&self) -> u32 {
        self.prior
    }
}

named! {
    /// How a mention refers to its entity.
    pub enum MentionForm("mention form") {
        /// By its name or a part of it.
        Name = "name",
        /// By another name it has.
        Alias = "alias",
        /// By an office or honorific: "the secretary of state", "Mr".
        Title = "title",
        /// By a description: "the company".
        Nominal = "nominal",
        /// By a pronoun.
        Pronoun = "pronoun",
        /// By the adjective or noun of a place: "Russian".
        Demonym = "demonym",
    }
}

named! {
    /// What found a mention or a quote.
    pub enum Origin("origin") {
        /// A dictionary.
        Dictionary = "dictionary",
        /// A trained model.
        Model = "model",
        /// A rule.
        Rule = "rule",
        /// The resolution of references inside the document.
        Coreference = "coreference",
    }
}

/// A span that refers to an entity.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mention {
    pub(crate) span: Span,
    pub(crate) entity: EntityId,
    pub(crate) candidates: Vec<EntityId>,
    pub(crate) scores: Vec<Confidence>,
    pub(crate) form: MentionForm,
    pub(crate) origin: Origin,
    pub(crate) confidence: Confidence,
}

impl Mention {
    /// Where it stands. Without titles and honorifics, which are mentions of their own.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The entity it refers to.
    pub fn entity(&self) -> &EntityId {
        &self.entity
    }

    /// Every entity it may refer to, best first, where a dictionary or the atlas knows several of its
    /// name; else empty.
    pub fn candidates(&self) -> &[EntityId] {
        &self.candidates
    }

    /// How much speaks for each of the candidates, in the same order: shares of one, by their priors
    /// and by what else the document names.
    ///
    /// ```
    /// use inquit::{Annotator, Dictionary, Document, Entity};
    ///
    /// let ada = Entity::new("Q1", "Ada Okoro").with_alias("Okoro").with_prior(2);
    /// let tom = Entity::new("Q2", "Tom Okoro").with_alias("Okoro");
    /// let annotator = Annotator::builder().dictionary(&Dictionary::compile([ada, tom])?).build();
    /// let found = annotator.annotate(&Document::new("a1", "Then Okoro left.")?);
    /// let mention = &found.mentions()[0];
    /// assert_eq!(mention.candidates(), ["Q1".into(), "Q2".into()]);
    /// assert_eq!(mention.scores()[0].permille(), 750);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn scores(&self) -> &[Confidence] {
        &self.scores
    }

    /// How it refers.
    pub fn form(&self) -> MentionForm {
        self.form
    }

    /// What found it.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// How sure that is.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }
}

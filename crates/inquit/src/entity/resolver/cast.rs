//! The cast: every entity of a document, with what its mentions say of it.

use std::borrow::Cow;

use crate::entity::atlas;
use crate::entity::model::{Entity, EntityId, EntityKind};
use crate::entity::words::{Words, is_all_capitals};
use crate::lexicon::{Gender, Listed, WordKey};
use crate::text::Span;

use super::model::MemberId;

/// More forms of one name than this are not kept apart; they count as the last.
const MOST_FORMS: usize = 16;

/// One entity of the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Member {
    /// As a dictionary has it, if it does.
    pub(super) entity: Option<Entity>,
    /// As the lists have it, if they do.
    pub(super) listed: Option<&'static Listed>,
    pub(super) gender: Option<Gender>,
    /// The words that its name can be cut to: "Kerry", "von Weir".
    pub(super) tails: Vec<WordKey>,
    /// Whether somebody else can be cut to the same.
    pub(super) contested: bool,
    /// Weight of each kind, in order of `EntityKind::ALL`.
    pub(super) votes: [u32; 6],
    pub(super) forms: Vec<Form>,
}

/// One way in which the text writes a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    key: WordKey,
    span: Span,
    words: usize,
    count: u32,
    /// Whether it is in capitals throughout.
    shouted: bool,
}

/// The entities of a document in the making.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) members: Vec<Member>,
}

impl Cast {
    pub(super) fn add(&mut self, member: Member) -> MemberId {
        self.members.push(member);
        MemberId(self.members.len() - 1)
    }

    pub(super) fn get(&self, id: MemberId) -> Option<&Member> {
        self.members.get(id.0)
    }

    pub(super) fn get_mut(&mut self, id: MemberId) -> Option<&mut Member> {
        self.members.get_mut(id.0)
    }

    pub(super) fn gender(&self, id: MemberId) -> Option<Gender> {
        self.get(id).and_then(|member| member.gender)
    }

    /// Learns the gender of a member, unless it is known.
    pub(super) fn learn_gender(&mut self, id: MemberId, gender: Option<Gender>) {
        if let Some(member) = self.get_mut(id) {
            member.gender = member.gender.or(gender);
        }
    }

    pub(super) fn kind(&self, id: MemberId) -> Option<EntityKind> {
        self.get(id).and_then(Member::kind)
    }
}

impl Member {
    /// Counts a mention by name, whose key may be known.
    pub(super) fn count(
        &mut self,
        words: Words<'_>,
        span: Span,
        key: Option<WordKey>,
        kind: Option<EntityKind>,
        weight: u32,
    ) {
        let kind = EntityKind::ALL.iter().position(|&it| Some(it) == kind);
        if let Some(votes) = kind.and_then(|at| self.votes.get_mut(at)) {
            *votes = votes.saturating_add(weight);
        }
        let Some(text) = span.get(words.text) else { return };
        let Some(key) = key.or_else(|| WordKey::of_phrase(text)) else { return };
        if let Some(form) = self.forms.iter_mut().find(|form| form.key == key) {
            form.count += 1;
            if form.shouted && !is_all_capitals(text) {
                (form.span, form.shouted) = (span, false);
            }
        } else if self.forms.len() < MOST_FORMS {
            let (words, shouted) = (count_words(text), is_all_capitals(text));
            self.forms.push(Form { key, span, words, count: 1, shouted });
        }
    }

    /// What most of its mentions say that it is.
    pub(super) fn kind(&self) -> Option<EntityKind> {
        if let Some(kind) = self.entity.as_ref().and_then(Entity::kind) {
            return Some(kind);
        }
        // The first of equal weight wins.
        let best = self.votes.iter().enumerate().rev().max_by_key(|&(_, votes)| votes);
        best.filter(|&(_, &votes)| votes > 0).and_then(|(at, _)| EntityKind::ALL.get(at).copied())
    }

    /// The most frequent of the full forms of its name: of those that are not the end of another.
    fn fullest(&self, words: Words<'_>) -> Option<Span> {
        if let [only] = self.forms.as_slice() {
            return Some(only.span);
        }
        let text = |form: &Form| form.span.get(words.text).unwrap_or_default();
        let is_end = |form: &Form| {
            // "De Blasio" is the end of "Bill de Blasio".
            let end = text(form);
            self.forms.iter().filter(|it| it.words > form.words).any(|it| {
                let from = text(it).len().checked_sub(end.len());
                let tail = from.and_then(|from| text(it).get(from..)).unwrap_or_default();
                !end.is_empty() && tail.eq_ignore_ascii_case(end)
            })
        };
        let fullness = |form: &&Form| (form.words > 1 && !is_end(form), form.count, form.words);
        self.forms.iter().rev().max_by_key(fullness).map(|form| form.span)
    }

    /// The id by which it is known beyond the document, in a dictionary or in the atlas.
    pub(super) fn known_id(&self) -> Option<EntityId> {
        let entity = self.entity.as_ref().map(|entity| entity.id().clone());
        entity.or_else(|| self.listed.copied().map(atlas::id))
    }

    /// The entity, under an id of the document if neither a dictionary nor the atlas knows it.
    pub(super) fn into_entity(self, words: Words<'_>, id: EntityId) -> Entity {
        let kind = self.kind();
        if let Some(entity) = self.entity {
            return entity;
        }
        let mut entity = if let Some(listed) = self.listed {
            atlas::entity(id, *listed)
        } else {
            let name = self.fullest(words).map(|span| written(words, span));
            Entity::new(id, name.unwrap_or_default())
        };
        if let Some(kind) = kind {
            entity = entity.with_kind(kind);
        }
        for form in &self.forms {
            let name = written(words, form.span);
            if entity.aliases().iter().all(|known| *known.text != *name) {
                entity = entity.with_alias(name);
            }
        }
        entity
    }
}

/// How many words a name has between its spaces.
fn count_words(name: &str) -> usize {
    if name.bytes().all(|byte| byte.is_ascii_graphic()) {
        return usize::from(!name.is_empty());
    }
    name.split_whitespace().count()
}

/// A name with one space between its words.
fn written(words: Words<'_>, span: Span) -> Cow<'_, str> {
    let text = span.get(words.text).unwrap_or_default();
    let mut before = b'-';
    let spaced = |byte: u8| {
        let space = std::mem::replace(&mut before, byte) == b' ';
        !byte.is_ascii_whitespace() || byte == b' ' && !space
    };
    if text.bytes().all(spaced) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

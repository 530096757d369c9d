//! Who was last spoken of: the memory that pronouns are resolved from.

use std::collections::VecDeque;

use super::model::MemberId;

/// So many mentions of people are remembered.
const MOST: usize = 24;
/// A pronoun reaches so many sentences back.
const SENTENCES: u32 = 3;
/// A pronoun reaches so many paragraphs back.
const PARAGRAPHS: u32 = 2;

/// Where in a text a mention stands.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Place {
    pub(super) paragraph: u32,
    /// Sentences are those outside quotations; inside they count on.
    pub(super) sentence: u32,
    /// Sentences inside the content of a frame.
    pub(super) inner: u32,
    /// The innermost frame whose content it stands in.
    pub(super) frame: Option<usize>,
}

/// A mention of a person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    pub(super) member: MemberId,
    /// Its first token.
    pub(super) at: usize,
    pub(super) place: Place,
    /// First of its sentence, and no possessor.
    pub(super) subject: bool,
    /// Subject of a clause.
    pub(super) acts: bool,
}

/// The latest mentions of people.
#[derive(Debug)]
pub(super) struct Salience(VecDeque<Spoken>);

impl Salience {
    pub(super) fn new() -> Salience {
        Salience(VecDeque::with_capacity(MOST))
    }

    pub(super) fn push(&mut self, spoken: Spoken) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(spoken);
    }

    /// Everybody within reach of a place, the latest first.
    fn near(&self, from: Place) -> impl Iterator<Item = &Spoken> {
        self.0.iter().rev().take_while(move |it| {
            it.place.paragraph + PARAGRAPHS >= from.paragraph
                && it.place.sentence + SENTENCES >= from.sentence
        })
    }

    /// Whether nobody was mentioned yet in the sentence outside quotations.
    pub(super) fn opens_sentence(&self, place: Place) -> bool {
        !self
            .near(place)
            .take_while(|it| it.place.sentence == place.sentence)
            .any(|it| it.place.frame.is_none())
    }

    /// Outside quotations: the subject of the sentence, then its others, then the same one, two
    /// and three sentences back. For an object the subject of its own clause is not meant.
    pub(super) fn in_narrative(
        &self,
        place: Place,
        object: bool,
        fits: impl Fn(MemberId) -> bool,
    ) -> Option<MemberId> {
        let own = |it: &&Spoken| it.place.sentence == place.sentence;
        let subject = self.near(place).filter(own).find(|it| it.acts).map(|it| it.member);
        let open = |it: &&Spoken| {
            fits(it.member) && it.place.frame.is_none() && !(object && subject == Some(it.member))
        };
        for back in 0..=SENTENCES {
            let mut others = None;
            for it in self.near(place).filter(open) {
                if it.place.sentence + back == place.sentence {
                    if it.subject {
                        return Some(it.member);
                    }
                    others = others.or(Some(it.member));
                }
            }
            if others.is_some() {
                return others;
            }
        }
        // Nobody in the text itself: whoever a quotation spoke of last.
        self.near(place)
            .find(|it| fits(it.member) && subject != Some(it.member))
            .map(|it| it.member)
    }

    /// The subject of the sentences since `place` up to now, outside quotations: the latest.
    pub(super) fn subject_since(&self, since: Place, now: Place) -> Option<MemberId> {
        self.near(now)
            .take_while(|it| it.place.sentence > since.sentence)
            .find(|it| it.subject && it.place.frame.is_none() && it.place.sentence < now.sentence)
            .map(|it| it.member)
    }

    /// The subject of the sentence so far, outside quotations, if it speaks of nobody else who fits,
    /// and where it stands.
    pub(super) fn subject_of(
        &self,
        place: Place,
        fits: impl Fn(MemberId) -> bool,
    ) -> Option<Spoken> {
        let mut own = self
            .near(place)
            .take_while(|it| it.place.sentence == place.sentence)
            .filter(|it| it.place.frame.is_none() && fits(it.member));
        let latest = own.next()?;
        let first = own.try_fold(latest, |_, it| (it.member == latest.member).then_some(it))?;
        (first.subject && first.acts).then_some(*first)
    }

    /// The subject of the sentence right before, in the same paragraph.
    pub(super) fn subject_before(&self, place: Place) -> Option<Spoken> {
        let before = |it: &&Spoken| {
            it.place.paragraph == place.paragraph && it.place.sentence + 1 == place.sentence
        };
        self.near(place)
            .filter(before)
            .find(|it| it.subject && it.acts && it.place.frame.is_none())
            .copied()
    }

    /// Whether outside quotations nobody but `member` was spoken of since a place.
    pub(super) fn nobody_else_since(&self, since: Place, now: Place, member: MemberId) -> bool {
        self.near(now)
            .take_while(|it| it.place.sentence >= since.sentence)
            .all(|it| it.member == member || it.place.frame.is_some())
    }

    /// Whoever another content of the same sentence spoke of last: "Kerry said Assad must go and
    /// urged Russia to persuade him".
    pub(super) fn beside_content(
        &self,
        place: Place,
        fits: impl Fn(MemberId) -> bool,
    ) -> Option<MemberId> {
        self.near(place)
            .take_while(|it| it.place.sentence == place.sentence)
            .find(|it| it.place.frame.is_some() && it.place.frame != place.frame && fits(it.member))
            .map(|it| it.member)
    }

    /// Inside a content: whoever it spoke of last.
    pub(super) fn in_content(
        &self,
        place: Place,
        object: bool,
        fits: impl Fn(MemberId) -> bool,
    ) -> Option<MemberId> {
        let inside = || self.near(place).filter(|it| it.place.frame == place.frame);
        let own = |it: &&Spoken| it.place.inner == place.inner;
        let subject = inside().filter(own).find(|it| it.acts).map(|it| it.member);
        inside()
            .find(|it| fits(it.member) && !(object && subject == Some(it.member)))
            .map(|it| it.member)
    }

    /// Before a content: the subject of each sentence going back, then anybody.
    pub(super) fn before_content(
        &self,
        place: Place,
        fits: impl Fn(MemberId) -> bool,
    ) -> Option<MemberId> {
        let before = || self.near(place).filter(|it| it.place.frame != place.frame);
        let subject = before().find(|it| it.subject && fits(it.member));
        subject.or_else(|| before().find(|it| fits(it.member))).map(|it| it.member)
    }
}

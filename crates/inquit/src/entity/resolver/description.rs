//! Sources that describe: "a teacher", "his wife, Ada Okoro", "the candidate".

use super::holders::is_of_many;
use super::model::{MemberId, Reference};
use super::source::Reader;
use crate::lexicon::{Class, Role};
use crate::text::TokenKind;

/// Longest description that may be of anybody, in tokens.
const LONGEST_STAND: usize = 5;

/// Longest way from a comma to the name in apposition, in tokens.
const LONGEST_APPOSITION: usize = 10;

/// People of whom a story tells, and who are others than those who tell it.
const STORY: [&str; 14] = [
    "attacker",
    "defendant",
    "fugitive",
    "gunman",
    "hostage",
    "juror",
    "killer",
    "murderer",
    "plaintiff",
    "rapist",
    "survivor",
    "suspect",
    "victim",
    "witness",
];

impl Reader<'_> {
    /// The name in apposition behind a description: "his wife, Ada Okoro", "one delegate, party
    /// chairwoman Ada Okoro of Lagos".
    pub(super) fn named_later(&mut self) -> Option<MemberId> {
        let words = self.words;
        let comma = (self.at..self.end).find(|&at| words.surface(at) == ",")?;
        self.at = comma + 1;
        let last = self.end.min(self.at + LONGEST_APPOSITION);
        while self.at < last {
            let here = self.reference_here();
            if let Some(name) = here.filter(|it| it.is_person() && it.name.is_some()) {
                let closed = matches!(words.surface(name.end), "," | "." | ")" | "of" | "from");
                return (name.end >= self.end || closed).then_some(name.member);
            }
            let part = words.is_capitalized(self.at)
                || words.role(self.at).any(Role::ENDS_TITLE.or(Role::OFFICE_MODIFIER));
            match here {
                Some(part) => self.at = part.end,
                None if part => self.at += 1,
                None => return None,
            }
        }
        None
    }

    /// Who lives in a place that was taken for the source: "Ada Okoro, 61, of Raleigh, N.C.".
    /// `address`: whether it only says where the town before it is.
    pub(super) fn resident(&self, place: &Reference, address: bool) -> Option<MemberId> {
        let before = |at: usize| {
            let after = self.references.partition_point(|it| it.start < at);
            after.checked_sub(1).and_then(|it| self.references.get(it)).filter(|it| it.end == at)
        };
        let town = if address { before(place.start.checked_sub(1)?)? } else { place };
        let of = town.start.checked_sub(1)?;
        let comma = of.checked_sub(1)?;
        if self.words.surface(of) != "of" || self.words.surface(comma) != "," {
            return None;
        }
        let age = comma.checked_sub(1).filter(|&at| self.words.kind(at) == Some(TokenKind::Number));
        let end = age.and_then(|age| age.checked_sub(1)).unwrap_or(comma);
        before(end).filter(|it| it.is_person() && it.name.is_some()).map(|it| it.member)
    }

    /// The name that a description stands behind: "Ada Okoro, 61, a teacher in Lagos".
    pub(super) fn named_before(&self) -> Option<MemberId> {
        let words = self.words;
        let indefinite = ["a", "an", "one", "another"].contains(&words.surface(self.start));
        if !indefinite {
            return None;
        }
        let mut comma = self.start.checked_sub(1).filter(|&at| words.surface(at) == ",")?;
        if let Some(age) = comma.checked_sub(1)
            && words.kind(age) == Some(TokenKind::Number)
        {
            comma = age.checked_sub(1).filter(|&at| words.surface(at) == ",")?;
        }
        let after = self.references.partition_point(|it| it.start < comma);
        let name = self.references.get(after.checked_sub(1)?)?;
        // "“We met Okoro,” a teacher said": not who is spoken of.
        let told = self.frame.content.iter().any(|content| content.overlaps(name.span));
        (name.end == comma && name.is_person() && name.name.is_some() && !told)
            .then_some(name.member)
    }

    /// The name that stands behind a description where the source was cut: "said a teacher, Ada
    /// Okoro."
    pub(super) fn named_behind(&mut self) -> Option<MemberId> {
        // "According to a teacher, Ada Okoro left": what follows is what was said.
        let to = self.start.checked_sub(1).map(|before| self.words.surface(before));
        if to == Some("to") || self.words.surface(self.end) != "," {
            return None;
        }
        let (at, end) = (self.at, self.end);
        (self.at, self.end) = (end, self.words.len());
        let named = self.named_later();
        (self.at, self.end) = (at, end);
        named
    }

    /// Whose words the source is: "Mr Kerry's statement".
    pub(super) fn speaking_owner(&self) -> Option<MemberId> {
        self.owner.filter(|_| self.is_said())
    }

    /// The same where a pronoun tells: "her remarks".
    pub(super) fn possessor(&self) -> Option<usize> {
        let first = self.words.surface(self.start);
        let owned = ["his", "her"].iter().any(|it| first.eq_ignore_ascii_case(it));
        (owned && self.is_said()).then_some(self.start)
    }

    /// Whether the head of a description is what somebody said.
    fn is_said(&self) -> bool {
        const SAID: [&str; 20] = [
            "advice",
            "answer",
            "argument",
            "claim",
            "claims",
            "comment",
            "comments",
            "complaint",
            "plea",
            "proposition",
            "remark",
            "remarks",
            "reply",
            "response",
            "speech",
            "statement",
            "suggestion",
            "testimony",
            "tweet",
            "warning",
        ];
        self.at.checked_sub(1).is_some_and(|last| SAID.contains(&self.words.surface(last)))
    }

    /// Whether a description is of one person: "a resident", "his lawyer", "the spokesman".
    pub(super) fn is_somebody(&self) -> bool {
        let first = self.words.surface(self.start);
        let indefinite =
            ["a", "an", "one", "another"].iter().any(|it| first.eq_ignore_ascii_case(it));
        let last = self.at.saturating_sub(1);
        let body = matches!(self.words.surface(last), "office" | "team" | "campaign");
        indefinite && !self.class(last).any(Class::DOCUMENT)
            || self.class(last).any(Class::SPOKESPERSON) && !body
    }

    /// Whether a description may be of anybody who was named before: "the candidate".
    pub(super) fn is_anybody(&self) -> bool {
        let (words, last) = (self.words, self.at.saturating_sub(1));
        let whole = self.at >= self.end && self.end <= self.start + LONGEST_STAND;
        let named = self.references.partition_point(|it| it.end <= self.start);
        let named = self.references.get(named).filter(|it| it.start < last);
        let noun = words.role(last);
        let spoken_of = STORY.contains(&words.surface(last));
        whole
            && !spoken_of
            && words.surface(self.start).eq_ignore_ascii_case("the")
            && last > self.start
            && named.is_none()
            && (noun.any(Role::RELATION) && !self.class(last).any(Class::SPOKESPERSON)
                || noun.any(Role::PEOPLE) && !words.surface(last).ends_with('s')
                || is_of_many(words.surface(last)) && !self.class(last).any(Class::SPOKESPERSON)
                || matches!(words.surface(last), "candidate" | "nominee" | "contender" | "speaker"))
    }
}

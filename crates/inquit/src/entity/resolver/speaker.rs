//! Whom a source means that names nobody: "he", "they", "the candidate".

use super::model::MemberId;
use super::pairs::joined;
use super::pronoun::{Pronoun, pronoun_at};
use super::salience::Place;
use super::source::Stand;
use super::sweep::Sweep;
use crate::entity::model::EntityKind;
use crate::lexicon::Gender;

/// So many frames back the last speaker is looked for.
const FRAMES_BACK: usize = 6;
/// And a description or "they" finds only one so many paragraphs back.
const PARAGRAPHS_BACK: u32 = 1;
/// Longest way from a subject to "he" in its sentence, in tokens.
const LONGEST_CLAUSE: usize = 60;

impl Sweep<'_> {
    /// A frame begins: its source, if it names nobody, is resolved before anything inside it.
    /// `marked`: whether it stands in a quotation.
    pub(super) fn begin(&mut self, frame: usize, marked: bool) {
        let place = Place { frame: self.frames.get(frame).and_then(|it| it.parent), ..self.place };
        if let Some(slot) = self.places.get_mut(frame) {
            *slot = place;
        }
        let Some(head) = self.heads.get(frame) else { return };
        let meant = match head.stand {
            Some(Stand::They) => self.several(frame),
            Some(Stand::Described) => self.described(frame).into_iter().collect(),
            // Known only when all others are.
            Some(Stand::First) => return,
            None if self.frames.get(frame).is_some_and(|it| it.follows) => {
                self.acting_before(frame).into_iter().collect()
            }
            None => {
                let Some(token) = head.pronoun else { return };
                let Some(Pronoun::Third(gender, _)) = pronoun_at(self.words, token) else { return };
                let Some(member) = self.speaker_meant(frame, gender, marked) else { return };
                self.sources.insert(token, Some(member));
                vec![member]
            }
        };
        let Some(speakers) = self.speakers.get_mut(frame) else { return };
        for member in meant {
            if !speakers.contains(&member) {
                speakers.push(member);
            }
        }
    }

    /// Whom "he" means as a source: the subject of the sentence so far, or the last speaker, unless
    /// somebody else has become the subject; else the subject of the sentence before.
    fn speaker_meant(&self, frame: usize, gender: Gender, marked: bool) -> Option<MemberId> {
        let fits = |member| self.fits(member, gender);
        let now = self.place;
        let parent = self.frames.get(frame).and_then(|it| it.parent);
        if let Some(outer) = parent.and_then(|parent| self.speakers.get(parent)) {
            if marked {
                // "“We met, and he said yes,” Okoro said": not Okoro himself.
                let place = Place { frame: parent, ..now };
                let other = |member| fits(member) && !outer.contains(&member);
                let inside = self.salience.in_content(place, false, other);
                return inside.or_else(|| self.salience.before_content(place, other));
            }
            // "He said he would go."
            let outer = outer.iter().copied().find(|&member| fits(member));
            if outer.is_some() {
                return outer;
            }
        }
        let own =
            self.salience.subject_of(now, fits).filter(|own| self.is_one_clause(own.at, frame));
        if let Some(own) = own {
            return Some(own.member);
        }
        for earlier in (frame.saturating_sub(FRAMES_BACK)..frame).rev() {
            let (Some(it), Some(place)) = (self.frames.get(earlier), self.places.get(earlier))
            else {
                break;
            };
            if it.parent.is_some() || it.source.is_none() {
                continue;
            }
            if place.paragraph + 2 < now.paragraph {
                break;
            }
            let subject = self.salience.subject_since(*place, now).filter(|&it| fits(it));
            if subject.is_some() {
                return subject;
            }
            let near = place.paragraph + PARAGRAPHS_BACK >= now.paragraph;
            if near && self.heads.get(earlier).is_some_and(|head| head.somebody) {
                return None;
            }
            let speakers = self.speakers.get(earlier)?;
            if let Some(&speaker) = speakers.iter().rev().find(|&&speaker| fits(speaker)) {
                return Some(speaker);
            }
        }
        self.salience.in_narrative(Place { frame: None, ..now }, false, fits)
    }

    /// Whom a quotation that names no source is by where it stands behind a sentence of what somebody
    /// does: "Okoro laughed. “No.”"
    fn acting_before(&self, frame: usize) -> Option<MemberId> {
        let last = self.frame_before(frame).and_then(|last| self.places.get(last));
        let acting = self.salience.subject_before(self.place)?;
        let silent = last.is_none_or(|last| last.sentence < acting.place.sentence);
        let person = self.cast.kind(acting.member) == Some(EntityKind::Person);
        (silent && person).then_some(acting.member)
    }

    /// Whether a sentence goes on from a token to the source of a frame: no stop of a quotation
    /// stands between, and no "if" before.
    fn is_one_clause(&self, from: usize, frame: usize) -> bool {
        let source = self.heads.get(frame).and_then(|head| head.pronoun).unwrap_or(from);
        let near = source <= from + LONGEST_CLAUSE;
        let stop = |at| matches!(self.words.surface(at), "." | "?" | "!");
        let condition = (from.saturating_sub(2)..from)
            .any(|at| self.words.surface(at).eq_ignore_ascii_case("if"));
        near && !condition && !(from..source).any(stop)
    }

    /// Whom "they" means: those who spoke last, where they are two or more and nobody was named
    /// since; else the last two people who were named together, even if one person spoke since.
    fn several(&self, frame: usize) -> Vec<MemberId> {
        let last = self.frame_before(frame).and_then(|last| self.speakers.get(last));
        let source = self.frames.get(frame).and_then(|it| it.source).unwrap_or_default();
        let now = self.words.at_byte(source.start);
        if let Some(last) = last
            && last.len() > 1
            && !self.is_named_since(frame, now, last)
        {
            return last.clone();
        }
        let named = joined(self.words, self.references, now);
        let people = named.filter(|pair| pair.iter().all(|it| it.is_person()));
        people.into_iter().flatten().map(|it| it.member).collect()
    }

    /// Whether somebody else than the last speakers was named since they spoke.
    fn is_named_since(&self, frame: usize, now: usize, speakers: &[MemberId]) -> bool {
        let last = self.frame_before(frame).and_then(|last| self.frames.get(last));
        let spoke = last.and_then(|it| it.source).map_or(0, |it| self.words.before_byte(it.end));
        let before = self.references.partition_point(|it| it.start < now);
        let since = self.references.get(..before).unwrap_or_default().iter().rev();
        since
            .take_while(|it| it.start >= spoke)
            .any(|it| it.is_person() && it.name.is_some() && !speakers.contains(&it.member))
    }

    /// Whom "the candidate" means: the last speaker, if nobody else was spoken of since.
    fn described(&self, frame: usize) -> Option<MemberId> {
        let last = self.frame_before(frame)?;
        let [only] = self.speakers.get(last)?.as_slice() else { return None };
        let person = self.cast.kind(*only) == Some(EntityKind::Person);
        let since = *self.places.get(last)?;
        (person && self.salience.nobody_else_since(since, self.place, *only)).then_some(*only)
    }

    /// The nearest frame before one that does not stand inside another, in reach of it.
    fn frame_before(&self, frame: usize) -> Option<usize> {
        let from = frame.saturating_sub(FRAMES_BACK);
        let before = (from..frame).rev().find(|&it| {
            self.frames.get(it).is_some_and(|it| it.parent.is_none() && it.source.is_some())
        })?;
        let near = self.places.get(before)?.paragraph + PARAGRAPHS_BACK >= self.place.paragraph;
        near.then_some(before)
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::read;

    #[test]
    fn they_are_those_who_spoke_or_were_named_together() {
        let text = "Mayor Ada Okoro said yes. Ann Lee and Bob Day watched. They said no.";
        let read_text = read(text, &[("yes", "Mayor Ada Okoro"), ("no", "They")]);
        assert_eq!(read_text.speakers(), ["Ada Okoro", "Ann Lee + Bob Day"]);
        let text = "Tom Vale and Ada Okoro said yes. They said maybe. Nora Quill said no. They \
                    said never.";
        let frames = [
            ("yes", "Tom Vale and Ada Okoro"),
            ("maybe", "They"),
            ("no", "Nora Quill"),
            ("never", "They"),
        ];
        let two = "Tom Vale + Ada Okoro";
        assert_eq!(read(text, &frames).speakers(), [two, two, "Nora Quill", two]);
    }
}

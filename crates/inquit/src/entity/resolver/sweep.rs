//! One pass over the text: resolves pronouns, and with them the sources that are pronouns.

use std::collections::HashMap;

use super::cast::Cast;
use super::gender::agree;
use super::model::{Frame, MemberId, Reference};
use super::position::{is_possessive, marked_after, opens_clause};
use super::pronoun::{Case, Pronoun, pronoun_at};
use super::salience::{Place, Salience, Spoken};
use super::source::{Head, Stand};
use super::stretches::{begins, contents};
use crate::document::{Block, BlockKind};
use crate::entity::model::{EntityKind, MentionForm, Origin};
use crate::entity::words::Words;
use crate::lexicon::{Class, Gender, Seeded};
use crate::text::TokenKind;

/// So many tokens ahead "his" may find a name of its own sentence.
const AHEAD: usize = 20;

/// Resolves pronouns, which stand in some of these spots, as do all stops and marks. Returns their
/// mentions in order, and fills the speakers of frames whose source is a pronoun.
pub(super) fn sweep(
    words: Words<'_>,
    blocks: &[Block],
    spots: &[usize],
    frames: &[Frame<'_>],
    mut heads: Vec<Head>,
    references: &[Reference],
    cast: &mut Cast,
) -> (Vec<Reference>, Vec<Vec<MemberId>>) {
    let speakers = heads.iter_mut().map(|head| std::mem::take(&mut head.members)).collect();
    let mut sweep = Sweep {
        words,
        frames,
        references,
        cast,
        speakers,
        heads: &heads,
        places: vec![Place::default(); frames.len()],
        salience: Salience::new(),
        place: Place::default(),
        ended: 0,
        sources: heads.iter().filter_map(|head| Some((head.pronoun?, None))).collect(),
        found: Vec::new(),
        first: Vec::new(),
    };
    sweep.run(blocks, spots);
    sweep.first_persons();
    (sweep.found, sweep.speakers)
}

/// A stretch of content of a frame, and what is known while inside.
#[derive(Clone, Copy, Debug)]
struct Open {
    end: u32,
    frame: usize,
    /// Whether the words here stand in quotation marks.
    marked: bool,
    outer: Option<usize>,
}

pub(super) struct Sweep<'a> {
    pub(super) words: Words<'a>,
    pub(super) frames: &'a [Frame<'a>],
    pub(super) references: &'a [Reference],
    pub(super) cast: &'a mut Cast,
    pub(super) heads: &'a [Head],
    pub(super) speakers: Vec<Vec<MemberId>>,
    /// Where each frame begins.
    pub(super) places: Vec<Place>,
    pub(super) salience: Salience,
    pub(super) place: Place,
    /// Where the last sentence ended.
    ended: usize,
    /// Pronouns that are sources, by token, resolved when their frames begin.
    pub(super) sources: HashMap<usize, Option<MemberId>, Seeded>,
    found: Vec<Reference>,
    /// First persons inside marks, with their frames: resolved when all speakers are known.
    first: Vec<(usize, usize)>,
}

impl Sweep<'_> {
    fn run(&mut self, blocks: &[Block], spots: &[usize]) {
        let mut blocks = blocks.iter().peekable();
        let mut contents = contents(self.frames).into_iter().peekable();
        let mut begins = begins(self.frames).into_iter().peekable();
        let mut references = self.references.iter().peekable();
        let mut spots = spots.iter().copied();
        let mut spot = spots.next().unwrap_or(self.words.len());
        let mut open: Vec<Open> = Vec::new();
        let mut read = true;
        // Where something next begins or ends.
        let mut next = 0;
        let mut after = 0;
        loop {
            let between = self.words.tokens.get(after..spot).unwrap_or_default();
            let event = between.iter().position(|it| it.span.start >= next);
            let at = after + event.unwrap_or(between.len());
            let Some(token) = self.words.tokens.get(at) else { break };
            after = at + 1;
            let start = token.span.start;
            let mut inside_name = false;
            if start >= next {
                while let Some(block) = blocks.next_if(|it| it.span.start <= start) {
                    read = is_read(block.kind);
                    if read {
                        self.place.paragraph += 1;
                        self.end_sentence(at);
                    }
                }
                while let Some(last) = open.pop_if(|it| it.end <= start) {
                    self.place.frame = last.outer;
                }
                while let Some((_, frame)) = begins.next_if(|it| it.0 <= start) {
                    self.begin(frame, open.last().is_some_and(|it| it.marked));
                }
                while let Some((first, end, frame)) = contents.next_if(|it| it.0 <= start) {
                    let before = at.checked_sub(1).and_then(|before| self.words.kind(before));
                    let marked = first == start && before == Some(TokenKind::QuotationMark);
                    open.push(Open { end, frame, marked, outer: self.place.frame });
                    self.place.frame = Some(frame);
                }
                while let Some(name) = references.next_if(|it| it.start <= at) {
                    inside_name = true;
                    if read && name.is_person() {
                        self.speak(name.member, name.start, name.end, false);
                    }
                }
                let name = references.peek().and_then(|it| self.words.tokens.get(it.start));
                next = name.map_or(u32::MAX, |it| it.span.start);
                next = next.min(blocks.peek().map_or(u32::MAX, |it| it.span.start));
                next = next.min(open.last().map_or(u32::MAX, |it| it.end));
                next = next.min(begins.peek().map_or(u32::MAX, |it| it.0));
                next = next.min(contents.peek().map_or(u32::MAX, |it| it.0));
            }
            if at < spot {
                continue;
            }
            spot = spots.next().unwrap_or(self.words.len());
            match token.kind {
                TokenKind::Word if read && !inside_name => self.word(at, open.last().copied()),
                TokenKind::Punctuation => self.stop(at, open.is_empty()),
                TokenKind::QuotationMark => {
                    if let Some(open) = open.last_mut() {
                        open.marked = marked_after(self.words, at, open.marked);
                    }
                }
                _ => {}
            }
        }
    }

    /// Another sentence begins, unless the one before has no word.
    fn end_sentence(&mut self, at: usize) {
        let sentence = self.words.tokens.get(self.ended..at).unwrap_or_default();
        let begun = sentence.iter().rev().any(|token| token.kind == TokenKind::Word);
        self.place.sentence += u32::from(begun);
        self.ended = at;
    }

    pub(super) fn fits(&self, member: MemberId, gender: Gender) -> bool {
        self.cast.kind(member) == Some(EntityKind::Person)
            && agree(self.cast.gender(member), Some(gender))
    }

    /// Somebody is mentioned, by tokens from `start` to `end`.
    fn speak(&mut self, member: MemberId, start: usize, end: usize, possessive: bool) {
        let owns = possessive || is_possessive(self.words, end) || self.modifies(end);
        let subject =
            self.place.frame.is_none() && !owns && self.salience.opens_sentence(self.place);
        let acts = !owns && opens_clause(self.words, start, |at| self.opens_content(at));
        self.salience.push(Spoken { member, at: start, place: self.place, subject, acts });
    }

    /// Whether a noun follows a name that belongs to it, as in "Murdoch outlets have".
    fn modifies(&self, end: usize) -> bool {
        let verb = self.words.word(end + 1).classes.any(Class::AUXILIARY.or(Class::VERB));
        verb && self.words.is_word(end + 1) && !self.words.ends_name(end)
    }

    /// Whether the content that is read now begins with a token.
    fn opens_content(&self, at: usize) -> bool {
        let Some(frame) = self.place.frame.and_then(|frame| self.frames.get(frame)) else {
            return false;
        };
        self.words.tokens.get(at).is_some_and(|token| {
            frame.content.binary_search_by_key(&token.span.start, |span| span.start).is_ok()
        })
    }

    /// A stop ends a sentence, in a quotation or outside.
    fn stop(&mut self, at: usize, outside: bool) {
        if outside {
            self.end_sentence(at);
        } else {
            self.place.inner += 1;
        }
    }

    fn word(&mut self, at: usize, open: Option<Open>) {
        match pronoun_at(self.words, at) {
            Some(Pronoun::First) => {
                // "The Geneva I process" is no pronoun.
                let numeral = at > 0
                    && self.words.surface(at) == "I"
                    && self.words.is_capitalized(at - 1)
                    && self.words.adjoins(at);
                if let Some(open) = open.filter(|it| it.marked && !numeral) {
                    self.first.push((at, open.frame));
                }
            }
            Some(Pronoun::Third(gender, case)) => {
                let (member, permille) = match self.sources.get(&at) {
                    Some(&source) => (source, 850),
                    None => (self.meant(at, gender, case, open), 700),
                };
                let Some(member) = member else { return };
                self.cast.learn_gender(member, Some(gender));
                self.speak(member, at, at + 1, case == Case::Possessive);
                self.found.push(self.reference(at, member, permille));
            }
            None => {}
        }
    }

    /// Whom a pronoun means that is no source.
    fn meant(&self, at: usize, gender: Gender, case: Case, open: Option<Open>) -> Option<MemberId> {
        let object = case == Case::Object;
        let place = self.place;
        let Some(open) = open else {
            let speaker = self.told_by(at);
            let fits = |member| self.fits(member, gender) && speaker != Some(member);
            return self
                .salience
                .in_narrative(place, object, fits)
                .or_else(|| self.ahead(at, gender, case));
        };
        let speakers = self.speakers.get(open.frame).map(Vec::as_slice).unwrap_or_default();
        if open.marked {
            // Nobody says "he" of himself.
            let fits = |member| self.fits(member, gender) && !speakers.contains(&member);
            let inside = self.salience.in_content(place, object, fits);
            return inside.or_else(|| self.salience.before_content(place, fits));
        }
        let fits = |member| self.fits(member, gender);
        let inside = self.salience.in_content(place, object, fits);
        let beside = || {
            let other = |member| fits(member) && !speakers.contains(&member);
            self.salience.beside_content(place, other).filter(|_| object)
        };
        inside.or_else(beside).or_else(|| match speakers {
            [only] if fits(*only) => Some(*only),
            [] if self.heads.get(open.frame).is_some_and(|it| it.pronoun.is_none()) => None,
            _ => self.salience.before_content(place, fits),
        })
    }

    /// The speaker, where the token is the one told: "Kerry told him".
    fn told_by(&self, at: usize) -> Option<MemberId> {
        let token = self.words.tokens.get(at)?;
        let start = self.frames.partition_point(|it| {
            it.content.first().is_some_and(|span| span.end <= token.span.start)
        });
        let near = start.saturating_sub(1)..(start + 2).min(self.frames.len());
        near.into_iter().find_map(|frame| {
            let cue = self.frames.get(frame)?.cue?;
            let next = self.words.at_byte(cue.end) == at;
            let [only] = self.speakers.get(frame)?.as_slice() else { return None };
            next.then_some(*only)
        })
    }

    /// Whom "his" means before the name: "After his visit, Kerry said".
    fn ahead(&self, at: usize, gender: Gender, case: Case) -> Option<MemberId> {
        if matches!(case, Case::Object | Case::Reflexive) {
            return None;
        }
        let from = self.references.partition_point(|it| it.start <= at);
        let near = self.references.get(from..)?.iter().take_while(|it| it.start <= at + AHEAD);
        let name = { near }.find(|it| it.is_person())?;
        let open = (at..name.start)
            .all(|at| !matches!(self.words.surface(at), "." | "?" | "!" | ";" | ":" | "“" | "\""));
        let comma = (at..name.start).any(|at| self.words.surface(at) == ",");
        (open && comma && self.fits(name.member, gender)).then_some(name.member)
    }

    /// "I" inside marks is whoever speaks them, and so is the source of a quotation in them.
    fn first_persons(&mut self) {
        for (frame, head) in self.heads.iter().enumerate() {
            let parent = self.frames.get(frame).and_then(|it| it.parent);
            if head.stand == Some(Stand::First)
                && let Some([only]) = parent.and_then(|it| self.speakers.get(it)).map(Vec::as_slice)
            {
                let only = *only;
                if let Some(speakers) = self.speakers.get_mut(frame) {
                    speakers.push(only);
                }
            }
        }
        for &(at, frame) in &self.first {
            if let Some([only]) = self.speakers.get(frame).map(Vec::as_slice) {
                self.found.push(self.reference(at, *only, 850));
            }
        }
    }

    fn reference(&self, at: usize, member: MemberId, permille: u16) -> Reference {
        Reference {
            span: self.words.span(at, at + 1),
            start: at,
            end: at + 1,
            member,
            form: MentionForm::Pronoun,
            origin: Origin::Coreference,
            permille,
            name: None,
            kind: Some(EntityKind::Person),
        }
    }
}

/// Whether a block is text that pronouns are read in.
fn is_read(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Headline | BlockKind::Caption
    )
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::read;

    #[test]
    fn a_pronoun_as_source_is_the_last_speaker() {
        let text = "“One,” said Tom Vale of John Quill.\n“Two,” he said.";
        let read = self::read(text, &[("One,", "Tom Vale"), ("Two,", "he")]);
        assert_eq!(read.speakers(), ["Tom Vale", "Tom Vale"]);
        let text = "“One,” said Tom Vale. John Quill arrived at noon. “Two,” he said.";
        let read = self::read(text, &[("One,", "Tom Vale"), ("Two,", "he")]);
        assert_eq!(read.speakers(), ["Tom Vale", "John Quill"]);
        let text = "Tom Vale left.\n“One,” said a spokesman. “Two,” he said.";
        let read = self::read(text, &[("One,", "a spokesman"), ("Two,", "he")]);
        assert_eq!(read.speakers(), ["", ""]);
        let text = "“One,” said Ada Okoro. “Two,” he said.";
        let read = self::read(text, &[("One,", "Ada Okoro"), ("Two,", "he")]);
        assert_eq!(read.speakers(), ["Ada Okoro", ""]);
    }

    #[test]
    fn pronouns_inside_a_quotation() {
        let text = "Tom Vale praised John Quill. “He helped me and I thank him,” said Tom Vale.";
        let read = self::read(text, &[("He helped me and I thank him,", "Tom Vale")]);
        assert_eq!(
            read.meant(),
            ["He: John Quill", "me: Tom Vale", "I: Tom Vale", "him: John Quill"]
        );
        let text = "Tom Vale said he would go with his wife.";
        let read = self::read(text, &[("he would go with his wife", "Tom Vale")]);
        assert_eq!(read.meant(), ["he: Tom Vale", "his: Tom Vale"]);
        let text = "Tom Vale said it was “my plan” and I agree.";
        let read = self::read(text, &[("it was “my plan” and I agree", "Tom Vale")]);
        assert_eq!(read.meant(), ["my: Tom Vale"]);
    }
}

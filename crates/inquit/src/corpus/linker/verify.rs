//! Whether somebody is known to have said something.

use std::cmp::Reverse;

use super::index::UtteranceNumber;
use super::links::Member;
use super::state::Linker;
use super::words::Words;
use crate::corpus::alignment::{Alteration, Comparison, Fidelity, compared};
use crate::corpus::identity::EntityNumber;
use crate::corpus::wording::{CanonicalKey, Wording};
use crate::entity::EntityId;
use crate::named::named;
use crate::text::{Span, inner_sentences};

named! {
    /// What the documents say of a quotation, from the best on.
    pub enum Verdict("verdict") {
        /// They print these words in quotation marks.
        Verbatim = "verbatim",
        /// They print nearly these words in quotation marks.
        Altered = "altered",
        /// They print these words, or nearly these, but somebody else said them.
        OtherSpeaker = "other_speaker",
        /// They print these words, or nearly these, but in no quotation marks, or only few of them.
        Elsewhere = "elsewhere",
        /// They print no such words.
        Absent = "absent",
    }
}

/// What the documents say of a sentence of a quotation. Made by [`Linker::verify`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Verified {
    /// The sentence.
    pub text: Box<str>,
    /// What the documents say of it.
    pub verdict: Verdict,
    /// The utterance whose words it comes nearest to, and who said that.
    pub utterance: Option<Box<str>>,
    /// Who said that, where the documents tell.
    pub speaker: Option<EntityId>,
    /// The name of whoever said that.
    pub speaker_name: Option<Box<str>>,
    /// Where those words stand, the nearest first.
    pub sources: Vec<Member>,
    /// What the sentence made of the words of the first source.
    pub alterations: Vec<Alteration>,
}

/// So many utterances are held against a sentence word by word, and so many sources are given.
const MOST: usize = 24;

/// How much of a sentence must be in what was said for it to be that at all, in thousandths.
const LEAST: u16 = 600;

impl Linker {
    /// What the documents say of a quotation, sentence by sentence. With a `speaker`, by name or id,
    /// whether it was them; a family name stands for all who bear it.
    ///
    /// ```
    /// use inquit::{Annotator, Document, Linker, Verdict};
    ///
    /// let text = "“We will never sell the old ferry,” said Clark Kent.";
    /// let mut linker = Linker::new();
    /// linker.add(&Annotator::new().annotate(&Document::new("a1", text)?))?;
    ///
    /// let verdict = |words, speaker| linker.verify(words, speaker)[0].verdict;
    /// assert_eq!(verdict("We will never sell the old ferry.", None), Verdict::Verbatim);
    /// assert_eq!(verdict("We will not sell the old ferry.", Some("Kent")), Verdict::Altered);
    /// assert_eq!(verdict("We will never sell the old ferry.", Some("Lois Lane")), Verdict::OtherSpeaker);
    /// assert_eq!(verdict("Bridges are for those who hurry.", None), Verdict::Absent);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn verify(&self, words: &str, speaker: Option<&str>) -> Vec<Verified> {
        let wanted = speaker.map(|name| self.identity.named(name));
        let all = Span::of(0..words.len());
        inner_sentences(words, all)
            .into_iter()
            .filter_map(|span| span.get(words))
            .filter(|text| !Wording::of_text(text).tokens.is_empty())
            .map(|text| self.verify_sentence(text, wanted.as_deref()))
            .collect()
    }

    fn verify_sentence(&self, text: &str, wanted: Option<&[EntityNumber]>) -> Verified {
        let wording = Wording::of_text(text);
        let mut keys: Vec<CanonicalKey> = wording.tokens.iter().map(|token| token.key).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut best: Option<(Reverse<Verdict>, u16, Reverse<u32>, Comparison)> = None;
        let mut sources: Vec<(Reverse<Verdict>, u16, Reverse<u32>)> = Vec::new();
        let is_wanted = |number: u32| {
            let speakers = self.statements.get(number as usize).map(|it| it.speakers.as_slice());
            let is_one = |it: &EntityNumber| wanted.is_some_and(|wanted| wanted.contains(it));
            speakers.unwrap_or_default().iter().any(is_one)
        };
        for statement in self.nearest(&keys, is_wanted) {
            let Some(known) = self.statements.get(statement as usize) else { continue };
            let Some(said) = self.lexis.get(known.words) else { continue };
            let found = compared(&said.wording(), &wording);
            if found.shared_permille() < LEAST {
                continue;
            }
            // Of whom the text does not say who it is may be the one.
            let is_other = wanted.is_some_and(|wanted| {
                !known.speakers.is_empty() && !known.speakers.iter().any(|it| wanted.contains(it))
            });
            let verdict = if is_other {
                Verdict::OtherSpeaker
            } else if found.marked_permille() < LEAST {
                Verdict::Elsewhere
            } else if found.fidelity() == Fidelity::Verbatim
                && found.marked_permille() == found.shared_permille()
            {
                Verdict::Verbatim
            } else {
                Verdict::Altered
            };
            let rank = (Reverse(verdict), found.shared_permille(), Reverse(statement));
            sources.push(rank);
            if best.as_ref().is_none_or(|it| (it.0, it.1, it.2) < rank) {
                best = Some((rank.0, rank.1, rank.2, found));
            }
        }
        sources.sort_unstable_by_key(|&rank| Reverse(rank));
        let Some((Reverse(verdict), _, Reverse(first), comparison)) = best else {
            return Verified {
                text: text.into(),
                verdict: Verdict::Absent,
                utterance: None,
                speaker: None,
                speaker_name: None,
                sources: Vec::new(),
                alterations: Vec::new(),
            };
        };
        let utterance = self.utterance_of(first);
        let known = utterance.and_then(|it| self.utterances.get(it as usize));
        let speaker = known.and_then(|it| it.speaker).and_then(|it| self.identity.get(it));
        let sources = sources.into_iter().filter(|it| it.0.0 == verdict).filter_map(|it| {
            let statement = self.statements.get(it.2.0 as usize)?;
            Some(self.member(statement, self.lexis.get(statement.words)?))
        });
        Verified {
            text: text.into(),
            verdict,
            utterance: utterance.map(Linker::utterance_id),
            speaker: speaker.map(|it| it.id.clone()),
            speaker_name: speaker.map(|it| it.name.clone()),
            sources: sources.take(MOST).collect(),
            alterations: comparison.into_alterations(),
        }
    }

    /// The statements that share most words with a sentence, given by its keys in order: so many of
    /// those wanted, and as many others.
    fn nearest(&self, keys: &[CanonicalKey], is_wanted: impl Fn(u32) -> bool) -> Vec<u32> {
        let value = |words: &Words| -> u32 {
            let shared = words.keys.iter().filter(|key| keys.binary_search(key).is_ok());
            shared.map(|key| if key.is_light() { 1 } else { 4 }).sum()
        };
        let mut nearest: Vec<(u32, u32)> = (0..)
            .zip(&self.statements)
            .filter_map(|(number, statement)| {
                Some((value(self.lexis.get(statement.words)?), number))
            })
            .filter(|(value, _)| *value > 0)
            .collect();
        nearest.sort_unstable_by_key(|&(value, number)| (Reverse(value), number));
        // Those of the wanted speaker are not crowded out by what others said more often.
        let (mut own, mut others) = (0, 0);
        nearest.retain(|(_, number)| {
            let count = if is_wanted(*number) { &mut own } else { &mut others };
            *count += 1;
            *count <= MOST * 2
        });
        nearest.into_iter().map(|(_, number)| number).collect()
    }

    fn utterance_of(&self, statement: u32) -> Option<UtteranceNumber> {
        let holds =
            |it: &(UtteranceNumber, &super::kept::KeptUtterance)| it.1.members.contains(&statement);
        (0..).zip(&self.utterances).find(holds).map(|(number, _)| self.resolved(number))
    }
}

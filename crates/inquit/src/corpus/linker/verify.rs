//! Whether somebody is known to have said something.

use std::cmp::Reverse;

use super::index::UtteranceNumber;
use super::links::Member;
use super::state::Linker;
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
    /// whether it was them: a name in full, with a title before it or the family name first, or a family
    /// name or given name alone, which stands for all who bear it.
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
        let sequence: Vec<CanonicalKey> = wording.tokens.iter().map(|token| token.key).collect();
        let mut keys = sequence.clone();
        keys.sort_unstable();
        keys.dedup();
        let mut best: Option<(Reverse<Verdict>, u16, Reverse<u32>, Comparison)> = None;
        let mut sources: Vec<(Reverse<Verdict>, u16, Reverse<u32>)> = Vec::new();
        let is_wanted = |number: u32| {
            let speakers = self.statements.get(number as usize).map(|it| it.speakers.as_slice());
            let is_one = |it: &EntityNumber| wanted.is_some_and(|wanted| wanted.contains(it));
            speakers.unwrap_or_default().iter().any(is_one)
        };
        for statement in self.nearest(&keys, &sequence, is_wanted) {
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

    /// The statements that share most words with a sentence, given by its keys, `sorted` and in
    /// `sequence`: so many of those wanted, and as many others. Those that hold all of it in a row come
    /// first, and of several the shorter one.
    fn nearest(
        &self,
        sorted: &[CanonicalKey],
        sequence: &[CanonicalKey],
        is_wanted: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        // Which keys the statement at hand was seen to hold: a word that it repeats tells nothing more.
        let mut seen: Vec<usize> = vec![usize::MAX; sorted.len()];
        let mut nearest: Vec<(bool, u32, Reverse<usize>, Reverse<u32>)> = Vec::new();
        for (at, statement) in self.statements.iter().enumerate() {
            let Some(words) = self.lexis.get(statement.words) else { continue };
            let mut value = 0;
            for key in &words.keys {
                let place = sorted.binary_search(key).ok();
                if let Some(last) = place.and_then(|place| seen.get_mut(place))
                    && std::mem::replace(last, at) != at
                {
                    value += if key.is_light() { 1 } else { 4 };
                }
            }
            if value > 0 {
                let is_whole = seen.iter().all(|last| *last == at) && holds(&words.keys, sequence);
                let number = u32::try_from(at).unwrap_or(u32::MAX);
                nearest.push((is_whole, value, Reverse(words.keys.len()), Reverse(number)));
            }
        }
        nearest.sort_unstable_by_key(|&rank| Reverse(rank));
        // Those of the wanted speaker are not crowded out by what others said more often.
        let (mut own, mut others) = (0, 0);
        nearest.retain(|(.., Reverse(number))| {
            let count = if is_wanted(*number) { &mut own } else { &mut others };
            *count += 1;
            *count <= MOST * 2
        });
        nearest.into_iter().map(|(.., Reverse(number))| number).collect()
    }

    fn utterance_of(&self, statement: u32) -> Option<UtteranceNumber> {
        let holds =
            |it: &(UtteranceNumber, &super::kept::KeptUtterance)| it.1.members.contains(&statement);
        (0..).zip(&self.utterances).find(holds).map(|(number, _)| self.resolved(number))
    }
}

/// Whether these words stand in a row among others. Takes time that grows with the length of both
/// together, by Knuth, Morris and Pratt (1977).
fn holds(words: &[CanonicalKey], row: &[CanonicalKey]) -> bool {
    // How many words of the row still stand where the next one does not.
    let back = |borders: &[usize], mut length: usize, key: CanonicalKey| loop {
        if row.get(length) == Some(&key) {
            return length + 1;
        }
        let Some(shorter) = length.checked_sub(1).and_then(|last| borders.get(last)) else {
            return 0;
        };
        length = *shorter;
    };
    let mut borders: Vec<usize> = Vec::with_capacity(row.len());
    for &key in row {
        let border = borders.last().map_or(0, |&last| back(&borders, last, key));
        borders.push(border);
    }
    let mut length = 0;
    words.iter().any(|&key| {
        length = back(&borders, length, key);
        length == row.len()
    })
}

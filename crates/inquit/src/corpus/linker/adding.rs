//! How a document is linked with those before it.

use super::added::{Added, Placed};
use super::index::UtteranceNumber;
use super::judge::{Asked, Likeness, Sense, likeness, sense};
use super::kept::{KeptDocument, KeptStatement, KeptUtterance};
use super::linker::Linker;
use super::news::{News, Said};
use super::stories::DocumentNumber;
use super::told::Told;
use super::words::Words;
use crate::annotate::Annotations;
use crate::confidence::Confidence;
use crate::quote::QuoteKind;

/// So many utterances of a story are looked at, the newest first.
const MOST_OF_STORY: usize = 128;

/// How much of a document must be in another one for it to be a copy, in thousandths.
const COPY: u16 = 600;

/// So many reports of an utterance are looked at for one of the same document.
const MOST_OF_DOCUMENT: usize = 8;

/// The document of a statement, and its day.
type When = (DocumentNumber, Option<i32>);

/// Evidence that two documents report one event.
const ENOUGH: u32 = 2;

/// An utterance that a statement may report.
#[derive(Clone, Copy, Debug)]
struct Found {
    utterance: UtteranceNumber,
    likeness: Likeness,
}

impl Linker {
    /// Adds a document whose id is new.
    pub(super) fn take(&mut self, annotations: &Annotations) -> Added {
        let number = DocumentNumber::try_from(self.documents.len()).unwrap_or(u32::MAX);
        let mut joined = self.identity.join(number, annotations);
        let mut news = News::of(annotations, &self.options, &joined, &mut self.lexis);
        let day = news.day;
        self.by_id.insert(annotations.document().id().into(), number);
        self.documents.push(KeptDocument {
            id: annotations.document().id().into(),
            outlet: annotations.document().outlet().map(Into::into),
            published: annotations.published().map(|it| it.to_string().into()),
            day,
            agency: news.agency.take(),
            quotes: std::mem::take(&mut news.quotes),
        });
        self.stories.add();
        self.copies.add();
        let mut added = Added::default();
        let mut found: Vec<Vec<Found>> =
            news.said.iter().map(|said| self.by_words(said, (number, day))).collect();
        let merged = self.join_story(number, annotations, &found, &mut added);
        let story = self.stories.of(number);
        for (left, gone) in merged {
            let moved = self.in_story.remove(&gone).unwrap_or_default();
            self.link_again(&moved, left, &mut added);
            self.in_story.entry(left).or_default().extend(moved);
            added.merged_stories.push((Linker::story_id(left), Linker::story_id(gone)));
        }
        added.merged_stories.retain(|(_, gone)| *gone != Linker::story_id(number));
        // Who may be somebody of the corpus is, where the story is the same.
        let stories = &self.stories;
        if self.identity.join_in_story(number, &mut joined, |other| stories.of(other) == story) {
            news.identify(annotations, &joined);
            found = news.said.iter().map(|said| self.by_words(said, (number, day))).collect();
        }
        let told = Told::of(self, story);
        for (said, found) in news.said.into_iter().zip(found) {
            self.place(said, &found, (number, day), &told, &mut added);
        }
        added.story = Linker::story_id(story);
        added
    }

    /// The utterances whose words a statement has, the best first.
    fn by_words(&self, said: &Said, when: When) -> Vec<Found> {
        let Some(words) = self.lexis.get(said.words) else { return Vec::new() };
        let mut found: Vec<Found> = Vec::new();
        let same = said.speakers.iter().map(|&speaker| (speaker, Asked::SameSpeaker));
        let also = said.also.iter().map(|&speaker| (speaker, Asked::UnknownSpeaker));
        for (speaker, asked) in same.chain(also) {
            for utterance in self.index.candidates(words, Some(speaker)) {
                let utterance = self.resolved(utterance);
                if found.iter().any(|it| it.utterance == utterance) {
                    continue;
                }
                found.extend(self.found(utterance, words, when, asked));
            }
        }
        sort(&mut found);
        found
    }

    /// The utterance, if a statement of these words reports it.
    fn found(
        &self,
        utterance: UtteranceNumber,
        words: &Words,
        (document, day): When,
        asked: Asked,
    ) -> Option<Found> {
        let known = self.utterances.get(utterance as usize)?;
        let mut newest = known.members.iter().rev().take(MOST_OF_DOCUMENT);
        let is_own = newest
            .any(|&it| self.statements.get(it as usize).is_some_and(|it| it.document == document));
        let asked = if is_own { Asked::SameDocument } else { asked };
        if !known.is_near(day, self.options.days()) {
            return None;
        }
        let wordings = known.wordings.iter().filter_map(|&it| self.lexis.get(it));
        let likeness = wordings
            .map(|known| likeness(known, words))
            .filter(|likeness| likeness.is_enough(asked))
            .max()?;
        Some(Found { utterance, likeness })
    }

    /// Joins a document with those that report the same event; gives the stories that were joined.
    fn join_story(
        &mut self,
        number: DocumentNumber,
        annotations: &Annotations,
        found: &[Vec<Found>],
        added: &mut Added,
    ) -> Vec<(DocumentNumber, DocumentNumber)> {
        let day = self.documents.last().and_then(|it| it.day);
        let mut evidence: Vec<(DocumentNumber, u32)> = Vec::new();
        for best in found.iter().filter_map(|found| found.first()) {
            let value = if best.likeness.is_telling() { ENOUGH } else { 1 };
            let Some(utterance) = self.utterances.get(best.utterance as usize) else { continue };
            let first = utterance.members.first();
            let mut documents: Vec<DocumentNumber> = first
                .into_iter()
                .chain(utterance.members.iter().rev().take(2))
                .filter_map(|&it| self.statements.get(it as usize))
                .map(|it| it.document)
                .collect();
            documents.sort_unstable();
            documents.dedup();
            evidence.extend(documents.into_iter().map(|document| (document, value)));
        }
        for overlap in self.reuse.add(annotations) {
            if overlap.contained >= COPY {
                self.copies.join(overlap.document, number);
                for document in [overlap.document, number] {
                    let known = self.contained.entry(document).or_default();
                    *known = overlap.contained.max(*known);
                }
                let copied = self.documents.get(overlap.document as usize);
                added.duplicates.extend(copied.map(|it| it.id.clone()));
            }
            if overlap.contained >= 60 {
                let value =
                    if overlap.contained >= 150 && overlap.shared >= 6 { ENOUGH } else { 1 };
                evidence.push((overlap.document, value));
            }
        }
        for (document, share) in self.topics.add(annotations) {
            let other = self.documents.get(document as usize).and_then(|it| it.day);
            let apart = day.zip(other).map(|(day, other)| (day - other).abs());
            let value = match apart {
                Some(0..=3) if share >= 500 => ENOUGH,
                Some(0..=3) if share >= 350 => 1,
                None if share >= 500 => 1,
                _ => 0,
            };
            evidence.push((document, value));
        }
        evidence.sort_unstable();
        let mut joined = Vec::new();
        for same in evidence.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(document, _)) = same.first() else { continue };
            let other = self.documents.get(document as usize).and_then(|it| it.day);
            let apart = day.zip(other).map_or(0, |(day, other)| (day - other).abs());
            if same.iter().map(|it| it.1).sum::<u32>() >= ENOUGH && apart <= self.options.days() {
                joined.extend(self.stories.join(document, number));
            }
        }
        joined
    }

    /// Puts a statement into the utterances it reports, or into a new one.
    fn place(&mut self, said: Said, found: &[Found], when: When, told: &Told, added: &mut Added) {
        let (document, day) = when;
        let mut into: Vec<(UtteranceNumber, Confidence)> = Vec::new();
        if let Some(best) = found.first() {
            let mut utterance = self.resolved(best.utterance);
            for other in found.iter().skip(1) {
                let other_number = self.resolved(other.utterance);
                if other_number == utterance || !self.is_inside(other_number, &said, other.likeness)
                {
                    continue;
                }
                if self.share_quote(utterance, other_number) {
                    // Two sentences of another outlet are one here.
                    into.push((other_number, said.confidence(by_words(other.likeness))));
                } else {
                    let (left, gone) = (utterance.min(other_number), utterance.max(other_number));
                    self.merge(left, gone);
                    added
                        .merged_utterances
                        .push((Linker::utterance_id(left), Linker::utterance_id(gone)));
                    utterance = left;
                }
            }
            into.insert(0, (utterance, said.confidence(by_words(best.likeness))));
        } else {
            into.extend(self.in_same_story(&said, when, told));
        }
        let is_new = into.is_empty();
        if is_new {
            let number = UtteranceNumber::try_from(self.utterances.len()).unwrap_or(u32::MAX);
            self.utterances.push(KeptUtterance {
                speaker: said.speakers.first().copied(),
                also: said.also.clone(),
                document,
                ..KeptUtterance::default()
            });
            self.in_story.entry(self.stories.of(document)).or_default().push(number);
            into.push((number, said.confidence));
        }
        let statement = u32::try_from(self.statements.len()).unwrap_or(u32::MAX);
        for &(utterance, _) in &into {
            let Some(known) = self.utterances.get_mut(utterance as usize) else { continue };
            let is_known = known.wordings.contains(&said.words);
            known.add(statement, said.words, day);
            // Rather the person than the institution.
            let person = said.speakers.first().filter(|&&it| self.identity.is_person(it));
            if let Some(&person) = person
                && !known.speaker.is_some_and(|it| self.identity.is_person(it))
            {
                known.speaker = Some(person);
            }
            if let Some(words) = self.lexis.get(said.words).filter(|_| !is_known) {
                self.index.enter(words, known.speaker, utterance);
                for &speaker in &known.also {
                    self.index.enter(words, Some(speaker), utterance);
                }
            }
            added.placed.push(Placed {
                quote: said.id.clone(),
                spans: said.spans.iter().map(|(span, _)| *span).collect(),
                utterance: Linker::utterance_id(utterance),
                is_new,
            });
        }
        self.statements.push(KeptStatement {
            document,
            quote: said.quote,
            words: said.words,
            speakers: said.speakers,
            about: said.about,
            spans: said.spans,
            kind: said.kind,
            confidence: into.first().map_or(said.confidence, |it| it.1),
        });
    }

    /// The utterances of the same story that a statement reports in few words, or in other words.
    fn in_same_story(
        &self,
        said: &Said,
        when: When,
        told: &Told,
    ) -> Vec<(UtteranceNumber, Confidence)> {
        let Some(words) = self.lexis.get(said.words) else { return Vec::new() };
        let all = self.in_story.get(&self.stories.of(when.0)).map(Vec::as_slice);
        let mut found: Vec<Found> = Vec::new();
        let mut senses: Vec<(Sense, UtteranceNumber)> = Vec::new();
        for &utterance in all.unwrap_or_default().iter().rev().take(MOST_OF_STORY) {
            let utterance = self.resolved(utterance);
            let Some(known) = self.utterances.get(utterance as usize) else { continue };
            let Some(asked) = asked(known, said) else { continue };
            let Some(most) = self.sense(known, words, told) else { continue };
            found.extend(self.found(utterance, words, when, asked));
            // Of what one document says twice, each is said on its own account.
            let is_own = known.document == when.0;
            if !is_own && asked == Asked::SameStory && self.is_told(known, words, most) {
                senses.push((most, utterance));
            }
        }
        sort(&mut found);
        if let Some(best) = found.first() {
            return vec![(best.utterance, said.confidence(by_words(best.likeness)))];
        }
        senses.sort_unstable_by_key(|&(sense, utterance)| (std::cmp::Reverse(sense), utterance));
        senses.dedup_by_key(|it| it.1);
        let first = senses.first().map(|it| it.0.covered).unwrap_or_default();
        // A report can sum up several sentences; it does so almost as well.
        let sums_up = |sense: &Sense| sense.covered + 250 >= first && sense.covered >= 600;
        let more = senses.iter().skip(1).take(2).filter(|(sense, _)| sums_up(sense));
        senses
            .first()
            .into_iter()
            .chain(more)
            .map(|&(sense, utterance)| (utterance, said.confidence(by_sense(sense))))
            .collect()
    }

    /// What an utterance and a statement both speak of; `None` for nothing.
    fn sense(&self, known: &KeptUtterance, words: &Words, told: &Told) -> Option<Sense> {
        let wordings = known.wordings.iter().filter_map(|&it| self.lexis.get(it));
        let most =
            wordings.map(|it| sense(&it.stems, &words.stems, |stem| told.value(stem))).max()?;
        (most.content + most.names > 0).then_some(most)
    }

    /// Whether one of the two reports the other in words of its own.
    fn is_told(&self, known: &KeptUtterance, words: &Words, sense: Sense) -> bool {
        let wordings = || known.wordings.iter().filter_map(|&it| self.lexis.get(it));
        let is_told =
            words.kind != QuoteKind::Direct || wordings().all(|it| it.kind == QuoteKind::Indirect);
        let run = || wordings().map(|it| likeness(it, words).run).max().unwrap_or(0);
        is_told && (sense.is_enough() || sense.is_enough_with(run()))
    }

    /// Looks for the utterances of one story in another one that turned out to be the same.
    fn link_again(&mut self, moved: &[UtteranceNumber], story: DocumentNumber, added: &mut Added) {
        let told = Told::of(self, story);
        for &utterance in moved.iter().rev().take(MOST_OF_STORY) {
            let Some(known) = self.utterances.get(utterance as usize) else { continue };
            let Some(statement) =
                known.members.first().and_then(|&it| self.statements.get(it as usize))
            else {
                continue;
            };
            let said = Said::again(statement, known);
            let when = (statement.document, known.first_day);
            let Some(&(other, _)) = self.in_same_story(&said, when, &told).first() else {
                continue;
            };
            if other != utterance && !self.share_quote(utterance, other) {
                let (left, gone) = (utterance.min(other), utterance.max(other));
                self.merge(left, gone);
                added
                    .merged_utterances
                    .push((Linker::utterance_id(left), Linker::utterance_id(gone)));
            }
        }
    }

    /// Whether all that was known of an utterance is in a statement.
    fn is_inside(&self, utterance: UtteranceNumber, said: &Said, likeness: Likeness) -> bool {
        let Some(words) = self.lexis.get(said.words) else { return false };
        let known = self.utterances.get(utterance as usize);
        let longest = known.and_then(|known| {
            known.wordings.iter().filter_map(|&it| self.lexis.get(it)).map(Words::weight).max()
        });
        likeness.covered >= 800 && longest.is_some_and(|longest| longest <= words.weight())
    }

    /// Whether two utterances are parts of one quote.
    fn share_quote(&self, one: UtteranceNumber, other: UtteranceNumber) -> bool {
        let quotes = |utterance: UtteranceNumber| {
            let known = self.utterances.get(utterance as usize);
            let members = known.map(|it| it.members.as_slice()).unwrap_or_default();
            members.iter().take(MOST_OF_STORY).filter_map(|&it| {
                self.statements.get(it as usize).map(|it| (it.document, it.quote))
            })
        };
        let known: Vec<_> = quotes(one).collect();
        quotes(other).any(|quote| known.contains(&quote))
    }

    fn merge(&mut self, left: UtteranceNumber, gone: UtteranceNumber) {
        let Some(old) = self.utterances.get_mut(gone as usize) else { return };
        old.merged = Some(left);
        let (members, wordings) =
            (std::mem::take(&mut old.members), std::mem::take(&mut old.wordings));
        let day = old.first_day;
        for &words in &wordings {
            let speaker = self.utterances.get(left as usize).and_then(|it| it.speaker);
            if let Some(words) = self.lexis.get(words) {
                self.index.enter(words, speaker, left);
            }
        }
        if let Some(known) = self.utterances.get_mut(left as usize) {
            for (at, member) in members.iter().enumerate() {
                let words = self.statements.get(*member as usize).map(|it| it.words);
                if let Some(words) = words.or_else(|| wordings.get(at).copied()) {
                    known.add(*member, words, day);
                }
            }
        }
    }
}

/// What is asked of a statement to report an utterance; `None` where the speakers are two.
fn asked(known: &KeptUtterance, said: &Said) -> Option<Asked> {
    match known.speaker {
        Some(speaker) if said.speakers.contains(&speaker) => Some(Asked::SameStory),
        Some(speaker) if said.also.contains(&speaker) => Some(Asked::UnknownSpeaker),
        _ if said.speakers.iter().any(|it| known.also.contains(it)) => Some(Asked::UnknownSpeaker),
        Some(_) if !said.speakers.is_empty() => None,
        _ => Some(Asked::UnknownSpeaker),
    }
}

fn sort(found: &mut [Found]) {
    found.sort_by_key(|it| (std::cmp::Reverse(it.likeness), it.utterance));
}

/// How sure it is that two wordings are one.
fn by_words(likeness: Likeness) -> u32 {
    (700 + likeness.covered / 4 + likeness.content.min(8) * 5).min(990)
}

/// How sure it is that other words mean the same.
fn by_sense(sense: Sense) -> u32 {
    (400 + sense.covered / 5 + (sense.content + sense.names).min(8) * 15).min(720)
}

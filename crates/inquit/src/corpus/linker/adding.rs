//! How a document is linked with those before it.

use super::added::{Added, Placed};
use super::index::UtteranceNumber;
use super::judge::{Asked, Likeness, likeness};
use super::kept::{DocumentNumber, KeptDocument, KeptStatement, KeptUtterance};
use super::news::{News, Said};
use super::state::Linker;
use super::told::Told;
use super::words::Words;
use crate::annotate::Annotations;
use crate::corpus::identity::EntityNumber;
use crate::quote::QuoteKind;

/// So many reports of an utterance are looked at for one of the same document or quote.
const MOST_OF_DOCUMENT: usize = 8;

/// The document of a statement, and its day.
pub(super) type When = (DocumentNumber, Option<i32>);

/// An utterance that a statement may report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) utterance: UtteranceNumber,
    pub(super) likeness: Likeness,
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
            title: annotations.title().map(Into::into),
            url: annotations.document().url().map(Into::into),
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
        if self.name_speakers(&mut news.said, &found) {
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
                let new = self.found(utterance, words, when, asked);
                let known = self.utterances.get(utterance as usize);
                if new.is_some() && known.is_some_and(|it| it.wordings.contains(&said.words)) {
                    // Nothing comes nearer than the same words.
                    return new.into_iter().collect();
                }
                found.extend(new);
            }
        }
        sort(&mut found);
        found
    }

    /// Where one sentence of a quote shows that somebody said it whom the text does not name as its
    /// speaker, all of them are theirs; returns whether there is such a quote.
    fn name_speakers(&self, said: &mut [Said], found: &[Vec<Found>]) -> bool {
        let mut named: Vec<(u32, EntityNumber)> = Vec::new();
        for (said, found) in said.iter().zip(found) {
            let best = found.first().and_then(|it| self.utterances.get(it.utterance as usize));
            if let Some(speaker) = best.and_then(|it| it.speaker)
                && said.also.contains(&speaker)
            {
                named.push((said.quote, speaker));
            }
        }
        for said in said.iter_mut() {
            let first = named.partition_point(|(quote, _)| *quote < said.quote);
            if let Some((_, speaker)) = named.get(first).filter(|(quote, _)| *quote == said.quote) {
                said.speakers = vec![*speaker];
                said.also.clear();
            }
        }
        !named.is_empty()
    }

    /// The utterance, if a statement of these words reports it.
    pub(super) fn found(
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
        let mut best: Option<Likeness> = None;
        for known in known.wordings.iter().filter_map(|&it| self.lexis.get(it)) {
            let likeness = likeness(known, words);
            best = best.max(Some(likeness).filter(|it| it.is_enough(asked)));
            if likeness.covered == 1000 && likeness.run as usize == known.keys.len() {
                break;
            }
        }
        best.map(|likeness| Found { utterance, likeness })
    }

    /// Puts a statement into the utterances it reports, or into a new one.
    fn place(&mut self, said: Said, found: &[Found], when: When, told: &Told, added: &mut Added) {
        let (document, day) = when;
        let mut into: Vec<UtteranceNumber> = Vec::new();
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
                    into.push(other_number);
                } else {
                    utterance = self.merge(utterance, other_number, added);
                }
            }
            into.insert(0, utterance);
        } else {
            into.extend(self.in_same_story(&said, when, told));
        }
        if said.kind != QuoteKind::Indirect {
            self.gather_told(&said, when, told, into.first().copied(), added);
        }
        // Of two that are one by now, the first says it.
        let mut seen: Vec<UtteranceNumber> = Vec::with_capacity(into.len());
        into.retain_mut(|utterance| {
            *utterance = self.resolved(*utterance);
            let is_first = !seen.contains(utterance);
            seen.push(*utterance);
            is_first
        });
        let is_new = into.is_empty();
        if is_new {
            let number = UtteranceNumber::try_from(self.utterances.len()).unwrap_or(u32::MAX);
            let mut new = KeptUtterance {
                speaker: said.speakers.first().copied(),
                document,
                ..KeptUtterance::default()
            };
            for &speaker in &said.also {
                new.suspect(speaker);
            }
            self.utterances.push(new);
            self.same.add();
            self.in_story.entry(self.stories.of(document)).or_default().push(number);
            into.push(number);
        }
        let statement = u32::try_from(self.statements.len()).unwrap_or(u32::MAX);
        for &utterance in &into {
            let Some(known) = self.utterances.get_mut(utterance as usize) else { continue };
            let is_known = known.wordings.contains(&said.words);
            if let Some(words) = self.lexis.get(said.words).filter(|_| !is_known) {
                self.index.enter(words, known.speaker, utterance);
                for &speaker in &known.also {
                    self.index.enter(words, Some(speaker), utterance);
                }
            }
            known.add(statement, said.words, day, &self.lexis);
            self.hear(utterance, &said.speakers);
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
            confidence: said.confidence,
        });
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
    pub(super) fn share_quote(&self, one: UtteranceNumber, other: UtteranceNumber) -> bool {
        let quotes = |utterance: UtteranceNumber| {
            let known = self.utterances.get(utterance as usize);
            let members = known.map(|it| it.members.as_slice()).unwrap_or_default();
            members.iter().take(MOST_OF_DOCUMENT).filter_map(|&it| {
                self.statements.get(it as usize).map(|it| (it.document, it.quote))
            })
        };
        let known: Vec<_> = quotes(one).collect();
        quotes(other).any(|quote| known.contains(&quote))
    }

    /// Whoever reports of an utterance name as its speaker may have said it, and is looked for under it.
    fn hear(&mut self, utterance: UtteranceNumber, speakers: &[EntityNumber]) {
        let Some(known) = self.utterances.get_mut(utterance as usize) else { return };
        for &speaker in speakers {
            if known.hear(speaker, |it| self.identity.is_person(it)) {
                for words in known.wordings.iter().filter_map(|&it| self.lexis.get(it)) {
                    self.index.enter(words, Some(speaker), utterance);
                }
            }
        }
    }

    /// Makes one utterance of two; gives the one that is left.
    pub(super) fn merge(
        &mut self,
        one: UtteranceNumber,
        other: UtteranceNumber,
        added: &mut Added,
    ) -> UtteranceNumber {
        let Some((left, gone)) = self.same.join(one, other) else { return self.resolved(one) };
        added.merged_utterances.push((Linker::utterance_id(left), Linker::utterance_id(gone)));
        let old = self.utterances.get_mut(gone as usize).map(std::mem::take).unwrap_or_default();
        let Some(known) = self.utterances.get_mut(left as usize) else { return left };
        let speakers: Vec<Option<EntityNumber>> = match known.speaker {
            None if known.also.is_empty() => vec![None],
            own => own.into_iter().chain(known.also.iter().copied()).map(Some).collect(),
        };
        for words in old.wordings.iter().filter_map(|&it| self.lexis.get(it)) {
            for &speaker in &speakers {
                self.index.enter(words, speaker, left);
            }
        }
        for member in old.members {
            if let Some(statement) = self.statements.get(member as usize) {
                known.add(member, statement.words, old.first_day, &self.lexis);
            }
        }
        let also: Vec<EntityNumber> =
            old.also.into_iter().filter(|&it| known.suspect(it)).collect();
        for words in known.wordings.iter().filter_map(|&it| self.lexis.get(it)) {
            for &speaker in &also {
                self.index.enter(words, Some(speaker), left);
            }
        }
        self.hear(left, old.speaker.as_slice());
        left
    }
}

pub(super) fn sort(found: &mut [Found]) {
    found.sort_by_key(|it| (std::cmp::Reverse(it.likeness), it.utterance));
}

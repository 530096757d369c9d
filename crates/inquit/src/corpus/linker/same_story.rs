//! What is told in a story in few words, or in words of the one who tells it.

use super::added::Added;
use super::adding::{Found, When, sort};
use super::index::UtteranceNumber;
use super::judge::{Asked, Sense, likeness, sense};
use super::kept::{DocumentNumber, KeptUtterance};
use super::news::Said;
use super::state::Linker;
use super::told::Told;
use super::words::Words;
use crate::quote::QuoteKind;

/// So many utterances of a story are looked at, the newest first.
pub(super) const MOST_OF_STORY: usize = 128;

impl Linker {
    /// The utterances of the same story that a statement reports in few words, or in other words.
    pub(super) fn in_same_story(
        &self,
        said: &Said,
        when: When,
        told: &Told,
    ) -> Vec<UtteranceNumber> {
        let Some(words) = self.lexis.get(said.words) else { return Vec::new() };
        let all = self.in_story.get(&self.stories.of(when.0)).map(Vec::as_slice);
        let mut found: Vec<Found> = Vec::new();
        let mut senses: Vec<(bool, Sense, UtteranceNumber)> = Vec::new();
        for &utterance in all.unwrap_or_default().iter().rev().take(MOST_OF_STORY) {
            let utterance = self.resolved(utterance);
            let Some(known) = self.utterances.get(utterance as usize) else { continue };
            let Some(asked) = asked(known, said) else { continue };
            let Some(most) = self.sense(known, words, told) else { continue };
            found.extend(self.found(utterance, words, when, asked));
            // Of what one document says twice, each is said on its own account.
            let is_own = known.document == when.0;
            if !is_own
                && asked == Asked::SameStory
                && let Some(is_cited) = self.is_told(known, words, most)
            {
                senses.push((is_cited, most, utterance));
            }
        }
        sort(&mut found);
        if let Some(best) = found.first() {
            return vec![best.utterance];
        }
        senses.sort_unstable_by_key(|&(is_cited, sense, utterance)| {
            (std::cmp::Reverse((is_cited, sense)), utterance)
        });
        senses.dedup_by_key(|it| it.2);
        let first = senses.first().map(|it| it.1.covered).unwrap_or_default();
        // A report can sum up several sentences; it does so almost as well.
        let sums_up = |sense: &Sense| sense.covered + 250 >= first && sense.covered >= 600;
        let more = senses.iter().skip(1).take(2).filter(|(_, sense, _)| sums_up(sense));
        senses.first().into_iter().chain(more).map(|it| it.2).collect()
    }

    /// What an utterance and a statement both speak of; `None` for nothing.
    fn sense(&self, known: &KeptUtterance, words: &Words, told: &Told) -> Option<Sense> {
        let wordings = || known.wordings.iter().filter_map(|&it| self.lexis.get(it));
        // What is told of words in marks is held against those, not against what others told of them.
        let is_printed = words.kind == QuoteKind::Indirect
            && wordings().any(|it| it.kind != QuoteKind::Indirect);
        let most = wordings()
            .filter(|it| !is_printed || it.kind != QuoteKind::Indirect)
            .map(|it| sense(&it.stems, &words.stems, |stem| told.value(stem)))
            .max()?;
        (most.content + most.names > 0).then_some(most)
    }

    /// Whether one of the two reports the other in words of its own, and if so, whether it has some of
    /// them in a row.
    fn is_told(&self, known: &KeptUtterance, words: &Words, sense: Sense) -> Option<bool> {
        let wordings = || known.wordings.iter().filter_map(|&it| self.lexis.get(it));
        let is_told =
            words.kind != QuoteKind::Direct || wordings().all(|it| it.kind == QuoteKind::Indirect);
        let is_enough = if words.kind == QuoteKind::Indirect
            && wordings().all(|it| it.kind == QuoteKind::Indirect)
        {
            sense.is_enough_of_told()
        } else {
            sense.is_enough()
        };
        if !is_told || !(is_enough || sense.is_enough_with(u32::MAX)) {
            return None;
        }
        let run = wordings().map(|it| likeness(it, words).run).max().unwrap_or(0);
        let is_cited = sense.is_enough_with(run);
        (is_cited || is_enough).then_some(is_cited)
    }

    /// Joins what was only told so far, in other words, with the utterance whose words a statement
    /// gives: the one it belongs to, if there is one.
    pub(super) fn gather_told(
        &mut self,
        said: &Said,
        when: When,
        told: &Told,
        into: Option<UtteranceNumber>,
        added: &mut Added,
    ) {
        let (Some(words), Some(into)) = (self.lexis.get(said.words), into) else { return };
        let all = self.in_story.get(&self.stories.of(when.0)).map(Vec::as_slice);
        let is_one = |utterance: &UtteranceNumber| {
            let known = self.utterances.get(*utterance as usize)?;
            let is_told = known.document != when.0
                && known
                    .wordings
                    .iter()
                    .filter_map(|&it| self.lexis.get(it))
                    .all(|it| it.kind == QuoteKind::Indirect)
                && asked(known, said) == Some(Asked::SameStory);
            let sense = is_told.then(|| self.sense(known, words, told))??;
            self.is_told(known, words, sense).map(|_| *utterance)
        };
        let newest = all.unwrap_or_default().iter().rev().take(MOST_OF_STORY);
        let gone: Vec<UtteranceNumber> =
            newest.filter_map(is_one).filter(|&it| it != into).collect();
        let mut left = into;
        for other in gone {
            if self.resolved(other) == other && !self.share_quote(left, other) {
                left = self.merge(left, other, added);
            }
        }
    }

    /// Looks for the utterances of one story in another one that turned out to be the same.
    pub(super) fn link_again(
        &mut self,
        moved: &[UtteranceNumber],
        story: DocumentNumber,
        added: &mut Added,
    ) {
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
            let Some(&other) = self.in_same_story(&said, when, &told).first() else {
                continue;
            };
            if other != utterance && !self.share_quote(utterance, other) {
                self.merge(utterance, other, added);
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

//! Whether documents report one event.

use std::collections::HashSet;

use super::added::Added;
use super::adding::Found;
use super::kept::DocumentNumber;
use super::state::Linker;
use crate::annotate::Annotations;

/// Evidence that two documents report one event.
const ENOUGH: u32 = 2;

impl Linker {
    /// Joins a document with those that report the same event; gives the stories that were joined.
    pub(super) fn join_story(
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
        let mut reused: HashSet<DocumentNumber> = HashSet::new();
        for overlap in self.reuse.add(annotations) {
            if overlap.is_copy {
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
                reused.insert(overlap.document);
            }
        }
        for (document, share) in self.topics.add(annotations) {
            let other = self.documents.get(document as usize).and_then(|it| it.day);
            let apart = day.zip(other).map(|(day, other)| (day - other).abs());
            let value = match apart {
                Some(0..=3) if share >= 500 => ENOUGH,
                Some(0..=3) if share >= 350 => 1,
                // What an outlet puts below all that it prints gives shared text and shared words.
                None if share >= 500 && !reused.contains(&document) => 1,
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
}

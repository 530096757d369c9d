//! What documents are about: their rarest words, for documents that report one event and quote nobody
//! in common.

use std::collections::HashMap;

use super::kept::DocumentNumber;
use crate::annotate::Annotations;
use crate::corpus::stored::{Bytes, Stored};
use crate::corpus::wording::Wording;
use crate::document::BlockKind;
use crate::text::Span;

/// So many words stand for a document.
const MOST: usize = 24;

/// So many documents of one word are looked at, the newest first.
const NEWEST: usize = 48;

/// So many bytes of a document are read: news puts first what is new.
const HEAD: u32 = 2_000;

#[derive(Debug, Default)]
pub(super) struct Topics {
    by_word: HashMap<u32, Vec<DocumentNumber>>,
    /// In how many documents a word stood.
    documents: HashMap<u32, u32>,
    all: Vec<Box<[u32]>>,
}

impl Stored for Topics {
    fn write(&self, out: &mut Vec<u8>) {
        self.documents.write(out);
        self.all.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Topics> {
        let documents = HashMap::read(from)?;
        let mut topics = Topics { documents, ..Topics::default() };
        for topic in Vec::<Box<[u32]>>::read(from)? {
            topics.enter(&topic, &mut Vec::new());
            topics.all.push(topic);
        }
        Some(topics)
    }
}

impl Topics {
    /// Adds a document; gives those before it that share words with it, each with the share in
    /// thousandths, in order.
    pub(super) fn add(&mut self, annotations: &Annotations) -> Vec<(DocumentNumber, u32)> {
        let document = DocumentNumber::try_from(self.all.len()).unwrap_or(u32::MAX);
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for stem in stems(annotations) {
            *counts.entry(stem).or_default() += 1;
        }
        let all = document.saturating_add(1);
        let mut weighed: Vec<(u64, u32)> = counts
            .into_iter()
            .map(|(stem, count)| {
                let known = self.documents.entry(stem).or_default();
                *known += 1;
                // The logarithm of how rare it is, of so many documents.
                let rarity = u64::from((all.saturating_mul(4) / *known).max(1).ilog2());
                (rarity * u64::from(count.min(4)), stem)
            })
            .filter(|(weight, _)| *weight > 0)
            .collect();
        weighed.sort_unstable_by_key(|&(weight, stem)| (std::cmp::Reverse(weight), stem));
        weighed.truncate(MOST);
        let mut topic: Vec<u32> = weighed.into_iter().map(|(_, stem)| stem).collect();
        topic.sort_unstable();
        let mut others: Vec<DocumentNumber> = Vec::new();
        self.enter(&topic, &mut others);
        others.sort_unstable();
        let shares = others.chunk_by(|a, b| a == b).filter_map(|same| {
            let &other = same.first()?;
            let least = self.all.get(other as usize)?.len().min(topic.len());
            let shared = u32::try_from(same.len()).unwrap_or(0);
            (shared >= 6).then(|| (other, shared * 1000 / u32::try_from(least).unwrap_or(1).max(1)))
        });
        let shares = shares.collect();
        self.all.push(topic.into());
        shares
    }

    /// Enters the topic of the next document; adds those that share a word with it.
    fn enter(&mut self, topic: &[u32], others: &mut Vec<DocumentNumber>) {
        let document = DocumentNumber::try_from(self.all.len()).unwrap_or(u32::MAX);
        for &stem in topic {
            let known = self.by_word.entry(stem).or_default();
            others.extend(known.iter());
            if known.len() >= NEWEST {
                known.remove(0);
            }
            known.push(document);
        }
    }
}

/// The stems of the words at the head of a document that are not of the grammar.
fn stems(annotations: &Annotations) -> Vec<u32> {
    let read = [BlockKind::Headline, BlockKind::Standfirst, BlockKind::Paragraph];
    let spans: Vec<Span> = annotations
        .blocks()
        .iter()
        .filter(|block| read.contains(&block.kind) && block.span.start < HEAD)
        .map(|block| block.span)
        .collect();
    let wording = Wording::new(annotations.document().text(), &spans, &[]);
    wording.tokens.iter().filter(|token| !token.key.is_light()).map(|token| token.stem).collect()
}

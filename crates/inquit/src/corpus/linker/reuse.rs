//! Text that documents share: a sample of the runs of words in their paragraphs.
//!
//! Of all runs of five words, those are kept whose hash is a multiple of eight (`FracMinHash`, Irber
//! et al. 2022), so that the share of a document that is in another one can be told from the samples,
//! however much longer the other one is.

use std::collections::HashMap;

use super::kept::DocumentNumber;
use crate::annotate::Annotations;
use crate::corpus::stored::{Bytes, Stored};
use crate::document::BlockKind;
use crate::text::fold_case;

const RUN: usize = 5;
const ONE_IN: u64 = 8;

/// So many documents of one run are looked at, the newest first.
const NEWEST: usize = 32;

/// Fewest runs of a sample that say anything.
const FEWEST: usize = 3;

#[derive(Debug, Default)]
pub(super) struct Reuse {
    samples: Vec<Box<[u64]>>,
    by_run: HashMap<u64, Vec<DocumentNumber>>,
}

/// How much of the shorter of two documents is in the other one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Overlap {
    pub(super) document: DocumentNumber,
    /// In thousandths.
    pub(super) contained: u16,
    /// Runs of the sample that both have.
    pub(super) shared: usize,
}

impl Stored for Reuse {
    fn write(&self, out: &mut Vec<u8>) {
        self.samples.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Reuse> {
        let mut reuse = Reuse::default();
        for sample in Vec::<Box<[u64]>>::read(from)? {
            reuse.enter(&sample, &mut Vec::new());
            reuse.samples.push(sample);
        }
        Some(reuse)
    }
}

impl Reuse {
    /// Adds a document; gives the earlier ones that share text with it, in order.
    pub(super) fn add(&mut self, annotations: &Annotations) -> Vec<Overlap> {
        let sample = sample(annotations);
        let mut others: Vec<DocumentNumber> = Vec::new();
        self.enter(&sample, &mut others);
        others.sort_unstable();
        let overlaps = others.chunk_by(|a, b| a == b).filter_map(|same| {
            let (&other, shared) = (same.first()?, same.len());
            let least = self.samples.get(other as usize)?.len().min(sample.len());
            (shared >= FEWEST).then(|| Overlap {
                document: other,
                contained: u16::try_from(shared * 1000 / least.max(1)).unwrap_or(1000).min(1000),
                shared,
            })
        });
        let overlaps = overlaps.collect();
        self.samples.push(sample.into());
        overlaps
    }

    /// Enters the sample of the next document; adds those that share a run with it.
    fn enter(&mut self, sample: &[u64], others: &mut Vec<DocumentNumber>) {
        let document = DocumentNumber::try_from(self.samples.len()).unwrap_or(u32::MAX);
        for &run in sample {
            let known = self.by_run.entry(run).or_default();
            others.extend(known.iter());
            if known.len() >= NEWEST {
                known.remove(0);
            }
            known.push(document);
        }
    }

    /// How many runs the sample of a document has: how long it is.
    pub(super) fn length(&self, document: DocumentNumber) -> usize {
        self.samples.get(document as usize).map_or(0, |sample| sample.len())
    }
}

/// The sampled runs of the paragraphs of a document, in order of their numbers.
fn sample(annotations: &Annotations) -> Vec<u64> {
    let mut sample = Vec::new();
    let mut words: Vec<u64> = Vec::new();
    for block in annotations.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph) {
        for word in annotations.document()[block.span].split_whitespace() {
            let mut hash = 0xCBF2_9CE4_8422_2325_u64;
            let mut any = false;
            for c in word.chars().filter(|c| c.is_alphanumeric()) {
                any = true;
                fold_case(c, |c| {
                    hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3);
                });
            }
            if any {
                words.push(hash);
            }
        }
    }
    for run in words.windows(RUN) {
        let hash = run.iter().fold(0_u64, |hash, &word| {
            let mixed = (hash.rotate_left(9) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            mixed ^ (mixed >> 31)
        });
        if hash % ONE_IN == 0 {
            sample.push(hash);
        }
    }
    sample.sort_unstable();
    sample.dedup();
    sample
}

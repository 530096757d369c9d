//! Text that documents share: a sample of the runs of words in their paragraphs.
//!
//! Of all runs of five words, those are kept whose hash is a multiple of eight (`FracMinHash`, Irber
//! et al. 2022), so that the share of a document that is in another one can be told from the samples,
//! however much longer the other one is. Of short documents all runs are kept, which tell two of them
//! apart where a sample would be of a run or two.

use std::collections::HashMap;

use super::kept::DocumentNumber;
use crate::annotate::Annotations;
use crate::corpus::stored::{Bytes, Stored, stored};
use crate::document::BlockKind;
use crate::text::fold_case;

const RUN: usize = 5;
const ONE_IN: u8 = 8;

/// How much of a document must be in another one for it to be a copy, in thousandths.
const COPY: u16 = 600;

/// A document of no more runs is short, and all of them are kept.
const SHORT: usize = 64;

/// The same for two short documents: in a few lines, those who report one event share much.
const COPY_OF_SHORT: u16 = 800;

/// So many documents of one run are looked at, the newest first.
const NEWEST: usize = 32;

/// Fewest runs of a sample that say anything.
const FEWEST: usize = 3;

#[derive(Debug, Default)]
pub(super) struct Reuse {
    samples: Vec<Sample>,
    by_run: HashMap<u64, Vec<DocumentNumber>>,
}

/// The runs that are kept of a document, in order of their numbers.
#[derive(Debug)]
struct Sample {
    runs: Box<[u64]>,
    /// Whether these are all of them.
    is_whole: bool,
}

stored!(Sample { runs, is_whole });

/// How much of the shorter of two documents is in the other one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Overlap {
    pub(super) document: DocumentNumber,
    /// In thousandths.
    pub(super) contained: u16,
    /// Runs of the sample that both have.
    pub(super) shared: usize,
    /// Whether that is so much that one is a copy of the other, or of a part of it.
    pub(super) is_copy: bool,
}

impl Stored for Reuse {
    fn write(&self, out: &mut Vec<u8>) {
        self.samples.write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Reuse> {
        let mut reuse = Reuse::default();
        for sample in Vec::<Sample>::read(from)? {
            reuse.enter(&sample.runs, &mut Vec::new());
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
        self.enter(&sample.runs, &mut others);
        others.sort_unstable();
        let overlaps = others.chunk_by(|a, b| a == b).filter_map(|same| {
            let (&other, shared) = (same.first()?, same.len());
            sample.overlap(self.samples.get(other as usize)?, other, shared)
        });
        let overlaps = overlaps.collect();
        self.samples.push(sample);
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
        self.samples.get(document as usize).map_or(0, |sample| {
            if sample.is_whole {
                sample.runs.len()
            } else {
                sample.runs.len() * usize::from(ONE_IN)
            }
        })
    }
}

impl Sample {
    /// How many runs are in it that a sample holds.
    fn sampled(&self) -> usize {
        if self.is_whole {
            self.runs.iter().filter(|run| is_sampled(**run)).count()
        } else {
            self.runs.len()
        }
    }

    /// What it has in common with the sample of an earlier document; `None` for next to nothing.
    fn overlap(&self, known: &Sample, document: DocumentNumber, shared: usize) -> Option<Overlap> {
        let is_short = self.is_whole && known.is_whole;
        let least = if is_short {
            self.runs.len().min(known.runs.len())
        } else {
            self.sampled().min(known.sampled())
        };
        let contained = u16::try_from(shared * 1000 / least.max(1)).unwrap_or(1000).min(1000);
        let (is_copy, shared) = if is_short {
            (contained >= COPY_OF_SHORT, shared.div_ceil(usize::from(ONE_IN)))
        } else {
            (contained >= COPY && shared >= FEWEST, shared)
        };
        let overlap = Overlap { document, contained, shared, is_copy };
        (is_copy || shared >= FEWEST).then_some(overlap)
    }
}

fn is_sampled(run: u64) -> bool {
    run.is_multiple_of(u64::from(ONE_IN))
}

/// The runs that are kept of the paragraphs of a document.
fn sample(annotations: &Annotations) -> Sample {
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
    let mut runs = Vec::new();
    // A text of fewer words is a run of its own.
    for run in words.windows(words.len().clamp(1, RUN)) {
        let hash = run.iter().fold(0_u64, |hash, &word| {
            let mixed = (hash.rotate_left(9) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            mixed ^ (mixed >> 31)
        });
        runs.push(hash);
    }
    runs.sort_unstable();
    runs.dedup();
    let is_whole = runs.len() <= SHORT;
    if !is_whole {
        runs.retain(|run| is_sampled(*run));
    }
    Sample { runs: runs.into(), is_whole }
}

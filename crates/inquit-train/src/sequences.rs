//! Labelled sequences, their features as small numbers.

use inquit::training::{Attribution, FEATURE_COUNT, KnownWords, Stretch};

use crate::corpus::Annotated;

/// The number of a feature that is left out.
pub(crate) const RARE: u32 = u32::MAX;

/// A labelled sequence: for each token its context, label and `F` features.
pub(crate) struct Sequence<const F: usize> {
    /// The article it is from.
    pub(crate) article: usize,
    pub(crate) contexts: Vec<u8>,
    pub(crate) labels: Vec<u8>,
    pub(crate) features: Vec<[u32; F]>,
}

/// The sequences of some articles.
pub(crate) struct Sequences<const F: usize> {
    pub(crate) list: Vec<Sequence<F>>,
    /// The hash of each feature by its number.
    pub(crate) hashes: Vec<u64>,
}

impl Sequences<FEATURE_COUNT> {
    pub(crate) fn new(
        corpus: &[Annotated],
        words: impl Fn(usize) -> KnownWords,
        least: u32,
    ) -> Sequences<FEATURE_COUNT> {
        let labelled = corpus.iter().enumerate().map(|(number, it)| {
            let labels = labels(&it.attributions, it.article.tokens().count());
            (it.article.stretches(&words(number)), labels)
        });
        Sequences::labelled(labelled, least)
    }
}

impl<const F: usize> Sequences<F> {
    /// Of the stretches of articles, each with the labels of all its tokens, without features that are
    /// seen less often than `least` says.
    pub(crate) fn labelled(
        articles: impl Iterator<Item = (Vec<Stretch>, Vec<u8>)>,
        least: u32,
    ) -> Sequences<F> {
        let mut numbers = Numbers::new();
        let mut list = Vec::new();
        for (article, (stretches, all)) in articles.enumerate() {
            for stretch in stretches {
                let features = stretch.features.as_chunks::<F>().0;
                let features = features.iter().map(|own| own.map(|hash| numbers.count(hash)));
                list.push(Sequence {
                    article,
                    contexts: stretch.contexts,
                    labels: all[stretch.tokens].to_vec(),
                    features: features.collect(),
                });
            }
        }
        let (kept, hashes) = numbers.kept(least);
        for features in list.iter_mut().flat_map(|it| &mut it.features) {
            *features = features.map(|number| kept[number as usize]);
        }
        Sequences { list, hashes }
    }
}

/// The label of each token; where attributions overlap, the later one counts, and of its parts the
/// cue, then the source.
fn labels(attributions: &[Attribution], tokens: usize) -> Vec<u8> {
    let mut labels = vec![0_u8; tokens];
    for it in attributions {
        for (ranges, first) in [(&it.content, 5), (&it.source, 1), (&it.cue, 3)] {
            let mut end = usize::MAX;
            for at in ranges.iter().cloned().flatten() {
                labels[at] = if at == end { first + 1 } else { first };
                end = at + 1;
            }
        }
    }
    // What another has parted begins anew.
    let mut before = 0_u8;
    for label in &mut labels {
        let goes_on = *label > 0 && label.is_multiple_of(2);
        if goes_on && before != *label && before + 1 != *label {
            *label -= 1;
        }
        before = *label;
    }
    labels
}

/// Numbers for hashes in order of their first occurrence: a table with open addressing.
struct Numbers {
    slots: Vec<u32>,
    hashes: Vec<u64>,
    counts: Vec<u32>,
}

impl Numbers {
    fn new() -> Numbers {
        Numbers { slots: vec![RARE; 1 << 20], hashes: Vec::new(), counts: Vec::new() }
    }

    fn place(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != RARE && self.hashes[self.slots[at] as usize] != hash {
            at = (at + 1) & mask;
        }
        at
    }

    fn count(&mut self, hash: u64) -> u32 {
        if self.hashes.len() * 2 > self.slots.len() {
            self.slots = vec![RARE; self.slots.len() * 2];
            for number in 0..self.hashes.len() {
                let place = self.place(self.hashes[number]);
                self.slots[place] = number as u32;
            }
        }
        let place = self.place(hash);
        if self.slots[place] == RARE {
            self.slots[place] = self.hashes.len() as u32;
            self.hashes.push(hash);
            self.counts.push(0);
        }
        let number = self.slots[place];
        self.counts[number as usize] += 1;
        number
    }

    /// For each number the new one, and the hashes of the new ones: those counted as often as `least`.
    fn kept(self, least: u32) -> (Vec<u32>, Vec<u64>) {
        let mut hashes = Vec::new();
        let kept = self.hashes.iter().zip(&self.counts).map(|(&hash, &count)| {
            if count < least {
                return RARE;
            }
            hashes.push(hash);
            hashes.len() as u32 - 1
        });
        (kept.collect(), hashes)
    }
}

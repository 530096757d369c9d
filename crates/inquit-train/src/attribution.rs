//! Trains the model of attributions.
//!
//! The forests must judge the tagger as it is on articles it has never seen, so each quarter of the
//! articles is tagged by a tagger trained on the other three.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use inquit::training::{
    Article, Attribution, CONTEXT_COUNT, FEATURE_COUNT, KnownWords, Model, SOURCE_VALUE_COUNT,
    VALUE_COUNT, shared_tokens,
};

use crate::chain::{Pace, Weights, train};
use crate::corpus::Annotated;
use crate::error::Error;
use crate::forest::{Examples, Growth, grow};
use crate::sequences::{Sequence, Sequences};
use crate::vocabulary::known_words;

const FOLDS: usize = 4;
const PACE: Pace = Pace { epochs: 6, step: 0.015, decay: 0.85 };
const SEEDS: u64 = 3;
/// Rows with no weight of this size are left out.
const LEAST_WEIGHT: f32 = 0.042;
/// Weights count in 64ths.
const UNIT: f32 = 64.0;

const SOURCES: Growth = Growth { trees: 60, leaves: 8, rate: 0.15, least: 40 };
const ATTRIBUTIONS: Growth = Growth { trees: 200, leaves: 31, rate: 0.05, least: 60 };

/// Trains on these articles, and writes the model.
pub(crate) fn train_attributions(
    corpus: &[&Annotated],
    out: &Path,
    kept: Option<&Path>,
    mut tell: impl FnMut(&str),
) -> Result<(), Error> {
    let (mut folds, mut model) = match kept.and_then(taggers_from) {
        Some(known) => known,
        None => taggers(corpus, &mut tell)?,
    };
    if let Some(folder) = kept {
        keep_taggers(folder, &folds, &model)?;
    }
    let mut examples: Vec<Examples<SOURCE_VALUE_COUNT>> = vec![Examples::default(); FOLDS];
    for (number, it) in corpus.iter().enumerate() {
        source_examples(it, &folds[number % FOLDS], &mut examples[number % FOLDS]);
    }
    for (fold, model) in folds.iter_mut().enumerate() {
        model.set_sources(grow(&joined(&examples, Some(fold)), SOURCES));
    }
    model.set_sources(grow(&joined(&examples, None), SOURCES));
    tell("sources judged");
    let mut examples: Vec<Examples<VALUE_COUNT>> = vec![Examples::default(); FOLDS];
    let (mut found, mut gold) = (0, 0);
    for (number, it) in corpus.iter().enumerate() {
        found += attribution_examples(it, &folds[number % FOLDS], &mut examples[number % FOLDS]);
        gold += it.attributions.len();
    }
    let all = joined(&examples, None);
    let right = all.right.iter().filter(|it| **it).count();
    let candidates = all.right.len();
    tell(&format!("{candidates} candidates, {right} right: {found} of {gold} attributions"));
    model.set_attributions(grow(&all, ATTRIBUTIONS));
    Ok(model.save(out)?)
}

/// A tagger for each fold, from the other folds, and one from all.
fn taggers(
    corpus: &[&Annotated],
    tell: &mut impl FnMut(&str),
) -> Result<(Vec<Model>, Model), Error> {
    let words = known_words(corpus);
    let sequences = Sequences::new(corpus, &words);
    tell(&format!("{} sequences, {} features", sequences.list.len(), sequences.hashes.len()));
    let mut folds = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<&Sequence<FEATURE_COUNT>> =
            sequences.list.iter().filter(|it| it.article % FOLDS != fold).collect();
        folds.push(tagger(&words, &sequences.hashes, &others)?);
        tell(&format!("tagger {} of {}", fold + 1, FOLDS + 1));
    }
    let all: Vec<&Sequence<FEATURE_COUNT>> = sequences.list.iter().collect();
    let model = tagger(&words, &sequences.hashes, &all)?;
    tell(&format!("tagger {} of {}", FOLDS + 1, FOLDS + 1));
    Ok((folds, model))
}

fn tagger_path(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("tagger{number}.model"))
}

/// The taggers in a folder, if they are all there.
fn taggers_from(folder: &Path) -> Option<(Vec<Model>, Model)> {
    let open = |number: usize| Model::open(&tagger_path(folder, number)).ok();
    Some(((0..FOLDS).map(open).collect::<Option<_>>()?, open(FOLDS)?))
}

fn keep_taggers(folder: &Path, folds: &[Model], model: &Model) -> Result<(), Error> {
    let failed = |source| Error::Write { path: folder.into(), source };
    fs::create_dir_all(folder).map_err(failed)?;
    for (number, model) in folds.iter().chain([model]).enumerate() {
        model.save(&tagger_path(folder, number))?;
    }
    Ok(())
}

/// The examples of all folds but one.
fn joined<const N: usize>(folds: &[Examples<N>], without: Option<usize>) -> Examples<N> {
    let mut all = Examples::default();
    for (_, fold) in folds.iter().enumerate().filter(|(at, _)| Some(*at) != without) {
        all.values.extend_from_slice(&fold.values);
        all.right.extend_from_slice(&fold.right);
    }
    all
}

/// A tagger as the mean of several that saw the sequences in another order.
fn tagger(
    words: &KnownWords,
    hashes: &[u64],
    sequences: &[&Sequence<FEATURE_COUNT>],
) -> Result<Model, Error> {
    let weights = Weights::mean((0..SEEDS).map(|seed| train(sequences, hashes.len(), PACE, seed)));
    let weights = weights.ok_or(Error::Unfit { what: "no seeds" })?;
    let rows: Vec<(u64, [i8; 8])> = hashes
        .iter()
        .zip(&weights.rows)
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= LEAST_WEIGHT))
        .map(|(&hash, row)| (hash, row.map(|weight| rounded(weight).clamp(-127, 127) as i8)))
        .collect();
    let mut pairs = vec![[[0; 8]; 8]; CONTEXT_COUNT];
    for (to, from) in
        pairs.iter_mut().flatten().flatten().zip(weights.pairs.iter().flatten().flatten())
    {
        *to = rounded(*from);
    }
    Model::new(words, &rows, &pairs).ok_or(Error::Unfit { what: "rows and pairs" })
}

pub(crate) fn rounded(weight: f32) -> i16 {
    let units = weight * UNIT;
    (if units < 0.0 { units - 0.5 } else { units + 0.5 }) as i16
}

/// How many words two lists of stretches share, or one has.
struct Words(Vec<u32>);

impl Words {
    fn new(article: &Article) -> Words {
        let mut count = 0;
        let mut before = vec![0];
        for at in 0..article.tokens().count() {
            count += u32::from(article.is_word(at));
            before.push(count);
        }
        Words(before)
    }

    fn count(&self, ranges: &[Range<usize>]) -> u32 {
        ranges.iter().map(|range| self.0[range.end] - self.0[range.start]).sum()
    }

    fn shared(&self, a: &[Range<usize>], b: &[Range<usize>]) -> u32 {
        let mut count = 0;
        for a in a {
            for b in b {
                let (start, end) = (a.start.max(b.start), a.end.min(b.end));
                if start < end {
                    count += self.0[end] - self.0[start];
                }
            }
        }
        count
    }

    /// Whether two stretches are the same for the greater part.
    fn same(&self, a: &[Range<usize>], b: &[Range<usize>], parts: u32) -> bool {
        let both = self.shared(a, b);
        both > 0 && both * parts >= self.count(a) + self.count(b) - both
    }
}

fn source_examples(
    annotated: &Annotated,
    model: &Model,
    examples: &mut Examples<SOURCE_VALUE_COUNT>,
) {
    let words = Words::new(&annotated.article);
    for example in annotated.article.source_examples(model) {
        let gold =
            annotated.attributions.iter().find(|it| words.same(&it.content, &example.content, 2));
        let Some(gold) = gold else { continue };
        for (source, values) in example.sources {
            examples.values.push(values);
            examples.right.push(words.same(&gold.source, &[source], 3));
        }
    }
}

/// Returns how many attributions have a candidate that is right.
fn attribution_examples(
    annotated: &Annotated,
    model: &Model,
    examples: &mut Examples<VALUE_COUNT>,
) -> usize {
    let words = Words::new(&annotated.article);
    let mut found = vec![false; annotated.attributions.len()];
    for example in annotated.article.examples(model) {
        let source = example.source.as_slice();
        let is_right = |gold: &Attribution| {
            let same_source = if gold.source.is_empty() {
                source.is_empty()
            } else {
                shared_tokens(&gold.source, source) > 0
            };
            same_source && words.same(&gold.content, &example.content, 2)
        };
        let mut right = false;
        for (found, gold) in found.iter_mut().zip(&annotated.attributions) {
            if is_right(gold) {
                (*found, right) = (true, true);
            }
        }
        examples.values.push(example.values);
        examples.right.push(right);
    }
    found.iter().filter(|it| **it).count()
}

//! Trains the model of attributions.
//!
//! The forests must judge the tagger as it is on articles it has never seen, so each quarter of the
//! articles is tagged by a tagger trained on the other three; and once more with other quarters, for
//! more examples.

use std::fs;
use std::path::{Path, PathBuf};

use inquit::training::{FEATURE_COUNT, KnownWords, Model, SOURCE_VALUE_COUNT, VALUE_COUNT};

use crate::chain::{Pace, Weights, train};
use crate::corpus::Annotated;
use crate::error::Error;
use crate::forest::{Examples, Growth, grow};
use crate::labels::{attribution_examples, end_examples, source_examples};
use crate::linear::{fill, learn};
use crate::quantised::Quantised;
use crate::sequences::{Sequence, Sequences};
use crate::vocabulary::Vocabulary;

const FOLDS: usize = 4;
/// How often the articles are parted into folds.
const TURNS: usize = 2;
const PACE: Pace = Pace { epochs: 6, step: 0.04, decay: 0.85, least: 3 };
const SEEDS: u64 = 3;
/// So many rows are kept, those with the largest weights: more say less that holds of new articles.
const ROWS: usize = 60_000;

/// Each tree sees three of five examples, and two of five values.
const SOURCES: Growth =
    Growth { trees: 60, leaves: 16, rate: 0.15, least: 40, examples: 0.6, values: 0.4 };
const ATTRIBUTIONS: Growth =
    Growth { trees: 450, leaves: 32, rate: 0.04, least: 60, examples: 0.6, values: 0.4 };
const FAST: Growth =
    Growth { trees: 200, leaves: 32, rate: 0.06, least: 60, examples: 0.6, values: 0.4 };

/// The fold of an article in a turn.
fn fold_of(article: usize, turn: usize) -> usize {
    article / FOLDS.pow(turn as u32) % FOLDS
}

/// The taggers: those of the folds of each turn, which know nothing of their own fold, and one
/// trained on all.
struct Taggers {
    turns: Vec<Vec<Model>>,
    whole: Model,
}

/// Trains on these articles, and writes the model.
pub(crate) fn train_attributions(
    corpus: &[Annotated],
    out: &Path,
    kept: Option<&Path>,
    tests: Option<&Path>,
    mut tell: impl FnMut(&str),
) -> Result<(), Error> {
    let vocabulary = Vocabulary::new(corpus);
    let mut taggers = match kept.and_then(Taggers::open) {
        Some(known) => known,
        None => Taggers::train(corpus, &vocabulary, &mut tell)?,
    };
    if let Some(folder) = kept {
        taggers.save(folder)?;
    }
    judge_ends(corpus, &vocabulary, &mut taggers);
    tell("ends judged");
    judge_sources(corpus, &vocabulary, &mut taggers);
    tell("sources judged");
    let mut examples: Vec<Examples<VALUE_COUNT>> = vec![Examples::default(); FOLDS];
    let mut fast = examples.clone();
    let (mut found, mut gold) = (0, 0);
    for (number, it) in corpus.iter().enumerate() {
        let words = vocabulary.without(|other| other == number);
        for (turn, folds) in taggers.turns.iter_mut().enumerate() {
            let tagger = &mut folds[fold_of(number, turn)];
            tagger.set_words(&words);
            let fold = fold_of(number, 0);
            found += attribution_examples(it, tagger, false, &mut examples[fold]);
            attribution_examples(it, tagger, true, &mut fast[fold]);
            gold += it.attributions.len();
        }
    }
    let all = joined(&examples, None);
    let right = all.right.iter().filter(|it| **it).count();
    let (candidates, percent) = (all.right.len(), found * 100 / gold.max(1));
    tell(&format!(
        "{candidates} candidates, {right} right; {percent} % of the attributions have one"
    ));
    if let (Some(folder), Some(folds)) = (tests, taggers.turns.first_mut()) {
        fs::create_dir_all(folder)
            .map_err(|source| Error::Write { path: folder.into(), source })?;
        for (fold, model) in folds.iter_mut().enumerate() {
            model.set_attributions(grow(&joined(&examples, Some(fold)), ATTRIBUTIONS));
            model.set_fast(grow(&joined(&fast, Some(fold)), FAST));
            model.set_words(&vocabulary.without(|article| fold_of(article, 0) == fold));
            model.save(&folder.join(format!("fold{fold}.model")))?;
        }
        tell("models of the folds");
    }
    let Taggers { whole: mut model, .. } = taggers;
    model.set_attributions(grow(&all, ATTRIBUTIONS));
    model.set_fast(grow(&joined(&fast, None), FAST));
    Ok(model.save(out)?)
}

/// Gives every model what judges where contents end.
fn judge_ends(corpus: &[Annotated], vocabulary: &Vocabulary, taggers: &mut Taggers) {
    let mut all = Examples::default();
    for (turn, folds) in taggers.turns.iter_mut().enumerate() {
        let mut examples: Vec<Examples<0>> = vec![Examples::default(); FOLDS];
        for (number, it) in corpus.iter().enumerate() {
            let fold = fold_of(number, turn);
            folds[fold].set_words(&vocabulary.without(|other| other == number));
            end_examples(it, &folds[fold], &mut examples[fold]);
        }
        for (fold, model) in folds.iter_mut().enumerate() {
            model.set_borders(learn(&joined(&examples, Some(fold))));
        }
        all.append(&joined(&examples, None));
    }
    taggers.whole.set_borders(learn(&all));
}

/// Gives every model what judges sources.
fn judge_sources(corpus: &[Annotated], vocabulary: &Vocabulary, taggers: &mut Taggers) {
    let mut all = Examples::default();
    for (turn, folds) in taggers.turns.iter_mut().enumerate() {
        let mut examples: Vec<Examples<SOURCE_VALUE_COUNT>> = vec![Examples::default(); FOLDS];
        for (number, it) in corpus.iter().enumerate() {
            let fold = fold_of(number, turn);
            folds[fold].set_words(&vocabulary.without(|other| other == number));
            source_examples(it, &folds[fold], &mut examples[fold]);
        }
        for (fold, model) in folds.iter_mut().enumerate() {
            let weights = learn(&joined(&examples, Some(fold)));
            fill(&mut examples[fold], &weights);
            model.set_wording(weights);
        }
        for (fold, model) in folds.iter_mut().enumerate() {
            model.set_sources(grow(&joined(&examples, Some(fold)), SOURCES));
        }
        all.append(&joined(&examples, None));
    }
    taggers.whole.set_wording(learn(&all));
    taggers.whole.set_sources(grow(&all, SOURCES));
}

/// The examples of all folds but one.
fn joined<const N: usize>(folds: &[Examples<N>], without: Option<usize>) -> Examples<N> {
    let mut all = Examples::default();
    for (_, fold) in folds.iter().enumerate().filter(|(at, _)| Some(*at) != without) {
        all.append(fold);
    }
    all
}

impl Taggers {
    fn train(
        corpus: &[Annotated],
        vocabulary: &Vocabulary,
        tell: &mut impl FnMut(&str),
    ) -> Result<Taggers, Error> {
        let words = vocabulary.without(|_| false);
        let of_others = |article| vocabulary.without(|it| it == article);
        let sequences = Sequences::new(corpus, of_others, PACE.least);
        tell(&format!("{} sequences, {} features", sequences.list.len(), sequences.hashes.len()));
        let mut turns = Vec::new();
        for turn in 0..TURNS {
            let mut folds = Vec::new();
            for fold in 0..FOLDS {
                let others: Vec<&Sequence<FEATURE_COUNT>> =
                    sequences.list.iter().filter(|it| fold_of(it.article, turn) != fold).collect();
                folds.push(tagger(&words, &sequences.hashes, &others)?);
                tell(&format!("tagger of fold {} of {FOLDS}, {} of {}", fold + 1, turn + 1, TURNS));
            }
            turns.push(folds);
        }
        let all: Vec<&Sequence<FEATURE_COUNT>> = sequences.list.iter().collect();
        let whole = tagger(&words, &sequences.hashes, &all)?;
        tell("tagger of all");
        Ok(Taggers { turns, whole })
    }

    fn path(folder: &Path, number: usize) -> PathBuf {
        folder.join(format!("tagger{number}.model"))
    }

    /// The taggers in a folder, if they are all there.
    fn open(folder: &Path) -> Option<Taggers> {
        let open = |number: usize| Model::open(&Taggers::path(folder, number)).ok();
        let turn = |turn: usize| (0..FOLDS).map(|fold| open(turn * FOLDS + fold)).collect();
        let turns = (0..TURNS).map(turn).collect::<Option<_>>()?;
        Some(Taggers { turns, whole: open(TURNS * FOLDS)? })
    }

    fn save(&self, folder: &Path) -> Result<(), Error> {
        let failed = |source| Error::Write { path: folder.into(), source };
        fs::create_dir_all(folder).map_err(failed)?;
        for (number, model) in self.turns.iter().flatten().chain([&self.whole]).enumerate() {
            model.save(&Taggers::path(folder, number))?;
        }
        Ok(())
    }
}

/// A tagger as the mean of several that saw the sequences in another order.
fn tagger(
    words: &KnownWords,
    hashes: &[u64],
    sequences: &[&Sequence<FEATURE_COUNT>],
) -> Result<Model, Error> {
    let weights = Weights::mean((0..SEEDS).map(|seed| train(sequences, hashes.len(), PACE, seed)));
    let weights = weights.ok_or(Error::Unfit { what: "no seeds" })?;
    let least = weights.size_of_nth(ROWS);
    let Quantised { rows, pairs } = weights.quantised(hashes, least);
    Model::new(words, &rows, &pairs).ok_or(Error::Unfit { what: "rows and pairs" })
}

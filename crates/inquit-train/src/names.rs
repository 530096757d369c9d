//! Trains the model of names.
//!
//! The rules are no part of it: it learns when they are right from what they find in the same
//! articles. What its likelihoods are worth is learnt from articles it has not seen, in folds.

use std::fs;
use std::path::{Path, PathBuf};

use inquit::EntityKind;
use inquit::training::{NAME_FEATURE_COUNT, NAME_KINDS, NAME_POINT_COUNT, NamesDraft};

use crate::chain::{Pace, Weights, train};
use crate::error::Error;
use crate::labelled::{Labelled, read};
use crate::quantised::Quantised;
use crate::sequences::{Sequence, Sequences};

type OwnSequence = Sequence<NAME_FEATURE_COUNT>;

const SEEDS: u64 = 6;
const FOLDS: usize = 4;
const PACE: Pace = Pace { epochs: 5, step: 0.2, decay: 0.85, least: 2 };
/// Rows with no weight of this size are left out.
const LEAST_WEIGHT: f32 = 0.2;
/// A model from fewer names is not worth having.
const LEAST: usize = 1_000;
/// Files whose names end so hold labels made by machine.
const MACHINE: &str = "_silver";

/// Trains on the files of labelled tokens of a folder, those with labels made by machine only if
/// so wanted, and writes the model.
pub(crate) fn train_names(
    folder: &Path,
    output: &Path,
    machine: bool,
    mut tell: impl FnMut(&str),
) -> Result<(), Error> {
    let mut articles = Vec::new();
    for path in token_files(folder, machine)? {
        articles.extend(read(&path)?);
    }
    let found: usize = articles.iter().map(|it| it.names.len()).sum();
    tell(&format!("{} articles, {found} names", articles.len()));
    if found < LEAST {
        return Err(Error::TooFewNames { found, articles: articles.len(), least: LEAST });
    }
    let names: Vec<_> = articles.iter().map(own_names).collect();
    let sequences = Sequences::labelled(
        articles.iter().zip(&names).map(|(it, names)| (it.article.stretches(), labels(it, names))),
        PACE.least,
    );
    tell(&format!("{} stretches, {} features", sequences.list.len(), sequences.hashes.len()));
    let points = calibrate(&sequences, &articles, &names)?;
    tell(&format!("worth of its likelihoods: {points:?}"));
    let all: Vec<&OwnSequence> = sequences.list.iter().collect();
    let mut model = chain(&sequences.hashes, &all, SEEDS)?;
    model.set_calibration(&points).ok_or(Error::Unfit { what: "calibration" })?;
    Ok(model.save(output)?)
}

/// A model as the mean of several that saw the sequences in another order.
fn chain(hashes: &[u64], sequences: &[&OwnSequence], seeds: u64) -> Result<NamesDraft, Error> {
    let weights = Weights::mean((0..seeds).map(|seed| train(sequences, hashes.len(), PACE, seed)));
    let weights = weights.ok_or(Error::Unfit { what: "no seeds" })?;
    let Quantised { rows, pairs } = weights.quantised(hashes, LEAST_WEIGHT);
    NamesDraft::new(&rows, &pairs).ok_or(Error::Unfit { what: "rows and pairs" })
}

/// How often names are right, at likelihoods of 0, 0.1 and so on up to 1, in articles that the
/// model has not seen. Never less at a higher likelihood.
fn calibrate(
    sequences: &Sequences<NAME_FEATURE_COUNT>,
    articles: &[Labelled],
    names: &[Vec<Name>],
) -> Result<[u16; NAME_POINT_COUNT], Error> {
    // By the nearest point, those that are right and all; the first one is as wrong as can be.
    let mut counts = [(0_u32, 1_u32); NAME_POINT_COUNT];
    for fold in 0..FOLDS {
        let others: Vec<&OwnSequence> =
            sequences.list.iter().filter(|it| it.article % FOLDS != fold).collect();
        let model = chain(&sequences.hashes, &others, 1)?;
        for at in (fold..articles.len()).step_by(FOLDS) {
            for (tokens, kind, permille) in model.names(&articles[at].article) {
                let right = names[at].iter().any(|it| it.tokens == tokens && it.kind == kind);
                let step = 1000 / (NAME_POINT_COUNT - 1);
                let (hits, all) = &mut counts[(usize::from(permille) + step / 2) / step];
                *hits += u32::from(right);
                *all += 1;
            }
        }
    }
    let mut best = 0;
    Ok(counts.map(|(hits, all)| {
        best = best.max(hits * 1000 / all);
        best as u16
    }))
}

/// The files of labelled tokens in a folder, in order of name.
fn token_files(folder: &Path, machine: bool) -> Result<Vec<PathBuf>, Error> {
    let failed = |source| Error::Read { path: folder.into(), source };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let stem = path.file_stem().and_then(|it| it.to_str()).unwrap_or_default();
        let own = path.extension().is_some_and(|it| it == "tsv");
        if own && (machine || !stem.ends_with(MACHINE)) {
            found.push(path);
        }
    }
    found.sort();
    if found.is_empty() {
        return Err(Error::NoTokens { path: folder.into() });
    }
    Ok(found)
}

/// A name as the model is to read it.
struct Name {
    tokens: std::ops::Range<usize>,
    kind: EntityKind,
}

/// The names of an article, without titles: corpora differ in whether those belong to a name.
fn own_names(it: &Labelled) -> Vec<Name> {
    let found = it.article.by_rule();
    let name = |(kind, tokens): &(usize, std::ops::Range<usize>)| {
        let kind = *NAME_KINDS.get(*kind)?;
        let titled = found.iter().find(|(own, own_kind, titled)| {
            *titled
                && *own_kind == Some(EntityKind::Person)
                && kind == EntityKind::Person
                && own.end == tokens.end
                && own.start > tokens.start
        });
        let tokens = titled.map_or_else(|| tokens.clone(), |(own, ..)| own.clone());
        Some(Name { tokens, kind })
    };
    it.names.iter().filter_map(name).collect()
}

/// The label of each token of an article.
fn labels(it: &Labelled, names: &[Name]) -> Vec<u8> {
    let mut labels = vec![0; it.article.tokens().count()];
    for Name { tokens, kind } in names {
        let number = NAME_KINDS.iter().position(|known| known == kind).unwrap_or(0);
        let first = number as u8 * 2 + 1;
        for at in tokens.clone() {
            labels[at] = if at == tokens.start { first } else { first + 1 };
        }
    }
    labels
}

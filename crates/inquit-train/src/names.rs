//! Trains the model of names.

use std::fs;
use std::path::Path;

use inquit::EntityKind;
use inquit::training::{CONTEXT_COUNT, NAME_FEATURE_COUNT, NAME_KINDS, NameList, NameLists, save_names};

use crate::attribution::rounded;
use crate::chain::{Pace, Weights, train};
use crate::error::Error;
use crate::labelled::{Labelled, read};
use crate::sequences::{Sequence, Sequences};

const SEEDS: u64 = 6;
const PACE: Pace = Pace { epochs: 5, step: 0.2, decay: 0.85 };
/// Rows with no weight of this size are left out.
const LEAST_WEIGHT: f32 = 0.2;
/// Files whose names end so hold labels made by machine.
const MACHINE: &str = "_silver";

/// Trains on the files of a folder, with the lists of another, and writes the model.
pub(crate) fn train_names(
    folder: &Path,
    lists: &Path,
    out: &Path,
    machine: bool,
    mut tell: impl FnMut(&str),
) -> Result<(), Error> {
    let lists = read_lists(lists)?;
    let mut articles = Vec::new();
    for path in token_files(folder, machine)? {
        articles.extend(read(&path)?);
    }
    let found: usize = articles.iter().map(|it| it.names.len()).sum();
    tell(&format!("{} articles, {found} names", articles.len()));
    let env = |name: &str, default: f32| std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(default);
    let pace = Pace { epochs: env("EPOCHS", PACE.epochs as f32) as usize, step: env("STEP", PACE.step), decay: PACE.decay };
    let sequences: Sequences<NAME_FEATURE_COUNT> =
        Sequences::labelled(articles.iter().map(|it| (it.article.stretches(&lists), labels(it))));
    tell(&format!("{} stretches, {} features", sequences.list.len(), sequences.hashes.len()));
    let all: Vec<&Sequence<NAME_FEATURE_COUNT>> = sequences.list.iter().collect();
    let seeds = 0..SEEDS;
    let weights = Weights::mean(seeds.map(|seed| train(&all, sequences.hashes.len(), pace, seed)));
    let weights = weights.ok_or(Error::Unfit { what: "no seeds" })?;
    let least = env("LEAST", LEAST_WEIGHT);
    let rows: Vec<(u64, [i8; 8])> = sequences
        .hashes
        .iter()
        .zip(&weights.rows)
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= least))
        .map(|(&hash, row)| (hash, row.map(|weight| rounded(weight).clamp(-127, 127) as i8)))
        .collect();
    tell(&format!("{} rows", rows.len()));
    let mut pairs = vec![[[0; 8]; 8]; CONTEXT_COUNT];
    for (to, from) in
        pairs.iter_mut().flatten().flatten().zip(weights.pairs.iter().flatten().flatten())
    {
        *to = rounded(*from);
    }
    save_names(lists, &rows, &pairs, out).ok_or(Error::Unfit { what: "rows and pairs" })??;
    Ok(())
}

/// The files of labelled tokens in a folder, in order of name.
fn token_files(folder: &Path, machine: bool) -> Result<Vec<std::path::PathBuf>, Error> {
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
    Ok(found)
}

/// The lists of a folder: given and family names, towns.
fn read_lists(folder: &Path) -> Result<NameLists, Error> {
    let text = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|source| Error::Read { path, source })
    };
    let (given, family, towns) = (text("first.txt")?, text("last.txt")?, text("cities.txt")?);
    let named = |text: &'static str| text;
    let _ = named;
    let plain = |text: &'_ str, list| text.lines().map(move |word| (word.to_owned(), list)).collect::<Vec<_>>();
    let mut words = plain(&given, NameList::Given);
    words.extend(plain(&family, NameList::Family));
    for town in towns.lines() {
        let mut parts = town.split(' ');
        let Some(first) = parts.next() else { continue };
        let more: Vec<&str> = parts.collect();
        let list = if more.is_empty() { NameList::Town } else { NameList::TownBeginning };
        words.push((first.to_owned(), list));
        words.extend(more.into_iter().map(|part| (part.to_owned(), NameList::TownInside)));
    }
    Ok(NameLists::new(words.iter().map(|(word, list)| (word.as_str(), *list))))
}

/// The label of each token.
fn labels(it: &Labelled) -> Vec<u8> {
    let mut labels = vec![0; it.article.tokens().count()];
    let found = it.article.by_rule();
    for (kind, tokens) in &it.names {
        let mut tokens = tokens.clone();
        // Corpora differ in whether a title belongs to a name; here it does not.
        let titled = found.iter().find(|(own, kind, titled)| {
            *titled && *kind == Some(EntityKind::Person) && own.end == tokens.end && own.start > tokens.start
        });
        if let Some((own, ..)) = titled.filter(|_| NAME_KINDS.get(*kind) == Some(&EntityKind::Person)) {
            tokens = own.clone();
        }
        let first = *kind as u8 * 2 + 1;
        for at in tokens.clone() {
            labels[at] = if at == tokens.start { first } else { first + 1 };
        }
    }
    labels
}

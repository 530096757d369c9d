//! How well wordings of one thing said are told from others.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;

use serde::Serialize;

use super::arguments::LinkingArguments;
use super::report::{Report, Row};
use crate::linking::{Article, Edit, Found, JUDGES, Judge, Kind, Outlets, articles};

#[derive(Debug, Serialize)]
struct LinkingRow {
    judge: String,
    precision: f64,
    /// Of direct and mixed variants.
    recall: f64,
    /// Of each kind.
    recalls: BTreeMap<&'static str, f64>,
    /// Of the lists of alterations, the share that make the variant out of the reference.
    replayed: Option<f64>,
    /// Wrongly linked, of each kind of variant.
    wrong: BTreeMap<&'static str, usize>,
    pairs: usize,
}

impl Row for LinkingRow {
    const HEAD: &'static [&'static str] = &[
        "judge",
        "precision",
        "recall",
        "verbatim",
        "shorter",
        "ellipsis",
        "dropped",
        "bracket",
        "alias",
        "contraction",
        "mixed",
        "indirect",
        "wrong links",
        "pairs",
    ];

    fn cells(&self) -> Vec<String> {
        let mut cells = vec![
            self.judge.clone(),
            format!("{:.3}", self.precision),
            format!("{:.3}", self.recall),
        ];
        cells.extend(Edit::ALL.iter().map(|edit| {
            self.recalls.get(edit.name()).map_or_else(String::new, |recall| format!("{recall:.3}"))
        }));
        cells.push(self.replayed.map_or_else(String::new, |share| format!("{share:.3}")));
        let wrong = self.wrong.iter().map(|(kind, count)| format!("{kind} {count}"));
        cells.push(wrong.collect::<Vec<_>>().join(", "));
        cells.push(self.pairs.to_string());
        cells
    }
}

/// Who linked what, counted.
#[derive(Debug, Default)]
struct Tally {
    /// Of each kind: variants found, and all.
    found: BTreeMap<Edit, (usize, usize)>,
    right: usize,
    wrong: BTreeMap<&'static str, usize>,
    pairs: usize,
    /// Lists of alterations that make the variant, and all.
    lists: Option<(usize, usize)>,
}

impl Tally {
    /// Counts what was linked with a variant.
    fn add(&mut self, article: &Article, variant: usize, linked: &[usize]) {
        let variant = &article.variants[variant];
        self.pairs += article.statements.len();
        if let (Kind::Edited(edit), Some(of)) = (variant.kind, variant.of) {
            let (found, all) = self.found.entry(edit).or_default();
            *all += 1;
            *found += usize::from(linked.contains(&of));
        }
        for &statement in linked {
            if Some(statement) == variant.of {
                self.right += 1;
            } else {
                *self.wrong.entry(kind_name(variant.kind)).or_default() += 1;
            }
        }
    }

    fn row(&self, judge: String) -> LinkingRow {
        let wrong: usize = self.wrong.values().sum();
        let share = |(found, all): (usize, usize)| ratio(found, all);
        let marked = self.found.iter().filter(|(edit, _)| **edit != Edit::Indirect);
        let marked = marked.fold((0, 0), |sum, (_, count)| (sum.0 + count.0, sum.1 + count.1));
        LinkingRow {
            judge,
            precision: ratio(self.right, self.right + wrong),
            recall: share(marked),
            recalls: self.found.iter().map(|(edit, &count)| (edit.name(), share(count))).collect(),
            replayed: self.lists.map(share),
            wrong: self.wrong.clone(),
            pairs: self.pairs,
        }
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Edited(edit) => edit.name(),
        Kind::OtherSentence => "other sentence",
        Kind::SameBeginning => "same beginning",
        Kind::OtherSpeaker => "other speaker",
        Kind::OtherOccasion => "other occasion",
    }
}

fn ratio(part: usize, all: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of a few thousand")]
    let ratio = part as f64 / all.max(1) as f64;
    (ratio * 1_000.0).round() / 1_000.0
}

pub(super) fn linking(
    arguments: &LinkingArguments,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let articles = articles(&arguments.corpus, arguments.seed)?;
    let mut report = Report::new("linking", &arguments.output, out);
    for judge in JUDGES {
        for gate in [false, true] {
            report.row(&judged(&articles, judge, gate))?;
        }
    }
    let found = Outlets::linked(&articles)?.found();
    report.row(&counted(&articles, &found).row("inquit".to_owned()))?;
    if arguments.wrong {
        show(&articles, &found, &mut std::io::stderr())?;
    }
    report.end()
}

/// What the linker found, counted.
fn counted(articles: &[Article], found: &Found) -> Tally {
    let mut tally = Tally { lists: Some(found.lists), ..Tally::default() };
    for (number, article) in articles.iter().enumerate() {
        for place in 0..article.variants.len() {
            tally.add(article, place, found.of(number, place));
        }
    }
    if !found.foreign.is_empty() {
        tally.wrong.insert("another article", found.foreign.len());
    }
    tally
}

/// Shows what was missed and what was linked wrongly.
fn show(articles: &[Article], found: &Found, out: &mut dyn Write) -> std::io::Result<()> {
    for (number, article) in articles.iter().enumerate() {
        for (place, variant) in article.variants.iter().enumerate() {
            let with = found.of(number, place);
            for &wrong in with.iter().filter(|&&it| Some(it) != variant.of) {
                let other = &article.statements[wrong].text;
                writeln!(out, "WRONG {:?}\n   {}\n   {other}", variant.kind, variant.text)?;
            }
            if let Some(of) = variant.of.filter(|of| !with.contains(of)) {
                let missed = &article.statements[of].text;
                writeln!(out, "MISSED {:?}\n   {}\n   {missed}", variant.kind, variant.text)?;
            }
        }
    }
    for (variant, statement) in &found.foreign {
        let one = &articles[variant.0].variants[variant.1].text;
        let other = &articles[statement.0].statements[statement.1].text;
        writeln!(out, "WRONG ARTICLE\n   {one}\n   {other}")?;
    }
    Ok(())
}

/// What one of those finds who look at the words of two quotations alone, or at the speaker as well.
fn judged(articles: &[Article], judge: Judge, gate: bool) -> LinkingRow {
    let mut tally = Tally::default();
    for article in articles {
        for (place, variant) in article.variants.iter().enumerate() {
            let words = variant.text.replace(['“', '”'], "");
            let linked: Vec<usize> = (0..article.statements.len())
                .filter(|&at| {
                    let statement = &article.statements[at];
                    (!gate || statement.speaker == variant.speaker)
                        && (judge.is_one)(&statement.text, &words)
                })
                .collect();
            tally.add(article, place, &linked);
        }
    }
    let gate = if gate { ", same speaker" } else { "" };
    tally.row(format!("{}{gate}", judge.name))
}

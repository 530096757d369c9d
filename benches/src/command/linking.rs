//! How well wordings of one thing said are told from others.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;

use inquit::{Fidelity, Linker, Member, compare};
use serde::Serialize;

use super::arguments::LinkingArguments;
use super::report::{Report, Row};
use crate::linking::{Article, Edit, JUDGES, Judge, Kind, Printed, articles, printed};

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
    report.row(&linked(&articles, arguments.wrong, out_errors())?)?;
    report.end()
}

/// Where wrong links are shown.
fn out_errors() -> impl Write {
    std::io::stderr()
}

/// A statement or a variant: its article, whether it is a variant, and its place there.
type Place = (usize, bool, usize);

/// What the linker finds in all articles together, each in two documents, and in a third a season
/// later.
fn linked(
    articles: &[Article],
    show: bool,
    mut errors: impl Write,
) -> Result<LinkingRow, Box<dyn Error>> {
    let mut linker = Linker::new();
    let mut places: BTreeMap<(String, usize), Place> = BTreeMap::new();
    for (number, article) in articles.iter().enumerate() {
        let (month, day) = (1 + number / 28 % 6, 1 + number % 28);
        let mut add =
            |id: String, month: usize, printed_ones: &[(Printed<'_>, Vec<(usize, Place)>)]| {
                let quotes: Vec<Printed<'_>> = printed_ones.iter().map(|it| it.0).collect();
                let found = printed(&id, &format!("2015-{month:02}-{day:02}"), &quotes);
                for (quote, (_, inside)) in found.quotes().iter().zip(printed_ones) {
                    let from = quote.content()[0].start as usize;
                    for &(at, place) in inside {
                        places.insert((id.clone(), from + at), place);
                    }
                }
                linker.add(&found).map(drop)
            };
        // The sentences of a quotation stand together, as they were printed.
        let mut quotations: BTreeMap<usize, (String, Vec<(usize, Place)>)> = BTreeMap::new();
        for (place, statement) in article.statements.iter().enumerate() {
            let (text, inside) = quotations.entry(statement.quotation).or_default();
            if !text.is_empty() {
                text.push(' ');
            }
            inside.push((text.len(), (number, false, place)));
            text.push_str(&statement.text);
        }
        let said: Vec<(String, Vec<(usize, Place)>, &str)> = quotations
            .into_values()
            .map(|(text, inside)| {
                let speaker = &article.statements[inside[0].1.2].speaker;
                (format!("“{text}”"), inside, &**speaker)
            })
            .collect();
        let first: Vec<_> = said
            .iter()
            .map(|(text, inside, speaker)| (Printed { speaker, text }, inside.clone()))
            .collect();
        add(format!("{number}a"), month, &first)?;
        for (name, later) in [("b", false), ("c", true)] {
            let printed_ones: Vec<_> = article
                .variants
                .iter()
                .enumerate()
                .filter(|(_, variant)| (variant.kind == Kind::OtherOccasion) == later)
                .map(|(place, variant)| {
                    let printed = Printed { speaker: &variant.speaker, text: &variant.text };
                    (printed, vec![(0, (number, true, place))])
                })
                .collect();
            if !printed_ones.is_empty() {
                add(format!("{number}{name}"), month + if later { 3 } else { 0 }, &printed_ones)?;
            }
        }
    }
    let mut found: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    let (mut right, mut all, mut foreign) = (0, 0, 0);
    for utterance in linker.links().utterances {
        let members: Vec<&Member> = std::iter::once(&utterance.reference)
            .chain(utterance.variants.iter().map(|variant| &variant.member))
            .collect();
        let inside = |member: &Member| -> Vec<Place> {
            let span =
                (member.spans[0].start as usize, member.spans[member.spans.len() - 1].end as usize);
            let from = (member.document.to_string(), span.0);
            let to = (member.document.to_string(), span.1);
            places.range(from..to).map(|(_, place)| *place).collect()
        };
        let all_places: Vec<Place> = members.iter().flat_map(|member| inside(member)).collect();
        for &variant in all_places.iter().filter(|place| place.1) {
            for &(article, _, statement) in all_places.iter().filter(|place| !place.1) {
                if article != variant.0 {
                    foreign += 1;
                } else {
                    let known = found.entry(variant).or_default();
                    if !known.contains(&statement) {
                        known.push(statement);
                    }
                }
                let kind = articles[variant.0].variants[variant.2].of;
                if show && (article != variant.0 || kind != Some(statement)) {
                    writeln!(
                        errors,
                        "WRONG {:?}\n   {}\n   {}",
                        articles[variant.0].variants[variant.2].kind,
                        articles[variant.0].variants[variant.2].text,
                        articles[article].statements[statement].text,
                    )?;
                }
            }
        }
        for variant in utterance.variants.iter().filter(|it| it.fidelity != Fidelity::Paraphrase) {
            all += 1;
            let words = compare(&variant.member.text, "");
            let words = words.alterations().first().map_or("", |it| &it.reference_text);
            right += usize::from(variant.replayed(&utterance.reference) == words);
        }
    }
    let mut tally = Tally { lists: Some((right, all)), ..Tally::default() };
    for (number, article) in articles.iter().enumerate() {
        for place in 0..article.variants.len() {
            let linked = found.get(&(number, true, place)).map(Vec::as_slice).unwrap_or_default();
            tally.add(article, place, linked);
            let variant = &article.variants[place];
            if show && variant.of.is_some_and(|of| !linked.contains(&of)) {
                let of = &article.statements[variant.of.unwrap_or(0)];
                writeln!(errors, "MISSED {:?}\n   {}\n   {}", variant.kind, variant.text, of.text)?;
            }
        }
    }
    if foreign > 0 {
        tally.wrong.insert("another article", foreign);
    }
    Ok(tally.row("inquit".to_owned()))
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

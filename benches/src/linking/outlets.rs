//! What the linker finds in all articles of the set together.

use std::collections::BTreeMap;

use inquit::{Fidelity, Linker, Member, compare};

use super::record::{Printed, printed};
use super::set::{Article, Kind};

/// A statement or a variant: its article, whether it is a variant, and its place there.
type Place = (usize, bool, usize);

/// A place without saying which of the two it is.
type Number = (usize, usize);

/// A quote to be printed: its words, by whom, and what begins where in it.
struct Quoted<'a> {
    text: String,
    speaker: &'a str,
    inside: Vec<(usize, Place)>,
}

/// The articles, each in the print of two outlets, and in that of a third a season later.
#[derive(Debug)]
pub(crate) struct Outlets {
    linker: Linker,
    /// What begins at a byte of a document.
    places: BTreeMap<(String, usize), Place>,
}

/// What was linked.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The statements linked with a variant.
    linked: BTreeMap<Number, Vec<usize>>,
    /// Variants and statements of two articles that were linked.
    pub(crate) foreign: Vec<(Number, Number)>,
    /// Lists of alterations that make the variant out of the reference, and all.
    pub(crate) lists: (usize, usize),
}

impl Found {
    /// The statements linked with a variant of an article.
    pub(crate) fn of(&self, article: usize, variant: usize) -> &[usize] {
        self.linked.get(&(article, variant)).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Outlets {
    /// Links all articles.
    pub(crate) fn linked(articles: &[Article]) -> Result<Outlets, inquit::Error> {
        let mut outlets = Outlets { linker: Linker::new(), places: BTreeMap::new() };
        for (number, article) in articles.iter().enumerate() {
            let (month, day) = (1 + number / 28 % 6, 1 + number % 28);
            let date = |month| format!("2015-{month:02}-{day:02}");
            outlets.add(&format!("{number}a"), &date(month), &said(number, article))?;
            for (name, later) in [("b", false), ("c", true)] {
                let quoted: Vec<Quoted<'_>> = article
                    .variants
                    .iter()
                    .enumerate()
                    .filter(|(_, variant)| (variant.kind == Kind::OtherOccasion) == later)
                    .map(|(place, variant)| Quoted {
                        text: variant.text.clone(),
                        speaker: &variant.speaker,
                        inside: vec![(0, (number, true, place))],
                    })
                    .collect();
                if !quoted.is_empty() {
                    let month = if later { month + 3 } else { month };
                    outlets.add(&format!("{number}{name}"), &date(month), &quoted)?;
                }
            }
        }
        Ok(outlets)
    }

    fn add(&mut self, id: &str, date: &str, quoted: &[Quoted<'_>]) -> Result<(), inquit::Error> {
        let all: Vec<Printed<'_>> =
            quoted.iter().map(|it| Printed { speaker: it.speaker, text: &it.text }).collect();
        let document = printed(id, date, &all);
        self.linker.add(&document)?;
        for (quote, quoted) in document.quotes().iter().zip(quoted) {
            let from = quote.content()[0].start as usize;
            let places =
                quoted.inside.iter().map(|&(at, place)| ((id.to_owned(), from + at), place));
            self.places.extend(places);
        }
        Ok(())
    }

    /// What was linked.
    pub(crate) fn found(&self) -> Found {
        let mut found = Found::default();
        for utterance in self.linker.links().utterances {
            let others = utterance.variants.iter().map(|variant| &variant.member);
            let members = std::iter::once(&utterance.reference).chain(others);
            let places: Vec<Place> = members.flat_map(|member| self.inside(member)).collect();
            for &(article, _, variant) in places.iter().filter(|place| place.1) {
                for &(other, _, statement) in places.iter().filter(|place| !place.1) {
                    if other == article {
                        let known = found.linked.entry((article, variant)).or_default();
                        if !known.contains(&statement) {
                            known.push(statement);
                        }
                    } else {
                        found.foreign.push(((article, variant), (other, statement)));
                    }
                }
            }
            let told = |fidelity| fidelity == Fidelity::Paraphrase;
            for variant in utterance.variants.iter().filter(|it| !told(it.fidelity)) {
                let words = compare(&variant.member.text, "");
                let words = words.alterations().first().map_or("", |it| &it.reference_text);
                found.lists.0 += usize::from(variant.replayed(&utterance.reference) == words);
                found.lists.1 += 1;
            }
        }
        found
    }

    fn inside(&self, member: &Member) -> impl Iterator<Item = Place> {
        let start = member.spans.first().map_or(0, |span| span.start as usize);
        let end = member.spans.last().map_or(0, |span| span.end as usize);
        let at = |byte| (member.document.to_string(), byte);
        self.places.range(at(start)..at(end)).map(|(_, place)| *place)
    }
}

/// The statements of an article; those of one quotation stand together, as they were printed.
fn said(number: usize, article: &Article) -> Vec<Quoted<'_>> {
    let mut quotations: BTreeMap<usize, Quoted<'_>> = BTreeMap::new();
    for (place, statement) in article.statements.iter().enumerate() {
        let quoted = quotations.entry(statement.quotation).or_insert_with(|| Quoted {
            text: String::new(),
            speaker: &statement.speaker,
            inside: Vec::new(),
        });
        if !quoted.text.is_empty() {
            quoted.text.push(' ');
        }
        quoted.inside.push((quoted.text.len(), (number, false, place)));
        quoted.text.push_str(&statement.text);
    }
    let mut all: Vec<Quoted<'_>> = quotations.into_values().collect();
    for quoted in &mut all {
        quoted.text = format!("“{}”", quoted.text);
    }
    all
}

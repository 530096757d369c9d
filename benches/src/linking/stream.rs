//! News without end: events, each with statements that outlets print again and again, the most of them
//! those of a few events.

use inquit::Annotations;

use super::record::{Printed, printed};
use crate::news::{Random, Zipf};

/// Statements of an event, quotes of a document, and documents of an event on average.
const STATEMENTS: usize = 30;
const QUOTES: usize = 10;
const DOCUMENTS: usize = 20;

/// So many words that mean something, besides those of the grammar.
const WORDS: usize = 30_000;

const GRAMMAR: [&str; 24] = [
    "the", "of", "to", "and", "a", "in", "that", "is", "for", "on", "we", "it", "with", "as",
    "not", "be", "have", "this", "are", "they", "by", "will", "from", "at",
];

/// Documents that quote, one after the other.
#[derive(Debug)]
pub(crate) struct Stream {
    random: Random,
    events: Zipf,
    words: Zipf,
    name: &'static str,
    place: usize,
    count: usize,
}

impl Stream {
    /// So many documents.
    pub(crate) fn new(count: usize, seed: u64) -> Stream {
        let events = Zipf::new((count / DOCUMENTS).max(1), 20);
        let words = Zipf::new(WORDS, 50);
        Stream { random: Random::new(seed), events, words, name: "d", place: 0, count }
    }

    /// The same, with ids that begin so.
    pub(crate) fn with_name(self, name: &'static str) -> Stream {
        Stream { name, ..self }
    }

    /// Quotes in each.
    pub(crate) const fn quotes() -> usize {
        QUOTES
    }

    fn document(&mut self) -> Annotations {
        let event = self.events.draw(&mut self.random);
        let day = event % 300 + self.random.below(3);
        let quotes: Vec<(String, String)> = (0..QUOTES)
            .map(|_| {
                // The first statements of an event are printed most.
                let first = self.random.below(STATEMENTS);
                let number = self.random.below(first + 1);
                self.statement(event, number)
            })
            .collect();
        let all: Vec<Printed<'_>> =
            quotes.iter().map(|(speaker, text)| Printed { speaker, text }).collect();
        let published = format!("2015-{:02}-{:02}", 1 + day / 28 % 12, 1 + day % 28);
        printed(&format!("{}{}", self.name, self.place), &published, &all)
    }

    /// A statement, the same each time but for what an outlet changes, and who said it.
    fn statement(&mut self, event: usize, number: usize) -> (String, String) {
        let mut own = Random::new((event * STATEMENTS + number) as u64);
        let speaker = format!("Ada {}", name(event * 3 + own.below(3)));
        let mut words: Vec<String> = (0..8 + own.below(16))
            .map(|_| {
                if own.chance(500) {
                    own.pick(&GRAMMAR).to_owned()
                } else {
                    name(self.words.draw(&mut own)).to_lowercase()
                }
            })
            .collect();
        match self.random.below(10) {
            0 => drop(words.remove(self.random.below(words.len()))),
            1 => words.truncate(words.len() * 2 / 3),
            2 => words.insert(words.len() / 2, "…".to_owned()),
            _ => {}
        }
        if let Some(first) = words.first_mut() {
            *first = first[..1].to_uppercase() + &first[1..];
        }
        (speaker, format!("“{}.”", words.join(" ")))
    }
}

impl Iterator for Stream {
    type Item = Annotations;

    fn next(&mut self) -> Option<Annotations> {
        (self.place < self.count).then(|| {
            self.place += 1;
            self.document()
        })
    }
}

/// The invented word of a number.
pub(super) fn name(number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "ker", "lo", "min", "ta", "ros", "vel", "du", "sen", "gra", "hol", "pi", "nar", "fe",
        "wick", "zu", "mor", "tel", "ca", "yan",
    ];
    let mut word = String::new();
    let mut rest = number + SYLLABLES.len();
    while rest > 0 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word[..1].to_uppercase() + &word[1..]
}

/// Documents without quotes, a fifth of which are copies of an earlier one, whole or cut.
pub(crate) fn copies(count: usize, seed: u64) -> impl Iterator<Item = Annotations> {
    let mut random = Random::new(seed);
    let words = Zipf::new(WORDS, 50);
    (0..count).map(move |place| {
        let is_copy = random.chance(200);
        let source = if is_copy && place > 0 { random.below(place) } else { place };
        let mut own = Random::new(source as u64);
        let length = if is_copy { 150 + random.below(150) } else { 300 };
        let text: Vec<String> = (0..length)
            .map(|_| {
                if own.chance(450) {
                    own.pick(&GRAMMAR).to_owned()
                } else {
                    name(words.draw(&mut own)).to_lowercase()
                }
            })
            .collect();
        let paragraphs: Vec<String> = text.chunks(60).map(|words| words.join(" ")).collect();
        let all: Vec<Printed<'_>> =
            paragraphs.iter().map(|text| Printed { speaker: "", text }).collect();
        printed(&format!("c{place}"), "2015-09-20", &all)
    })
}

//! Articles that speak of names, mostly of the same few.

use std::ops::Range;

use super::material::{FUNCTION_WORDS, TITLES};
use super::names::Stock;
use super::random::{Random, Zipf};
use super::syllables::capitalized;

/// So many names make the news of the day.
const PROMINENT: usize = 100;

/// A text of many articles.
#[derive(Debug)]
pub(crate) struct Text {
    /// All of it.
    pub(crate) text: String,
    /// Where each article stands.
    pub(crate) articles: Vec<Range<usize>>,
}

impl Text {
    /// The articles, in order.
    pub(crate) fn articles(&self) -> impl Iterator<Item = &str> {
        self.articles.iter().map(|range| &self.text[range.clone()])
    }
}

/// A text of at least so many bytes, in whole articles; a longer one begins like a shorter.
pub(crate) fn text(stock: &Stock, bytes: usize) -> Text {
    let mut writer = Writer {
        stock,
        random: Random::new(16),
        names: Zipf::new(stock.spoken_of.len(), 0),
        prominent: Zipf::new(PROMINENT, 0),
        common: Zipf::new(FUNCTION_WORDS.len(), 3),
        rare: Zipf::new(stock.vocabulary.len(), 15),
        text: String::with_capacity(bytes + 10_000),
    };
    let mut articles = Vec::new();
    while writer.text.len() < bytes {
        let start = writer.text.len();
        writer.article();
        articles.push(start..writer.text.len());
        writer.text.push_str("\n\n");
    }
    Text { text: writer.text, articles }
}

struct Writer<'s> {
    stock: &'s Stock,
    random: Random,
    names: Zipf,
    prominent: Zipf,
    common: Zipf,
    rare: Zipf,
    text: String,
}

impl<'s> Writer<'s> {
    fn article(&mut self) {
        let bytes = 2_500 + self.random.below(4_000);
        let start = self.text.len();
        self.headline();
        while self.text.len() < start + bytes {
            self.text.push_str("\n\n");
            for sentence in 0..2 + self.random.below(3) {
                if sentence > 0 {
                    self.text.push(' ');
                }
                self.sentence();
            }
        }
    }

    fn headline(&mut self) {
        for word in 0..7 {
            if word > 0 {
                self.text.push(' ');
            }
            match self.random.below(6) {
                0 => self.name(),
                _ => self.capitalized_word(),
            }
        }
    }

    fn sentence(&mut self) {
        let is_quotation = self.random.chance(140);
        if is_quotation {
            self.text.push('“');
        }
        let words = 9 + self.random.below(20);
        for at in 0..words {
            if at > 0 {
                let gap = match self.random.below(1_000) {
                    0..50 => ", ",
                    50..54 => " – ",
                    54..64 => "-",
                    _ => " ",
                };
                self.text.push_str(gap);
            }
            self.slot(at == 0);
        }
        if is_quotation {
            self.text.push_str(",” said ");
            self.name();
        }
        self.text.push('.');
    }

    fn slot(&mut self, is_first: bool) {
        match self.random.below(1_000) {
            0..80 => self.name(),
            80..86 => self.near_miss(),
            86..106 => {
                let number = self.random.below(3_000);
                self.text.push_str(&number.to_string());
            }
            _ if is_first => self.capitalized_word(),
            _ => {
                let word = self.word();
                self.text.push_str(word);
            }
        }
    }

    fn word(&mut self) -> &'s str {
        if self.random.chance(560) {
            return FUNCTION_WORDS[self.common.draw(&mut self.random)];
        }
        &self.stock.vocabulary[self.rare.draw(&mut self.random)]
    }

    fn capitalized_word(&mut self) {
        let word = capitalized(self.word());
        self.text.push_str(&word);
    }

    /// A name of those that the text speaks of, now and then in capitals or small letters, or with
    /// something joined to it.
    fn name(&mut self) {
        let stock = self.stock;
        let ranks = if self.random.chance(280) { &self.prominent } else { &self.names };
        let name = &stock.spoken_of[ranks.draw(&mut self.random)];
        match self.random.below(1_000) {
            // Only plain letters: not every library knows the capitals of the others.
            0..30 if name.is_ascii() => self.text.push_str(&name.to_ascii_uppercase()),
            30..40 if name.is_ascii() => self.text.push_str(&name.to_ascii_lowercase()),
            40..100 => {
                self.text.push_str(name);
                self.text.push_str("’s");
            }
            100..120 => {
                self.text.push_str(name);
                self.text.push_str("'s");
            }
            120..130 => {
                self.text.push_str("anti-");
                self.text.push_str(name);
            }
            130..140 => {
                self.text.push_str(name);
                self.text.push_str("-led");
            }
            // The name in a longer word.
            140..150 => {
                self.text.push_str(name);
                self.text.push_str("ian");
            }
            150..200 => {
                self.text.push_str(self.random.pick(TITLES));
                self.text.push(' ');
                self.text.push_str(name);
            }
            _ => self.text.push_str(name),
        }
    }

    /// A name that begins like one of the text or of a watch-list and goes on in another way.
    fn near_miss(&mut self) {
        let stock = self.stock;
        let name = match self.random.below(3) {
            0 => {
                let known = &stock.spoken_of[self.names.draw(&mut self.random)];
                let first = known.split(' ').next().unwrap_or_default().to_owned();
                format!("{first} {}", capitalized(self.word()))
            }
            1 => stock.person(&mut self.random, false),
            _ => stock.any_name(&mut self.random).1,
        };
        self.text.push_str(&name);
    }
}

//! Names of people, bodies, places, and short ones in capitals.

use super::material::{
    BODIES, COMPANY_ENDS, CONTENT_WORDS, PARTICLES, SPECIAL, TOWN_HEADS, TRADES,
};
use super::random::Random;
use super::syllables::{ACCENTED, PLAIN, Style, capitalized, given_name, plain_word, surname};

/// How many different words the text has besides the commonest.
const VOCABULARY: usize = 15_000;
const GIVEN_NAMES: usize = 6_000;
const SURNAMES: usize = 25_000;
const TOWNS: usize = 100_000;
/// How many names the text speaks of.
const SPOKEN_OF: usize = 14_000;

/// The words and parts of names from which the text and the watch-lists are made.
#[derive(Debug)]
pub(crate) struct Stock {
    pub(super) vocabulary: Vec<String>,
    given_names: Parts,
    surnames: Parts,
    towns: Parts,
    /// The names of the text, those it speaks of most first.
    pub(super) spoken_of: Vec<String>,
}

#[derive(Debug)]
struct Parts {
    plain: Vec<String>,
    accented: Vec<String>,
}

impl Parts {
    fn new(random: &mut Random, count: usize, make: fn(&mut Random, &[Style]) -> String) -> Parts {
        Parts {
            plain: (0..count * 3 / 4).map(|_| make(random, PLAIN)).collect(),
            accented: (0..count / 4).map(|_| make(random, ACCENTED)).collect(),
        }
    }

    fn draw<'a>(&'a self, random: &mut Random, is_accented: bool) -> &'a str {
        random.word(if is_accented { &self.accented } else { &self.plain })
    }
}

/// What is named; the numbers are shares in a thousand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Named {
    Person = 530,
    Body = 200,
    Town = 220,
    /// A few capitals.
    Letters = 50,
}

impl Named {
    pub(super) fn draw(random: &mut Random) -> Named {
        let mut left = random.below(1_000);
        for named in [Named::Person, Named::Body, Named::Town] {
            match left.checked_sub(named as usize) {
                Some(rest) => left = rest,
                None => return named,
            }
        }
        Named::Letters
    }
}

impl Default for Stock {
    fn default() -> Stock {
        Stock::new()
    }
}

impl Stock {
    /// The stock of every benchmark.
    pub(crate) fn new() -> Stock {
        let random = &mut Random::new(20_261_123);
        let mut vocabulary: Vec<String> =
            CONTENT_WORDS.split_ascii_whitespace().map(str::to_owned).collect();
        vocabulary.resize_with(VOCABULARY, || plain_word(random));
        let mut stock = Stock {
            vocabulary,
            given_names: Parts::new(random, GIVEN_NAMES, given_name),
            surnames: Parts::new(random, SURNAMES, surname),
            towns: Parts::new(random, TOWNS, surname),
            spoken_of: Vec::new(),
        };
        stock.spoken_of = stock.draw_spoken_of(random);
        stock
    }

    /// A person comes with the family name alone, which the text says more often.
    fn draw_spoken_of(&self, random: &mut Random) -> Vec<String> {
        let mut names: Vec<String> = SPECIAL.iter().map(|&name| name.to_owned()).collect();
        while names.len() < SPOKEN_OF {
            let is_accented = random.chance(70);
            match Named::draw(random) {
                Named::Person => {
                    let given = self.given_names.draw(random, is_accented);
                    let family = self.surnames.draw(random, false);
                    names.push(format!("{given} {family}"));
                    names.push(family.to_owned());
                }
                other => names.push(self.name(random, other, is_accented)),
            }
        }
        names.truncate(SPOKEN_OF);
        random.shuffle(&mut names);
        names
    }

    /// A name, in one of four times with letters beyond ASCII.
    pub(super) fn any_name(&self, random: &mut Random) -> (Named, String) {
        let named = Named::draw(random);
        let is_accented = random.chance(250);
        (named, self.name(random, named, is_accented))
    }

    fn name(&self, random: &mut Random, named: Named, is_accented: bool) -> String {
        match named {
            Named::Person => self.person(random, is_accented),
            Named::Body => self.body(random, is_accented),
            Named::Town => self.town(random, is_accented),
            Named::Letters => letters(random),
        }
    }

    pub(super) fn person(&self, random: &mut Random, is_accented: bool) -> String {
        let given = self.given_names.draw(random, false);
        let family = self.surnames.draw(random, is_accented);
        match random.below(100) {
            0..14 => format!("{given} {}. {family}", capital(random)),
            14..25 => format!("{given} {} {family}", self.given_names.draw(random, false)),
            25..30 => format!("{given} {family}-{}", self.surnames.draw(random, false)),
            30..34 => format!("{given} {}{family}", random.pick(PARTICLES)),
            34..35 => format!("{}{family}", random.pick(PARTICLES)),
            35..37 => format!("{given} O’{family}"),
            37..38 => format!("{given} {family} Jr."),
            _ => format!("{given} {family}"),
        }
    }

    fn body(&self, random: &mut Random, is_accented: bool) -> String {
        let parts = if random.chance(500) { &self.surnames } else { &self.towns };
        let of = match random.below(100) {
            // Named like a word of the text.
            0..8 if !is_accented => &capitalized(random.word(&self.vocabulary)),
            _ => parts.draw(random, is_accented),
        };
        if random.chance(300) {
            return random.pick(BODIES).replace("{}", of);
        }
        format!("{of} {}{}", random.pick(TRADES), random.pick(COMPANY_ENDS))
    }

    fn town(&self, random: &mut Random, is_accented: bool) -> String {
        let town = self.towns.draw(random, is_accented);
        match random.below(100) {
            // Named like a word of the text.
            0..4 if !is_accented => capitalized(random.word(&self.vocabulary)),
            4..30 => format!("{} {town}", random.pick(TOWN_HEADS)),
            30..40 => format!("{town}-{}", self.towns.draw(random, false)),
            40..45 => format!("{town} am {}", self.towns.draw(random, false)),
            _ => town.to_owned(),
        }
    }
}

fn capital(random: &mut Random) -> char {
    char::from(random.pick(b"ABCDEFGHIJKLMNOPRSTVW"))
}

/// "NBA", "ORFT", "U.N.".
fn letters(random: &mut Random) -> String {
    let count = 3 + random.below(3);
    let has_stops = random.chance(100);
    let letters = (0..count).map(|_| capital(random));
    if has_stops {
        return letters.flat_map(|letter| [letter, '.']).collect();
    }
    letters.collect()
}
